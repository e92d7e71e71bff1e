import os
import os.path as osp
from os.path import join, splitext
paths = ["", "a", "a/b", "/a/b", "/a/b/", "a//b", "/", "//", "///x", "a/./b/../c", "../x/..", "/../a", ".", "..", "a.b/c", ".bashrc", "x.tar.gz", "a/.hidden.txt", "...", "a..b", "/a.b/.c"]
for p in paths:
    print(repr(p), osp.split(p), osp.splitext(p), osp.basename(p), osp.dirname(p), osp.normpath(p), osp.isabs(p))
print(join("a", "b"), join("a/", "b"), join("a", "/b", "c"), join("", "x"), join("a", ""), join("a"), join("a", "b", "..", "c"))
print(osp.relpath("/a/b/c", "/a/d"), osp.relpath("/a", "/a"), osp.relpath("x/y", "x"), osp.relpath("/a/b", "/"))
print(osp.commonpath(["/a/b/c", "/a/b/d"]), osp.commonpath(["a/b", "a/c"]), osp.commonprefix(["abc", "abd", "ab"]), repr(osp.commonprefix([])))
print(osp.splitdrive("/a/b"), os.sep, os.pathsep, repr(os.linesep), os.curdir, os.pardir, os.extsep, os.altsep, os.name)
print(splitext("model.keras"), splitext("weights.h5")[1])
print(osp.normcase("/A/b"), osp.isfile("nope"), osp.exists("/definitely/not"), osp.isdir("/definitely/not"), osp.islink("x"))
for f in [lambda: osp.join(1), lambda: osp.basename(None), lambda: osp.commonpath([]), lambda: osp.commonpath(["/a", "b"]), lambda: osp.relpath("")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class P:
    def __fspath__(self):
        return "pp/q.txt"
print(osp.basename(P()), os.fspath(P()), isinstance(P(), os.PathLike), issubclass(str, os.PathLike))
class Bad:
    def __fspath__(self):
        return 5
for f in [lambda: os.fspath(Bad()), lambda: os.fspath(3)]:
    try:
        f()
    except TypeError as e:
        print(e)
print(os.path is osp, osp.__name__, os.fspath("x"), os.fsencode("é"), os.fsdecode(b"abc"))
