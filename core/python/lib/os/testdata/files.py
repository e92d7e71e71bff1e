import os
for f in [lambda: os.listdir("nowhere"), lambda: os.remove("nowhere/x"), lambda: os.stat("nowhere"), lambda: os.path.getsize("nowhere"), lambda: os.rename("nowhere", "b"),
          lambda: os.chdir("nowhere")]:
    try:
        f()
    except FileNotFoundError as e:
        print(type(e).__name__, e.errno, e.filename)
print(list(os.walk("nowhere")), os.access("nowhere", os.F_OK), os.strerror(2))
