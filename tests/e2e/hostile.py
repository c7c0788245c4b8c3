# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that mean harm, or look as if they did: floods, bombs, cycles, mutations, and what is no file.

They are always the same: what is random has the name of its case for a seed.
"""

from hostile_bytes import other_files, shapes
from hostile_dates import dates
from hostile_document import EITHER, SHOWN
from hostile_records import counts, references, values
from hostile_texts import floods, texts

__all__ = ["EITHER", "SHOWN", "cases", "sample"]

# Of how many files of a group one is in the sample; of others, one of three.
SAMPLE = {"files": 1, "floods": 6, "shapes": 6}


def cases():
    """All, in a fixed order. Each writes itself into a folder."""
    for group in (texts, floods, dates, values, references, counts, shapes, other_files):
        yield from group()


def sample():
    """A few of each group, in the same order: no two runs differ."""
    seen = {}
    for case in cases():
        rank = seen[case.group] = seen.get(case.group, -1) + 1
        if rank % SAMPLE.get(case.group, 3) == 0:
            yield case
