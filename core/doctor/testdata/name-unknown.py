lenght = 3
print(length)
# then: runs
