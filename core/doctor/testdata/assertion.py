units = 0
assert units > 0, "units must be positive"
