"""Names that fit the patterns of a shell: * is anything, ? one character, [...] one of these."""
import functools
import os
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """Tell whether a name fits a pattern; the system of files minds upper and lower case."""
    return fnmatchcase(os.fspath(name), os.fspath(pat))


@functools.lru_cache(maxsize=32768, typed=True)
def _compile_pattern(pat):
    if isinstance(pat, bytes):
        return re.compile(bytes(translate(str(pat, "ISO-8859-1")), "ISO-8859-1")).match
    return re.compile(translate(pat)).match


def filter(names, pat):
    """Return the names that fit a pattern."""
    match = _compile_pattern(os.fspath(pat))
    return [name for name in names if match(name)]


def fnmatchcase(name, pat):
    """Tell whether a name fits a pattern, upper and lower case being different."""
    return _compile_pattern(pat)(name) is not None


_ANY = object()


def _bracket(pat, i):
    """Read the set whose [ stands before i. Return its regular expression and the place behind it."""
    end = i
    if pat[end:end + 1] == "!":
        end += 1
    if pat[end:end + 1] == "]":
        end += 1
    end = pat.find("]", end)
    if end < 0:
        return "\\[", i
    inside = pat[i:end]
    if "-" not in inside:
        inside = inside.replace("\\", "\\\\")
    else:
        inside = _ranges(pat, i, end)
    inside = re.sub(r"([&~|])", r"\\\1", inside)
    if not inside:
        return "(?!)", end + 1
    if inside == "!":
        return ".", end + 1
    if inside[0] == "!":
        inside = "^" + inside[1:]
    elif inside[0] in ("^", "["):
        inside = "\\" + inside
    return "[" + inside + "]", end + 1


def _ranges(pat, i, end):
    """Return the set with its hyphens sorted out: those between two characters make ranges, and empty ranges go."""
    chunks, start = [], i
    at = i + 2 if pat[i] == "!" else i + 1
    while True:
        at = pat.find("-", at, end)
        if at < 0:
            break
        chunks.append(pat[start:at])
        start, at = at + 1, at + 3
    last = pat[start:end]
    if last:
        chunks.append(last)
    else:
        chunks[-1] += "-"
    for k in range(len(chunks) - 1, 0, -1):
        if chunks[k - 1][-1] > chunks[k][0]:
            chunks[k - 1] = chunks[k - 1][:-1] + chunks[k][1:]
            del chunks[k]
    return "-".join(c.replace("\\", "\\\\").replace("-", "\\-") for c in chunks)


def translate(pat):
    """Return the regular expression of a pattern."""
    parts, i = [], 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == "*":
            if not parts or parts[-1] is not _ANY:
                parts.append(_ANY)
        elif c == "?":
            parts.append(".")
        elif c == "[":
            text, i = _bracket(pat, i)
            parts.append(text)
        else:
            parts.append(re.escape(c))
    pieces, run = [], []
    for part in parts:
        if part is _ANY:
            pieces.append("".join(run))
            run = []
        else:
            run.append(part)
    if not pieces:
        return r"(?s:%s)\Z" % "".join(run)
    # What stands between two stars is taken where it comes first, for good: looking further would never help.
    middle = "".join("(?>.*?%s)" % p for p in pieces[1:])
    return r"(?s:%s%s.*%s)\Z" % (pieces[0], middle, "".join(run))
