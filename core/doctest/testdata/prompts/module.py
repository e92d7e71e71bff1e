"""A module whose docstrings hold examples.

>>> scale(3)
6
>>> scale(3)
7
>>> added = 1
"""

FACTOR = 2


def scale(n):
    """Scales.

    >>> scale(2)
    4
    >>> FACTOR
    2
    >>> FACTOR = 100
    >>> scale(1)
    2
    >>> added
    Traceback (most recent call last):
        ...
    NameError: name 'added' is not defined
    """
    return FACTOR * n


class Box:
    """Holds one thing.

    >>> Box(1).content
    1
    >>> Box(2)
    Box(2)
    """

    def __init__(self, content):
        r"""Keeps it.

        >>> Box("\\").content
        '\\'
        """
        self.content = content

    def __repr__(self):
        """Shows it.

        >>> FACTOR
        3
        """
        return f"Box({self.content!r})"

    def empty(self):
        """Whether there is nothing.

        >>> Box(None).empty()
        True
        >>> Box(0).empty()
        True"""
        return self.content is None


if __name__ == "__main__":
    raise SystemExit("not run as a program")
