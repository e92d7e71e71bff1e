import atexit
def bye(x, y=2): print("bye", x, y)
print(atexit.register(bye, 1) is bye)
atexit.register(bye, 2, y=3)
@atexit.register
def last(): print("registered last")
f = atexit.register(lambda: print("dropped")); atexit.unregister(f)
try: atexit.register(5)
except TypeError as e: print(e)
atexit._run_exitfuncs()
print("end")
