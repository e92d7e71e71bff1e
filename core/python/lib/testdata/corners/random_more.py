import random
random.seed(42)
print(random.random(), random.randint(1, 100), random.uniform(2, 3), random.choice("abcdef"), random.sample(range(50), 5), random.choices([1, 2, 3], [5, 1, 1], k=6))
l = list(range(8)); random.shuffle(l); print(l, random.gauss(0, 1), random.normalvariate(1, 2), random.expovariate(1.5), random.betavariate(2, 3), random.gammavariate(2, 1), random.triangular(0, 1, 0.3))
r = random.Random("text"); s = r.getstate(); a = r.random(); r.setstate(s); print(a == r.random(), r.getrandbits(70), r.randrange(0, 100, 7), r.randbytes(4), r.lognormvariate(0, 1), r.vonmisesvariate(0, 1), r.paretovariate(3), r.weibullvariate(1, 2))
for bad in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.choices([1], [0]), lambda: random.randint(2, 1)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
random.seed(b"x"); print(random.random()); random.seed(3.5); print(random.random()); random.seed(-7); print(random.random(), random.sample("abc", 3, counts=[2, 1, 1]))
