class Counter:
    def __init__(self):
        self.n = 0

    def add(n):
        return n


print(Counter().add(3))
# then: runs
