/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A worksheet on paper: questions with room to answer; or the answers with their sources. */

#include "talks-paper-private.h"

#include "talks-date-words.h"
#include "talks-gettext.h"
#include "talks-references.h"

#define TEXT_SIZE 10.5
#define TICK 11.5
#define BLANK 26.0  /* for a number */
#define DATE_BLANK 96.0
#define RULE_SPACING 20.0
#define CHANGE_RULES 3
#define INDENT 18.0

typedef struct
{
  TalksFlow        flow;
  TalksDocument   *document;
  const char      *language;
  gboolean         answers;
  TalksReferences *references;
} Sheet;

static TalksFlowStyle
style_text (const Sheet *self)
{
  return (TalksFlowStyle) {
    .size = TEXT_SIZE,
    .color = talks_sheets_get_palette (self->flow.sheets)->text,
    .before = 4,
    .keep = 2 * TEXT_SIZE,
  };
}

static TalksFlowStyle
style_indented (const Sheet *self)
{
  TalksFlowStyle style = style_text (self);

  style.indent = INDENT;
  return style;
}

static TalksFlowStyle
style_dim (const Sheet *self)
{
  TalksFlowStyle style = style_text (self);

  style.size = TEXT_SIZE - 2;
  style.color = talks_sheets_get_palette (self->flow.sheets)->dim_text;
  return style;
}

static void
put_heading (Sheet      *self,
             const char *text)
{
  TalksFlowStyle style = style_text (self);

  style.size = 13;
  style.bold = TRUE;
  style.before = 17;
  style.keep = 120;
  talks_flow_put_text (&self->flow, text, style);
  talks_flow_add_bookmark (&self->flow, text, 0);
}

/* ---- words ---- */

static const char *
get_event_title (const Sheet       *self,
                 const TalksRecord *record)
{
  return talks_text_show (((const TalksEvent *) record)->title, self->language);
}

/* "Rustem Umerov (Ukraine)". */
static char *
describe_person (const Sheet       *self,
                 const TalksRecord *record)
{
  const TalksParticipant *person = (const TalksParticipant *) record;
  const TalksParty *party = talks_document_lookup_kind (self->document, TALKS_RECORD_PARTY, person->party);
  const char *name = talks_text_show (person->name, self->language);

  if (party == NULL)
    return g_strdup (name);
  return g_strdup_printf ("%s (%s)", name, talks_text_show (party->short_name, self->language));
}

static char *
describe_choice (const Sheet         *self,
                 const TalksQuestion *question,
                 const TalksQuestionChoice   *choice)
{
  switch (question->kind)
    {
    case TALKS_QUESTION_ORDER:
      return g_strdup (get_event_title (self, choice->record));
    case TALKS_QUESTION_PEOPLE:
      return describe_person (self, choice->record);
    case TALKS_QUESTION_SPEAKER:
      return g_strdup (talks_text_show (((TalksParty *) choice->record)->short_name, self->language));
    case TALKS_QUESTION_CHANGE:
    case TALKS_N_QUESTION_KINDS:
    default:
      return g_strdup (talks_text_show (((TalksPosition *) choice->record)->stance, self->language));
    }
}

static char *
get_date (const TalksQuestion *question,
          guint                answer)
{
  for (guint i = 0; i < question->choices->len; i++)
    {
      const TalksQuestionChoice *choice = &g_array_index (question->choices, TalksQuestionChoice, i);

      if (choice->answer == answer)
        return talks_date_to_words (((TalksPosition *) choice->record)->date, TALKS_DATE_STYLE_FULL);
    }
  return g_strdup ("");
}

