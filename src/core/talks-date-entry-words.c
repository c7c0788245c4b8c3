/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of dates. These are what people type, so they are not translated: each language has
 * its column, and another language is another column. Whole forms stand here, not stems: a word
 * that is nearly one of these is no guess to make. */

#include "talks-date-entry-private.h"

typedef struct
{
  TalksEntryKind kind;
  int            value;
  const char    *english;
  const char    *ukrainian;
  const char    *russian;
} Meaning;

#define DAY TALKS_COMPONENT_DAY
#define MONTH TALKS_COMPONENT_MONTH
#define YEAR TALKS_COMPONENT_YEAR

/* Phrases are in lower case without full stops, hyphens as spaces, and separated by "|". A colon
 * at the end belongs to the phrase. */
static const Meaning calendar[] = {
  { TALKS_ENTRY_MONTH, 1, "january|jan", "січень|січня|січні|січнем|січ", "январь|января|январе|январём|янв" },
  { TALKS_ENTRY_MONTH, 2, "february|feb", "лютий|лютого|лютому|лют",
    "февраль|февраля|феврале|февр|фев" },
  { TALKS_ENTRY_MONTH, 3, "march|mar", "березень|березня|березні|берез|бер", "март|марта|марте|мар" },
  { TALKS_ENTRY_MONTH, 4, "april|apr", "квітень|квітня|квітні|квіт|кві", "апрель|апреля|апреле|апр" },
  { TALKS_ENTRY_MONTH, 5, "may", "травень|травня|травні|трав|тра", "май|мая|мае" },
  { TALKS_ENTRY_MONTH, 6, "june|jun", "червень|червня|червні|черв|чер", "июнь|июня|июне|июн" },
  { TALKS_ENTRY_MONTH, 7, "july|jul", "липень|липня|липні|лип", "июль|июля|июле|июл" },
  { TALKS_ENTRY_MONTH, 8, "august|aug", "серпень|серпня|серпні|серп|сер", "август|августа|августе|авг" },
  { TALKS_ENTRY_MONTH, 9, "september|sept|sep", "вересень|вересня|вересні|верес|вер",
    "сентябрь|сентября|сентябре|сент|сен" },
  { TALKS_ENTRY_MONTH, 10, "october|oct", "жовтень|жовтня|жовтні|жовт|жов", "октябрь|октября|октябре|окт" },
  { TALKS_ENTRY_MONTH, 11, "november|nov", "листопад|листопада|листопаді|листоп|лист|лис",
    "ноябрь|ноября|ноябре|нояб|ноя" },
  { TALKS_ENTRY_MONTH, 12, "december|dec", "грудень|грудня|грудні|груд|гру", "декабрь|декабря|декабре|дек" },

  { TALKS_ENTRY_WEEKDAY, 1, "monday|mon", "понеділок|понеділка|пн", "понедельник|понедельника|пон" },
  { TALKS_ENTRY_WEEKDAY, 2, "tuesday|tue|tues", "вівторок|вівторка|вт", "вторник|вторника" },
  { TALKS_ENTRY_WEEKDAY, 3, "wednesday|wed", "середа|середу|середи|ср", "среда|среду|среды" },
  { TALKS_ENTRY_WEEKDAY, 4, "thursday|thu|thur|thurs", "четвер|четверга|чт", "четверг" },
  { TALKS_ENTRY_WEEKDAY, 5, "friday|fri", "п'ятниця|п'ятницю|п'ятниці|пт", "пятница|пятницу|пятницы" },
  { TALKS_ENTRY_WEEKDAY, 6, "saturday|sat", "субота|суботу|суботи|сб", "суббота|субботу|субботы" },
  { TALKS_ENTRY_WEEKDAY, 7, "sunday|sun", "неділя|неділю|неділі|нд", "воскресенье|воскресенья|вс" },

  { TALKS_ENTRY_SEASON, 21, "spring", "весна|весни|весну|навесні|весною", "весна|весны|весну|весной|весною" },
  { TALKS_ENTRY_SEASON, 22, "summer", "літо|літа|влітку|улітку|літом", "лето|лета|летом" },
  { TALKS_ENTRY_SEASON, 23, "autumn|fall", "осінь|осені|восени|осінню", "осень|осени|осенью" },
  { TALKS_ENTRY_SEASON, 24, "winter", "зима|зими|зиму|взимку|узимку|зимою", "зима|зимы|зиму|зимой|зимою" },
  { TALKS_ENTRY_PORTION, 37, "first four months", "перші чотири місяці", "первые четыре месяца" },
  { TALKS_ENTRY_PORTION, 38, "middle four months", "середні чотири місяці", "средние четыре месяца" },
  { TALKS_ENTRY_PORTION, 39, "last four months", "останні чотири місяці", "последние четыре месяца" },
  { TALKS_ENTRY_HEMISPHERE, 4, "northern hemisphere", "північна півкуля|північної півкулі",
    "северное полушарие|северного полушария" },
  { TALKS_ENTRY_HEMISPHERE, 8, "southern hemisphere", "південна півкуля|південної півкулі",
    "южное полушарие|южного полушария" },

  { TALKS_ENTRY_QUARTER, 0, "quarter|q", "квартал|кварталу|кварталі|кв", "квартал|квартала|квартале|кв" },
  { TALKS_ENTRY_HALF, 0, "half|h|half year", "половина|половини|половині|половину|півріччя|півріччі",
    "половина|половины|половине|половину|полугодие|полугодия|полугодии" },
  { TALKS_ENTRY_TEN_DAYS, 0, "ten days", "декада|декади|декаді|декаду", "декада|декады|декаде|декаду" },
  { TALKS_ENTRY_CENTURY, 0, "century|centuries|cent", "століття|столітті|сторіччя|сторіччі|ст|стол",
    "век|века|веке|веков|столетие|столетия|столетии|вв" },
  { TALKS_ENTRY_DECADE, 0, "decade", "десятиліття|десятилітті", "десятилетие|десятилетия" },
  { TALKS_ENTRY_ERA, -1, "bc|bce|b c|b c e|before christ", "до н е|до нашої ери|до р х|до різдва христового",
    "до н э|до нашей эры|до р х|до рождества христова" },
  { TALKS_ENTRY_ERA, 1, "ad|ce|a d|c e", "н е|нашої ери|від р х", "н э|нашей эры|от р х" },

  { TALKS_ENTRY_ORDINAL, 1, "first", "перший|перша|перше|першого|першої|першій|першому|першу",
    "первый|первая|первое|первого|первой|первом|первую" },
  { TALKS_ENTRY_ORDINAL, 2, "second", "другий|друга|друге|другого|другої|другій|другому|другу",
    "второй|вторая|второе|второго|втором|вторую" },
  { TALKS_ENTRY_ORDINAL, 3, "third", "третій|третя|третє|третього|третьої|третьому|третю",
    "третий|третья|третье|третьего|третьей|третьем|третью" },
  { TALKS_ENTRY_ORDINAL, 4, "fourth", "четвертий|четверте|четвертого|четвертому",
    "четвертый|четвёртый|четвертое|четвёртое|четвертого|четвёртого|четвертом|четвёртом" },
  { TALKS_ENTRY_ORDINAL, 0, "last", "останній|остання|останнє|останнього|останньої|останньому|останню",
    "последний|последняя|последнее|последнего|последней|последнем|последнюю" },
  { TALKS_ENTRY_ORDINAL, 18, "eighteenth", "вісімнадцяте|вісімнадцятого|вісімнадцятому",
    "восемнадцатый|восемнадцатого|восемнадцатом" },
  { TALKS_ENTRY_ORDINAL, 19, "nineteenth", "дев'ятнадцяте|дев'ятнадцятого|дев'ятнадцятому",
    "девятнадцатый|девятнадцатого|девятнадцатом" },
  { TALKS_ENTRY_ORDINAL, 20, "twentieth", "двадцяте|двадцятого|двадцятому", "двадцатый|двадцатого|двадцатом" },
  { TALKS_ENTRY_ORDINAL, 21, "twenty first", "двадцять перше|двадцять першого|двадцять першому",
    "двадцать первый|двадцать первого|двадцать первом" },

  { TALKS_ENTRY_PIECE, TALKS_ENTRY_EARLY, "early|beginning of|start of|the beginning of",
    "початок|початку|на початку|рано|поч", "начало|начала|в начале|начале|рано|нач" },
  { TALKS_ENTRY_PIECE, TALKS_ENTRY_MIDDLE, "mid|middle|the middle of",
    "середина|середини|в середині|у середині|посередині|середині", "середина|середины|в середине|середине" },
  { TALKS_ENTRY_PIECE, TALKS_ENTRY_LATE, "late|end of|the end of",
    "кінець|кінця|наприкінці|в кінці|у кінці|кінці", "конец|конца|в конце|конце|кон" },

  { TALKS_ENTRY_TODAY, 0, "today", "сьогодні", "сегодня" },
  { TALKS_ENTRY_TODAY, -1, "yesterday", "вчора|учора", "вчера" },
  { TALKS_ENTRY_TODAY, -2, "the day before yesterday|day before yesterday", "позавчора", "позавчера" },
  { TALKS_ENTRY_TODAY, 1, "tomorrow", "завтра", "завтра" },
  { TALKS_ENTRY_THIS_MONTH, 0, "this month", "цього місяця|цей місяць", "этот месяц|этого месяца|этом месяце" },
  { TALKS_ENTRY_THIS_MONTH, -1, "last month", "минулого місяця|минулий місяць",
    "прошлый месяц|прошлого месяца|прошлом месяце" },
  { TALKS_ENTRY_THIS_YEAR, 0, "this year", "цього року|цей рік|цьому році", "этот год|этого года|этом году" },
  { TALKS_ENTRY_THIS_YEAR, -1, "last year", "минулого року|минулий рік|минулому році|торік",
    "прошлый год|прошлого года|прошлом году" },
  { TALKS_ENTRY_UNKNOWN, DAY,
    "some day|one day|day unknown|day not known|unknown day|exact day unknown|date unknown|exact date unknown",
    "якийсь день|якогось дня|одного дня|день невідомий|невідомий день|невідомого дня|число невідоме|"
    "дата невідома|точна дата невідома",
    "какой то день|в какой то день|некий день|день неизвестен|неизвестный день|число неизвестно|"
    "дата неизвестна|точная дата неизвестна" },
  { TALKS_ENTRY_UNKNOWN, MONTH, "some month|month unknown|unknown month", "якийсь місяць|місяць невідомий",
    "какой то месяц|месяц неизвестен" },
  { TALKS_ENTRY_UNKNOWN, YEAR, "some unknown year|unknown year|year unknown", "рік невідомий|невідомого року",
    "год неизвестен|неизвестного года" },
  { TALKS_ENTRY_DOUBT, TALKS_ENTRY_ABOUT, "about|around|circa|c|ca|approximately|approx|roughly|approximate|in or about",
    "близько|приблизно|біля|орієнтовно|бл|прибл", "около|примерно|приблизительно|ориентировочно|ок|прим" },
  { TALKS_ENTRY_DOUBT, TALKS_ENTRY_PERHAPS, "perhaps|probably|possibly|maybe|likely|presumably|uncertain",
    "мабуть|можливо|ймовірно|імовірно|певно|напевно", "возможно|вероятно|наверное|видимо|предположительно" },
};

