"""Copies, moves and trees of files, those that the run keeps in memory."""
import collections
import fnmatch
import os

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error", "SpecialFileError",
           "ignore_patterns", "disk_usage", "which", "get_terminal_size", "SameFileError", "make_archive", "unpack_archive"]

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    """The source and the destination are one file."""


class SpecialFileError(OSError):
    """The file is of a kind that cannot be copied."""


def copyfileobj(fsrc, fdst, length=0):
    """Write what is left of one open file to another."""
    while piece := fsrc.read(length or COPY_BUFSIZE):
        fdst.write(piece)


def _same(src, dst):
    return os.path.normcase(os.path.abspath(src)) == os.path.normcase(os.path.abspath(dst))


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy what is in a file. Returns dst."""
    if _same(src, dst):
        raise SameFileError("%r and %r are the same file" % (src, dst))
    with open(src, "rb") as fsrc, open(dst, "wb") as fdst:
        copyfileobj(fsrc, fdst)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Files in memory have no permissions of their own: both must be there, and that is all."""
    os.stat(src), os.stat(dst)


copystat = copymode


def copy(src, dst, *, follow_symlinks=True):
    """Copy a file to a path or into a folder. Returns the path of the copy."""
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    return dst


copy2 = copy


def ignore_patterns(*patterns):
    """Return a function for copytree that leaves out names which fit one of the patterns."""

    def ignored(path, names):
        return {n for p in patterns for n in fnmatch.filter(names, p)}

    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    """Copy a folder with all that is in it. Returns dst."""
    names = os.listdir(src)
    left = ignore(os.fspath(src), names) if ignore is not None else set()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for name in names:
        if name in left:
            continue
        a, b = os.path.join(src, name), os.path.join(dst, name)
        try:
            if os.path.isdir(a):
                copytree(a, b, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(a, b)
        except Error as e:
            errors.extend(e.args[0])
        except OSError as e:
            errors.append((a, b, str(e)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    """Remove a folder with all that is in it."""
    import sys

    if ignore_errors:
        onerror = lambda *a: None
    elif onerror is None:
        def onerror(*a):
            raise
    try:
        names = os.listdir(path)
    except OSError:
        onerror(os.scandir if hasattr(os, "scandir") else os.listdir, path, sys.exc_info())
        names = []
    for name in names:
        full = os.path.join(path, name)
        if os.path.isdir(full):
            rmtree(full, ignore_errors, onerror)
        else:
            try:
                os.unlink(full)
            except OSError:
                onerror(os.unlink, full, sys.exc_info())
    try:
        os.rmdir(path)
    except OSError:
        onerror(os.rmdir, path, sys.exc_info())


def move(src, dst, copy_function=copy2):
    """Move a file or a folder to a path or into a folder. Returns the new path."""
    real = dst
    if os.path.isdir(dst):
        if _same(src, dst):
            os.rename(src, dst)
            return None
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(real):
            raise Error("Destination path '%s' already exists" % real)
    try:
        os.rename(src, real)
    except OSError:
        if os.path.isdir(src):
            copytree(src, real, copy_function=copy_function)
            rmtree(src)
        else:
            copy_function(src, real)
            os.unlink(src)
    return real


def disk_usage(path):
    """Raise NotImplementedError: files in memory have no disk."""
    raise NotImplementedError("shutil.disk_usage is not available here: files are kept in memory and have no disk")


def which(cmd, mode=1, path=None):
    """Return None: there are no programs to be run here."""
    return None


def get_terminal_size(fallback=(80, 24)):
    """Return the size of the terminal that COLUMNS and LINES name, or the fallback."""
    size = []
    for name, other in zip(("COLUMNS", "LINES"), fallback):
        try:
            n = int(os.environ[name])
        except (KeyError, ValueError):
            n = 0
        size.append(n if n > 0 else other)
    return _terminal_size(*size)


_terminal_size = collections.namedtuple("terminal_size", "columns lines")


def make_archive(*args, **kwargs):
    """Raise NotImplementedError: archives cannot be written here."""
    raise NotImplementedError("shutil.make_archive is not available here: archives cannot be written")


def unpack_archive(*args, **kwargs):
    """Raise NotImplementedError: archives cannot be read here."""
    raise NotImplementedError("shutil.unpack_archive is not available here: archives cannot be read")