/* What is asked, in one paragraph. */
static char *
describe_question (const Sheet         *self,
                   const TalksQuestion *question,
                   guint                number)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  switch (question->kind)
    {
    case TALKS_QUESTION_ORDER:
      /* Translators: a question on a worksheet; %u is its number. */
      return g_strdup_printf (_("%u. Which came first? Number these events from the earliest to the latest."), number);
    case TALKS_QUESTION_PEOPLE:
      first = talks_date_to_words (question->event->date, TALKS_DATE_STYLE_FULL);
      /* Translators: a question on a worksheet: its number, the title of a meeting, its date. */
      return g_strdup_printf (_("%1$u. %2$s (%3$s): tick those whom the sources name as present."), number,
                              get_event_title (self, &question->event->record), first);
    case TALKS_QUESTION_SPEAKER:
      first = talks_date_to_words (question->position->date, TALKS_DATE_STYLE_FULL);
      second = g_strdup (talks_position_get_words (question->position, self->language));
      if (!talks_position_is_quoted (question->position, self->language))
        /* Translators: a question on a worksheet: its number, what a party stated, when. */
        return g_strdup_printf (_("%1$u. Which party stated this? %2$s (%3$s)"), number, second, first);
      /* Translators: a question on a worksheet: its number, the words of a statement, when they were said. */
      return g_strdup_printf (_("%1$u. Which party said this? “%2$s” (%3$s)"), number, second, first);
    case TALKS_QUESTION_CHANGE:
    case TALKS_N_QUESTION_KINDS:
    default:
      first = get_date (question, 1);
      second = get_date (question, 2);
      /* Translators: a question on a worksheet: its number, a party, a topic, two dates. */
      return g_strdup_printf (_("%1$u. %2$s on “%3$s”: one of these was stated on %4$s, the other on %5$s. Write the date "
                                "beside each, and then what changed."),
                              number, talks_text_show (question->party->short_name, self->language),
                              talks_text_show (question->topic->name, self->language), first, second);
    }
}

static const char *
get_kind_title (TalksQuestionKind kind)
{
  switch (kind)
    {
    case TALKS_QUESTION_ORDER:
      return _("In order");
    case TALKS_QUESTION_PEOPLE:
      return _("At the table");
    case TALKS_QUESTION_SPEAKER:
      return _("Who said it?");
    case TALKS_QUESTION_CHANGE:
    case TALKS_N_QUESTION_KINDS:
    default:
      return _("What changed?");
    }
}

/* A class that followed the tour has not seen there what has this mark; see put_head(). Takes text. */
static char *
mark_beyond (char     *text,
             gboolean  beyond)
{
  char *marked;

  if (!beyond)
    return text;
  marked = g_strconcat (text, "\302\240*", NULL);
  g_free (text);
  return marked;
}

static gboolean
has_beyond (GPtrArray *questions)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const TalksQuestion *question = questions->pdata[i];

      if (question->beyond)
        return TRUE;
      for (guint j = 0; j < question->choices->len; j++)
        if (g_array_index (question->choices, TalksQuestionChoice, j).beyond)
          return TRUE;
    }
  return FALSE;
}

/* ---- a question ---- */

static void
put_question (Sheet               *self,
              const TalksQuestion *question,
              guint                number)
{
  g_autofree char *text = mark_beyond (describe_question (self, question, number), question->beyond);
  const struct
  {
    double box_width;
    guint  n_columns;
  } looks[TALKS_N_QUESTION_KINDS] = {
    [TALKS_QUESTION_ORDER] = { BLANK, 1 },
    [TALKS_QUESTION_PEOPLE] = { TICK, 2 },
    [TALKS_QUESTION_SPEAKER] = { TICK, 4 },
    [TALKS_QUESTION_CHANGE] = { DATE_BLANK, 1 },
  };
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_free);
  TalksFlowStyle style = style_text (self);

  style.before = 12;
  talks_flow_put_text (&self->flow, text, style);
  style = style_indented (self);
  style.before = question->kind == TALKS_QUESTION_CHANGE ? 7 : 5;
  for (guint i = 0; i < question->choices->len; i++)
    {
      const TalksQuestionChoice *choice = &g_array_index (question->choices, TalksQuestionChoice, i);

      g_ptr_array_add (choices, mark_beyond (describe_choice (self, question, choice), choice->beyond));
    }
  talks_flow_put_choices (&self->flow, looks[question->kind].box_width, choices, looks[question->kind].n_columns, style);
  if (question->kind == TALKS_QUESTION_CHANGE)
    talks_flow_put_rules (&self->flow, CHANGE_RULES, RULE_SPACING, INDENT);
}

