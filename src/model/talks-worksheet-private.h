/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the worksheet share. */

#pragma once

#include "talks-worksheet.h"

G_BEGIN_DECLS

/* What a worksheet is made with. */
typedef struct
{
  TalksDocument             *document;
  const TalksWorksheetScope *scope;
  const char                *language;
  GHashTable                *tour_events; /* ids; NULL: all events are alike */
  TalksSpan                  span;        /* what may be asked about; empty: all */
  guint64                    random;      /* state of SplitMix64 */
  GHashTable                *used;        /* records that were asked about */
  GPtrArray                 *questions;
} TalksQuestionMaker;

/* 0 … n − 1, n > 0. Sebastiano Vigna's SplitMix64 (public domain, 2015), which is the same on every machine. */
guint          talks_question_maker_draw     (TalksQuestionMaker *self,
                                              guint               n);
/* Of pointers. */
void           talks_question_maker_shuffle  (TalksQuestionMaker *self,
                                              GPtrArray          *list);
void           talks_question_maker_shuffle_choices (TalksQuestionMaker *self,
                                                     GArray             *choices);

/* Events and positions of the scope that may be asked about, by chance, those of the steps of the tour first. Free with
 * g_ptr_array_unref(). */
GPtrArray     *talks_question_maker_list_events    (TalksQuestionMaker *self);
GPtrArray     *talks_question_maker_list_positions (TalksQuestionMaker *self);

/* Neither a step of the tour nor stated at one. */
gboolean       talks_question_maker_is_beyond (TalksQuestionMaker *self,
                                               const TalksRecord  *record);

/* A question without choices, which is asked when it is added. */
TalksQuestion *talks_question_new            (TalksQuestionKind   kind);
void           talks_question_free           (TalksQuestion      *self);
void           talks_question_add_choice     (TalksQuestion      *self,
                                              gpointer            record,
                                              guint               answer);
/* Says of each choice whether it is beyond. */
void           talks_question_maker_mark_beyond (TalksQuestionMaker *self,
                                                 TalksQuestion      *question);
/* Those of ids that the document has, each once. */
void           talks_question_add_sources    (TalksQuestion      *self,
                                              TalksDocument      *document,
                                              char              **ids);

/* Whether a word of name, of at least four letters, or the whole name stands in text: in any language, since a text may
 * be in another one than the name is shown in. */
gboolean       talks_question_gives_away     (const char         *text,
                                              const TalksText    *name);

/* The same of a text of the document, in any of its languages. */
gboolean       talks_question_text_gives_away (const TalksText   *text,
                                               const TalksText   *name);

/* Exactly one day, without doubt. */
gboolean       talks_question_is_day         (const TalksDate    *date);

/* Each adds at most n questions. */
void           talks_question_maker_add_orders   (TalksQuestionMaker *self, guint n);
void           talks_question_maker_add_people   (TalksQuestionMaker *self, guint n);
void           talks_question_maker_add_speakers (TalksQuestionMaker *self, guint n);
void           talks_question_maker_add_changes  (TalksQuestionMaker *self, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksQuestion, talks_question_free)

G_END_DECLS
