for op in ("x **= None", "x **= 'a'", "x += None", "x @= 1", "x //= 'a'", "x = x ** None", "pow(x, None)", "pow(x, 1, None)", "pow('a', 1)", "pow(2, -1, 0)", "y = 'a'; y **= 2","z=1.5; z **= 'a'","w=[]; w **= 1", "x <<= 1.5", "x >>= None", "x %= None", "x &= 1.0", "x |= None", "x ^= 'a'", "x -= 'b'", "x /= None"):
    x = 5
    try: exec(op); print(op, "ok")
    except Exception as e: print(op, type(e).__name__, e)
class A:
    def __ipow__(self, o): return "ipow"
    def __pow__(self, o, m=None): return "pow", m
a = A(); a **= 2; print(a)
print(pow(A(), 1, 2), A() ** 1)
