# program calculator
import re
from dataclasses import dataclass
@dataclass(frozen=True)
class Num: value: float
@dataclass(frozen=True)
class Bin: op: str; left: object; right: object
@dataclass(frozen=True)
class Neg: arg: object
TOKEN = re.compile(r'\s*(?:(?P<num>\d+\.?\d*)|(?P<op>[-+*/^()]))')
def tokens(text):
    pos = 0
    while pos < len(text):
        m = TOKEN.match(text, pos)
        if not m: raise SyntaxError(f'bad character {text[pos]!r} at {pos}')
        pos = m.end(); yield m.lastgroup, m[m.lastgroup]
    yield 'end', None
class Parser:
    LEVELS = [('+', '-'), ('*', '/')]
    def __init__(self, text): self.stream = tokens(text); self.advance()
    def advance(self): self.kind, self.text = next(self.stream)
    def level(self, n=0):
        if n == len(self.LEVELS): return self.power()
        left = self.level(n + 1)
        while self.kind == 'op' and self.text in self.LEVELS[n]:
            op = self.text; self.advance(); left = Bin(op, left, self.level(n + 1))
        return left
    def power(self):
        base = self.atom()
        if self.kind == 'op' and self.text == '^': self.advance(); return Bin('^', base, self.power())
        return base
    def atom(self):
        match self.kind, self.text:
            case 'num', t: self.advance(); return Num(float(t) if '.' in t else int(t))
            case 'op', '-': self.advance(); return Neg(self.atom())
            case 'op', '(':
                self.advance(); e = self.level()
                if self.text != ')': raise SyntaxError('expected )')
                self.advance(); return e
            case kind, t: raise SyntaxError(f'unexpected {kind} {t}')
def ev(e):
    match e:
        case Num(v): return v
        case Neg(a): return -ev(a)
        case Bin('+', l, r): return ev(l) + ev(r)
        case Bin('-', l, r): return ev(l) - ev(r)
        case Bin('*', l, r): return ev(l) * ev(r)
        case Bin('/', l, r): return ev(l) / ev(r)
        case Bin('^', l, r): return ev(l) ** ev(r)
for s in ['1+2*3', '2^3^2', '-(4-6)/4', '1.5*(2+3)', '2*(', '1 + $', '1/0', ')', '', '((7))', '2^-1', '10-4-3']:
    try: tree = Parser(s).level(); print(s, '=', ev(tree), tree)
    except (SyntaxError, ZeroDivisionError) as e: print(repr(s), type(e).__name__, e)
