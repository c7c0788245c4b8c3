/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksFormField: one row of a form, that edits one field of a record or of a part of one.
 *
 * A form is told as data: a table of TalksFormRow says which fields (talks-record-fields.h) it shows, in which
 * order, and with what words. For each row a field widget is made; which one follows from the type of the
 * field unless the row names a maker of its own.
 *
 * Fields edit in place: the owner (the draft of the form, which nobody else sees, or a part in it) holds at
 * all times what the widgets show. A field writes to the owner only when the user changes something, so that what is
 * not touched stays as it was. What cannot be written (a date that is none) is left out of the owner and shown as a
 * problem; no form is applied while there is one.
 *
 * A class of fields derives from TalksFormField and
 * - in its instance init makes its widgets; hands them to talks_form_field_set_content();
 * - implements load(): shows what the owner says. It must not write, nor emit "changed";
 * - upon the user's changes writes to the owner, preferably by talks_form_field_set_text() and its kin, which
 *   emit "changed";
 * - says what it understood by talks_form_field_say().
 * Its maker is a function like talks_date_field_new(): it only makes the object; who makes the form binds it.
 *
 * Signal "changed": after the user changed the value, or what is shown but cannot be written. */

#pragma once

#include <gtk/gtk.h>

#include "talks-record-fields.h"
#include "talks-session.h"
#include "talks-vocabulary.h"

G_BEGIN_DECLS

typedef struct _TalksFormRow TalksFormRow;

#define TALKS_TYPE_FORM_FIELD (talks_form_field_get_type ())
G_DECLARE_DERIVABLE_TYPE (TalksFormField, talks_form_field, TALKS, FORM_FIELD, GtkWidget)

/* What all fields of one form share. Owned by the form; lives as long as its fields. */
typedef struct
{
  TalksSession *session;
  TalksRecord  *draft;     /* the record that the form edits: a copy, or a new one */
  gboolean      adding;    /* the draft is not in the document yet; its id means nothing */
  GPtrArray    *languages; /* of char *: tags that the document's texts have, its own first; fields may add */
  gboolean      tagged;    /* a new text names its language, as others in the document do */
} TalksFormContext;

typedef enum
{
  TALKS_SAY_HELP,       /* what belongs here */
  TALKS_SAY_UNDERSTOOD, /* what the program makes of it */
  TALKS_SAY_WARNING,    /* odd, but can be applied */
  TALKS_SAY_PROBLEM,    /* can not be applied */
} TalksSayStyle;

typedef TalksFormField *(*TalksFormFieldMaker) (void);

typedef enum
{
  TALKS_ROW_MULTILINE = 1 << 0, /* STRING, TEXT: several lines high */
  TALKS_ROW_INLINE    = 1 << 1, /* in a part: stands in one line with the inline row before it */
  TALKS_ROW_ON_DEMAND = 1 << 2, /* in a part: folded away while it says nothing, behind a button; with INLINE the button
                                 * stands in the line before, and the row in one of its own */
  TALKS_ROW_NARROW    = 1 << 3, /* not wider than it needs */
  TALKS_ROW_BARE      = 1 << 4, /* in a part: says by itself what it is; the label is for screen readers only */
} TalksFormRowFlags;

/* A row of a form. Static; strings are N_("…"), translated where they are shown. */
struct _TalksFormRow
{
  const char           *field;   /* name in the TalksFieldSet; NULL: a row of its own, without a field, with make */
  const char           *label;   /* "Title" */
  const char           *help;    /* shown below while there is nothing else to say; or NULL */
  const char           *missing; /* the sentence that keeps the form from being applied while the field says nothing:
                                  * "Give the event a title."; or NULL */
  TalksFormRowFlags     flags;
  int                   limit;   /* of characters; 0: none */
  const TalksWord      *words;   /* WORD, STRING, STRINGS: ends with a NULL word. A STRING may have others too. */
  TalksFormFieldMaker   make;    /* NULL: by the type of the field */

  /* Words of the document for a STRING with choices, beside words: adds (char *word → char *label). Or NULL. */
  void                (*collect) (const TalksFormContext *context,
                                  GPtrArray              *words,
                                  GPtrArray              *labels);

  /* What to say below, of the owner as it is: a new string and its style; NULL: nothing. Or NULL. */
  char               *(*tell)    (const TalksFormContext *context,
                                  gconstpointer           owner,
                                  TalksSayStyle          *style);

  /* STRUCT and LIST: the rows of a part; ends with a row without label. */
  const TalksFormRow   *rows;

  /* LIST: "Add a role". A LIST whose parts are about a record (attendance) adds by choosing it: by is the name of
   * that field of a part ("participant"), else NULL. */
  const char           *add;
  const char           *by;
};

