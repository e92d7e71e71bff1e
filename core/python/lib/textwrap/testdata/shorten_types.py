import textwrap

for value in (7, [("x", 1)], None, b" a  b "):
    try:
        print(textwrap.shorten(value, 12))
    except Exception as e:
        print(type(e).__name__, e)
print(textwrap.shorten("\x1c a  b \x1c", 12))
