/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel-fixture.h"

#include <string.h>

#include "talks-file.h"

static const char json[] =
  "{ \"format\": \"talks-timeline\", \"version\": 1, \"title\": {\"en\": \"A small talk\"},"
  "  \"description\": {\"en\": \"Parties are listed by the alphabet.\"}, \"language\": \"en\","
  "  \"lanes\": [{\"id\": \"lane\", \"name\": {\"en\": \"Talks\"}, \"kinds\": [\"talks\"]}],"
  "  \"topics\": ["
  "    {\"id\": \"truce\", \"name\": {\"en\": \"Truce\"}, \"description\": {\"en\": \"When to stop.\"}},"
  "    {\"id\": \"border\", \"name\": {\"en\": \"Border\"}}],"
  "  \"parties\": ["
  "    {\"id\": \"north\", \"name\": {\"en\": \"Northland\"}, \"short\": {\"en\": \"North\"}, \"kind\": \"state\","
  "     \"side\": \"north\", \"color\": \"#1f63d0\", \"mark\": \"circle\"},"
  "    {\"id\": \"south\", \"name\": {\"en\": \"Southland\"}, \"short\": {\"en\": \"South\"}, \"kind\": \"state\","
  "     \"side\": \"south\", \"color\": \"#c01c28\", \"mark\": \"diamond\"},"
  "    {\"id\": \"isle\", \"name\": {\"en\": \"Isle\"}, \"kind\": \"state\", \"side\": \"mediator\","
  "     \"color\": \"#0f7f6f\", \"mark\": \"triangle\"},"
  "    {\"id\": \"far\", \"name\": {\"en\": \"Farland\"}, \"kind\": \"state\", \"side\": \"other\","
  "     \"color\": \"#7a4db0\", \"mark\": \"square\"}],"
  "  \"participants\": ["
  "    {\"id\": \"ana\", \"name\": {\"en\": \"Ana Arda\"}, \"native_name\": \"Ана Арда\", \"party\": \"north\","
  "     \"description\": {\"en\": \"Lawyer and minister.\"}, \"sources\": [\"paper\"],"
  "     \"roles\": [{\"title\": {\"en\": \"Deputy\"}, \"from\": \"2022-01-01\", \"to\": \"2023-12-31\"},"
  "                 {\"title\": {\"en\": \"Minister\"}, \"from\": \"2024-01-01\"}]},"
  "    {\"id\": \"bob\", \"name\": {\"en\": \"Bob Berg\"}, \"party\": \"north\","
  "     \"roles\": [{\"title\": {\"en\": \"Colonel\"}, \"from\": \"2025-05-14\"}], \"sources\": []},"
  "    {\"id\": \"vic\", \"name\": {\"en\": \"Vic Varga\"}, \"party\": \"south\", \"roles\": [], \"sources\": []},"
  "    {\"id\": \"med\", \"name\": {\"en\": \"Mia Medina\"}, \"party\": \"isle\","
  "     \"roles\": [{\"title\": {\"en\": \"Envoy\"}}], \"sources\": []},"
  "    {\"id\": \"fay\", \"name\": {\"en\": \"Fay Frost\"}, \"party\": \"far\", \"roles\": [], \"sources\": []}],"
  "  \"events\": ["
  "    {\"id\": \"first\", \"date\": \"2022-03-01\", \"kind\": \"talks\", \"label\": {\"en\": \"First round\"},"
  "     \"title\": {\"en\": \"First round in the hall\"}, \"certainty\": \"reported\", \"sources\": [\"paper\"],"
  "     \"attendance\": ["
  "       {\"participant\": \"ana\", \"role\": \"head of delegation\", \"presence\": \"present\"},"
  "       {\"participant\": \"vic\", \"role\": \"head of delegation\", \"presence\": \"remote\"},"
  "       {\"participant\": \"fay\", \"role\": \"observer\", \"presence\": \"present\"}]},"
  "    {\"id\": \"speech\", \"date\": \"2023~\", \"kind\": \"statement\", \"label\": {\"en\": \"Speech\"},"
  "     \"title\": {\"en\": \"A speech about the border\"}, \"certainty\": \"disputed\", \"sources\": []},"
  "    {\"id\": \"second\", \"date\": \"2025-05-16\", \"kind\": \"talks\", \"label\": {\"en\": \"Second round\"},"
  "     \"time\": {\"start\": \"13:35\", \"end\": \"15:20\", \"zone\": \"+03:00\"},"
  "     \"time_note\": {\"en\": \"planned for noon\"}, \"place\": {\"name\": {\"en\": \"Sea palace\"}},"
  "     \"title\": {\"en\": \"Second round at the sea\"}, \"summary\": {\"en\": \"They met.\"},"
  "     \"outcome\": {\"en\": \"They will meet again.\"}, \"note\": {\"en\": \"Clocks differ.\"},"
  "     \"certainty\": \"confirmed\", \"sources\": [\"paper\", \"leaflet\", \"lost\"],"
  "     \"related\": [{\"event\": \"first\", \"relation\": \"continues\"},"
  "                   {\"event\": \"nowhere\", \"relation\": \"continues\"}],"
  "     \"accounts\": ["
  "       {\"claim\": {\"en\": \"It took an hour.\"}, \"date\": \"2025-05-17\", \"sources\": [\"paper\"]},"
  "       {\"claim\": {\"en\": \"It took a day.\"}, \"sources\": [\"leaflet\"]}],"
  "     \"attendance\": ["
  "       {\"participant\": \"med\", \"role\": \"chair\", \"presence\": \"present\"},"
  "       {\"participant\": \"ana\", \"role\": \"head of delegation\", \"presence\": \"present\"},"
  "       {\"participant\": \"vic\", \"role\": \"head of delegation\", \"presence\": \"unclear\"},"
  "       {\"participant\": \"bob\", \"role\": \"delegate\", \"presence\": \"absent\","
  "        \"note\": {\"en\": \"Left before noon.\"}},"
  "       {\"participant\": \"stranger\", \"role\": \"expert\", \"presence\": \"present\"}]}],"
  "  \"positions\": ["
  "    {\"id\": \"n1\", \"party\": \"north\", \"topic\": \"truce\", \"date\": \"2022-03-01\", \"event\": \"first\","
  "     \"label\": {\"en\": \"Truce first\"}, \"stance\": {\"en\": \"A truce before all else.\"},"
  "     \"sources\": [\"paper\"]},"
  "    {\"id\": \"n2\", \"party\": \"north\", \"participant\": \"ana\", \"topic\": \"truce\", \"date\": \"2025-05-16\","
  "     \"event\": \"second\", \"label\": {\"en\": \"Truce for a month\"},"
  "     \"stance\": {\"en\": \"Thirty days without fire.\"}, \"replaces\": \"n1\","
  "     \"quote\": {\"text\": \"Thirty days\", \"language\": \"en\", \"translated\": true},"
  "     \"sources\": [\"paper\", \"leaflet\"]},"
  "    {\"id\": \"i1\", \"party\": \"isle\", \"topic\": \"truce\", \"date\": \"2025-05-01\","
  "     \"label\": {\"en\": \"Soon, and on…\"}, \"stance\": {\"en\": \"Soon, and on the sea too.\"},"
  "     \"sources\": [\"leaflet\"]}],"
  "  \"sources\": ["
  "    {\"id\": \"paper\", \"type\": \"article-newspaper\", \"title\": \"They meet\","
  "     \"container-title\": \"The Paper\", \"issued\": {\"date-parts\": [[2025, 5, 17]]},"
  "     \"URL\": \"https://example.org/they-meet\", \"language\": \"uk\"},"
  "    {\"id\": \"leaflet\", \"type\": \"pamphlet\", \"title\": \"Leaflet of the hall\","
  "     \"publisher\": \"The Hall\", \"URL\": \"file:///etc/passwd\", \"language\": \"en\"},"
  "    {\"id\": \"unused\", \"type\": \"book\", \"title\": \"About seas\","
  "     \"issued\": {\"date-parts\": [[1999]]}}],"
  "  \"annotations\": [{\"id\": \"remark\", \"type\": \"Annotation\", \"motivation\": \"commenting\","
  "     \"creator\": {\"name\": \"Archivist\"}, \"created\": \"2026-11-22T10:00:00Z\","
  "     \"body\": [{\"type\": \"TextualBody\", \"value\": \"Two accounts of the length.\"}],"
  "     \"target\": \"#second\"}],"
  "  \"tours\": [] }";

