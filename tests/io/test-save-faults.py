#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets each call of a save fail in each way, over files of each kind, until a run needs no more calls.

After each, the file is wholly the old one or wholly the new one – or, where it could only be written over, both are
whole in the backups and are said to be – and "saved" was said only of the new one.

Usage: test-save-faults.py SAVE-DRIVER FAULT-SHIM
"""

import errno
import sys

from save_lab import IN_PLACE, KINDS, LONG, NEW, NO_BACKUP, OLD, Attributes, Lab, read

FAULTS = ["kill", "tear", "short"] + ["%d" % number for number in
                                      (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EINTR)] + \
         ["late:%d" % errno.EIO, "late:%d" % errno.EPERM]

HARMLESS = ("fault=short,sticky=0", "fault=short,sticky=1", "fault=%d,sticky=0" % errno.EINTR)

# What a save has to live without on some systems.
MISSING = ["only=renameat2,fault=%d" % errno.EINVAL, "only=renameat2,fault=%d" % errno.ENOSYS,
           "only=renameat2+linkat,fault=%d" % errno.EPERM, "only=fallocate+fallocate64,fault=%d" % errno.EOPNOTSUPP,
           "only=fsync,fault=%d" % errno.EINVAL, "only=fsetxattr,fault=%d" % errno.EOPNOTSUPP,
           "only=flistxattr,fault=%d" % errno.EOPNOTSUPP, "only=fremovexattr,fault=%d" % errno.EOPNOTSUPP]

DAMAGED = "12"


def is_open(message):
    """Whether an error does not say that the old content is still there."""
    return "was saved, but" in message or "could not be found out" in message


def find_problem(lab, case, answer, may_leave_temp):
    """What is wrong after a save; None if nothing is."""
    content = read(case.real)
    old = None if case.is_new else OLD
    if answer.saved and (content != NEW or case.refused):
        return "saved, but it is not"
    if case.refused and content != OLD:
        return "changed, though it is read-only"
    damaged = answer.domain == "talks-error-quark" and answer.code == DAMAGED
    if content not in (old, NEW):
        if not case.in_place:
            return "torn"
        if not answer.killed and not damaged:
            return "torn, and nothing said"
        # One whose process was not killed still runs as far as anybody can see: its copies are named in the error.
        listed = case.save(lab.driver, way="interrupted").interrupted
        if not any(path == case.real and read(copy) == NEW and (case.is_new or read(before) == OLD)
                   for path, copy, before in listed):
            return "torn, and the copies are not whole"
        lab.n_torn += 1
    elif answer.error and not damaged and content != old and not is_open(answer.error):
        return "new, and an error says that it is not"
    if answer.saved:
        notes = answer.saved[0]
        if not case.is_new and not notes & NO_BACKUP and OLD not in case.backups():
            return "the old content is not in the backups"
        if case.in_place and case.way == "save" and not notes & IN_PLACE:
            return "not said to be in place"
        kept = case.check_kept(notes)
        if kept:
            return "not kept: %s" % kept
    if not answer.killed and not may_leave_temp and case.left_over():
        return "left behind: %s" % case.left_over()
    return None


def try_one(lab, kind, spec, may_leave_temp):
    case = lab.make(kind)
    answer = case.save(lab.driver, shim=spec)
    problem = find_problem(lab, case, answer, may_leave_temp or answer.call in ("unlinkat", "unlink", "close"))
    # What is only interrupted, or done in part, is done in the end. The system does not interrupt realpath().
    if not problem and spec.endswith(HARMLESS) and kind.way == "save" and not kind.refused and not answer.saved \
            and answer.call != "realpath":
        problem = "not saved"
    if problem:
        lab.fail(kind.__name__, spec, answer.call, problem, "–", answer)
    case.remove()
    return answer


def check_calls(lab, kind, fault, sticky, first, step):
    """Until a run completes without the fault."""
    n_faults = 0
    at = first
    while True:
        spec = "at=%d,fault=%s,sticky=%d" % (at, fault, sticky)
        answer = try_one(lab, kind, spec, sticky or fault.startswith("late"))
        if not answer.fired:
            if not answer.saved and not kind.refused:
                lab.fail(kind.__name__, spec, "not saved without a fault –", answer)
            return n_faults
        n_faults += 1
        at += step
        if at > 2000:
            lab.fail(kind.__name__, spec, "no run without a fault")
            return n_faults


def check_missing(lab, kind):
    """Calls that the system does not know, so that the next best way is taken: saved all the same."""
    for spec in MISSING:
        # Where there are none, there is nothing to keep.
        if kind is Attributes and "flistxattr" in spec:
            continue
        # GIO wants its own way.
        if kind.way == "elsewhere" and "fsync" in spec:
            continue
        answer = try_one(lab, kind, spec + ",at=1,sticky=1", False)
        if not answer.saved and not kind.refused:
            lab.fail(kind.__name__, spec, "not saved –", answer)


def main():
    total = 0
    n_kinds = 0
    step = 1 if LONG else 17
    with Lab(sys.argv[1], sys.argv[2]) as lab:
        for kind in [k for k in KINDS if len(sys.argv)<4 or k.__name__ in sys.argv[3:]]:
            case = lab.make(kind)
            if case is None:
                print("%s: left out, it can not be made here" % kind.__name__)
                continue
            answer = case.save(lab.driver, shim="at=0")
            if bool(answer.saved) == case.refused:
                lab.fail(kind.__name__, "without a fault –", answer)
            case.remove()
            check_missing(lab, kind)
            n_kinds += 1
            n_faults = 0
            for number, fault in enumerate(FAULTS):
                for sticky in (0, 1) if fault not in ("kill", "tear") else (0,):
                    # GIO tries again for ever, which is not ours to change; no system interrupts for ever.
                    if sticky and fault == str(errno.EINTR) and kind.way == "elsewhere":
                        continue
                    n_faults += check_calls(lab, kind, fault, sticky, 1 + (number * 5 + sticky * 3) % step, step)
            print("%s: %s calls, %d faults" % (kind.__name__, answer.n_calls, n_faults), flush=True)
            total += n_faults
        lab.report("%d faults in saves over %d kinds of files (%d while written over, both contents whole in the backups), "
                   "%d failures" % (total, n_kinds, lab.n_torn, len(lab.failures)))


if __name__ == "__main__":
    main()
