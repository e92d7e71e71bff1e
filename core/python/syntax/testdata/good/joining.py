x = 1 + \
    2
if a and \
   b:
    c
\
d
if e:
    \
    f
assert a, \
    b
x = "a" \
  "b"
