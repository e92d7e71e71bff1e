"""Text in web pages: characters with a meaning of their own, and their names."""
import re as _re

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    """Return a text in which &, < and > are written by name, and quotes too."""
    for c, name in ("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("'", "#x27"):
        if quote or c not in "\"'":
            s = s.replace(c, "&%s;" % name)
    return s


_latin = ("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil "
          "sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute "
          "Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc "
          "atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide "
          "oslash ugrave uacute ucirc uuml yacute thorn yuml").split()
_others = {
    0x391: "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega",
    0x3B1: "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega",
    0x152: "OElig oelig", 0x160: "Scaron scaron", 0x178: "Yuml", 0x192: "fnof", 0x2C6: "circ", 0x2DC: "tilde", 0x3D1: "thetasym upsih", 0x3D6: "piv",
    0x2002: "ensp emsp", 0x2009: "thinsp", 0x200C: "zwnj zwj lrm rlm", 0x2013: "ndash mdash", 0x2018: "lsquo rsquo sbquo", 0x201C: "ldquo rdquo bdquo",
    0x2020: "dagger Dagger bull", 0x2026: "hellip", 0x2030: "permil", 0x2032: "prime Prime", 0x2039: "lsaquo rsaquo", 0x203E: "oline",
    0x2044: "frasl", 0x20AC: "euro", 0x2111: "image", 0x2118: "weierp", 0x211C: "real", 0x2122: "trade", 0x2135: "alefsym",
    0x2190: "larr uarr rarr darr harr", 0x21B5: "crarr", 0x21D0: "lArr uArr rArr dArr hArr", 0x2200: "forall - part exist - empty - nabla isin notin - ni",
    0x220F: "prod - sum minus", 0x2217: "lowast", 0x221A: "radic", 0x221D: "prop infin - ang", 0x2227: "and or cap cup int", 0x2234: "there4",
    0x223C: "sim", 0x2245: "cong", 0x2248: "asymp", 0x2260: "ne equiv", 0x2264: "le ge", 0x2282: "sub sup nsub - sube supe", 0x2295: "oplus - otimes",
    0x22A5: "perp", 0x22C5: "sdot", 0x2308: "lceil rceil lfloor rfloor", 0x27E8: "lang rang", 0x25CA: "loz", 0x2660: "spades - - clubs - hearts diams",
}
_bare = {name: chr(0xA0 + i) for i, name in enumerate(_latin)}
_bare.update(amp="&", AMP="&", lt="<", LT="<", gt=">", GT=">", quot='"', QUOT='"', COPY="\xa9", REG="\xae")
_named = dict(_bare, apos="'")
for _first, _names in _others.items():
    _named.update((name, chr(_first + i)) for i, name in enumerate(_names.split()) if name != "-")
_western = "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178"


def _numbered(n):
    if 0x80 <= n < 0xA0:
        return _western[n - 0x80]
    if n == 0 or 0xD800 <= n < 0xE000 or n > 0x10FFFF:
        return "\ufffd"
    unseen = n < 9 or n == 11 or 14 <= n < 32 or n == 127 or 0xFDD0 <= n < 0xFDF0 or n & 0xFFFE == 0xFFFE
    return "" if unseen else chr(n)


def _meant(match):
    text = match[1]
    if text[0] == "#":
        digits = text.rstrip(";")
        return _numbered(int(digits[2:], 16) if digits[1] in "xX" else int(digits[1:]))
    name = text.rstrip(";")
    if name != text and name in _named:
        return _named[name]
    for size in range(len(name), 1, -1):
        if name[:size] in _bare:
            return _bare[name[:size]] + text[size:]
    return "&" + text


def unescape(s):
    """Return a text in which named and numbered characters are themselves: those that HTML 4 names, and apos."""
    if "&" not in s:
        return s
    return _re.sub(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)", _meant, s)
