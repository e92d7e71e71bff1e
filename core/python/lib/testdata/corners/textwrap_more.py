import textwrap as t
s = "The quick brown-fox jumped over   the lazy dog, and supercalifragilisticexpialidocious things\nhappened."
for w in (10, 20, 35): print(t.wrap(s, w))
print(t.fill(s, 30, initial_indent="* ", subsequent_indent="  ", break_long_words=False), t.shorten(s, 40), t.shorten(s, 25, placeholder="…"))
print(repr(t.dedent("\n    a\n      b\n\n    c\n")), repr(t.indent("a\n\nb", "> ")), repr(t.indent("a\n\nb", "> ", lambda l: True)))
print(t.wrap(s, 20, max_lines=2), t.wrap(s, 15, break_on_hyphens=False), t.wrap("a\tb  c", 10, expand_tabs=False), t.wrap(s, 30, drop_whitespace=False), t.wrap("", 5), t.wrap(s, 40, replace_whitespace=False))
try: t.wrap("x", 0)
except ValueError as e: print(e)
