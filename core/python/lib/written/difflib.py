"""What differs between two sequences or texts: matching blocks, edits, and comparisons line by line."""
from collections import namedtuple as _namedtuple
from heapq import nlargest as _nlargest
import re as _re

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK", "context_diff",
           "unified_diff", "diff_bytes", "Match"]

Match = _namedtuple("Match", "a b size")


def _share(common, total):
    return 2.0 * common / total if total else 1.0


class SequenceMatcher:
    """Compares two sequences of hashable items by the longest runs that they have in common."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Take two sequences."""
        self.set_seq1(a)
        self.set_seq2(b)

    def _forget(self):
        self.matching_blocks = self.opcodes = None

    def set_seq1(self, a):
        """Take another first sequence."""
        if self.a is not a:
            self.a = a
            self._forget()

    def set_seq2(self, b):
        """Take another second sequence, the one that is indexed."""
        if self.b is b:
            return
        self.b, self.fullbcount = b, None
        self._forget()
        self.b2j = places = {}
        for j, item in enumerate(b):
            places.setdefault(item, []).append(j)
        self.bjunk = {item for item in places if self.isjunk(item)} if self.isjunk else set()
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        if self.autojunk and len(b) >= 200:
            limit = len(b) // 100 + 1
            self.bpopular = {item for item, where in places.items() if len(where) > limit}
            for item in self.bpopular:
                del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """Return where the longest run begins that both have within the bounds, and its size; of several the first."""
        ahi = len(self.a) if ahi is None else ahi
        bhi = len(self.b) if bhi is None else bhi
        start, other, size = alo, blo, 0
        ending = {}  # place in b: length of the run that ends there and at the item of a before
        for i in range(alo, ahi):
            now = {}
            for j in self.b2j.get(self.a[i], ()):
                if j >= bhi:
                    break
                if j >= blo:
                    now[j] = length = ending.get(j - 1, 0) + 1
                    if length > size:
                        start, other, size = i + 1 - length, j + 1 - length, length
            ending = now
        for junk in (False, True):
            start, other, size = self._stretch(start, other, size, (alo, ahi, blo, bhi), junk)
        return Match(start, other, size)

    def _stretch(self, i, j, size, bounds, junk):
        """Make a run longer at both ends while equal items follow that are junk, or that are none."""
        alo, ahi, blo, bhi = bounds
        a, b = self.a, self.b
        alike = lambda x, y: (b[y] in self.bjunk) == junk and a[x] == b[y]
        while alo < i and blo < j and alike(i - 1, j - 1):
            i, j, size = i - 1, j - 1, size + 1
        while i + size < ahi and j + size < bhi and alike(i + size, j + size):
            size += 1
        return i, j, size

    def get_matching_blocks(self):
        """Return all runs in common, in order; the last is empty and stands at the ends."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        todo, found = [(0, len(self.a), 0, len(self.b))], []
        while todo:
            alo, ahi, blo, bhi = todo.pop()
            i, j, size = run = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(run)
                if alo < i and blo < j:
                    todo.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    todo.append((i + size, ahi, j + size, bhi))
        joined = []
        for i, j, size in sorted(found):
            if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
                size += joined[-1][2]
                i, j, _ = joined.pop()
            joined.append(Match(i, j, size))
        joined.append(Match(len(self.a), len(self.b), 0))
        self.matching_blocks = joined
        return joined

    def get_opcodes(self):
        """Return the edits that make the second of the first: (what, from a, to a, from b, to b)."""
        if self.opcodes is None:
            self.opcodes, i, j = [], 0, 0
            for at, to, size in self.get_matching_blocks():
                what = {(True, True): "replace", (True, False): "delete", (False, True): "insert"}.get((i < at, j < to))
                if what:
                    self.opcodes.append((what, i, at, j, to))
                i, j = at + size, to + size
                if size:
                    self.opcodes.append(("equal", at, i, to, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """Give the edits in groups, with up to n equal items around each."""
        edits = list(self.get_opcodes()) or [("equal", 0, 1, 0, 1)]
        if edits[0][0] == "equal":
            what, i1, i2, j1, j2 = edits[0]
            edits[0] = what, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if edits[-1][0] == "equal":
            what, i1, i2, j1, j2 = edits[-1]
            edits[-1] = what, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for what, i1, i2, j1, j2 in edits:
            if what == "equal" and i2 - i1 > 2 * n:
                yield group + [(what, i1, min(i2, i1 + n), j1, min(j2, j1 + n))]
                group, i1, j1 = [], max(i1, i2 - n), max(j1, j2 - n)
            group.append((what, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        """Tell how alike the sequences are, from 0 to 1."""
        return _share(sum(block[2] for block in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """Return a bound of ratio: what both have regardless of order."""
        if self.fullbcount is None:
            self.fullbcount = {}
            for item in self.b:
                self.fullbcount[item] = self.fullbcount.get(item, 0) + 1
        left, common = {}, 0
        for item in self.a:
            count = left.get(item, self.fullbcount.get(item, 0))
            left[item] = count - 1
            common += count > 0
        return _share(common, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """Return a bound of ratio that looks at the lengths only."""
        return _share(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def _nearer(s, bound):
    return s.real_quick_ratio() >= bound and s.quick_ratio() >= bound and s.ratio() >= bound


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """Return the best of the possibilities that are nearly the word, the nearest first."""
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    matcher, near = SequenceMatcher(), []
    matcher.set_seq2(word)
    for other in possibilities:
        matcher.set_seq1(other)
        if _nearer(matcher, cutoff):
            near.append((matcher.ratio(), other))
    return [other for _, other in _nlargest(n, near)]


def IS_LINE_JUNK(line, pat=_re.compile(r"\s*(?:#\s*)?$").match):
    """Tell whether a line is blank or a lone #."""
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Tell whether a character is a blank or a tab."""
    return ch in ws


class Differ:
    """Compares texts line by line, and lines that are nearly equal character by character."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        """Give the lines of both, with marks in front and lines of hints between."""
        for what, i1, i2, j1, j2 in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if what == "equal":
                yield from ("  " + line for line in a[i1:i2])
            else:
                yield from self._changed(a, i1, i2, b, j1, j2)

    def _changed(self, a, i1, i2, b, j1, j2):
        if i1 == i2 or j1 == j2:
            yield from ("- " + line for line in a[i1:i2])
            yield from ("+ " + line for line in b[j1:j2])
            return
        i, j, same = self._nearest(a, i1, i2, b, j1, j2)
        if i is None:
            olds, news = ["- " + line for line in a[i1:i2]], ["+ " + line for line in b[j1:j2]]
            yield from news + olds if len(news) < len(olds) else olds + news
            return
        yield from self._changed(a, i1, i, b, j1, j)
        if same:
            yield "  " + a[i]
        else:
            yield from self._hinted(a[i], b[j])
        yield from self._changed(a, i + 1, i2, b, j + 1, j2)

    def _nearest(self, a, i1, i2, b, j1, j2):
        """Return the places of the pair of lines that are most alike, and whether they are equal; None where none are alike."""
        matcher, best, pair, equal = SequenceMatcher(self.charjunk), 0.74, None, None
        for j in range(j1, j2):
            matcher.set_seq2(b[j])
            for i in range(i1, i2):
                if a[i] == b[j]:
                    equal = equal or (i, j, True)
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, pair = matcher.ratio(), (i, j, False)
        return pair if best >= 0.75 else equal or (None, None, False)

    def _hinted(self, old, new):
        under_old = under_new = ""
        for what, i1, i2, j1, j2 in SequenceMatcher(self.charjunk, old, new).get_opcodes():
            mark = {"equal": "  ", "replace": "^^"}.get(what, "-+")
            under_old += mark[0] * (i2 - i1)
            under_new += mark[1] * (j2 - j1)
        for sign, line, marks in (("- ", old, under_old), ("+ ", new, under_new)):
            yield sign + line
            hint = "".join(c if m == " " and c.isspace() else m for c, m in zip(line, marks)).rstrip()
            if hint:
                yield "? " + hint + "\n"


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """Give the lines of both texts with marks, as Differ does."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """Give the lines of text 1 or 2 out of what ndiff gave."""
    try:
        sign = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError("unknown delta choice (must be 1 or 2): %r" % which) from None
    return (line[2:] for line in delta if line[:2] in ("  ", sign))


def _refuse_other(a, b, words):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError("lines to compare must be str, not %s (%r)" % (type(lines[0]).__name__, lines[0]))
    for word in words:
        if not isinstance(word, str):
            raise TypeError("all arguments must be str, not: %r" % (word,))


def _date(date):
    return "\t" + date if date else ""


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Give a comparison with a few lines around each change, old and new lines in turn."""
    _refuse_other(a, b, (fromfile, tofile, fromfiledate, tofiledate, lineterm))

    def span(start, stop):
        count = stop - start
        return str(start + 1) if count == 1 else "%d,%d" % (start + (count > 0), count)

    for number, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
        if number == 0:
            yield "--- " + fromfile + _date(fromfiledate) + lineterm
            yield "+++ " + tofile + _date(tofiledate) + lineterm
        yield "@@ -%s +%s @@%s" % (span(group[0][1], group[-1][2]), span(group[0][3], group[-1][4]), lineterm)
        for what, i1, i2, j1, j2 in group:
            if what == "equal":
                yield from (" " + line for line in a[i1:i2])
                continue
            yield from ("-" + line for line in a[i1:i2])
            yield from ("+" + line for line in b[j1:j2])


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Give a comparison with a few lines around each change, first the old lines and then the new."""
    _refuse_other(a, b, (fromfile, tofile, fromfiledate, tofiledate, lineterm))

    def span(start, stop):
        count = stop - start
        return str(start + (count > 0)) if count <= 1 else "%d,%d" % (start + 1, stop)

    signs = {"equal": "  ", "replace": "! ", "delete": "- ", "insert": "+ "}
    for number, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
        if number == 0:
            yield "*** " + fromfile + _date(fromfiledate) + lineterm
            yield "--- " + tofile + _date(tofiledate) + lineterm
        yield "*" * 15 + lineterm
        kinds = {edit[0] for edit in group}
        for frame, low, lines, silent in (("*** %s ****", 1, a, "insert"), ("--- %s ----", 3, b, "delete")):
            yield frame % span(group[0][low], group[-1][low + 1]) + lineterm
            if kinds - {"equal", silent}:
                for edit in group:
                    if edit[0] != silent:
                        yield from (signs[edit[0]] + line for line in lines[edit[low]:edit[low + 1]])


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3, lineterm=b"\n"):
    """Compare lines of bytes with unified_diff or context_diff."""

    def text(data):
        try:
            return data.decode("ascii", "surrogateescape")
        except AttributeError:
            raise TypeError("all arguments must be bytes, not %s (%r)" % (type(data).__name__, data)) from None

    words = [text(word) for word in (fromfile, tofile, fromfiledate, tofiledate)]
    for line in dfunc([text(x) for x in a], [text(x) for x in b], *words, n, text(lineterm)):
        yield line.encode("ascii", "surrogateescape")
