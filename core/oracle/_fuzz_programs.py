"""Makes random programs, runs them under CPython 3.11 and in the engine, and shrinks what differs.

usage: _fuzz_programs.py [--count N] [--seed S] [--batch N] [--keep FOLDER] EXE ...     EXE is the command that runs a file ("layerglass run")

The programs are well typed, mostly: an expression of a wrong type is put in now and then, because errors are to be equal too.
"""
import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import warnings

DRIVER = '''
for number, text in enumerate(PROGRAMS):
    print("##", number)
    if begin():
        continue
    try:
        exec(compile(text, "p", "exec"), {"__name__": "p"})
    except BaseException as e:
        print("!", type(e).__name__, e)
    end()
'''
# A program may run long in CPython, also where nothing interrupts it: each has a process of its own there, which is stopped after
# four seconds of work, and the program is left out.
LONG = '''
import os, resource, signal, sys

resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))

def begin():
    sys.stdout.flush()
    child = os.fork()
    if not child:
        signal.setitimer(signal.ITIMER_PROF, 4)
        return False
    if os.waitpid(child, 0)[1]:
        print("!late!")
    return True

def end():
    sys.stdout.flush()
    os._exit(0)
'''
FREE = '''
def begin(): pass
def end(): pass
'''
TYPES = ["int", "float", "str", "bool", "list", "tuple", "dict", "set", "bytes", "none", "func", "complex"]
ELEMENTS = ["int", "str", "float", "bool"]


