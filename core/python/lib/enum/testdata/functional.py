from enum import *
import enum
A = Enum("A", "ONE TWO THREE")
print(list(A), A.__name__, A.__module__, A.__qualname__)
B = Enum("B", ["x", "y"], start=5); print(list(B))
C = Enum("C", {"p": 10, "q": 20}); print(list(C))
D = Enum("D", [("m", "1"), ("n", "2")]); print(list(D))
E = Enum("E", "a,b, c", module="mod", qualname="Q.E"); print(list(E), E.__module__, E.__qualname__, E)
F = IntEnum("F", "A B"); print(list(F), F.A + 1)
G = Flag("G", "A B C"); print(list(G), G.A | G.B)
H = Enum("H", "X Y", type=str); print(list(H), H.X, H.X == "1")
I = StrEnum("I", "Xx YY"); print(list(I))
J = Enum("J", ()); print(list(J), len(J))
class Own(Enum):
    def up(self): return self.name.upper()
K = Own("K", "a b"); print(K.a.up(), list(K))
