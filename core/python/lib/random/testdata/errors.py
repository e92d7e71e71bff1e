import random


def tr(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__)
tr(random.choice,[]); tr(random.randint,5,1); tr(random.randrange,0); tr(random.randrange,1,2,0); tr(random.sample,{1,2},1); tr(random.sample,[1,2],3); tr(random.choices,[],k=1)
tr(random.choices,[1,2],[1]); tr(random.choices,[1,2],[0,0]); tr(random.choices,[1,2],3);tr(random.seed,[1]); tr(random.getrandbits,-1);tr(random.choices,[1],[1],cum_weights=[1]); tr(random.shuffle,(1,2)); tr(random.randint,1.5,3); tr(random.randint,1.0,3.0); tr(random.expovariate,0);tr(random.gammavariate,0,1);tr(random.setstate,(2,));tr(random.randrange,1,step=2); tr(random.choices,[],k=0)
random.seed(3)
 print(random.randint(10**20,10**21),random.randrange(-10**30,10**30,7))