class Maker:
    """Makes one program. Scopes know the types of their variables, so that expressions can use them."""

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.vars = [{}]
        self.classes = []
        self.functions = []
        self.serial = 0
        self.loops = 0
        self.inside = None  # "function" or "generator"

    def name(self, prefix="v"):
        self.serial += 1
        return f"{prefix}{self.serial}"

    def pick(self, *choices):
        return self.r.choice(choices)

    def of(self, kind):
        names = [n for scope in self.vars for n, k in scope.items() if k == kind]
        return self.r.choice(names) if names else None

    # Expressions.

    def expr(self, kind=None, depth=3):
        if kind is None or self.r.random() < 0.02:
            kind = self.r.choice(TYPES)
        name = self.of(kind)
        if name and self.r.random() < (0.5 if depth else 0.8):
            return name
        if depth <= 0:
            return self.literal(kind)
        if self.r.random() < 0.08:
            return self.any_expr(kind, depth)
        return getattr(self, kind + "_expr")(depth - 1)

    def any_expr(self, kind, depth):
        e = lambda k=kind: self.expr(k, depth - 1)
        return self.pick(
            lambda: f"({e()} if {e('bool')} else {e()})",
            lambda: f"({e(self.r.choice(TYPES))}, {e()})[1]",
            lambda: f"(lambda a: a)({e()})",
            lambda: f"[{e()}, {e()}][{self.r.randint(-3, 2)}]",
            lambda: f"({e()} or {e()})",
            lambda: f"({e()} and {e()})",
            lambda: f"(w := {e()})" if self.inside is None else e(),
            lambda: f"next(iter([{e()}]))",
            lambda: f"{{'k': {e()}}}.get('k')",
            lambda: f"(lambda *a, k={self.literal(kind)}, **kw: (a or (k,))[-1])({e()})",
            lambda: f"[{e()} for _ in range({self.r.randint(1, 3)})][-1]",
            lambda: f"(lambda f: f({e()}))(lambda z: z)",
            lambda: f"max([{e()}], key=lambda z: 0)",
            lambda: f"[z for z in ({e()},) if {e('bool')}][0]",
        )()

    def literal(self, kind):
        r = self.r
        return {
            "int": lambda: str(r.choice([0, 1, 2, 3, 7, 10, 255, 1000, 2**31, 2**63, 2**64 - 1, -2**63, 10**20, 3**80, r.randint(-50, 50), r.randint(-50, 50)])),
            "float": lambda: r.choice(["0.0", "1.5", "-2.5", "0.1", "1e10", "1e-7", "3.0", "100.25", "1e300", "float('inf')", "123456.789"]),
            "str": lambda: repr(r.choice(["", "a", "abc", "Hello World", "x,y,z", " pad ", "éß", "12", "tab\tnl\n", "aAbB", "😀k", "a-b_c", "'q'"])),
            "bool": lambda: r.choice(["True", "False"]),
            "list": lambda: r.choice(["[]", "[1, 2, 3]", "['a', 'b']", "[0.5, 1]", "[3, 1, 2]", "[[1], [2]]", "[True, 0]"]),
            "tuple": lambda: r.choice(["()", "(1,)", "(1, 2)", "('a', 1)", "((1, 2), 3)"]),
            "dict": lambda: r.choice(["{}", "{'a': 1}", "{1: 'x', 2: 'y'}", "{'k': [1]}", "{(1, 2): 3}"]),
            "set": lambda: r.choice(["set()", "{1}", "{2}", "frozenset({3})"]),
            "bytes": lambda: r.choice(["b''", "b'abc'", "b'\\x00\\xff'", "bytearray(b'xy')"]),
            "none": lambda: "None",
            "func": lambda: r.choice(["len", "abs", "str", "(lambda x: x)", "(lambda *a: a)", "repr", "sorted", "max"]),
            "complex": lambda: r.choice(["1j", "(1+2j)", "complex(0.5, -1)"]),
        }[kind]()

    def int_expr(self, d):
        e = self.expr
        return self.pick(
            lambda: f"({e('int', d)} {self.pick('+', '-', '*', '//', '%', '&', '|', '^')} {e('int', d)})",
            lambda: f"({e('int', d)} {self.pick('<<', '>>')} {self.r.randint(0, 40)})",
            lambda: f"({e('int', d)} ** {self.r.randint(0, 6)})",
            lambda: f"{self.pick('-', '~', '+')}{e('int', d)}",
            lambda: f"len({e(self.pick('str', 'list', 'dict', 'tuple', 'bytes', 'set'), d)})",
            lambda: f"int({e(self.pick('float', 'str', 'int', 'bool'), d)})",
            lambda: f"sum({e('list', d)})",
            lambda: f"{e('str', d)}.{self.pick('find', 'count', 'index', 'rfind')}({e('str', d)})",
            lambda: f"{e('list', d)}.{self.pick('count', 'index')}({e('int', d)})",
            lambda: f"round({e('float', d)})",
            lambda: f"abs({e('int', d)})",
            lambda: f"divmod({e('int', d)}, {e('int', d)})[{self.pick('0', '1')}]",
            lambda: f"{self.pick('max', 'min')}({e('int', d)}, {e('int', d)})",
            lambda: f"ord({e('str', d)}[{self.r.randint(-2, 2)}])",
            lambda: f"{e('int', d)}.bit_length()" if self.of("int") is None else f"{self.of('int')}.bit_length()",
            lambda: f"hash({self.literal(self.pick('int', 'float', 'bool'))}) % 1000",
            lambda: f"pow({e('int', d)}, {self.r.randint(0, 5)}, {e('int', d)})",
            lambda: f"{e('bytes', d)}[{self.r.randint(-2, 2)}]",
            lambda: f"int.from_bytes({e('bytes', d)}, {self.pick(repr('big'), repr('little'))}{self.pick('', ', signed=True')})",
            lambda: f"({e('int', d)} {self.pick('//', '%')} {e('int', d)})",
            lambda: f"math.{self.pick('isqrt', 'factorial')}({e('int', d)} % 20)",
            lambda: f"math.{self.pick('gcd', 'lcm', 'comb')}({e('int', d)} % 40, {e('int', d)} % 40)",
            lambda: f"functools.reduce(lambda a, b: a {self.pick('+', '*', '-')} b, {e('list', d)}, {e('int', d)})",
            lambda: f"sum({self.comp(d)})",
            lambda: f"len({{{self.comp(d)}}})",
            lambda: f"{e('list', d)}[{e('int', d)} % 4]",
        )()

    def float_expr(self, d):
        e = self.expr
        return self.pick(
            lambda: f"({e('float', d)} {self.pick('+', '-', '*', '/', '//', '%')} {e(self.pick('float', 'int'), d)})",
            lambda: f"({e('int', d)} / {e('int', d)})",
            lambda: f"float({e(self.pick('int', 'str', 'bool'), d)})",
            lambda: f"round({e('float', d)}, {self.r.randint(-2, 5)})",
            lambda: f"abs({e(self.pick('float', 'complex'), d)})",
            lambda: f"{e('complex', d)}.{self.pick('real', 'imag')}",
            lambda: f"-{e('float', d)}",
            lambda: f"math.{self.pick('sqrt', 'floor', 'ceil', 'fabs', 'trunc', 'modf', 'frexp')}({e('float', d)})",
            lambda: f"math.{self.pick('fmod', 'hypot', 'isclose')}({e('float', d)}, {e('float', d)})",
            lambda: f"math.copysign({e('float', d)}, {self.literal('float')})",  # the sign of a nan is no language's promise
            lambda: f"math.fsum({e('list', d)})",
            lambda: f"float('%.12g' % ({e('float', d)} ** {self.pick('2', '0.5', '-1', '3')}))",  # a power's last digit is the C library's
        )()

    def complex_expr(self, d):
        return f"({self.expr('complex', d)} {self.pick('+', '-', '*', '/')} {self.expr(self.pick('complex', 'int', 'float'), d)})"

    def str_expr(self, d):
        e = self.expr
        spec = self.pick("", ">8", "<6", "^7", "*^9", ".3", "s", "5", "d", "05d", "+", "x", ",", ".2f", "e", "g", "%", "_b", "#x", "!")
        return self.pick(
            lambda: f"({e('str', d)} + {e('str', d)})",
            lambda: f"({e('str', d)} * {self.r.randint(-1, 4)})",
            lambda: f"{e('str', d)}[{self.slice()}]",
            lambda: f"{e('str', d)}.{self.pick('upper', 'lower', 'strip', 'title', 'swapcase', 'capitalize', 'casefold', 'lstrip')}()",
            lambda: f"{e('str', d)}.replace({e('str', d)}, {e('str', d)})",
            lambda: f"{e('str', d)}.{self.pick('center', 'ljust', 'rjust', 'zfill')}({self.r.randint(0, 12)})",
            lambda: f"{e('str', d)}.join({self.pick('[' + e('str', d) + ', ' + e('str', d) + ']', e('list', d))})",
            lambda: f"{self.pick('str', 'repr', 'ascii')}({e(None, d)})",
            lambda: "f'{" + self.quoteless(e(self.pick("int", "float", "str", "bool", "none"), d)) + self.pick("", "!r", "!s", "=") + (":" + spec if spec else "") + "}'",
            lambda: f"format({e(self.pick('int', 'float', 'str'), d)}, {spec!r})",
            lambda: f"({self.pick('%s', '%r', '%5s', '%d', '%x', '%.2f', '%+d', '%e')!r} % ({e(self.pick('int', 'float', 'str'), d)},))",
            lambda: f"'{{}}-{{0}}'.format({e(None, d)})" if self.r.random() < .1 else f"'{{}}-{{!r:>6}}'.format({e('int', d)}, {e('str', d)})",
            lambda: f"{self.pick('bin', 'hex', 'oct')}({e('int', d)})",
            lambda: f"{e('bytes', d)}.decode({self.pick('', repr('ascii'), repr('latin-1'), repr('utf-8') + ', ' + repr('replace'))})",
            lambda: f"type({e(None, d)}).__name__",
            lambda: f"chr({e('int', d)} % 1000 + 32)",
            lambda: "f'{" + self.pick("1", "2.5", "None", "True", *[n for scope in self.vars for n, k in scope.items() if k in ("int", "float", "str", "bool")]) + ":{" + self.pick("3", "'>6'", "'.2'", "'<4'") + "}}'",
            lambda: f"json.dumps({e(self.pick('list', 'dict', 'tuple', 'float', 'str', 'none'), d)}{self.pick('', ', indent=1', ', sort_keys=True', ', default=str')})",
            lambda: f"re.sub({self.pick(repr('[a-c]'), repr('(.)(.)'), repr('x*'), repr('[^ ]+'))}, {self.pick(repr('-'), repr('<>'), 'lambda m: m.group().upper()')}, {e('str', d)})",
            lambda: f"textwrap.{self.pick('shorten', 'fill')}({e('str', d)}, {self.r.randint(5, 12)})",
            lambda: f"{e('str', d)}.translate(str.maketrans({self.pick(repr('ab'), repr('xy'))}, {self.pick(repr('cd'), repr('12'))}))",
            lambda: f"repr(collections.Counter({e(self.pick('str', 'list'), d)}).most_common(2))",
            lambda: f"{e('str', d)}.{self.pick('removeprefix', 'removesuffix', 'strip', 'expandtabs')}({self.pick('', repr('a'), repr('x'))})",
        )()

    def quoteless(self, text):
        return text if not set(text) & set("'\\\"{}#:!=<>\n") and "lambda" not in text else self.pick("1", "2.5", "None")

    def bool_expr(self, d):
        e = self.expr
        k = self.r.choice(TYPES)
        return self.pick(
            lambda: f"({e(k, d)} {self.pick('==', '!=')} {e(k, d)})",
            lambda: f"({e('int', d)} {self.pick('<', '<=', '>', '>=')} {e(self.pick('int', 'float'), d)})",
            lambda: f"({e('str', d)} {self.pick('<', '>=', 'in', 'not in')} {e('str', d)})",
            lambda: f"({e('int', d)} < {e('int', d)} <= {e('int', d)})",
            lambda: f"(not {e(None, d)})",
            lambda: f"({e('bool', d)} {self.pick('and', 'or')} {e('bool', d)})",
            lambda: f"({e('int', d)} {self.pick('in', 'not in')} {e(self.pick('list', 'tuple', 'set', 'dict'), d)})",
            lambda: f"isinstance({e(None, d)}, {self.pick('int', 'str', '(int, float)', 'list', 'object', 'type(None)')})",
            lambda: f"{self.pick('any', 'all')}({e(self.pick('list', 'tuple'), d)})",
            lambda: f"{e('str', d)}.{self.pick('isdigit', 'isalpha', 'isupper', 'isspace', 'istitle', 'isidentifier', 'isalnum', 'islower', 'isascii')}()",
            lambda: f"{e('str', d)}.{self.pick('startswith', 'endswith')}({e('str', d)})",
            lambda: f"bool({e(None, d)})",
            lambda: f"({e(None, d)} is None)",
            lambda: f"callable({e(None, d)})",
            lambda: f"({e('list', d)} < {e('list', d)})",
        )()

    def slice(self):
        part = lambda: self.pick("", str(self.r.randint(-4, 4)))
        return f"{part()}:{part()}" + self.pick("", "", f":{self.pick('1', '2', '-1', '-2', '3')}")

    def comp(self, d, element="int"):
        n = self.name("c")
        source = self.pick(f"range({self.r.randint(0, 6)})", f"range({self.r.randint(-3, 2)}, {self.r.randint(3, 9)}, {self.r.randint(1, 3)})")
        self.vars.append({n: "int"})
        text = f"{self.expr(element, d)} for {n} in {source}"
        if self.r.random() < 0.4:
            text += f" if {self.expr('bool', d)}"
        if self.r.random() < 0.2:
            m = self.name("c")
            text += f" for {m} in range({self.r.randint(0, 3)})"
        self.vars.pop()
        return text

    def list_expr(self, d):
        e = self.expr
        k = self.r.choice(ELEMENTS)
        return self.pick(
            lambda: "[" + ", ".join(e(k, d) for _ in range(self.r.randint(0, 4))) + "]",
            lambda: f"[{self.comp(d, k)}]",
            lambda: f"({e('list', d)} + {e('list', d)})",
            lambda: f"({e('list', d)} * {self.r.randint(-1, 3)})",
            lambda: f"{e('list', d)}[{self.slice()}]",
            lambda: f"sorted({e(self.pick('list', 'tuple', 'str', 'set'), d)}{self.pick('', ', reverse=True', ', key=str', ', key=lambda q: -q', ', key=repr')})",
            lambda: f"list({self.pick('map', 'filter')}({e('func', d)}, {e('list', d)}))",
            lambda: f"list({self.pick('enumerate', 'reversed')}({e('list', d)}))",
            lambda: f"list(zip({e('list', d)}, {e(self.pick('list', 'str', 'tuple'), d)}))",
            lambda: f"{e('str', d)}.{self.pick('split', 'splitlines', 'rsplit')}({self.pick('', '')})",
            lambda: f"{e('str', d)}.split({e('str', d)})",
            lambda: f"[*{e(self.pick('list', 'str', 'tuple'), d)}, {e(k, d)}]",
            lambda: f"list({e(self.pick('dict', 'str', 'tuple', 'bytes'), d)})",
            lambda: f"list({e('dict', d)}.{self.pick('items', 'keys', 'values')}())",
            lambda: f"list(itertools.{self.pick('accumulate', 'pairwise', 'chain.from_iterable')}({e('list', d)}))",
            lambda: f"list(itertools.{self.pick('chain', 'zip_longest', 'product', 'compress')}({e('list', d)}, {e(self.pick('list', 'str', 'tuple'), d)}))",
            lambda: f"list(itertools.islice({e(self.pick('list', 'str'), d)}, {self.pick('2', '1, None', '0, 5, 2')}))",
            lambda: f"[(k, len(list(g))) for k, g in itertools.groupby({e(self.pick('str', 'list'), d)})]",
            lambda: f"re.{self.pick('findall', 'split')}({self.pick(repr('[a-c]'), repr('(.)b'), repr(' '), repr('a|b*'))}, {e('str', d)})",
            lambda: f"list({self.pick('collections.deque', 'iter', 'tuple', 'sorted')}({e('list', d)}))",
            lambda: f"[[{e('int', d)}, {self.comp(d)}] for _ in {e('list', d)}]" if self.r.random() < .1 else f"[[{e('int', d)}] for _ in range({self.r.randint(0, 2)})]",
            lambda: f"({self.name('w')} := {e('list', d)})" if self.inside is None else e("list", d),
            lambda: f"copy.{self.pick('copy', 'deepcopy')}({e('list', d)})",
        )()

    def tuple_expr(self, d):
        e = self.expr
        return self.pick(
            lambda: f"({e(None, d)}, {e(None, d)})",
            lambda: f"tuple({e(self.pick('list', 'str', 'tuple'), d)})",
            lambda: f"({e('tuple', d)} + {e('tuple', d)})",
            lambda: f"{e('tuple', d)}[{self.slice()}]",
            lambda: f"divmod({e('int', d)}, {e('int', d)})",
            lambda: f"{e('str', d)}.{self.pick('partition', 'rpartition')}({e('str', d)})",
            lambda: f"tuple({self.comp(d)})",
        )()

    def dict_expr(self, d):
        e = self.expr
        return self.pick(
            lambda: "{" + ", ".join(f"{e(self.pick('int', 'str', 'bool'), d)}: {e(None, d)}" for _ in range(self.r.randint(0, 3))) + "}",
            lambda: f"({e('dict', d)} | {e('dict', d)})",
            lambda: f"dict(a={e(None, d)}, b={e('int', d)})",
            lambda: "{" + self.comp(d).replace(" for ", ": 1 for ", 1) + "}",
            lambda: f"{{**{e('dict', d)}, {e('str', d)}: {e('int', d)}}}",
            lambda: f"dict(zip({e('list', d)}, {e('list', d)}))",
            lambda: f"dict.fromkeys({e(self.pick('list', 'str', 'tuple'), d)}, {e('int', d)})",
            lambda: f"dict(collections.Counter({e(self.pick('str', 'list'), d)}))",
            lambda: f"dict(sorted({e('dict', d)}.items(), key=repr))",
            lambda: f"{{v: k for k, v in {e('dict', d)}.items()}}",
            lambda: f"dict(collections.ChainMap({e('dict', d)}, {e('dict', d)}))",
        )()

    def set_expr(self, d):
        k = self.pick("int", "bool")
        return f"set([{self.expr(k, d)}])" if self.r.random() < .7 else f"({self.expr('set', d)} {self.pick('&', '-')} {self.expr('set', d)})"

    def bytes_expr(self, d):
        e = self.expr
        return self.pick(lambda: f"{e('str', d)}.encode({self.pick('', repr('ascii'), repr('utf-16-le'))})", lambda: f"({e('bytes', d)} + {e('bytes', d)})",
                         lambda: f"bytes([{self.r.randint(0, 300)}])", lambda: f"{e('bytes', d)}[{self.slice()}]", lambda: f"bytes({self.r.randint(0, 4)})")()

    def none_expr(self, d):
        return self.pick(lambda: f"print({self.expr(None, d)})", lambda: f"{self.expr('dict', d)}.get({self.expr('str', d)})",
                         lambda: f"{self.expr('list', d)}.append({self.expr('int', d)})")()

    def func_expr(self, d):
        n = self.name("p")
        self.vars.append({n: self.pick("int", "str")})
        text = f"(lambda {n}{self.pick('', '=1', ', *r', ', k=2')}: {self.expr(None, d)})"
        self.vars.pop()
        return text

    # Statements.

    def block(self, depth, indent):
        self.vars.append({})
        lines = []
        for _ in range(self.r.randint(1, 3)):
            lines += self.statement(depth, indent)
        self.vars.pop()
        return lines

    def assign(self, indent):
        kind = self.r.choice(TYPES)
        n = self.name()
        text = f"{indent}{n} = {self.expr(kind)}"
        self.vars[-1][n] = kind
        return [text]

    def statement(self, depth, indent=""):
        r = self.r
        e = self.expr
        simple = [
            lambda: self.assign(indent), lambda: self.assign(indent),
            lambda: [f"{indent}print({e()}, {e()})"], lambda: [f"{indent}print({e()})"],
            lambda: [f"{indent}{self.of('int') or 'print(1); zz'} {self.pick('=', '+=', '-=', '*=')} {e('int', 2)}"],
            lambda: [f"{indent}{self.of('list') or '[0]'}.{self.pick('append', 'extend', 'remove', 'insert', 'pop')}({e(self.pick('int', 'list'), 2)})"],
            lambda: [f"{indent}{self.of('dict') or '{}'}[{e(self.pick('str', 'int', 'tuple'), 2)}] = {e(None, 2)}"],
            lambda: [f"{indent}{self.of('list') or '[1]'}[{self.pick(self.slice(), str(r.randint(-3, 3)))}] = {e(self.pick('list', 'int'), 2)}"],
            lambda: [f"{indent}del {self.of('list') or '[1]'}[{self.pick(self.slice(), str(r.randint(-3, 3)))}]"],
            lambda: [f"{indent}{self.name()}, *{self.name()} = {e(self.pick('list', 'tuple', 'str'), 2)}"],
            lambda: [f"{indent}assert {e('bool', 2)}, {e('str', 1)}"],
            lambda: [f"{indent}raise {self.pick('ValueError', 'KeyError', 'TypeError', 'RuntimeError')}({e('str', 1)})"] if r.random() < .3 else [f"{indent}pass"],
        ]
        if self.loops and r.random() < 0.1:
            return [f"{indent}if {e('bool', 2)}: {self.pick('break', 'continue')}"]
        if self.inside and r.random() < 0.15:
            return [f"{indent}{'yield' if self.inside == 'generator' else 'return'} {e()}"]
        if depth <= 0 or r.random() < 0.5:
            return r.choice(simple)()
        return r.choice([self.if_statement, self.for_statement, self.while_statement, self.try_statement, self.function, self.function,
                         self.class_statement, self.with_statement, self.match_statement, self.chain_statement, self.talking_generator,
                         self.family, self.closure, self.data_class])(depth - 1, indent)

    def chain_statement(self, d, indent):
        """Exceptions with causes and groups."""
        kinds = ["ValueError", "KeyError", "TypeError", "IndexError", "OSError", "RuntimeError"]
        k = lambda: f"{self.pick(*kinds)}({self.expr(self.pick('str', 'int'), 1)})"
        if self.r.random() < 0.4:
            group = f"ExceptionGroup({self.literal('str')!s} or 'g', [{k()}, {k()}, ExceptionGroup('in', [{k()}])])"
            return [f"{indent}try:", f"{indent}    try: raise {group}", f"{indent}    except* {self.pick(*kinds)} as e: print('star', repr(e), e.exceptions)",
                    f"{indent}    except* ({self.pick(*kinds)}, {self.pick(*kinds)}) as e: print('two', len(e.exceptions), e.message)",
                    f"{indent}except BaseException as e: print('rest', repr(e), getattr(e, 'exceptions', None))"]
        return [f"{indent}try:", f"{indent}    try: raise {k()}", f"{indent}    except {self.pick(*kinds, 'Exception')} as e:",
                f"{indent}        raise {k()} {self.pick('', 'from e', 'from None', f'from {k()}')}", f"{indent}    finally: print('f')",
                f"{indent}except Exception as e: print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)"]

    def talking_generator(self, d, indent):
        """A generator that is sent to, thrown into and closed."""
        n, g = self.name("g"), self.name("t")
        body = indent + "    "
        lines = [f"{indent}def {n}(a={self.literal('int')}):", f"{body}try:", f"{body}    while True:", f"{body}        try:",
                 f"{body}            x = yield {self.expr('int', 1)}, a", f"{body}            a = {self.pick('x', 'a', '(x, a)', '[x]')}",
                 f"{body}            if x == {self.r.randint(0, 3)}: return {self.expr(None, 1)}", f"{body}        except {self.pick('ValueError', 'KeyError')} as e:",
                 f"{body}            {self.pick('a = repr(e)', 'yield e.args', 'raise', 'return')}", f"{body}finally:", f"{body}    print('end', a)",
                 f"{indent}def {n}f(): r = yield from {n}({self.literal('int')}); print('r', r); return r", f"{indent}{g} = {n}{self.pick('', 'f')}()"]
        for step in [f"next({g})"] + self.r.choices([f"{g}.send({self.r.randint(0, 3)})", f"next({g})", f"{g}.throw(ValueError('t'))", f"{g}.throw(TypeError)", f"{g}.close()", f"next({g}, 'd')"], k=4):
            lines += [f"{indent}try: print({step})", f"{indent}except BaseException as e: print(type(e).__name__, e, getattr(e, 'value', ''))"]
        return lines + [f"{indent}{g}.close()"]

    def family(self, d, indent):
        """Classes that call each other by super, with properties, class attributes and slots."""
        a, b, c, m = self.name("A"), self.name("B"), self.name("D"), self.name("Mix")
        body = indent + "    "
        lines = [f"{indent}class {a}:", f"{body}{self.pick('pass', 'tag = 1', '__slots__ = ()' )}", f"{body}def __init__(self, *a, **k): print({a!r}, a, k); super().__init__()",
                 f"{body}def f(self, x=1): return [{a!r}, x]", f"{body}def __repr__(self): return f'{{type(self).__name__}}'",
                 f"{indent}class {m}:", f"{body}def f(self, *a): return ['mix'] + super().f(*a)", f"{body}def __init_subclass__(cls, **k): print('sub', cls.__name__, k); super().__init_subclass__()",
                 f"{indent}class {b}({self.pick(f'{m}, {a}', a, f'{a}, {m}')}):", f"{body}def __init__(self, v, **k): super().__init__(v, **k); self.v = v",
                 f"{body}@property", f"{body}def p(self): return self.v", f"{body}@p.setter", f"{body}def p(self, v): self.v = {self.expr(None, 1)}",
                 f"{body}@classmethod", f"{body}def make(cls, *a): return cls({self.expr('int', 1)})", f"{body}def {self.pick('f', 'g')}(self, x=2): return [{b!r}] + super().f(x)",
                 f"{indent}class {c}({b}{self.pick('', f', {m}', '')}): {self.pick('pass', 'def f(self): return super().f() + [3]', '__eq__ = lambda s, o: True', 'v = 5')}"]
        for text in self.r.sample([f"{b}({self.expr(None, 1)}).f()", f"{c}.make().f()", f"{c}(1).p", f"{b}.make({self.literal('int')})", f"{c}(k=1)", f"{b}(1, k={self.literal('str')}).v", f"[k.__name__ for k in {c}.__mro__]",
                                   f"setattr({c}(2), 'p', 3)", f"{c}(1) == {b}(1)", f"hash({c}(1)) == 0", f"{{**vars({b}(1))}}", f"{b}(1).zz", f"super({b}, {c}(1)).f()", f"isinstance({c}(1), {a})", f"delattr({b}(1), 'v')", f"{b}(1).p()"], 6):
            lines += [f"{indent}try: print({text})", f"{indent}except Exception as e: print(type(e).__name__, e)"]
        return lines

    def closure(self, d, indent):
        n, k = self.name("f"), self.name("n")
        body = indent + "    "
        return [f"{indent}def {n}(a={self.literal('int')}):", f"{body}{k} = {self.expr('int', 1)}", f"{body}def up(x=1):", f"{body}    nonlocal {k}",
                f"{body}    {k} {self.pick('+=', '-=', '*=', '=')} x", f"{body}    return {k}, a", f"{body}fs = [lambda y{self.pick('', '=i')}: (i, y, {k}) for i in range({self.r.randint(1, 3)})]",
                f"{body}{self.pick('', f'del {k}; ')}return up, fs", f"{indent}try:", f"{body}up, fs = {n}({self.expr('int', 1)})", f"{body}print(up(), up({self.expr('int', 1)}))",
                f"{body}print([f({self.pick('', '7')}) for f in fs])", f"{indent}except Exception as e: print(type(e).__name__, e)"]

    def data_class(self, d, indent):
        n = self.name("R")
        body = indent + "    "
        options = self.pick("", "(frozen=True)", "(order=True)", "(eq=False)", "(kw_only=True)", "(slots=True)", "(unsafe_hash=True)")
        lines = [f"{indent}@dataclasses.dataclass{options}", f"{indent}class {n}:", f"{body}a: int", f"{body}b: str = {self.literal('str')}", f"{body}c: list = dataclasses.field(default_factory=list{self.pick('', ', repr=False', ', compare=False')})"]
        for text in self.r.sample([f"{n}({self.expr('int', 1)})", f"{n}(a=1, b={self.expr('str', 1)})", f"{n}()", f"{n}(1, 2, 3, 4)", f"{n}(a=1) == {n}(a=1)", f"{n}(a=1) < {n}(a=2)", f"dataclasses.asdict({n}(a=1, c=[1]))",
                                   f"dataclasses.replace({n}(a=1), a=2)", f"setattr({n}(a=1), 'a', 5)", f"isinstance(hash({n}(a=1, c=())), int)", f"[f.name for f in dataclasses.fields({n})]", f"{n}(a=1).zz", f"{n}(z=1)"], 5):
            lines += [f"{indent}try: print({text})", f"{indent}except Exception as e: print(type(e).__name__, e)"]
        return lines

    def if_statement(self, d, indent):
        lines = [f"{indent}if {self.expr('bool')}:"] + self.block(d, indent + "    ")
        if self.r.random() < 0.4:
            lines += [f"{indent}elif {self.expr(None, 2)}:"] + self.block(d, indent + "    ")
        if self.r.random() < 0.5:
            lines += [f"{indent}else:"] + self.block(d, indent + "    ")
        return lines

    def for_statement(self, d, indent):
        n = self.name("i")
        source, kind = self.pick((f"range({self.r.randint(0, 5)})", "int"), (self.expr("str", 2), "str"), (f"list({self.expr('list', 2)})", "int"), (f"enumerate({self.expr('str', 1)})", "tuple"),
                                 (f"{self.expr('dict', 1)}.items()", "tuple"), (f"zip({self.expr('str', 1)}, list({self.expr('list', 1)}))", "tuple"))
        self.vars.append({n: kind})
        self.loops += 1
        lines = [f"{indent}for {n} in {source}:"] + self.block(d, indent + "    ")
        self.loops -= 1
        if self.r.random() < 0.2:
            lines += [f"{indent}else:"] + self.block(0, indent + "    ")
        self.vars.pop()
        return lines

    def while_statement(self, d, indent):
        n = self.name("n")
        self.vars[-1][n] = "bool"
        self.loops += 1
        body = self.block(d, indent + "    ")
        self.loops -= 1
        return [f"{indent}{n} = 0", f"{indent}while {n} < {self.r.randint(1, 4)}:", f"{indent}    {n} += 1"] + body

    def try_statement(self, d, indent):
        kind = self.pick("Exception", "(ValueError, KeyError)", "ZeroDivisionError", "TypeError", "LookupError")
        lines = [f"{indent}try:"] + self.block(d, indent + "    ")
        lines += [f"{indent}except {kind} as e:", f"{indent}    print(type(e).__name__, e, e.args)"] + (self.block(0, indent + "    ") if self.r.random() < .3 else [])
        if self.r.random() < 0.3:
            lines += [f"{indent}except Exception as e:", f"{indent}    print('other', repr(e), repr(e.__context__))"]
        if self.r.random() < 0.3:
            lines += [f"{indent}else:"] + self.block(0, indent + "    ")
        if self.r.random() < 0.4:
            loops, inside, self.loops, self.inside = self.loops, self.inside, 0, None
            lines += [f"{indent}finally:"] + self.block(0, indent + "    ")
            self.loops, self.inside = loops, inside
        return lines

    def function(self, d, indent):
        n = self.name("f")
        count = self.r.randint(0, 3)
        kinds = [self.r.choice(TYPES) for _ in range(count)]
        params = [self.name("p") for _ in range(count)]
        generator = self.r.random() < 0.3
        heads = [p + (f"={self.literal(k)}" if i >= count - 1 and self.r.random() < .4 else "") for i, (p, k) in enumerate(zip(params, kinds))]
        if self.r.random() < 0.2:
            heads.append("*args")
        if self.r.random() < 0.2:
            heads.append("**kw")
        old = self.inside, self.loops
        self.inside, self.loops = "generator" if generator else "function", 0
        self.vars.append(dict(zip(params, kinds)))
        lines = [f"{indent}def {n}({', '.join(heads)}):"] + self.block(d, indent + "    ")
        lines.append(f"{indent}    {'yield' if generator else 'return'} {self.expr()}")
        self.vars.pop()
        self.inside, self.loops = old
        args = ", ".join(self.expr(k, 2) for k in kinds)
        if self.r.random() < 0.1:
            args += ("," if args else "") + self.pick("1", "zz=1", "*[1]", "**{'kw': 1}")
        call = f"{n}({args})"
        lines.append(f"{indent}print({f'list({call})' if generator else call})")
        return lines

    def class_statement(self, d, indent):
        n = self.name("C")
        base = self.pick("", "", "list", "dict", "int", "str", "Exception", *self.classes)
        body = indent + "    "
        lines = [f"{indent}class {n}({base}):", f"{body}k = {self.expr(None, 2)}"]
        if base in ("", *self.classes):
            lines += [f"{body}def __init__(self, a=1):", f"{body}    self.a = a"]
        for special, args, kind in self.r.sample([("__repr__", "", "str"), ("__eq__", ", o", "bool"), ("__len__", "", "int"), ("__getitem__", ", i", None), ("__add__", ", o", None), ("__bool__", "", "bool"),
                                                  ("__call__", ", *a", None), ("__contains__", ", v", "bool"), ("__iter__", "", None), ("__lt__", ", o", "bool"), ("__str__", "", "str"), ("__hash__", "", "int"), ("__getattr__", ", n", "str"),
                                                  ("__format__", ", s", "str"), ("__radd__", ", o", None), ("__enter__", "", None), ("__index__", "", "int"), ("__neg__", "", "int")], self.r.randint(0, 4)):
            value = f"iter({self.expr('list', 1)})" if special == "__iter__" else self.expr(kind, 2)
            if special == "__len__":  # how long a list may be is the machine's
                value = self.pick(f"({value}) % 1000", f"({value}) % 1000", "-1", "2**70", "'3'")
            lines += [f"{body}def {special}(self{args}):", f"{body}    return {value}"]
        lines += [f"{body}@{self.pick('property', 'staticmethod', 'classmethod')}", f"{body}def m(self=None): return {self.expr(None, 1)}"]
        if base in ("", *self.classes) and not indent:
            self.classes.append(n)
        o = self.name("o")
        lines.append(f"{indent}{o} = {n}()")
        for text in self.r.sample([f"{o}.k", f"{o} == {o}", f"len({o})", f"{o}[0]", f"{o} + 1", f"1 + {o}", f"bool({o})", f"{o}()", f"2 in {o}", f"[*{o}]", f"{o} < {o}", f"isinstance({o}, {n})", f"{o}.zz", f"-{o}",
                                   f"f'{{{o}:>4}}'", f"{n}.m", f"{o}.__dict__", f"sorted([{o}, {o}])", f"{n}.__mro__[1].__name__", f"[1, 2, 3][{o}]", f"{{{o}: 1}}", f"{o}.__class__.__name__", f"{n}(1)", f"{n}(a=2)"], 4):
            lines += [f"{indent}try: q = {text}; print(type(q).__name__, q if ' at 0x' not in repr(q) else '')", f"{indent}except Exception as e: print(type(e).__name__, e)"]
        return lines

    def with_statement(self, d, indent):
        n = self.name("M")
        body = indent + "    "
        lines = [f"{indent}class {n}:", f"{body}def __enter__(self): print('in'); return {self.expr('int', 1)}",
                 f"{body}def __exit__(self, t, v, b): print('out', t and t.__name__, v); return {self.expr('bool', 1)}", f"{indent}with {n}() as w{n}:"]
        self.vars.append({f"w{n}": "int"})
        lines += self.block(d, body)
        self.vars.pop()
        return lines

    def match_statement(self, d, indent):
        body = indent + "    "
        lines = [f"{indent}match {self.expr()}:"]
        for pattern in self.r.sample(["0 | 1", "int()", "str() as s", "[]", "[x]", "[x, *y]", "(a, b)", "{'a': z}", "{**r}", "None", "True", "float(f)", "[int(), str()]", "'a' | 'abc'", "list()", "-1"], self.r.randint(1, 4)):
            guard = f" if {self.expr('bool', 1)}" if self.r.random() < .3 else ""
            lines += [f"{body}case {pattern}{guard}:"] + self.block(0, body + "    ")
        return lines + [f"{body}case _: print('none of them')"]

    def program(self):
        lines = ["import collections, copy, dataclasses, functools, itertools, json, math, re, textwrap"]
        for _ in range(self.r.randint(3, 8)):
            lines += self.statement(3)
        return lines


