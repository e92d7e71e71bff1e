# except star
try:
    raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [ValueError(3), KeyError('k')])])
except* ValueError as e:
    print(repr(e), e.exceptions)
except* TypeError as e:
    print(repr(e))
except* KeyError as e:
    print(repr(e))
try:
    try:
        raise ExceptionGroup('eg', [ValueError(1), OSError(2)])
    except* ValueError as e:
        raise RuntimeError('x')
except ExceptionGroup as e:
    print(repr(e), repr(e.__context__), [repr(x) for x in e.exceptions])
try:
    try: raise ValueError(5)
    except* ValueError as e: print(repr(e))
    else: print('no')
    finally: print('fin')
except BaseException as e: print(repr(e))
eg = ExceptionGroup('m', [ValueError(1), TypeError(2)])
print(eg.split(ValueError), eg.subgroup(lambda e: isinstance(e, TypeError)), eg.derive([KeyError(1)]), eg.message, str(eg))
for bad in [('m', []), ('m', [1]), (1, [ValueError()]), ('m', ValueError()), ('m',)]:
    try: ExceptionGroup(*bad)
    except Exception as e: print(type(e).__name__, e)
try: ExceptionGroup('m', [KeyboardInterrupt()])
except Exception as e: print(type(e).__name__, e)
print(type(BaseExceptionGroup('m', [ValueError()])), BaseExceptionGroup('m', [KeyboardInterrupt()]))
raise ExceptionGroup('top', [ValueError('a'), ExceptionGroup('sub', [TypeError('b')])])
