import gc
print(type(gc.collect()), gc.isenabled(), gc.get_threshold(), gc.garbage)
gc.disable(); gc.enable(); gc.freeze(); gc.unfreeze(); gc.set_threshold(700, 10, 10)
