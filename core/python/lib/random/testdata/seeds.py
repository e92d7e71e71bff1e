import random
for s in [0,1,42,-5,2**100,"hello","",b"abc",bytearray(b"x"),1.5,-0.0,float("inf"),"é☃",True,12345678901234567890]:
    random.seed(s)
    print(repr(s), random.random(), random.randint(1,100), random.getrandbits(70), random.gauss(0,1), random.gauss(5,2))
random.seed("a", version=1)
print(random.random())
random.seed(b"hello world", 1)
print(random.random())
random.seed("ünï", 1)
print(random.random())
