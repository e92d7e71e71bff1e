# textwrap string
import textwrap, string
t = 'The quick brown fox jumps over the lazy dog. It-was-a-hyphenated-word and averyveryverylongwordindeedthatexceeds.'
print(textwrap.wrap(t, 20), textwrap.fill(t, 30, initial_indent='* ', subsequent_indent='  '), textwrap.shorten(t, 30), textwrap.shorten(t, 30, placeholder='...'), textwrap.wrap(t, 20, break_long_words=False), textwrap.wrap(t, 20, break_on_hyphens=False), textwrap.wrap(t, 20, max_lines=2), textwrap.wrap('', 5), textwrap.wrap('a\tb\nc', 10), textwrap.wrap('a  b', 10, drop_whitespace=False), textwrap.wrap('a. b', 10, fix_sentence_endings=True), sep='\n')
print(repr(textwrap.dedent('  a\n    b\n\n  c')), repr(textwrap.dedent('\ta\n  b')), repr(textwrap.dedent('   \n  a\n')), repr(textwrap.indent('a\n\nb', '> ')), repr(textwrap.indent('a\n\nb', '> ', lambda l: True)), repr(textwrap.dedent('')), repr(textwrap.dedent('a\n  b')))
for f in [lambda: textwrap.wrap('a', 0), lambda: textwrap.wrap(5), lambda: textwrap.shorten('abc', 1, placeholder='long'), lambda: textwrap.wrap('a b', 1, max_lines=1), lambda: textwrap.dedent(5)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
w = textwrap.TextWrapper(width=15, tabsize=4, expand_tabs=True, replace_whitespace=False); print(w.wrap('a\tb c d e f g h\ni'), w.fill('x ' * 20), w.width)
print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), string.hexdigits, string.octdigits, repr(string.printable[-10:]), string.capwords('hello  world-x'), string.capwords('a,b', ','))
T = string.Template('$a ${b}x $$ $c'); print(T.safe_substitute(a=1, b=2), T.substitute({'a': 1, 'b': 2, 'c': 3}), T.template, T.get_identifiers(), T.is_valid())
for f in [lambda: T.substitute(a=1), lambda: string.Template('$').substitute(), lambda: string.Template('a\n $1').substitute(), lambda: T.substitute(1), lambda: T.substitute({}, a=1, b=2, c=3), lambda: string.Template('${a').safe_substitute(a=1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class My(string.Template): delimiter = '%'
print(My('%x $x').substitute(x=1))
F = string.Formatter(); print(F.format('{0} {a!r:>5} {}', 1, a=2) if 0 else F.format('{0} {a!r:>5}', 1, a='x'), list(F.parse('a{b!r:c}d{{')), F.vformat('{x}', (), {'x': 5}), F.get_field('0.real', (5,), {}))
class FF(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, '?') if isinstance(k, str) else super().get_value(k, a, kw)
    def format_field(self, v, s): return f'<{v}:{s}>'
    def convert_field(self, v, c): return super().convert_field(v, c) if c != 'u' else str(v).upper()
print(FF().format('{zz} {a:5} {0!u}', 'abc', a=1))
for f in [lambda: F.format('{}'), lambda: F.format('{a}'), lambda: F.format('{0!z}', 1), lambda: F.format('{0} {}', 1), lambda: F.format(), lambda: F.format('{a', a=1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