/* ---- an answer ---- */

/* One of several, with the sources that say when it was. */
static void
put_dated (Sheet            *self,
           const TalksDate  *date,
           const char       *text,
           char            **sources)
{
  g_autofree char *words = talks_date_to_words (date, TALKS_DATE_STYLE_FULL);
  g_autofree char *cited = talks_references_cite (self->references, sources);
  g_autofree char *line = NULL;
  TalksFlowStyle style = style_dim (self);

  /* Translators: a date and what was then. */
  line = g_strdup_printf (_("%1$s: %2$s"), words, text);
  talks_flow_put_text (&self->flow, line, style_indented (self));
  style.indent = 2 * INDENT;
  style.before = 0;
  talks_flow_put_text (&self->flow, cited, style);
}

/* The choices with that answer, as a list. Free with g_free(). */
static char *
list_choices (const Sheet         *self,
              const TalksQuestion *question,
              guint                answer)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < question->choices->len; i++)
    {
      const TalksQuestionChoice *choice = &g_array_index (question->choices, TalksQuestionChoice, i);
      g_autofree char *words = describe_choice (self, question, choice);

      if (choice->answer == answer)
        g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", words);
    }
  return g_string_free (list, FALSE);
}

/* By place: what came first comes first. */
static void
put_in_order (Sheet               *self,
              const TalksQuestion *question)
{
  for (guint place = 1; place <= question->choices->len; place++)
    for (guint i = 0; i < question->choices->len; i++)
      {
        const TalksQuestionChoice *choice = &g_array_index (question->choices, TalksQuestionChoice, i);

        if (choice->answer != place)
          continue;
        if (question->kind == TALKS_QUESTION_ORDER)
          put_dated (self, ((TalksEvent *) choice->record)->date, get_event_title (self, choice->record),
                     ((TalksEvent *) choice->record)->sources);
        else
          put_dated (self, ((TalksPosition *) choice->record)->date,
                     talks_text_show (((TalksPosition *) choice->record)->stance, self->language),
                     ((TalksPosition *) choice->record)->sources);
      }
}

/* Who said it for the party, and how the words came to us. */
static void
put_speaker (Sheet               *self,
             const TalksQuestion *question)
{
  const TalksPosition *position = question->position;
  const TalksParticipant *person = talks_document_lookup_kind (self->document, TALKS_RECORD_PARTICIPANT,
                                                               position->participant);
  const char *party = talks_text_show (question->party->name, self->language);
  g_autofree char *line = NULL;
  TalksFlowStyle style = style_indented (self);

  if (person != NULL)
    line = g_strdup_printf ("%s · %s", party, talks_text_show (person->name, self->language));
  style.bold = TRUE;
  talks_flow_put_text (&self->flow, line != NULL ? line : party, style);
  if (!talks_position_is_quoted (position, self->language) || position->quote->note == NULL)
    return;
  style = style_dim (self);
  style.indent = INDENT;
  talks_flow_put_text (&self->flow, talks_text_show (position->quote->note, self->language), style);
}

static void
put_question_sources (Sheet               *self,
                      const TalksQuestion *question)
{
  g_autofree char *sources = talks_references_cite_sources (self->references, question->sources);
  TalksFlowStyle style = style_dim (self);

  style.indent = INDENT;
  talks_flow_put_text (&self->flow, sources, style);
}

static void
put_people (Sheet               *self,
            const TalksQuestion *question)
{
  g_autofree char *right = list_choices (self, question, 1);
  g_autofree char *wrong = list_choices (self, question, 0);
  /* Translators: an answer; %s is a list of people. */
  g_autofree char *present = g_strdup_printf (_("Named as present: %s."), right);
  /* Translators: an answer; %s is a list of people. */
  g_autofree char *others = g_strdup_printf (_("Not named there: %s."), wrong);

  talks_flow_put_text (&self->flow, present, style_indented (self));
  talks_flow_put_text (&self->flow, others, style_indented (self));
}

