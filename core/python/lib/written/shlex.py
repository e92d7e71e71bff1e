"""Command lines as a shell splits them."""
import re as _re

__all__ = ["split", "quote", "join"]


def _words(text, comments, posix):
    """Give the words of a text. In quotes "at" tells which, outside it is empty."""
    word, at, i = None, "", 0
    while i < len(text):
        c = text[i]
        i += 1
        if at:
            if c == at:
                at = ""
                if not posix:
                    word += c
                    yield word
                    word = None
            elif posix and at == '"' and c == "\\":
                if i == len(text):
                    raise ValueError("No escaped character")
                word += text[i] if text[i] in '"\\' else c + text[i]
                i += 1
            else:
                word += c
        elif c in " \t\r\n":
            if word is not None:
                yield word
            word = None
        elif c in comments and comments:
            if word is not None:
                yield word
            word = None
            i = text.find("\n", i) + 1 or len(text)
        elif c in "'\"" and (posix or word is None):
            at, word = c, (word or "") + ("" if posix else c)
        elif posix and c == "\\":
            if i == len(text):
                raise ValueError("No escaped character")
            word = (word or "") + text[i]
            i += 1
        else:
            word = (word or "") + c
    if at:
        raise ValueError("No closing quotation")
    if word is not None:
        yield word


def split(s, comments=False, posix=True):
    """Return the words of a command line."""
    if s is None:
        raise ValueError("s argument must not be None")
    return list(_words(s, "#" if comments else "", posix))


def quote(s):
    """Return a text as one word for a shell."""
    if s and not _re.search(r"[^\w@%+=:,./-]", s, _re.ASCII):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    """Return words as a command line."""
    return " ".join(map(quote, split_command))
