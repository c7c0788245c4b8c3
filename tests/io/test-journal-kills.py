#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""test-journal-kills.py DRIVER: a program that works on a document is killed at any moment, and so is the one that
restores its work. Each time the work is offered, and all but the last moment of it is there."""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

DRIVER = sys.argv[1]
N_KILLS = 200 if os.environ.get("TALKS_TEST_LONG") else 20

# Promised are 2 s; a killed program, unlike a machine that stops, loses less.
MAX_LOSS = 0.5


def kill_at_work(file, seed, after):
    """Gives the times at which edits were done, by number less 1, and that of the end."""
    done = []
    process = subprocess.Popen([DRIVER, "work", file, str(seed)], stdout=subprocess.PIPE)

    def read():
        for line in process.stdout:
            assert int(line) == len(done) + 1, line
            done.append(time.monotonic())

    reader = threading.Thread(target=read)
    reader.start()
    time.sleep(after)
    killed = time.monotonic()
    process.kill()
    process.wait()
    reader.join()
    assert process.returncode == -signal.SIGKILL, "the driver ended by itself: %d" % process.returncode
    return done, killed


def kill_at_restoring(file, seed, n, after):
    """Whether it was killed before it was done."""
    process = subprocess.Popen([DRIVER, "restore", file, str(seed), str(n)], stdout=subprocess.DEVNULL)
    time.sleep(after)
    process.kill()
    return process.wait() == -signal.SIGKILL


def restore(file, seed, n):
    run = subprocess.run([DRIVER, "restore", file, str(seed), str(n)], stdout=subprocess.PIPE, check=True, text=True)
    return run.stdout.strip()


def one_kill(rand, number):
    """Gives how much was lost, in s, and whether something was left behind."""
    folder = tempfile.mkdtemp(prefix="talks-journal-")
    os.environ["XDG_STATE_HOME"] = os.path.join(folder, "state")
    file = os.path.join(folder, "work.talks.json")
    seed = rand.randrange(1 << 30)
    where = "kill %d, seed %d" % (number, seed)
    subprocess.run([DRIVER, "make", file], check=True)
    done, killed = kill_at_work(file, seed, rand.uniform(0.02, 0.9))
    # One more may have been done than it could say.
    most = len(done) + 1
    n_cut = sum(kill_at_restoring(file, seed, most, rand.uniform(0, 0.02)) for _ in range(rand.randrange(3)))
    said = restore(file, seed, most)
    assert "lost" not in said, "%s: what was restored never was: %s" % (where, said)
    counts = [int(word) for word in said.split() if word.isdigit()]
    lost = killed - done[max(counts)] if max(counts) < len(done) else 0
    assert lost <= MAX_LOSS, "%s: %.3f s are lost: %d edits, restored: %s" % (where, lost, len(done), said)
    # The one that restored has ended as well: it is there again, and the same.
    assert restore(file, seed, most) == said, "%s: it is not the same the second time" % where
    subprocess.run([DRIVER, "finish", file], check=True)
    again = restore(file, seed, most)
    assert again == "nothing " + said.replace("nothing ", ""), "%s: after saving: %s; before: %s" % (where, again, said)
    journal = os.path.join(folder, "state", "talks-timeline", "journal")
    left = [name for name in os.listdir(journal) if not name.endswith(".tmp")] if os.path.isdir(journal) else []
    assert not left, "%s: files are left: %s" % (where, left)
    shutil.rmtree(folder)
    return lost, not said.startswith("nothing"), n_cut


def main():
    seed = int(os.environ.get("TALKS_TEST_SEED", random.randrange(1 << 30)))
    rand = random.Random(seed)
    print("# seed %d" % seed)
    results = [one_kill(rand, number) for number in range(N_KILLS)]
    print("# %d kills at work, %d while restoring; left behind %d times; at most %.3f s lost"
          % (N_KILLS, sum(result[2] for result in results), sum(result[1] for result in results),
             max(result[0] for result in results)))
    assert sum(result[1] for result in results) > N_KILLS / 2


main()
