total = 0


def add(n):
    total = total + n


add(1)
