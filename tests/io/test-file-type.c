/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Telling files of other types and encodings by their first bytes. */

#include "talks-document-reader.h"
#include "talks-error.h"
#include "talks-file-type.h"
#include "talks-json-scan.h"

#include <string.h>

/* The rest of the 30 bytes before the name of the first member. */
#define ZIP_HEAD "\0\0\10\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\47\0\0\0"

/* With the length, as a text may hold 0 bytes. */
#define TEXT(literal) literal, sizeof (literal) - 1

static TalksJsonScan *
scan (const char  *text,
      size_t       length,
      GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return talks_json_scan_new (bytes, "case.json", TALKS_JSON_MAX_SIZE, error);
}

/* What files in older encodings are called, and that no other file is called so. */
static void
test_encodings (void)
{
  static const struct
  {
    const char *text; /* in UTF-8 */
    const char *encoding;
    const char *name; /* in the message; NULL: none */
  } cases[] = {
    { "{ \"title\": \"Переговори у Стамбулі, 29 березня 2022 року\" }", "WINDOWS-1251", "Windows-1251" },
    { "{ \"title\": \"Їх виїзд із Києва\" }", "WINDOWS-1251", "Windows-1251" },
    { "{ \"title\": \"Переговоры в Стамбуле, 29 марта 2022 года\" }", "WINDOWS-1251", "Windows-1251" },
    { "{ \"title\": \"Переговоры в Стамбуле, 29 марта 2022 года\" }", "KOI8-U", "KOI8-U" },
    { "{ \"title\": \"Переговори у Стамбулі\" }", "KOI8-U", "KOI8-U" },
    { "{ \"title\": \"Première négociation à Genève\" }", "ISO-8859-1", "Windows-1252" },
    { "{ \"title\": \"Dolmabahçe: Türkiye\" }", "ISO-8859-9", "Windows-1252" },
    { "{ \"title\": \"交渉は再開された\" }", "SHIFT_JIS", NULL },
    { "{ \"title\": \"Переговоры\" }", "CP866", NULL },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      size_t length;
      g_autofree char *text = g_convert (cases[i].text, -1, cases[i].encoding, "UTF-8", NULL, &length, &error);
      const char *found;

      g_assert_no_error (error);
      g_assert_null (scan (text, length, &error));
      g_assert_error (error, TALKS_ERROR, TALKS_ERROR_ENCODING);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_test_message ("%s", error->message);
      found = strstr (error->message, "It may be written in ");
      g_assert_true ((found != NULL) == (cases[i].name != NULL));
      if (found != NULL)
        g_assert_true (g_str_has_prefix (found + strlen ("It may be written in "), cases[i].name));
    }
  /* Good UTF-8 with one spoiled byte is no other encoding. */
  g_assert_null (talks_file_type_guess_encoding (TEXT ("\320\226\320\226 \350\350\350\350"), 5));
  g_assert_null (talks_file_type_guess_encoding (TEXT ("[\"\377\"]"), 2));
}