TalksDocument *
panel_fixture_document (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_document_read_bytes (bytes, "fixture", NULL, &error);

  g_assert_no_error (error);
  return g_object_ref (reading->document);
}

TalksDocument *
panel_fixture_open (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_file_load (file, NULL, &error);

  g_assert_no_error (error);
  return g_object_ref (reading->document);
}

GtkWidget *
panel_fixture_present (GtkWidget    *panel,
                       TalksSession *session,
                       int           width)
{
  GtkWidget *window = gtk_window_new ();

  talks_panel_set_session (TALKS_PANEL (panel), session);
  gtk_window_set_child (GTK_WINDOW (window), panel);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  gtk_window_present (GTK_WINDOW (window));
  panel_fixture_settle ();
  return window;
}

static gboolean
on_tick (GtkWidget     *window,
         GdkFrameClock *clock,
         gpointer       frames)
{
  return --*(int *) frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Three frames of a window: one to change, one to lay out, one for what waited for that. */
static void
run_frames (GtkWidget *window)
{
  int frames = 3;
  gint64 end = g_get_monotonic_time () + 3 * G_TIME_SPAN_SECOND;
  guint id;

  if (!gtk_widget_get_mapped (window))
    return;
  g_object_ref (window);
  id = gtk_widget_add_tick_callback (window, on_tick, &frames, NULL);
  while (frames > 0 && gtk_widget_get_mapped (window) && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  if (frames > 0)
    gtk_widget_remove_tick_callback (window, id);
  g_object_unref (window);
}

void
panel_fixture_settle (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      run_frames (window);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
collect_texts (GtkWidget *widget,
               GString   *texts)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_texts (child, texts);
}

char *
panel_fixture_texts (GtkWidget *widget)
{
  GString *texts = g_string_new (NULL);

  collect_texts (widget, texts);
  return g_string_free (texts, FALSE);
}

void
panel_fixture_assert_text (GtkWidget  *widget,
                           const char *text)
{
  g_autofree char *texts = panel_fixture_texts (widget);

  if (strstr (texts, text) == NULL)
    g_error ("“%s” is not among:\n%s", text, texts);
}

void
panel_fixture_assert_no_text (GtkWidget  *widget,
                              const char *text)
{
  g_autofree char *texts = panel_fixture_texts (widget);

  if (strstr (texts, text) != NULL)
    g_error ("“%s” is among:\n%s", text, texts);
}

GtkWidget *
panel_fixture_look_for (GtkWidget  *widget,
                        GType       type,
                        const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    {
      g_autofree char *texts = panel_fixture_texts (widget);

      if (text == NULL || strstr (texts, text) != NULL)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = panel_fixture_look_for (child, type, text);
  return found;
}

GtkWidget *
panel_fixture_find (GtkWidget  *widget,
                    GType       type,
                    const char *text)
{
  GtkWidget *found = panel_fixture_look_for (widget, type, text);

  if (found == NULL)
    {
      g_autofree char *texts = panel_fixture_texts (widget);

      g_error ("No %s with “%s” in:\n%s", g_type_name (type), text != NULL ? text : "", texts);
    }
  return found;
}

void
panel_fixture_click (GtkWidget  *widget,
                     const char *text)
{
  g_signal_emit_by_name (panel_fixture_find (widget, GTK_TYPE_BUTTON, text), "clicked");
  panel_fixture_settle ();
}
