# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A place to break saving in: files of each kind, and save-driver below fault-shim to save over them."""

import errno
import os
import shutil
import stat
import struct
import subprocess
import tempfile

LONG = os.environ.get("TALKS_TEST_LONG", "") not in ("", "0")
ROOT = os.geteuid() == 0

# TalksSaveFlags and TalksSaveNotes.
OVERWRITE, READ_ONLY = 1, 2
NOT_DURABLE, NO_BACKUP, OWNER_CHANGED, GROUP_CHANGED, ATTRIBUTES_LOST, IN_PLACE, LINK_KEPT, ELSEWHERE = \
    (1 << bit for bit in range(8))

# Who saves when we are root, who else there is, and a group that both are in.
SAVER, COLLEAGUE = 65534, 65533

# Of different lengths, and nowhere the same: a mixture of both can not pass for either.
OLD = b"".join(b"old %06d\n" % i for i in range(700))
NEW = b"".join(b"NEW-%07d\n" % i for i in range(900))
THEIRS = b"".join(b"their %06d\n" % i for i in range(500))

ACL = "system.posix_acl_access"


def make_acl(user):
    """rw for the owner and one more user, r for the group; nothing for others."""
    entries = [(1, 6, 0xffffffff), (2, 6, user), (4, 4, 0xffffffff), (16, 6, 0xffffffff), (32, 0, 0xffffffff)]
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


def has_attributes(folder):
    """Whether files there can have attributes of the user's and an ACL."""
    path = os.path.join(folder, "probe")
    try:
        open(path, "w").close()
        os.setxattr(path, "user.talks", b"1")
        os.setxattr(path, ACL, make_acl(COLLEAGUE))
        return True
    except OSError:
        return False
    finally:
        os.unlink(path)


def make_work_folder():
    """In memory where that will do: thousands of saves are synced."""
    for parent in ("/dev/shm", None):
        try:
            folder = tempfile.mkdtemp(prefix="talks-save-", dir=parent)
        except OSError:
            continue
        if has_attributes(folder) or parent is None:
            os.chmod(folder, 0o755)
            return folder
        os.rmdir(folder)
    raise SystemExit("There is no place to work in.")


def write(path, content, mode=0o644):
    with open(path, "wb") as file:
        file.write(content)
    os.chmod(path, mode)


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


class Answer:
    def __init__(self, lines):
        self.lines = lines
        self.saved = [int(line.split()[1]) for line in lines if line.startswith("saved ")]
        self.error = next((line for line in lines if line.startswith("error ")), None)
        self.code = self.error.split()[2] if self.error else None
        self.domain = self.error.split()[1] if self.error else None
        calls = next((line.split() for line in lines if line.startswith("calls ")), None)
        self.n_calls = int(calls[1]) if calls else None
        self.fired = calls is None or calls[2] != "0"
        self.call = calls[3] if calls and len(calls) > 3 else ""
        self.interrupted = [line[len("interrupted "):].split("\t") for line in lines if line.startswith("interrupted ")]
        self.gap = next((int(line.split()[1]) for line in lines if line.startswith("gap ")), None)
        self.end = lines[-1]

    @property
    def killed(self):
        return self.end == "end signal 9"

    def __str__(self):
        return " | ".join(self.lines)


class Driver:
    def __init__(self, program, shim):
        env = dict(os.environ, LD_PRELOAD=os.path.abspath(shim))
        env.pop("XDG_STATE_HOME", None)
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env)

    def ask(self, **request):
        line = "\t".join("%s=%s" % item for item in request.items() if item[1] is not None)
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        lines = []
        while not lines or not lines[-1].startswith("end "):
            answer = self.process.stdout.readline()
            if not answer:
                raise RuntimeError("The driver has ended.")
            lines.append(answer.decode().rstrip("\n"))
        if lines[-1] not in ("end exit 0", "end signal 9"):
            raise RuntimeError("%s: %s" % (line, lines))
        return Answer(lines)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Case:
    """A file of one kind in a folder of its own, and what must be true of it."""

    in_place = False  # it can only be written over
    is_new = False
    refused = False  # the file is never to be changed
    flags = 0
    way = "save"
    user = SAVER if ROOT else None

    def __init__(self, folder):
        self.top = folder
        self.folder = os.path.join(folder, "files")
        self.state = os.path.join(folder, "state")
        self.target = os.path.join(self.folder, "talks.talks.json")
        self.real = self.target
        self.content = os.path.join(folder, "new")
        self.expected = os.path.join(folder, "old")
        for path in (folder, self.folder, self.state):
            os.mkdir(path)
        write(self.content, NEW)
        write(self.expected, OLD)
        self.make()
        if ROOT and self.user is not None:
            for path in (self.folder, self.state, self.real):
                if os.path.exists(path) and os.stat(path).st_uid == 0:
                    os.chown(path, self.user, self.user)
        self.before = os.stat(self.real) if os.path.exists(self.real) else None

    def make(self):
        write(self.real, OLD, 0o640)

    def save(self, driver, **request):
        values = dict(target=self.target, content=self.content, expect=None if self.is_new else self.expected,
                      flags=self.flags, state=self.state, user=self.user, way=self.way)
        values.update(request)
        return driver.ask(**values)

    def backups(self):
        found = []
        for folder, _, names in os.walk(self.state):
            found += [read(os.path.join(folder, name)) for name in names
                      if name.startswith("2") and name.endswith(".talks.json")]
        return found

    def left_over(self):
        return [name for name in os.listdir(self.folder) if name.endswith(".talks-save")]

    def check_kept(self, notes):
        """What has to stay besides the content; a word about what did not."""
        now = os.stat(self.real)
        if notes & (ATTRIBUTES_LOST | OWNER_CHANGED | GROUP_CHANGED):
            return None
        if self.before is not None and stat.S_IMODE(now.st_mode) != stat.S_IMODE(self.before.st_mode):
            return "mode %o" % now.st_mode
        if self.before is not None and (now.st_uid, now.st_gid) != (self.before.st_uid, self.before.st_gid):
            return "owner %d:%d" % (now.st_uid, now.st_gid)
        return None

    def remove(self):
        os.chmod(self.folder, 0o755)
        shutil.rmtree(self.top)


