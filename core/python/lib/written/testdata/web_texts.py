"""html, and addresses taken apart with urllib.parse."""
import html
from html import escape, unescape

print(escape("<a href=\"x\">it's & more</a>"), escape("\"'<", False), escape(""))
for text in ["&lt;b&gt; &amp;amp; &quot;x&quot; &#39;y&#x27; &apos;", "&copy 2024 &notit; &notin; &AMP", "&#0; &#x80; &#55296; &#1114112; &#xfdd0; &#11;|", "&alpha;&beta;&Omega; &rarr;",
             "&nosuch; & &; &# &#x; &#;", "no names", "caf&eacute; &euro;5 &hellip; &mdash;", "a&ltb&gtc", "&eacutex", "&#9731;&#x1F600;", "&lt&lt;", "&Alpha", "&amp"]:
    print(repr(unescape(text)))
print(unescape(escape("<'\">&")) == "<'\">&", html.__all__)

import urllib.parse
from urllib.parse import (urlparse, urlsplit, urljoin, urlencode, quote, quote_plus, unquote, unquote_plus, parse_qs, parse_qsl, urlunparse, urlunsplit,
                          urldefrag, quote_from_bytes, unquote_to_bytes)


def told(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


for url in ["https://user:pw@Keras.IO:8080/api/layers;v=3/dense.html;x=1?a=1&b=2#top", "http://h", "//host/path", "path/only?q", "mailto:a@b.c?subject=x",
            "file:///tmp/x.keras", "", "#f", "?q#f", "http://[::1]:80/x", "http://[fe80::1%25EN0]/", "a:b:c", "1a:b", "HTTP://X/Y", "  http://a/b\n c", "x;y;z", "tel:+1;p=2",
            "http://h:port/", "http://h:99999", "http://h:/", "http://@h", "http://:p@h", "svn+ssh://x/y", "gs://bucket/a;b?c", "http:/x", "http:x", "////x"]:
    r = urlparse(url)
    print(r, r.hostname, told(lambda: r.port), r.username, r.password, r.geturl())
    s = urlsplit(url, "dflt", allow_fragments=False)
    print(s, urlunsplit(s), urlunparse(r) == r.geturl(), tuple(urldefrag(url)), urldefrag(url).geturl())
for bad in "http://[::1", "http://[1.2.3.4]/", "http://[vx.y]/", "http://[host]/":
    print(told(urlparse, bad))
bases = ["http://a/b/c/d;p?q", "http://a/b/c/", "http://a", "file:///x/y", "a/b", "mailto:x", ""]
for base in bases:
    print(base, [urljoin(base, u) for u in ["g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "g;x", "", ".", "./", "..", "../", "../g", "../..",
                                            "../../../g", "/./g", "/../g", "g.", "..g", "./../g", "./g/.", "g/../h", "g;x=1/../y", "http:g", "https://z/y", "x//y", "/a//b/../c"]])
print(quote("a b/c?d=é&~"), quote("a/b", safe=""), quote_plus("a b+c/d"), quote(b"\xff a"), quote("é", encoding="latin-1"), quote("", ""), quote_plus("a b", safe=" +"),
      quote_from_bytes(b"ab%"), quote("a:b,c", safe=":,é"), quote_plus(b"a b"))
print(unquote("a%20b%2Fc%C3%A9%zz%"), unquote_plus("a+b%2B"), repr(unquote("%ff%C3")), unquote("é%C3%A9x%e9", "latin-1"), unquote_to_bytes("a%20é"), unquote(b"%41"), unquote("x"),
      unquote("%E4%BD%A0%20a%E5%A5%BD"))
print(urlencode({"a": 1, "b": "x y", "c": [1, 2], "é": None}), urlencode([("a", "1&2"), ("a", b"\xff")]), urlencode({"c": [1, "a b"], "d": "xy", "e": 5, "f": ()}, doseq=True),
      urlencode({"a b": "c/d"}, quote_via=quote, safe="/"), urlencode({}), urlencode(""))
for bad in "abc", 5, ["a"], None:
    print(told(urlencode, bad).split("\n")[0][:70])
for q in ["a=1&b=2&a=3", "a=&b", "a", "", "a=1;b=2", "x=%C3%A9+y&z=%26", "=1&&b=2", "a=b=c"]:
    print(parse_qs(q), parse_qsl(q, keep_blank_values=True), told(parse_qsl, q, strict_parsing=True), parse_qs(q, separator=";"))
print(told(parse_qs, "a=1&b=2", max_num_fields=1), told(parse_qs, "a", separator=""), told(quote, 5), told(quote, b"a", encoding="utf-8"))
print(urlparse("http://a/b")._replace(path="/c", scheme="https").geturl(), urlparse("http://a") == ("http", "a", "", "", "", ""), urllib.parse.__name__)
