"""html, and addresses taken apart with urllib.parse."""
import html
from html import escape, unescape

print(escape("<a href=\"x\">it's & more</a>"), escape("\"'<", False), escape(""))
for text in ["&lt;b&gt; &amp;amp; &quot;x&quot; &#39;y&#x27; &apos;", "&copy 2024 &notit; &notin; &AMP", "&#0; &#x80; &#55296; &#1114112; &#xfdd0; &#11;|", "&alpha;&beta;&Omega; &rarr;",
             "&nosuch; & &; &# &#x; &#;", "no names", "caf&eacute; &euro;5 &hellip; &mdash;", "a&ltb&gtc", "&eacutex", "&#9731;&#x1F600;", "&lt&lt;", "&Alpha", "&amp"]:
    print(repr(unescape(text)))
print(unescape(escape("<'\">&")) == "<'\">&", html.__all__)
