"""Addresses taken apart and put together, and texts written so that an address can hold them."""
from collections import namedtuple as _namedtuple
import re as _re

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs", "parse_qsl", "quote", "quote_plus",
           "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes", "SplitResult", "ParseResult", "DefragResult"]

# What each kind of address may have: a host, a place relative to another, parameters behind ";".
uses_netloc = [""] + ("ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps rtspu rsync svn svn+ssh sftp nfs git "
                      "git+ssh ws wss").split()
uses_relative = [""] + "ftp http gopher nntp imap wais file https shttp mms prospero rtsp rtsps rtspu sftp svn svn+ssh ws wss".split()
uses_params = [""] + "ftp hdl prospero http imap https shttp rtsp rtsps rtspu sip sips mms sftp tel".split()
_unwanted = "".join(map(chr, range(33)))


class _Host:
    """The parts of a host: name, port, and who asks."""

    def _parts(self):
        who, at, where = self.netloc.rpartition("@")
        name, colon, word = who.partition(":")
        _, bracket, inside = where.partition("[")
        host, _, rest = inside.partition("]") if bracket else where.partition(":")
        port = rest.partition(":")[2] if bracket else rest
        return name if at else None, word if at and colon else None, host or None, port or None

    username = property(lambda self: self._parts()[0])
    password = property(lambda self: self._parts()[1])

    @property
    def hostname(self):
        """The host in small letters, or None."""
        host = self._parts()[2]
        if host is None:
            return None
        name, percent, zone = host.partition("%")
        return name.lower() + percent + zone

    @property
    def port(self):
        """The number of the port, or None."""
        port = self._parts()[3]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError("Port could not be cast to integer value as %r" % port)
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)


class SplitResult(_namedtuple("SplitResult", "scheme netloc path query fragment"), _Host):
    """An address in five parts."""

    __slots__ = ()

    def geturl(self):
        """Return the address."""
        return urlunsplit(self)


class ParseResult(_namedtuple("ParseResult", "scheme netloc path params query fragment"), _Host):
    """An address in six parts."""

    __slots__ = ()

    def geturl(self):
        """Return the address."""
        return urlunparse(self)


class DefragResult(_namedtuple("DefragResult", "url fragment")):
    """An address, and the place within the page."""

    __slots__ = ()

    def geturl(self):
        """Return the address."""
        return self.url + ("#" + self.fragment if self.fragment else "")


def _texts(*words):
    for word in words:
        if not isinstance(word, str):
            raise TypeError("urllib.parse takes addresses as str here, not %s: decode bytes first" % type(word).__name__)


def urlsplit(url, scheme="", allow_fragments=True):
    """Return the five parts of an address: scheme, host, path, query and fragment."""
    _texts(url, scheme)
    url, scheme = (_re.sub("[\t\r\n]", "", text) for text in (url.lstrip(_unwanted), scheme.strip(_unwanted)))
    host = query = fragment = ""
    named = _re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", url)
    if named:
        scheme, url = named[1].lower(), url[named.end():]
    if url.startswith("//"):
        host = _re.match("[^/?#]*", url[2:])[0]
        url = url[2 + len(host):]
        if ("[" in host) != ("]" in host):
            raise ValueError("Invalid IPv6 URL")
        if "[" in host:
            _check_bracketed(host.partition("[")[2].partition("]")[0])
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    return SplitResult(scheme, host, url, query, fragment)


def _check_bracketed(host):
    if host.startswith("v"):
        if not _re.fullmatch(r"v[a-fA-F0-9]+\..+", host):
            raise ValueError("IPvFuture address is invalid")
    elif _re.fullmatch(r"\d+(\.\d+){3}", host):
        raise ValueError("An IPv4 address cannot be in brackets")
    elif not _re.fullmatch(r"[0-9a-fA-F:]*:[0-9a-fA-F:.]*(%.+)?", host):
        raise ValueError("%r does not appear to be an IPv4 or IPv6 address" % host)


def urlparse(url, scheme="", allow_fragments=True):
    """Return the six parts of an address: what urlsplit does, and the parameters behind the last part of the path."""
    scheme, host, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params:
        begin = path.find(";", path.rfind("/") + 1)
        if begin >= 0:
            path, params = path[:begin], path[begin + 1:]
    return ParseResult(scheme, host, path, params, query, fragment)


def urlunsplit(components):
    """Return the address of five parts."""
    scheme, host, path, query, fragment = components
    _texts(scheme, host, path, query, fragment)
    if host or scheme and scheme in uses_netloc and path[:2] != "//":
        path = "//" + host + ("/" if path and path[0] != "/" else "") + path
    head = scheme + ":" if scheme else ""
    return head + path + ("?" + query if query else "") + ("#" + fragment if fragment else "")


