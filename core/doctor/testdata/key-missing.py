config = {"units": 3}
print(config["unit"])
