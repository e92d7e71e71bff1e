# generators
def g():
    try:
        while True:
            try:
                x = yield 1
                print('got', x)
            except ValueError as e:
                print('caught', e)
                yield 'v'
    finally:
        print('closing')
it = g(); print(next(it)); print(it.send(5)); print(it.throw(ValueError('q'))); print(it.send(None)); it.close()
try: next(it)
except StopIteration as e: print('stop', e.value)
def h():
    r = yield from inner()
    print('r', r)
    return 'done'
def inner():
    a = yield 'i1'
    b = yield a
    return (a, b)
it = h(); print(next(it), it.send('A'))
try: it.send('B')
except StopIteration as e: print(e.value, e.args)
def bad():
    yield
    raise StopIteration('x')
it = bad(); next(it)
try: next(it)
except RuntimeError as e: print(e, repr(e.__cause__))
def ge():
    try: yield
    except GeneratorExit: yield 1
it = ge(); next(it)
try: it.close()
except RuntimeError as e: print(e)
it = g()
try: it.send(1)
except TypeError as e: print(e)
def rec():
    yield next(me)
me = rec()
try: next(me)
except ValueError as e: print(e)
print(g.__name__, it.__name__, it.__qualname__, it.gi_running, it.gi_yieldfrom, type(it))
print(list(x for x in range(3)), sum(x for x in [1,2]), (x for x in ()).__name__)
it = (1/x for x in [1, 0])
print(next(it))
try: next(it)
except ZeroDivisionError as e: print(e)
print(list(it))
def d():
    yield from [1,2]
    yield from (x*2 for x in 'ab')
    return 3
print(list(d()), max(d(), key=str))
try: (x for x in 5)
except TypeError as e: print(e)
it = h(); next(it)
try: it.throw(KeyError('k'))
except KeyError as e: print('KeyError', e)
