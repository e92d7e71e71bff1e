# fstrings nested
x = 5; name = 'n'; d = {'a': 1, "b": [1, 2]}; w = 10; p = 3
print(f'{x}', f'{x!r:>5}', f'{x=}', f'{x = }', f'{x=!r}', f'{x=:>4}', f'{d["a"]}', f"{d['b'][0]}", f'{x:{w}}', f'{3.14159:{w}.{p}f}', f'{"a" + "b"}', f'{{{x}}}', f'{{}}', f'{x + 1!s}', f'{(lambda y: y * 2)(4)}', f'{[i for i in range(3)]}', f'{ {1: 2}[1] }', f'{x if x > 3 else 0}', f'{x:05d}', f'{x:>{w}}|', f'''{
x
}''', f'{name!a}', f'{"é"!a}', f'a' 'b' f'{x}' "c", rf'\d{x}', fr'{x}\n', F'{x}', f'{x,}', f'{x, 1}', f'{*[1, 2],}', f'{x:%}', f'{1e3:,.2f}', f'{-5:+}', f'{x!r}{x!s}', f"{f'{x}'}", f'{x:{"0"}>{"5"}}', f'{"%s" % 5}', f'{x == 5}', f'{x != 5}', f'{x >= 5}', f'{x:=^7}', f'{(y := 3)} {y}', f'{x:x}', f'{"quote"}', f'\x41{x}\n'.encode(), f'\{x}' if 0 else '', f'{None}', f'{True:>6}', f'{print("side") or 1}', f'{"a":<3}|', f'{"a":^3}|', f'{x:{w}.{p}}' if 0 else '', f'{1.5:{w}.{p}}', sep='\n')
class F:
    def __format__(self, s): return f'<{s}>'
    def __repr__(self): return 'R'
    def __str__(self): return 'S'
o = F(); print(f'{o}', f'{o:abc}', f'{o!r:>4}', f'{o!s}', f'{o=}', f'{o = !s:>5}', f'{o:{"x"}y{1}}', '{:q}'.format(o), format(o), format(o, 'z'), str(o), '%s %r' % (o, o), f'{o:%Y-%m-%d {{}}}' if 0 else '', f'{o: }')
import datetime; dt = datetime.datetime(2024, 1, 2, 3, 4, 5); print(f'{dt:%Y-%m-%d %H:%M}', f'{dt!s:>25}', f'{dt:%d/%m}', f'{dt}')
from decimal import Decimal; print(f'{Decimal("1.50"):.1f} {Decimal("1234.5"):,} {Decimal("0.00001")}')
def f(): yield f'{(yield)}'
print(list(f())[0], f'{"nested " + f"{x:>{w}}"}', f"{'a' if x else 'b'!r}", f'{x:>{len("abc")}}', f'{d}', f'{ {"k": x} }', f'{x!r:{"^" + str(w)}}')
