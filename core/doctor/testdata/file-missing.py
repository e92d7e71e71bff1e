import json

with open("config.json") as file:
    config = json.load(file)