static const Meaning relations[] = {
  { TALKS_ENTRY_FROM, 0, "from|since|starting|starting from|beginning|start:",
    "з|із|зі|від|починаючи з|починаючи від|початок:", "с|со|от|начиная с|начиная со|начало:" },
  { TALKS_ENTRY_TO, 0, "to|until|till|til|through|thru|up to|end:", "до|по|аж до|кінець:", "до|по|вплоть до|конец:" },
  { TALKS_ENTRY_BETWEEN, 0, "between", "між|поміж", "между" },
  { TALKS_ENTRY_AFTER, 0, "after|later than|following", "після|пізніше|пізніше ніж|пізніше за|опісля",
    "после|позже|позднее|позже чем|позднее чем" },
  { TALKS_ENTRY_BEFORE, 0, "before|prior to|earlier than", "раніше|раніше ніж|раніше за|перед",
    "раньше|ранее|раньше чем|ранее чем|перед" },
  { TALKS_ENTRY_NOT_BEFORE, 0, "not before|not earlier than|no earlier than|at the earliest",
    "не раніше|не раніше ніж|не раніше за|щонайраніше", "не раньше|не ранее|не раньше чем|не ранее чем|самое раннее" },
  { TALKS_ENTRY_NOT_AFTER, 0, "not after|not later than|no later than|by|at the latest",
    "не пізніше|не пізніше ніж|не пізніше за|щонайпізніше", "не позднее|не позже|не позже чем|не позднее чем|самое позднее" },
  { TALKS_ENTRY_OR_LATER, 0, "or later|or after|or thereafter", "або пізніше|чи пізніше", "или позже|или позднее" },
  { TALKS_ENTRY_OR_EARLIER, 0, "or earlier|or before", "або раніше|чи раніше", "или раньше|или ранее" },
  { TALKS_ENTRY_INCLUSIVE, 0, "inclusive|incl|inclusively", "включно", "включительно" },
  { TALKS_ENTRY_PRESENT, 0, "present|the present|present day|now",
    "теперішній час|теперішнього часу|наш час|сьогодення|нині|цього часу|досі|тепер|зараз",
    "настоящее время|наше время|наст время|сих пор|сейчас|ныне" },
  { TALKS_ENTRY_START_UNKNOWN, 0, "start unknown|beginning unknown", "початок невідомий", "начало неизвестно" },
  { TALKS_ENTRY_START_OPEN, 0, "start open", "початок відкритий", "начало открыто" },
  { TALKS_ENTRY_END_UNKNOWN, 0, "end unknown|end not known|unknown end", "кінець невідомий|закінчення невідоме",
    "конец неизвестен|окончание неизвестно" },
  { TALKS_ENTRY_END_OPEN, 0, "end open|open end|onward|onwards|and later|and after|ongoing",
    "кінець відкритий|і далі|й далі|і пізніше|та пізніше|триває",
    "конец открыт|и далее|и дальше|и позже|и позднее|продолжается" },
  { TALKS_ENTRY_AND, 0, "and", "і|й|та", "и" },
  { TALKS_ENTRY_OR, 0, "or", "або|чи", "или|либо" },
  { TALKS_ENTRY_ONE_OF, 0, "one of|either|any of", "одне з|один з|одна з|один із|одне із|одного з", "одно из|один из|одна из|одного из" },
  { TALKS_ENTRY_BOTH, 0, "both|all of", "обидва|обидві|і те й те", "оба|обе" },
  { TALKS_ENTRY_FILLER, 0,
    "the|of|in|on|at|during|year|years|month of|a|some time|sometime|date|dated",
    "у|в|на|року|рік|році|роки|років|роках|роком|рр|р|числа|місяця|точніше невідомо|протягом|дня",
    "во|год|года|году|годы|годов|годах|годом|гг|г|числа|месяца|точнее неизвестно|когда то|в течение|дня" },
};

