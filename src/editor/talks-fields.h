/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The classes of fields, one for each type of values. Each maker makes an object that
 * talks_form_field_make() binds to a row. */

#pragma once

#include "talks-form-field.h"

G_BEGIN_DECLS

/* Which one edits field in a row: that of the row, or what follows from the type of the field (NULL for a row
 * without one). */
TalksFormFieldMaker talks_fields_choose     (const TalksFormRow *row,
                                             const TalksField   *field);

/* STRING: a line, or several with TALKS_ROW_MULTILINE. TEXT: the same, with a switch between its languages. */
TalksFormField *talks_text_field_new        (void);

/* DATE: EDTF or in words; says what was understood. */
TalksFormField *talks_date_field_new        (void);

/* WORD, and STRING with words or collect: a drop-down; a STRING can have any other word too. */
TalksFormField *talks_word_field_new        (void);

/* WORD of the vocabulary of marks: the same, with each mark drawn. */
TalksFormField *talks_mark_field_new        (void);

/* BOOLEAN: a check button, with the label of the row beside it. */
TalksFormField *talks_check_field_new       (void);

/* STRING: a time of day, "13:35"; or a distance from UTC, "+03:00". */
TalksFormField *talks_clock_field_new       (void);
TalksFormField *talks_zone_field_new        (void);

/* COORDINATES: "41.04 N, 29.00 E". */
TalksFormField *talks_coordinates_field_new (void);

/* STRING: "#rrggbb", chosen from a palette or typed. Of a party: shows its mark in that colour. */
TalksFormField *talks_color_field_new       (void);

/* STRING that refers to a record. */
TalksFormField *talks_reference_field_new   (void);

/* STRINGS that refer to records: a list to add to, remove from, order. */
TalksFormField *talks_references_field_new  (void);

/* STRINGS of words; with the words of the row a check button for each. */
TalksFormField *talks_strings_field_new     (void);

/* STRUCT: the rows of its part. */
TalksFormField *talks_struct_field_new      (void);

/* LIST: parts to add, remove, order, each with its rows. */
TalksFormField *talks_list_field_new        (void);

/* ---- coordinates as people write them ---- */

/* "41.04 N, 29.00 E", "41.04, 29", "41°02′N 29°00′E": FALSE when text is none. Any of the results may be NULL. */
gboolean        talks_coordinates_parse     (const char *text,
                                             double     *latitude,
                                             double     *longitude);

/* "41.04 N, 29 E": as many digits as the numbers have. */
char           *talks_coordinates_format    (double      latitude,
                                             double      longitude);

G_END_DECLS
