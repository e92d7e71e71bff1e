x = 1
y = """a
b"""
if x:
    y

z = (1,
  2)
"a\
b"
f"""{x}
{y}"""
