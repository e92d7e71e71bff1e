"""Paths as objects, over os and os.path."""
import os

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]


def _text(a):
    """Return what a path is made of as a string."""
    if isinstance(a, PurePath):
        return str(a)
    a = os.fspath(a)
    if isinstance(a, str):
        return str(a)
    raise TypeError("argument should be a str object or an os.PathLike object returning str, not %r" % type(a))


def _split(texts):
    """Return the root and the names of the joined texts."""
    joined = ""
    for text in texts:
        if text.startswith("/"):
            joined = text
        elif text:
            joined = joined + "/" + text if joined else text
    root = ""
    if joined.startswith("/"):
        root = "//" if joined.startswith("//") and not joined.startswith("///") else "/"
    return root, [name for name in joined.split("/") if name and name != "."]


def _pattern(text):
    """Return a function that says whether a name fits a pattern with *, ? and [...]."""
    import re

    out, i = "", 0
    while i < len(text):
        c = text[i]
        i += 1
        if c == "*":
            out += ".*"
        elif c == "?":
            out += "."
        elif c == "[" and "]" in text[i + 1:]:
            end = text.index("]", i + 1)
            inside = text[i:end].replace("\\", "\\\\")
            out += "[" + ("^" + inside[1:] if inside.startswith("!") else inside) + "]"
            i = end + 1
        else:
            out += re.escape(c)
    return re.compile("(?s:" + out + r")\Z").match


class _Parents:
    """The parents of a path, the nearest first."""

    def __init__(self, path):
        self._kind = type(path)
        self._all = []
        root, names = path._root, path._names
        for n in range(len(names) - 1, -1, -1):
            self._all.append(path._made(root, names[:n]))

    def __len__(self):
        return len(self._all)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self._all[index])
        if index >= len(self._all) or index < -len(self._all):
            raise IndexError(index)
        return self._all[index]

    def __iter__(self):
        return iter(self._all)

    def __repr__(self):
        return "<%s.parents>" % self._kind.__name__


class PurePath:
    """A path that is not looked up."""

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        return cls._from(args)

    @classmethod
    def _from(cls, args):
        return cls._of(*_split([_text(a) for a in args]))

    @classmethod
    def _of(cls, root, names):
        self = object.__new__(cls)
        self._root, self._names = root, list(names)
        return self

    def _made(self, root, names):
        return type(self)._of(root, names)

    def __reduce__(self):
        return (type(self), tuple(self.parts))

    def __str__(self):
        return self._root + "/".join(self._names) or "."

    def __fspath__(self):
        return str(self)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def __bytes__(self):
        return os.fsencode(str(self))

    def __hash__(self):
        return hash((self._root, tuple(self._names)))

    def _key(self):
        return ([self._root] if self._root else []) + self._names

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, other):
        try:
            return self.joinpath(other)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, other):
        try:
            return self._made(*_split([_text(other), str(self) if self._key() else ""]))
        except TypeError:
            return NotImplemented

    def joinpath(self, *others):
        return self._made(*_split([str(self) if self._key() else ""] + [_text(a) for a in others]))

    @property
    def drive(self):
        return ""

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def parts(self):
        return tuple(self._key())

    @property
    def name(self):
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        at = self.name.rfind(".")
        return self.name[at:] if 0 < at < len(self.name) - 1 else ""

    @property
    def suffixes(self):
        if self.name.endswith("."):
            return []
        return ["." + part for part in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        at = self.name.rfind(".")
        return self.name[:at] if 0 < at < len(self.name) - 1 else self.name

    @property
    def parent(self):
        return self._made(self._root, self._names[:-1]) if self._names else self

    @property
    def parents(self):
        return _Parents(self)

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        if not name or "/" in name or name == ".":
            raise ValueError("Invalid name %r" % (name))
        return self._made(self._root, self._names[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError("Invalid suffix %r" % (suffix))
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        old = self.suffix
        name = self.name[:len(self.name) - len(old)] if old else self.name
        return self._made(self._root, self._names[:-1] + [name + suffix])

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        base = type(self)._from(other)
        mine, theirs = self._key(), base._key()
        if mine[:len(theirs)] != theirs:
            raise ValueError("{!r} is not in the subpath of {!r} OR one path is relative and the other is absolute.".format(str(self), str(base)))
        return self._made("", mine[len(theirs):])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def as_posix(self):
        return str(self)

    def as_uri(self):
        if not self._root:
            raise ValueError("relative path can't be expressed as a file URI")
        kept = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-~/"
        return "file://" + "".join(chr(c) if c in kept else "%%%02X" % c for c in str(self).encode())

    def match(self, pattern):
        root, names = _split([_text(pattern)])
        if not root and not names:
            raise ValueError("empty pattern")
        if root and (root != self._root or len(names) != len(self._names)) or len(names) > len(self._names):
            return False
        return all(_pattern(p)(n) for p, n in zip(reversed(names), reversed(self._names)))


class PurePosixPath(PurePath):
    """A path with slashes that is not looked up."""


class PureWindowsPath(PurePath):
    """Paths of Windows are not modelled here."""

    def __new__(cls, *args):
        raise NotImplementedError("pathlib.%s is not modelled here: paths have slashes. Use PurePosixPath." % cls.__name__)


class Path(PurePath):
    """A path that can be looked up among the files of the run."""

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return cls._from(args)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(os.path.expanduser("~"))

    def expanduser(self):
        return self._from([os.path.expanduser(str(self))])

    def absolute(self):
        return self if self._root else self._from([os.getcwd(), str(self)])

    def resolve(self, strict=False):
        if strict:
            os.stat(self)
        return self._from([os.path.realpath(str(self))])

    def exists(self):
        return os.path.exists(self)

    def is_file(self):
        return os.path.isfile(self)

    def is_dir(self):
        return os.path.isdir(self)

    def is_symlink(self):
        return False

    def samefile(self, other):
        return os.path.realpath(str(self)) == os.path.realpath(_text(other))

    def stat(self):
        return os.stat(self)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % type(data).__name__)
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, "File exists", str(self))
            return
        self.open("w").close()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.makedirs(self) if parents else os.mkdir(self)
        except FileExistsError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(self)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self, target)
        return self._from([target])

    def replace(self, target):
        os.replace(self, target)
        return self._from([target])

    def iterdir(self):
        for name in os.listdir(self):
            yield self._made(self._root, self._names + [name])

    def glob(self, pattern):
        root, names = _split([_text(pattern)])
        if root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if not names:
            raise ValueError("Unacceptable pattern: {!r}".format(pattern))
        return self._below(names)

    def rglob(self, pattern):
        return self.glob("**/" + _text(pattern))

    def _below(self, names):
        """Yield what fits the patterns, each path once."""
        seen = set()
        for path in self._fitting(names):
            if path not in seen:
                seen.add(path)
                yield path

    def _fitting(self, names):
        if not names:
            yield self
            return
        first, rest = names[0], names[1:]
        if first == "**":
            if not rest:
                yield self
            else:
                yield from self._fitting(rest)
            for path in list(self.iterdir()):
                if path.is_dir():
                    yield from path._fitting(names)
            return
        if not self.is_dir():
            return
        fits = _pattern(first)
        for path in list(self.iterdir()):
            if fits(path.name) and (not rest or path.is_dir()):
                yield from path._fitting(rest)


class PosixPath(Path, PurePosixPath):
    """A path with slashes that can be looked up among the files of the run."""


class WindowsPath(Path, PureWindowsPath):
    """Paths of Windows are not modelled here."""

    def __new__(cls, *args, **kwargs):
        raise NotImplementedError("cannot instantiate %r on your system" % (cls.__name__,))