struct _TalksFormFieldClass
{
  GtkWidgetClass parent_class;

  /* Shows what the owner says. */
  void            (*load)  (TalksFormField *self);

  /* The first field that keeps the form from being applied, having said why; NULL: none. That of the parent class
   * finds its own problem and missing values; containers ask their fields too. */
  TalksFormField *(*check) (TalksFormField *self);

  /* Whether it holds what is not in the owner, and closing the form would lose. NULL: never. */
  gboolean        (*holds_more) (TalksFormField *self);

  /* Puts what is shown and not in the owner into typed, under the name where or names that begin with it and a slash; and
   * shows it again as if it were typed now, and says whether there was any. Containers ask their fields
   * (talks-form-typed.h). NULL: there never is. */
  void            (*keep_typed) (TalksFormField *self,
                                 const char     *where,
                                 GHashTable     *typed);
  gboolean        (*take_typed) (TalksFormField *self,
                                 const char     *where,
                                 GHashTable     *typed);
};

/* A field for row in owner, which set describes. Shows the value. The owner and the context must outlive it;
 * row is static. Floating. */
TalksFormField         *talks_form_field_make        (const TalksFormContext *context,
                                                      const TalksFieldSet    *set,
                                                      const TalksFormRow     *row,
                                                      gpointer                owner);

/* Shows what owner, which may be another one, now says. */
void                    talks_form_field_load        (TalksFormField         *self,
                                                      gpointer                owner);

/* As the class says. Moves no focus. */
TalksFormField         *talks_form_field_check       (TalksFormField         *self);

/* As the class says. */
gboolean                talks_form_field_holds_more  (TalksFormField         *self);

/* Moves the focus to where this field is edited. */
void                    talks_form_field_focus       (TalksFormField         *self);

/* Says something of what the document's validation found, while the field itself has no problem; NULL takes it back. */
void                    talks_form_field_warn        (TalksFormField         *self,
                                                      const char             *text);

/* Asks the row again what to say of the owner. */
void                    talks_form_field_retell      (TalksFormField         *self);

/* What is said below it, or NULL. Owned by the field. */
const char             *talks_form_field_get_said    (TalksFormField         *self,
                                                      TalksSayStyle          *style);

/* ---- for the classes of fields ---- */

const TalksFormContext *talks_form_field_get_context (TalksFormField         *self);
TalksDocument          *talks_form_field_get_document (TalksFormField        *self);
const TalksFormRow     *talks_form_field_get_row     (TalksFormField         *self);
const TalksField       *talks_form_field_get_field   (TalksFormField         *self); /* NULL for a row of its own */
gpointer                talks_form_field_get_owner   (TalksFormField         *self);

/* The translated label. */
const char             *talks_form_field_get_label   (TalksFormField         *self);

/* Whether the class itself has said that there is a problem. */
gboolean                talks_form_field_has_problem (TalksFormField         *self);

/* content stands above what is said. target, which may be content or NULL, is what takes the focus; it gets the
 * field's name and description for screen readers. */
void                    talks_form_field_set_content (TalksFormField         *self,
                                                      GtkWidget              *content,
                                                      GtkWidget              *target);

/* For classes that make their widgets when they first load. May be NULL. */
void                    talks_form_field_set_target  (TalksFormField         *self,
                                                      GtkWidget              *target);
GtkWidget              *talks_form_field_get_target  (TalksFormField         *self);

/* NULL: nothing but the help of the row. With TALKS_SAY_PROBLEM the form cannot be applied until something else
 * is said. */
void                    talks_form_field_say         (TalksFormField         *self,
                                                      TalksSayStyle           style,
                                                      const char             *text);

/* Emits "changed". */
void                    talks_form_field_changed     (TalksFormField         *self);

/* Write the value to the owner, NULL for absent, and emit "changed". */
void                    talks_form_field_set_string  (TalksFormField         *self,
                                                      const char             *string);
void                    talks_form_field_set_text    (TalksFormField         *self,
                                                      TalksText              *text);
void                    talks_form_field_set_date    (TalksFormField         *self,
                                                      TalksDate              *date);
void                    talks_form_field_set_int     (TalksFormField         *self,
                                                      int                     value); /* WORD, BOOLEAN */
void                    talks_form_field_set_strings (TalksFormField         *self,
                                                      const char * const     *strings);

/* Writes a text to a field of any owner. One that stood in for another (a title for a label) goes on to do so;
 * NULL for a label lets the title stand in. */
void                    talks_form_store_text        (const TalksField       *field,
                                                      gpointer                owner,
                                                      TalksText              *text);

G_END_DECLS
