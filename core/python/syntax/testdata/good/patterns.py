match a:
    case 1: pass
    case -1: pass
    case 1.5: pass
    case -2j: pass
    case 1 + 2j: pass
    case -1.5 - 3j: pass
    case 'a': pass
    case 'a' 'b': pass
    case b'a': pass
    case None: pass
    case True: pass
    case False: pass
    case a.b: pass
    case a.b.c: pass
    case (1): pass
    case ((a.b)): pass
    case []: pass
    case (): pass
    case [1]: pass
    case (1,): pass
    case 1,: pass
    case 1, 2: pass
    case 1, *rest: pass
    case *_,: pass
    case [1, *_, 2]: pass
    case (1, 2, *rest): pass
    case [[1, x], (2, y)]: pass
    case {}: pass
    case {'a': 1}: pass
    case {'a': 1, 'b': x,}: pass
    case {True: _, -1: _, 1+1j: _, None: _, a.b: _}: pass
    case {**rest}: pass
    case {'a': 1, **rest}: pass
    case {'a': 1, **rest,}: pass
    case A(): pass
    case A(1): pass
    case A(1,): pass
    case A(1, 2): pass
    case A(x=1): pass
    case A(x=1, y=2,): pass
    case A(1, x=2): pass
    case a.B(c=d): pass
    case A(B(C())): pass
    case 1 | 2: pass
    case 1 | 2 | 3: pass
    case (1 | 2): pass
    case [1 | 2, 3]: pass
    case A() | B(): pass
    case 1 as x: pass
    case 1 | 2 as x: pass
    case (1 | 2) as x: pass
    case [1 as x, 2 as y]: pass
    case [x, y] as z: pass
    case x if x > 1: pass
    case x if (y := x): pass
    case {'a': {'b': [x, *_]}}: pass
    case match: pass
match a, b:
    case _: pass
match a,:
    case x, y: pass
match *a, b:
    case [*x, y]:
        pass
    case _:
        pass
match (a):
    case [x]: pass
match [a]:
    case [x]: pass
match {}:
    case _: pass
match -a:
    case _: pass
match not a:
    case _: pass
match a if b else c:
    case _:
        if x:
            y
        else:
            z
match match:
    case case: pass
match x:
    # comment
    case 1:

        pass

    # comment
    case _: pass
match x.y(z):
    case str() as s: pass
    case int(n) | float(n): pass
match lambda: 0:
    case _: pass
case = 1
match = {case: 2}
match[case]
match: int
match: int = 1
match.match(x)