class Plain(Case):
    pass


class New(Case):
    is_new = True

    def make(self):
        pass

    def check_kept(self, notes):
        return None if stat.S_IMODE(os.stat(self.real).st_mode) == 0o644 else "mode"


class Symlink(Case):
    def make(self):
        os.mkdir(os.path.join(self.folder, "real"))
        self.real = os.path.join(self.folder, "real", "other-name")
        super().make()
        os.symlink("real/other-name", self.target)
        if ROOT:
            os.chown(os.path.dirname(self.real), self.user, self.user)

    def left_over(self):
        return [name for name in os.listdir(os.path.dirname(self.real)) if name.endswith(".talks-save")]

    def check_kept(self, notes):
        return super().check_kept(notes) if os.path.islink(self.target) and notes & LINK_KEPT else "the link"


class HardLink(Case):
    in_place = True

    def make(self):
        super().make()
        os.link(self.real, os.path.join(self.folder, "second name"))

    def check_kept(self, notes):
        second = os.stat(os.path.join(self.folder, "second name"))
        return super().check_kept(notes) if second.st_ino == os.stat(self.real).st_ino else "the link"


class Foreign(Case):
    """Of a colleague, in a folder that both share."""

    in_place = True

    def make(self):
        if not ROOT:
            raise OSError(errno.EPERM, "only root can give files away")
        super().make()
        os.chmod(self.folder, 0o2775)
        os.chown(self.real, COLLEAGUE, SAVER)
        os.chmod(self.real, 0o664)


class ReadOnlyFolder(Case):
    in_place = True

    def make(self):
        super().make()
        os.chmod(self.folder, 0o555)


class ReadOnlyFile(Case):
    refused = True

    def make(self):
        write(self.real, OLD, 0o444)


class ReadOnlyFileForced(ReadOnlyFile):
    refused = False
    flags = READ_ONLY


class Attributes(Case):
    def make(self):
        super().make()
        os.setxattr(self.real, "user.talks", b"the value")
        os.setxattr(self.real, ACL, make_acl(COLLEAGUE))

    def check_kept(self, notes):
        if notes & ATTRIBUTES_LOST:
            return None
        try:
            if os.getxattr(self.real, "user.talks") != b"the value" or os.getxattr(self.real, ACL) != make_acl(COLLEAGUE):
                return "the attributes"
        except OSError as error:
            return "the attributes: %s" % error
        return super().check_kept(notes)


class Elsewhere(Case):
    """As if it were not local."""

    in_place = True
    way = "elsewhere"

    def check_kept(self, notes):
        return None


class ElsewhereNew(Elsewhere):
    is_new = True

    def make(self):
        pass


KINDS = [Plain, New, Symlink, HardLink, Foreign, ReadOnlyFolder, ReadOnlyFile, ReadOnlyFileForced, Attributes,
         Elsewhere, ElsewhereNew]


class Lab:
    """with Lab (program, shim) as lab: a driver, and cases that are removed at the end."""

    def __init__(self, program, shim):
        self.folder = make_work_folder()
        self.driver = Driver(program, shim)
        self.n_cases = 0
        self.n_torn = 0
        self.failures = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.close()
        subprocess.run(["rm", "-rf", self.folder], check=False)

    def make(self, kind):
        """None where such a file can not be made here."""
        self.n_cases += 1
        path = os.path.join(self.folder, str(self.n_cases))
        try:
            return kind(path)
        except OSError as error:
            if error.errno not in (errno.EPERM, errno.EACCES, errno.EOPNOTSUPP):
                raise
            return None

    def fail(self, *words):
        self.failures.append(" ".join(map(str, words)))
        print("not ok:", self.failures[-1], flush=True)

    def report(self, words):
        print(words, flush=True)
        if self.failures:
            raise SystemExit("%d failures" % len(self.failures))