static void
add_phrases (GHashTable    *table,
             const char    *phrases,
             const Meaning *meaning)
{
  g_auto (GStrv) list = g_strsplit (phrases, "|", -1);

  /* The first meaning stays: the tables are in that order where a form has two. */
  for (char **phrase = list; *phrase != NULL; phrase++)
    {
      if (!g_hash_table_contains (table, *phrase))
        g_hash_table_insert (table, g_strdup (*phrase), (gpointer) meaning);
    }
}

static void
add_meanings (GHashTable    *table,
              const Meaning *meanings,
              size_t         n_meanings)
{
  for (size_t i = 0; i < n_meanings; i++)
    {
      add_phrases (table, meanings[i].english, &meanings[i]);
      add_phrases (table, meanings[i].ukrainian, &meanings[i]);
      add_phrases (table, meanings[i].russian, &meanings[i]);
    }
}

gboolean
talks_entry_look_up (const char     *phrase,
                     TalksEntryKind *kind,
                     int            *value)
{
  static gsize ready = 0;
  static GHashTable *table = NULL; /* lives as long as the program */
  const Meaning *meaning;

  if (g_once_init_enter (&ready))
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      add_meanings (table, calendar, G_N_ELEMENTS (calendar));
      add_meanings (table, relations, G_N_ELEMENTS (relations));
      g_once_init_leave (&ready, 1);
    }

  meaning = g_hash_table_lookup (table, phrase);
  if (meaning == NULL)
    return FALSE;
  *kind = meaning->kind;
  *value = meaning->value;

  return TRUE;
}