def urlunparse(components):
    """Return the address of six parts."""
    scheme, host, path, params, query, fragment = components
    return urlunsplit((scheme, host, "%s;%s" % (path, params) if params else path, query, fragment))


def urljoin(base, url, allow_fragments=True):
    """Return the address that one stands for in a page at another."""
    if not base or not url:
        return url or base
    old = urlparse(base, "", allow_fragments)
    new = urlparse(url, old.scheme, allow_fragments)
    if new.scheme != old.scheme or new.scheme not in uses_relative:
        return url
    if new.scheme in uses_netloc:
        if new.netloc:
            return urlunparse(new)
        new = new._replace(netloc=old.netloc)
    if not (new.path or new.params):
        return urlunparse(new._replace(path=old.path, params=old.params, query=new.query or old.query))
    steps = new.path.split("/")
    if new.path[0:1] != "/":
        before = old.path.split("/")
        steps = (before if before[-1] == "" else before[:-1]) + steps
        steps = steps[:1] + [step for step in steps[1:-1] if step] + (steps[-1:] if len(steps) > 1 else [])
    path = []
    for step in steps:
        if step == "..":
            del path[-1:]
        elif step != ".":
            path.append(step)
    if steps[-1] in (".", ".."):
        path.append("")
    return urlunparse(new._replace(path="/".join(path) or "/"))


def urldefrag(url):
    """Return an address without its fragment, and the fragment."""
    if "#" not in url:
        return DefragResult(url, "")
    parts = urlparse(url)
    return DefragResult(urlunparse(parts._replace(fragment="")), parts.fragment)


_plain = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def quote_from_bytes(bs, safe="/"):
    """Return bytes as text, all but letters, digits, a few signs and those that are safe as % and two digits."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    kept = _plain | {c for c in (safe.encode("ascii", "ignore") if isinstance(safe, str) else safe) if c < 128}
    return "".join(chr(c) if c in kept else "%%%02X" % c for c in bs)


def quote(string, safe="/", encoding=None, errors=None):
    """Return a text so that an address can hold it."""
    if isinstance(string, str):
        return quote_from_bytes(string.encode(encoding or "utf-8", errors or "strict"), safe)
    for name, given in ("encoding", encoding), ("errors", errors):
        if given is not None:
            raise TypeError("quote() doesn't support '%s' for bytes" % name)
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """Is quote with + for a blank, as forms have it."""
    blank = " " if isinstance(string, str) else b" "
    if blank not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + (" " if isinstance(safe, str) else b" "), encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    """Return the bytes that a text with % signs stands for."""
    data = string.encode("utf-8") if isinstance(string, str) else bytes(string)
    return _re.sub(rb"%([0-9a-fA-F]{2})", lambda m: bytes([int(m[1], 16)]), data)


def unquote(string, encoding="utf-8", errors="replace"):
    """Return what a text with % signs stands for."""
    encoding, errors = encoding or "utf-8", errors or "replace"
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    return _re.sub(r"(?:%[0-9a-fA-F]{2}|[\x00-\x7f])*%[0-9a-fA-F]{2}", lambda m: unquote_to_bytes(m[0]).decode(encoding, errors), string)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """Is unquote with a blank for +."""
    return unquote(string.replace("+", " "), encoding, errors)


def _form(value, safe, encoding, errors, how):
    return how(value, safe) if isinstance(value, bytes) else how(str(value), safe, encoding, errors)


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """Return names and values as the query of an address; doseq writes one pair for each item of a value."""
    if hasattr(query, "items"):
        query = query.items()
    elif isinstance(query, (str, bytes)) and query or not hasattr(query, "__len__") or len(query) and not isinstance(query[0], tuple):
        raise TypeError("not a valid non-string sequence or mapping object")
    pairs = []
    for name, value in query:
        several = doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__len__")
        for each in value if several else (value,):
            pairs.append("=".join(_form(word, safe, encoding, errors, quote_via) for word in (name, each)))
    return "&".join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    """Return the names and values of a query as pairs."""
    if not isinstance(separator, (str, bytes)) or not separator:
        raise ValueError("Separator must be of type string or bytes.")
    _texts(qs, separator)
    fields = qs.split(separator) if qs else []
    if max_num_fields is not None and len(fields) > max_num_fields:
        raise ValueError("Max number of fields exceeded")
    pairs = []
    for field in fields:
        name, equals, value = field.partition("=")
        if strict_parsing and not equals:
            raise ValueError("bad query field: %r" % (field,))
        if field and (value or keep_blank_values):
            pairs.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    """Return a query as a dict of lists of values."""
    values = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        values.setdefault(name, []).append(value)
    return values
