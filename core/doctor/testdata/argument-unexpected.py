def area(width, height):
    return width * height


print(area(width=3, heigth=4))
# then: runs