def run(command, programs):
    with tempfile.NamedTemporaryFile("w", suffix=".py", delete=False, encoding="utf-8") as file:
        file.write("PROGRAMS = [\n" + ",\n".join(map(repr, programs)) + "]\n" + (LONG if command[0] == sys.executable else FREE) + DRIVER)
    try:
        done = subprocess.run([*command, file.name], capture_output=True, timeout=600, env={**os.environ, "PYTHONHASHSEED": "0"})
        output = re.sub(r" at 0x[0-9a-f]+", "", done.stdout.decode("utf-8", "replace"))  # where an object is, is nobody's promise
        parts = output.split("## ")[1:]
        return [p.split("\n", 1)[1] if "\n" in p else p for p in parts], done.stderr.decode("utf-8", "replace")
    except subprocess.TimeoutExpired:
        return [], "timeout"
    finally:
        os.unlink(file.name)


def run_all(command, programs):
    """Runs programs in the engine. A budget ends a run, and not a program alone: what comes after such a program runs anew. Returns what
    each printed (None: its budget was used up), and what went wrong otherwise."""
    parts = []
    while len(parts) < len(programs):
        got, trouble = run(command, programs[len(parts):])
        parts += got
        if len(parts) == len(programs) and "was stopped" not in trouble:
            break
        if not got or "was stopped" not in trouble:
            return parts, trouble
        parts[-1] = None
    return parts, ""


