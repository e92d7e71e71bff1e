"""Calls of math.nextafter with arguments of every kind."""
import copy

import math


def show(value):
    """The value as text that is the same in every run."""
    if isinstance(value, (set, frozenset)):
        return type(value).__name__ + repr(sorted(map(repr, value)))
    if hasattr(value, "__next__"):
        try:
            return type(value).__name__ + repr([item for item, _ in zip(value, range(12))])
        except Exception as e:
            return "%s %s %s" % (type(value).__name__, type(e).__name__, e)
    text = repr(value)
    return text if " at 0x" not in text else text[:text.index(" at 0x")]


def call(function, arguments, named={}):
    try:
        value = show(function(*copy.deepcopy(arguments), **named))
    except Exception as e:
        value = "%s: %s" % (type(e).__name__, e)
    print(*map(show, arguments), named or "", "->", value[:200])


CASES = [
    (), (0,), (1,), (-1,), (None,), (2.5,), ('a',), ('ab',), ('',),
    (b'x',), ([1,2],), ((1,2),), ({1:2},), ({1},), (slice(1,2),), (0, 0), (0, -1), (0, None),
    (0, 'a'), (-1, 0), (-1, -1), (-1, None), (-1, 'a'), (None, 0), (None, -1), (None, None), (None, 'a'),
    ('a', 0), ('a', -1), ('a', None), ('a', 'a'), (1, 2, 3), ('a', 'b', 1), ('a', 'b', 'c', 'd'), (b'a', b'b', 1),
]
for case in CASES:
    call(math.nextafter, case)
