import textwrap

text = "The quick brown fox jumps over the lazy dog -- well-known, twenty-one words; a super-cali-fragilistic hyphen--dash test.  And\tsome\nmore."
for w in [5, 10, 17, 20, 40, 70]:
    print(w, textwrap.wrap(text, w))
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("aaaaaaaaaaaa bb", 5), textwrap.wrap("aaaaaaaaaaaa bb", 5, break_long_words=False), textwrap.wrap("", 5), textwrap.wrap("   ", 5), textwrap.wrap("  lead", 10), textwrap.wrap("a  b   c", 3, drop_whitespace=False))
print(textwrap.wrap("well-known fact", 6), textwrap.wrap("well-known fact", 6, break_on_hyphens=False), textwrap.wrap("a\tb", 20, tabsize=4), textwrap.wrap("a\tb", 20, expand_tabs=False), textwrap.wrap("a\nb", 20, replace_whitespace=False))
print(textwrap.wrap("One. Two! Three? four.Five", 40, fix_sentence_endings=True), textwrap.wrap(text, 25, max_lines=2), textwrap.wrap(text, 25, max_lines=1, placeholder="..."), textwrap.wrap("aaa bbb ccc", 5, max_lines=2, placeholder="~"))
print(textwrap.shorten("Hello  world!", width=12), textwrap.shorten("Hello  world!", width=11), textwrap.shorten("Hello world", width=10, placeholder="..."), repr(textwrap.shorten("", 10)))
print(repr(textwrap.dedent("""
    hello
      world

    end
    """)), repr(textwrap.dedent("\ta\n\t b\n")), repr(textwrap.dedent("  a\n\tb")), repr(textwrap.dedent("a\n  b")), repr(textwrap.dedent("   \n  x")), repr(textwrap.dedent("")))
print(repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\nb", "+", lambda line: True)), repr(textwrap.indent("a\n  \n", "-")), repr(textwrap.indent("", "x")))
w = textwrap.TextWrapper(width=12, initial_indent="- ")
print(w.wrap("some words to wrap here"), w.fill("x y"), w.width, w.tabsize, w.max_lines, w.placeholder)
w.width = 6
print(w.wrap("some words to wrap here"))


class Shouting(textwrap.TextWrapper):
    def wrap(self, text):
        return [l.upper() for l in super().wrap(text)]


print(Shouting(width=8).fill("quiet words here"))
for f in [lambda: textwrap.wrap("a", 0), lambda: textwrap.wrap("a", -1), lambda: textwrap.shorten("hello world", 3), lambda: textwrap.wrap(5), lambda: textwrap.wrap("a", 5, wrong=1), lambda: textwrap.dedent(5)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