def differ(command, lines):
    text = ["\n".join(lines)]
    try:
        compile(text[0], "p", "exec")
    except SyntaxError:
        return False
    want = run([sys.executable, "-W", "ignore"], text)[0]
    return "!late!" not in "".join(want) and want != run(command, text)[0]


def shrink(command, lines):
    """Takes away lines while the difference stays."""
    size = max(1, len(lines) // 2)
    while size:
        i = 0
        while i < len(lines):
            less = lines[:i] + lines[i + size:]
            if less and differ(command, less):
                lines = less
            else:
                i += size
        size //= 2
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--keep")
    parser.add_argument("--most", type=int, default=12, help="differences to shrink")
    parser.add_argument("exe", nargs="+")
    a = parser.parse_args()
    warnings.simplefilter("ignore")
    found = stopped = late = 0
    for start in range(a.seed, a.seed + a.count, a.batch):
        made = [Maker(s).program() for s in range(start, min(start + a.batch, a.seed + a.count))]
        texts = ["\n".join(p) for p in made]
        want, _ = run([sys.executable, "-W", "ignore"], texts)
        got, trouble = run_all(a.exe, texts)
        if len(want) != len(texts):
            print("CPython did not end the batch from", start)
            continue
        if len(got) != len(want):
            print("the engine stopped in the batch from", start, "after", len(got), "programs:", trouble[-300:])
            found += 1
            a.most -= 1
        for i, (w, g) in enumerate(zip(want, got)):
            stopped += g is None
            late += "!late!" in w
            if w != g and g is not None and "!late!" not in w and "MemoryError" not in g:  # who has less memory, says so sooner
                found += 1
                if found > a.most:
                    continue
                small = shrink(a.exe, made[i])
                text = "\n".join(small)
                print(f"--- seed {start + i}\n{text}")
                print("want", run([sys.executable, "-W", "ignore"], [text])[0])
                print("got ", run(a.exe, [text])[0])
                if a.keep:
                    with open(os.path.join(a.keep, f"fuzz_{start + i}.py"), "w", encoding="utf-8") as file:
                        file.write(text + "\n")
        print("up to", start + len(texts) - 1, "differ:", found, flush=True)
    print(f"{a.count} programs, {found} differ; not compared: {stopped} used up a budget here, {late} took more than 4 s in CPython")
    return found > 0


if __name__ == "__main__":
    sys.exit(main())
