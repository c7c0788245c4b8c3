/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For LD_PRELOAD: lets GDK see the monitors that were added to an X server without having an output of their own.
 *
 * Xvfb has one output. RandR 1.5 lets anybody add monitors to it (talks_monitors.py), and window managers take
 * them as real ones, but GDK looks each monitor's output up. Those without one get an output here, which is
 * connected, has the name of the monitor and no properties. All the rest is real: places, sizes, coming and going. */

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include <X11/extensions/Xrandr.h>

#define FAKE 0x70000000ul /* above all ids that a server gives; the rest is the atom of the monitor's name */
#define MAX_MONITORS 16

typedef XRRMonitorInfo *(*GetMonitors) (Display *display, Window window, Bool active, int *n);
typedef XRROutputInfo  *(*GetOutputInfo) (Display *display, XRRScreenResources *resources, RROutput output);
typedef void            (*FreeOutputInfo) (XRROutputInfo *info);
typedef Atom           *(*ListProperties) (Display *display, RROutput output, int *n);
typedef int             (*GetProperty) (Display *display, RROutput output, Atom property, long offset, long length,
                                        Bool delete, Bool pending, Atom type, Atom *actual_type, int *actual_format,
                                        unsigned long *n_items, unsigned long *bytes_after, unsigned char **value);

static void
find (const char *name,
      void       *function)
{
  void *found = dlsym (RTLD_NEXT, name);

  if (found == NULL)
    abort ();
  memcpy (function, &found, sizeof found);
}

XRRMonitorInfo *
XRRGetMonitors (Display *display,
                Window   window,
                Bool     active,
                int     *n)
{
  static RROutput outputs[MAX_MONITORS];
  GetMonitors real;
  XRRMonitorInfo *monitors;

  find ("XRRGetMonitors", &real);
  monitors = real (display, window, active, n);
  for (int i = 0; monitors != NULL && i < *n && i < MAX_MONITORS; i++)
    if (monitors[i].noutput == 0)
      {
        outputs[i] = FAKE | monitors[i].name;
        monitors[i].outputs = &outputs[i];
        monitors[i].noutput = 1;
      }
  return monitors;
}

XRROutputInfo *
XRRGetOutputInfo (Display            *display,
                  XRRScreenResources *resources,
                  RROutput            output)
{
  GetOutputInfo real;
  XRROutputInfo *info;

  find ("XRRGetOutputInfo", &real);
  if ((output & FAKE) != FAKE)
    return real (display, resources, output);
  info = calloc (1, sizeof *info);
  if (info == NULL)
    abort ();
  info->name = XGetAtomName (display, output & ~FAKE);
  info->nameLen = (int) strlen (info->name);
  info->connection = RR_Connected;
  return info;
}

void
XRRFreeOutputInfo (XRROutputInfo *info)
{
  FreeOutputInfo real;

  find ("XRRFreeOutputInfo", &real);
  if (info->ncrtc == 0 && info->crtcs == NULL)
    {
      XFree (info->name);
      free (info);
    }
  else
    real (info);
}

Atom *
XRRListOutputProperties (Display  *display,
                         RROutput  output,
                         int      *n)
{
  ListProperties real;

  find ("XRRListOutputProperties", &real);
  if ((output & FAKE) != FAKE)
    return real (display, output, n);
  *n = 0;
  return NULL;
}

int
XRRGetOutputProperty (Display        *display,
                      RROutput        output,
                      Atom            property,
                      long            offset,
                      long            length,
                      Bool            delete,
                      Bool            pending,
                      Atom            type,
                      Atom           *actual_type,
                      int            *actual_format,
                      unsigned long  *n_items,
                      unsigned long  *bytes_after,
                      unsigned char **value)
{
  GetProperty real;

  find ("XRRGetOutputProperty", &real);
  if ((output & FAKE) != FAKE)
    return real (display, output, property, offset, length, delete, pending, type, actual_type, actual_format, n_items,
                 bytes_after, value);
  *actual_type = None;
  *actual_format = 0;
  *n_items = 0;
  *bytes_after = 0;
  *value = NULL;
  return Success;
}
