x = [1,2
y = 3
# ---
def f():
  return 1
    return 2
# ---
print "hello"
# ---
return 5
# ---
def f():
    x = 5
     y = 6
# ---
def f(:
    pass
# ---
x = (1, 2
# ---
for i in range(3)
    pass
# ---
x = 5 5
# ---
a = b = 1 = c
