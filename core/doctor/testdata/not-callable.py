def make():
    pass


build = make()
build(3)
