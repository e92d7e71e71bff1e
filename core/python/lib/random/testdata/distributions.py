import random

random.seed(2024)
for name,args in [("uniform",(1,10)),("triangular",()),("triangular",(1,5,2)),("normalvariate",()),("lognormvariate",(0,1)),("expovariate",(1.5,)),("vonmisesvariate",(1,4)),("vonmisesvariate",(1,0)),("gammavariate",(2,3)),("gammavariate",(.5,1)),("gammavariate",(1,2)),("betavariate",(2,3)),("betavariate",(.5,.5)),("paretovariate",(3,)),("weibullvariate",(1,2))]:
    f=getattr(random,name)
    print(name,[f(*args) for _ in range(8)])
