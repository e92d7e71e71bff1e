# Slices and ranges beyond the sizes of machines.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: slice(None, None, -1).indices(2**100)); t(lambda: slice(2**70, -2**80, 2**90).indices(2**65)); t(lambda: slice(-2**80, 2**70, 3).indices(10)); t(lambda: range(2**100)[-2**80:2**81:2**79]); t(lambda: range(2**100)[2**99]); t(lambda: range(-2**100, 2**100, 2**90)[5:10]); t(lambda: slice(1).indices(-1)); t(lambda: slice(1,2,0).indices(3)); t(lambda: slice('a').indices(3)); t(lambda: slice(1.5).indices(3))
