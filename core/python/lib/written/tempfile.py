"""Files and folders with names that nobody else uses, among those that the run keeps in memory."""
import io
import os
import random

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp", "TMP_MAX", "gettempprefix",
           "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = 10000
template = "tmp"
tempdir = None

_letters = "abcdefghijklmnopqrstuvwxyz0123456789_"
_draw = random.Random(20)


def gettempdir():
    """Return the folder for temporary files."""
    global tempdir
    if tempdir is None:
        tempdir = "/tmp"
    os.makedirs(tempdir, exist_ok=True)
    return tempdir


def gettempdirb():
    """Return the folder for temporary files as bytes."""
    return os.fsencode(gettempdir())


def gettempprefix():
    """Return what names of temporary files begin with."""
    return template


def gettempprefixb():
    """Return what names of temporary files begin with as bytes."""
    return os.fsencode(template)


def _unused(suffix, prefix, dir):
    kind = {type(a) for a in (suffix, prefix, dir) if isinstance(a, (str, bytes))}
    if len(kind) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    dir = gettempdir() if dir is None else os.fsdecode(os.fspath(dir))
    suffix = "" if suffix is None else os.fsdecode(suffix)
    prefix = template if prefix is None else os.fsdecode(prefix)
    for _ in range(TMP_MAX):
        path = os.path.join(dir, prefix + "".join(_draw.choices(_letters, k=8)) + suffix)
        if not os.path.exists(path):
            return os.fsencode(os.path.abspath(path)) if bytes in kind else os.path.abspath(path)
    raise FileExistsError(17, "No usable temporary file name found")


def mktemp(suffix="", prefix=template, dir=None):
    """Return a path that nothing has at this time."""
    return _unused(suffix, prefix, dir)


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Make a folder and return its path."""
    path = _unused(suffix, prefix, dir)
    os.mkdir(path)
    return path


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Raise NotImplementedError: files have no descriptors here."""
    raise NotImplementedError("tempfile.mkstemp is not available here: files have no descriptors. NamedTemporaryFile gives an open file")


class _Named:
    """An open file that is removed when it is closed."""

    def __init__(self, file, name, delete):
        self.file, self.name, self.delete = file, name, delete

    def __getattr__(self, name):
        return getattr(self.__dict__["file"], name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        """Close the file, and remove it unless it is to be kept."""
        self.file.close()
        if self.delete and os.path.exists(self.name):
            os.unlink(self.name)
            self.delete = False

    def __iter__(self):
        for line in self.file:
            yield line


_TemporaryFileWrapper = _Named


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None):
    """Return an open file with a name of its own, which goes when it is closed."""
    path = _unused(suffix, prefix, dir)
    if "b" in mode:
        file = open(path, mode)
    else:
        file = open(path, mode, encoding=encoding, newline=newline, errors=errors)
    return _Named(file, path, delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    """Return an open file that no path leads to."""
    if "b" in mode:
        return io.BytesIO()
    return io.StringIO(newline=newline)


class SpooledTemporaryFile:
    """A file in memory."""

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
        self._file = TemporaryFile(mode, newline=newline)

    def __getattr__(self, name):
        return getattr(self.__dict__["_file"], name)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self._file.close()

    def __iter__(self):
        return iter(self._file)

    def rollover(self):
        """All of it stays in memory."""


class TemporaryDirectory:
    """A folder that goes with all that is in it when the with statement ends."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors

    def __repr__(self):
        return "<%s %r>" % (type(self).__name__, self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        """Remove the folder."""
        import shutil

        if os.path.exists(self.name):
            shutil.rmtree(self.name, ignore_errors=self._ignore_cleanup_errors)
