import random

random.seed(42)
print([random.randrange(10) for _ in range(20)])
print([random.randrange(0,100,7) for _ in range(20)], [random.randrange(100,0,-7) for _ in range(5)])
print(random.choice("abcdef"), random.choices([1,2,3],k=10), random.choices("abc",weights=[1,2,3],k=10),random.choices("abc",cum_weights=[1,2,3],k=10))
l=list(range(30)); random.shuffle(l); print(l)
print(random.sample(range(1000),10),random.sample(range(100000000),10),random.sample([1,2,3],3),random.sample("abcdefghijklmnopqrstuvwxyz",20))
print(random.sample(["r","b"],counts=[4,2],k=5))
