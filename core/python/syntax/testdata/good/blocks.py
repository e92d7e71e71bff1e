if a:
    b
if a: b
if a:
    b
else:
    c
if a:
    b
elif c:
    d
elif e:
    f
else:
    g
if a: b
elif c: d
else: e
if (a := b): c
while a:
    b
while a:
    b
    continue
    break
else:
    c
for a in b:
    c
for a, b in c:
    d
for a, in b: c
for (a, b) in c: d
for [a, b] in c: d
for a.b in c: d
for a[b] in c: d
for *a, b in c: d
for a in b, c: d
for a in *b, c: d
for a in b:
    c
else:
    d
if a:
    if b:
        c
    else:
        d
else:
    if e:
        f
if a:

    b

    # comment

    c
        # deeper comment
# shallower comment
    d
if a:
  b
elif c:
        d
else:
	e
if a:
    b;
c
try: a
except: b
try:
    a
finally:
    b
try:
    a
except b:
    c
except (d, e):
    f
except g as h:
    i
except:
    j
else:
    k
finally:
    l
try:
    a
except* b:
    c
except *d as e:
    f
else:
    g
finally:
    h
with a: b
with a as b: c
with a, b: c
with a as b, c as d: e
with a() as b.c, d as e[f]: g
with a as (b, c): d
with a as [b, c]: d
with (a): b
with (a) as b: c
with (a, b): c
with (a as b): c
with (a as b, c as d): e
with (a, b as c,): d
with (
    a as b,
    c
):
    d
with (a, b) as c: d
with (yield_): b
with (a).b: c
with (a)(b) as c: d
with (a, b)[c]: d
with (a) + b: c
with a if b else c as d: e
with open(a) as b, \
        open(c) as d:
    e
