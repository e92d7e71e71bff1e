names = 5
print(namse)
# ---
class Foo:
    def __init__(self): self.blech = 1
    def bar(self): pass
Foo().blach
# ---
def outer():
    def inner():
        local_name = 1
        return loca_name
    return inner()
outer()
# ---
class Widget:
    def __init__(self): self.color, self.colour_name, self.Size = 1, 2, 3
    def resize(self): pass
for n in ('colour', 'size', 'resise', 'zzz', 'colr', 'RESIZE'):
    try: getattr(Widget(), n)
    except AttributeError as e:
        err = e
Widget().siez
# ---
def compute(value_one, value_two):
    total = value_one + value_tow
    return total
compute(1, 2)
# ---
prnt('x')
# ---
for i in rnage(3): pass
