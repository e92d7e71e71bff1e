sizes = [1, 2, 3]
print(sizes[3])
