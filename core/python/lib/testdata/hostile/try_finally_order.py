# try finally order
def f():
    try: return 'try'
    finally: print('fin')
def g():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print(i)
        finally: print('f', i)
    else: print('else')
def h():
    try: 1/0
    except ZeroDivisionError: return 'exc'
    else: return 'else'
    finally: return 'fin'
print(f(), g(), h())
def k():
    while True:
        try: return 1
        finally: break
    return 2
print(k())
try:
    try: raise ValueError('a')
    except ValueError as e:
        try: raise TypeError('b') from e
        finally: print('x')
except TypeError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    e = 5
    try: raise ValueError
    except ValueError as e: pass
    print(e)
except NameError as ex: print(ex)
try: raise ValueError from None
except ValueError as e: print(e.__cause__, e.__suppress_context__)
try: raise 5
except TypeError as e: print(e)
try: raise ValueError from 5
except TypeError as e: print(e)
try: raise
except RuntimeError as e: print(e)
class E(Exception):
    def __str__(self): return 'custom'
try: raise E(1, 2)
except Exception as e: print(e, repr(e), e.args)
try:
    try: raise KeyError('x')
    except int: pass
except TypeError as e: print(e, repr(e.__context__))
except KeyError: print('ke')
e = ValueError('n'); e.add_note('note1'); e.add_note('note2'); print(e.__notes__)
try: e.add_note(1)
except TypeError as x: print(x)
raise e
