/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each fuzz-NAME.c gives to libFuzzer (./dev fuzz) and to replay.c (./dev test). */

#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* Aborts when something is wrong with what becomes of data. Returns 0. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Called once before. Returns 0. */
int LLVMFuzzerInitialize   (int           *argc,
                            char        ***argv);
