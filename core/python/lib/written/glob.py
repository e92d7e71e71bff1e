"""Files whose paths fit a pattern, among those that the run keeps in memory."""
import fnmatch
import os
import re

__all__ = ["escape", "glob", "iglob"]

_MAGIC = re.compile("([*?[])")


def has_magic(s):
    """Tell whether a path is a pattern."""
    return _MAGIC.search(s) is not None


def escape(pathname):
    """Return a pattern that fits nothing but the path itself."""
    return _MAGIC.sub(r"[\1]", pathname)


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """Return the paths that fit a pattern."""
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """Return an iterator over the paths that fit a pattern."""
    root = os.fspath(root_dir) if root_dir is not None else pathname[:0]
    found = _fitting(root, pathname, recursive, include_hidden, False)
    if not pathname or recursive and pathname[:2] == "**":
        return (path for path in found if path)
    return found


def _under(root, name):
    if not root or os.path.isabs(name):
        return name
    return os.path.join(root, name) if name else root


def _names(folder, root, only_folders):
    where = _under(root, folder) or os.curdir
    try:
        names = os.listdir(where)
    except OSError:
        return []
    return [n for n in names if not only_folders or os.path.isdir(os.path.join(where, n))]


def _hidden(name):
    return name[:1] == "."


def _fitting(root, pathname, recursive, hidden, only_folders):
    head, tail = os.path.split(pathname)
    if not has_magic(pathname):
        if tail:
            if os.path.lexists(_under(root, pathname)):
                yield pathname
        elif os.path.isdir(_under(root, head)):
            yield pathname
        return
    if not head:
        yield from _in(root, head, tail, recursive, hidden, only_folders)
        return
    folders = _fitting(root, head, recursive, hidden, True) if head != pathname and has_magic(head) else [head]
    for folder in folders:
        if has_magic(tail):
            names = _in(root, folder, tail, recursive, hidden, only_folders)
        elif tail:
            names = [tail] if os.path.lexists(_under(root, os.path.join(folder, tail))) else []
        else:
            names = [tail] if os.path.isdir(_under(root, folder)) else []
        for name in names:
            yield os.path.join(folder, name)


def _in(root, folder, pattern, recursive, hidden, only_folders):
    if recursive and pattern == "**":
        if not folder or os.path.isdir(_under(root, folder)):
            yield pattern[:0]
            yield from _below(root, folder, hidden, only_folders)
        return
    names = _names(folder, root, only_folders)
    if not hidden and not _hidden(pattern):
        names = [n for n in names if not _hidden(n)]
    yield from fnmatch.filter(names, pattern)


def _below(root, folder, hidden, only_folders):
    for name in _names(folder, root, only_folders):
        if hidden or not _hidden(name):
            yield name
            inner = os.path.join(folder, name) if folder else name
            for more in _below(root, inner, hidden, only_folders):
                yield os.path.join(name, more)
