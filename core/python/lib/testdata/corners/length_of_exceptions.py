# An exception class that can be gone through is asked for its length as any other class.
class C1(Exception):
    def __iter__(self):
        return iter([[9223372036854775808] for _ in range(1)])

    def __len__(self):
        return bytearray(b"xy").decode("latin-1").find("abc")


o5 = C1()
for make in (list, tuple, lambda o: [*o], lambda o: (*o, 1), lambda o: {len(o)}, lambda o: [x for x in o]):
    try:
        print(make(o5))
    except Exception as e:
        print(type(e).__name__, e)