static void
put_answer (Sheet               *self,
            const TalksQuestion *question,
            guint                number)
{
  g_autofree char *text = describe_question (self, question, number);
  TalksFlowStyle style = style_dim (self);

  style.before = 12;
  style.keep = 40;
  talks_flow_put_text (&self->flow, text, style);
  switch (question->kind)
    {
    case TALKS_QUESTION_PEOPLE:
      put_people (self, question);
      put_question_sources (self, question);
      break;
    case TALKS_QUESTION_SPEAKER:
      put_speaker (self, question);
      put_question_sources (self, question);
      break;
    case TALKS_QUESTION_ORDER:
    case TALKS_QUESTION_CHANGE:
    case TALKS_N_QUESTION_KINDS:
    default:
      put_in_order (self, question);
      break;
    }
}

/* ---- the whole ---- */

static void
put_head (Sheet                *self,
          const char           *subject,
          const TalksWorksheet *worksheet)
{
  TalksFlowStyle style = style_text (self);
  g_autofree char *title = NULL;
  g_autofree char *number = NULL;

  style.size = 18;
  style.bold = TRUE;
  talks_flow_put_text (&self->flow, self->answers ? _("Worksheet: answers") : _("Worksheet"), style);
  title = subject != NULL ? g_strdup_printf ("%s · %s", talks_text_show (talks_document_get_title (self->document),
                                                                        self->language), subject)
                          : g_strdup (talks_text_show (talks_document_get_title (self->document), self->language));
  talks_flow_put_text (&self->flow, title, style_text (self));
  /* Translators: %u is the number by which the same questions can be had again. */
  number = g_strdup_printf (_("Number of this sheet: %u. The same number gives the same questions again."),
                            talks_worksheet_get_seed (worksheet));
  talks_flow_put_text (&self->flow, number, style_dim (self));
  if (!self->answers)
    {
      if (has_beyond (talks_worksheet_get_questions (worksheet)))
        talks_flow_put_text (&self->flow, _("* From the time of the tour, but not one of its steps."), style_dim (self));
      style = style_text (self);
      style.before = 16;
      talks_flow_put_text (&self->flow, _("Name:"), style);
      self->flow.y -= RULE_SPACING - 8;
      talks_flow_put_rules (&self->flow, 1, RULE_SPACING, 70);
    }
}

static void
put_questions (Sheet     *self,
               GPtrArray *questions)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const TalksQuestion *question = questions->pdata[i];

      if (i == 0 || ((TalksQuestion *) questions->pdata[i - 1])->kind != question->kind)
        put_heading (self, get_kind_title (question->kind));
      if (self->answers)
        {
          put_answer (self, question, i + 1);
          continue;
        }
      /* A question stays on one page. */
      talks_flow_begin_measuring (&self->flow);
      put_question (self, question, i + 1);
      talks_flow_need (&self->flow, talks_flow_end_measuring (&self->flow));
      put_question (self, question, i + 1);
    }
}

void
talks_paper_put_worksheet (TalksSheets          *sheets,
                           TalksDocument        *document,
                           const TalksWorksheet *worksheet,
                           const char           *subject,
                           const char           *language,
                           gboolean              answers)
{
  g_autoptr (TalksReferences) references = talks_references_new (document);
  Sheet self = { .document = document, .language = language, .answers = answers, .references = references };
  TalksFlowStyle style;

  talks_flow_init (&self.flow, sheets);
  put_head (&self, subject, worksheet);
  put_questions (&self, talks_worksheet_get_questions (worksheet));
  if (talks_references_count (references) == 0)
    return;
  put_heading (&self, _("Sources"));
  style = style_text (&self);
  style.size = TEXT_SIZE - 2;
  style.before = 3;
  talks_references_put (references, &self.flow, style);
}
