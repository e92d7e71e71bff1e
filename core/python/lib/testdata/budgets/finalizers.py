class D:
    def __del__(self): raise ValueError("in del")
d = D(); del d; print("after")
class E:
    def __init_subclass__(cls): class_ = type("X", (E,), {})
try:
    class F(E): pass
except RecursionError as e: print("rec")
