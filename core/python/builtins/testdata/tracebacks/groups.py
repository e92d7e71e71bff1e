def f():
    raise ExceptionGroup('eg', [ValueError(1), TypeError('t'), ExceptionGroup('in', [KeyError('k'), ValueError(2)])])
f()
# ---
def sub():
    try: 1 / 0
    except ZeroDivisionError as e: return e
try: raise sub()
except ZeroDivisionError as e: inner = e
def chained():
    try: raise TypeError('first')
    except TypeError as t:
        try: raise ValueError('second') from t
        except ValueError as v: return v
raise ExceptionGroup('top', [chained(), ExceptionGroup('nested', [inner, OSError(2, 'x')]), KeyError('last')])
# ---
raise ExceptionGroup('many', [ValueError(i) for i in range(20)])
# ---
e = ExceptionGroup('noted', [ValueError(1)])
e.add_note('a note')
e.exceptions[0].add_note('inner\nnote')
raise e
# ---
g = ValueError('deep')
for i in range(13): g = ExceptionGroup(f'l{i}', [g])
raise g