static void
test_file_types (void)
{
  static const struct
  {
    const char *data;
    size_t      length;
    const char *word; /* NULL: may be JSON */
  } cases[] = {
    { TEXT ("%PDF-1.7"), "PDF" },
    { TEXT ("PK\003\004\024"), "ZIP" },
    { TEXT ("PK\003\004\024" ZIP_HEAD "mimetypeapplication/vnd.oasis.opendocument.text"),
      "OpenDocument" },
    { TEXT ("PK\003\004\024" ZIP_HEAD "[Content_Types].xml"),
      "Word" },
    { TEXT ("PK\003\004\024" ZIP_HEAD "a-picture.png"),
      "ZIP" },
    { TEXT ("PK\005\006\0\0"), "empty ZIP" },
    { TEXT ("Rar!\032\007\001"), "RAR" },
    { TEXT ("7z\274\257\047\034\0"), "7z" },
    { TEXT ("(\265/\375\4"), "Zstandard" },
    { TEXT ("\320\317\021\340\241\261\032\341"), "old office" },
    { TEXT ("\177ELF\2"), "program" },
    { TEXT ("II*\0\10"), "TIFF" },
    { TEXT ("MM\0*\0"), "TIFF" },
    { TEXT ("---\nformat: talks"), "YAML" },
    { TEXT ("%YAML 1.2"), "YAML" },
    { TEXT ("\0"), "bytes of 0" },
    { TEXT ("\0\0\0\0\0\0\0\0\0"), "bytes of 0" },
    { TEXT ("\211PNG\r\n\032\n"), "PNG" },
    { TEXT ("\377\330\377\340"), "JPEG" },
    { TEXT ("GIF89a"), "GIF" },
    { TEXT ("\037\213\010"), "gzip" },
    { TEXT ("BZh9"), "bzip2" },
    { TEXT ("\3757zXZ\0"), "xz" },
    { TEXT ("{\\rtf1"), "RTF" },
    { TEXT ("SQLite format 3\0"), "SQLite" },
    { TEXT ("BEGIN:VCALENDAR\r\n"), "calendar" },
    { TEXT ("\n@article{a, title={b}}"), "BibTeX" },
    { TEXT ("% mine\n@Book(a, title={b})"), "BibTeX" },
    { TEXT ("@a"), NULL },
    { TEXT ("%"), NULL },
    { TEXT ("\377\376{\0\"\0"), "UTF-16" },
    { TEXT ("\376\377\0{\0\""), "UTF-16" },
    { TEXT ("{\0\"\0"), "UTF-16" },
    { TEXT ("\0{\0\""), "UTF-16" },
    { TEXT ("\377\376\0\0{\0\0\0"), "UTF-32" },
    { TEXT ("{\0\0\0"), "UTF-32" },
    { TEXT ("\0\0\0{"), "UTF-32" },
    { TEXT ("\n <!doctype HTML>"), "web page" },
    { TEXT ("<html lang=en>"), "web page" },
    { TEXT ("<?xml version=\"1.0\"?><a/>"), "XML" },
    { TEXT ("{\"format\""), NULL },
    { TEXT ("\357\273\277{}"), NULL },
    { TEXT ("[<]"), NULL },
    { TEXT ("--- a"), NULL },
    { TEXT ("PK\003"), NULL },
    { TEXT ("\0a"), NULL },
    { TEXT ("P"), NULL },
    { TEXT (""), NULL },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *sentence = talks_file_type_describe (cases[i].data, cases[i].length);

      if (cases[i].word == NULL)
        g_assert_null (sentence);
      else
        {
          g_autofree char *message = g_strconcat ("case.json: ", sentence, NULL);
          g_autoptr (GError) error = NULL;

          g_assert_nonnull (strstr (sentence, cases[i].word));
          g_assert_null (scan (cases[i].data, cases[i].length, &error));
          g_assert_error (error, TALKS_ERROR, TALKS_ERROR_ENCODING);
          g_assert_cmpstr (error->message, ==, message);
        }
    }
}

/* What can be imported, and what git leaves, is told apart from a broken document. */
static void
test_others (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *words;
  } cases[] = {
    { "a.CSV", "Date,Title\n", "This is a table" },
    { "a.csv", "{\"format\":", "is missing" },
    { "a.json", "Date,Title\n", "is expected here" },
    { "a.json", "[{\"id\":\"a\",\"type\":\"book\"}]", "CSL-JSON" },
    { "a.json", "[{\"id\":\"a\"}]", "it is not an object" },
    { "a.json", "{\"events\":[{\"start_date\":{\"year\":2022}}]}", "TimelineJS" },
    { "a.json", "{\"timeline\":{\"date\":[]}}", "TimelineJS" },
    { "a.json", "{\"events\":[]}", "its “format” is not" },
    { "a.json", "{\"format\":\"x\",\"timeline\":{\"date\":[]}}", "its “format” is not" },
    { "a.json", "{\n<<<<<<< HEAD\n\"title\":\"a\",\n", "a.json:2:1: Git could not merge" },
    { "a.json", "{\n\"title\":\"a\",\n=======\n", "a.json:3:1: Git could not merge" },
    { "a.json", "{\n<<<<<< HEAD\n", "is expected here" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (TalksReading) reading = talks_document_read_bytes (bytes, cases[i].name, NULL, &error);

      g_assert_null (reading);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/file-type/types", test_file_types);
  g_test_add_func ("/io/file-type/others", test_others);
  g_test_add_func ("/io/file-type/encodings", test_encodings);
  return g_test_run ();
}
