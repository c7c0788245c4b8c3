# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the style of what is on the projector: projector-css.py FILE.css… > projector.css

A style sheet counts for the whole display, while the main window and the projector have colours of their own. So
the rules of the panels are written again, for what is inside .talks-projected only, in the colours of
colors-projector.css.
"""

import re
import sys

for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        text = re.sub(r"/\*.*?\*/", "", file.read(), flags=re.S)
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        selectors = [selector.strip().replace(".talks-window", "").strip() for selector in selectors.split(",")]
        print(",\n".join(f".talks-projected {selector}" for selector in selectors)
              + " {" + body.replace("@talks_", "@projector_") + "}\n")
