import random

l = list(range(8))
random.seed(11)
print(random.randbytes(10), random.getrandbits(0), random.getrandbits(32),random.getrandbits(33),random.getrandbits(1000))
st=random.getstate(); a=[random.random() for _ in range(3)]; random.setstate(st); print(a==[random.random() for _ in range(3)], st[0], len(st[1]), st[1][:3], st[1][-1],st[2])
r=random.Random(7); print(r.random(), r.randint(1,6), random.Random("x").random())
class R(random.Random):
    def random(self): return 0.25
r=R(3); print(r.random(), r.randint(0,99), r.choice("abcd"), r.uniform(0,4),r.shuffle(l),l,r.getrandbits(5))
class B(random.Random):
    def getrandbits(self,k): return 1
print(B(1).randint(0,99), B(1).random())
import copy
r = random.Random(5)
q = copy.copy(r)
d = copy.deepcopy(r)
print(r.random() == q.random() == d.random())
r.seed(9)
print([r.gauss() for _ in range(3)], r.gauss_next is None, r.getstate()[2] is None)
print(random.Random(3).choices(range(5), k=4), isinstance(r, random.Random), random.Random.__name__, random.random.__name__)
class Named(random.Random):
    def __init__(self, name):
        super().__init__(name)
        self.name = name
n = Named("n")
print(n.name, n.random(), n.randint(0, 9))
