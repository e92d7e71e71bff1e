"""class-heavy loop."""
class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def dot(self, o):
        return self.x * o.x + self.y * o.y
    def add(self, o):
        return Vec(self.x + o.x, self.y + o.y)
def run():
    a = Vec(1, 2)
    t = 0
    for i in range(10000):
        b = Vec(i, 1)
        t += a.dot(b)
        a = a.add(b)
    return t


print(run())
