import glob
import os
import shutil
import tempfile

with tempfile.TemporaryDirectory(prefix="t_") as folder:
    print(os.path.isdir(folder), os.path.basename(folder)[:2], len(os.path.basename(folder)))
    for name in ("a.txt", "b.txt", "c.py", ".hidden", "sub/d.txt", "sub/deep/e.txt", "sub/deep/f.py", "x[1].txt"):
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as f:
            f.write(name * 2)
    show = lambda paths: sorted(os.path.relpath(p, folder) if os.path.isabs(p) else p for p in paths)
    for pattern in ("*", "*.txt", "?.*", "[ab].txt", "sub/*", "*/*.txt", "**/*.txt", "**", "sub/", "*/", "nothing*", "a.txt", "missing.txt", ".*", "sub/**/*.py", "[!a]*"):
        print(pattern, show(glob.glob(os.path.join(folder, pattern))), show(glob.glob(os.path.join(folder, pattern), recursive=True)),
              show(glob.glob(pattern, root_dir=folder)), len(list(glob.iglob(pattern, root_dir=folder, recursive=True))))
    print(show(glob.glob("**", root_dir=folder, recursive=True, include_hidden=True)), glob.escape("a[1]*?"), show(glob.glob(glob.escape("x[1].txt"), root_dir=folder)), glob.has_magic("a*"))
    at = lambda *names: os.path.join(folder, *names)
    told = lambda v: v.replace(folder + "/", "") if isinstance(v, str) else v
    print(told(shutil.copy(at("a.txt"), at("copy.txt"))), open(at("copy.txt")).read(), told(shutil.copy(at("a.txt"), at("sub"))), os.path.exists(at("sub/a.txt")))
    print(told(shutil.copyfile(at("b.txt"), at("a2.txt"))), told(shutil.copy2(at("c.py"), at("sub/deep"))))
    for bad in (lambda: shutil.copyfile(at("a.txt"), at("a.txt")), lambda: shutil.copy(at("missing"), at("b")),
                lambda: shutil.copytree(at("sub"), at("sub2/none")) and shutil.copytree(at("sub"), at("sub2/none")),
                lambda: shutil.rmtree(at("missing")), lambda: shutil.move(at("a.txt"), at("sub")), lambda: shutil.move(at("gone"), at("b"))):
        try:
            print(bad())
        except OSError as e:
            print(type(e).__name__, told(str(e)))
    print(sorted(os.listdir(at("sub2/none"))), told(shutil.copytree(at("sub"), at("sub3"), ignore=shutil.ignore_patterns("*.py", "deep"))), sorted(os.listdir(at("sub3"))))
    print(told(shutil.copytree(at("sub"), at("sub3"), dirs_exist_ok=True)), sorted(os.listdir(at("sub3"))))
    print(told(shutil.move(at("b.txt"), at("moved.txt"))), os.path.exists(at("b.txt")), told(shutil.move(at("moved.txt"), at("sub3"))), told(shutil.move(at("sub3"), at("sub4"))), sorted(os.listdir(at("sub4"))))
    shutil.rmtree(at("sub4"))
    shutil.rmtree(at("missing"), ignore_errors=True)
    print(os.path.exists(at("sub4")), shutil.which("no_such_program"), shutil.get_terminal_size((10, 5)).lines in (5, 24))
    with open(at("big"), "w") as a, open(at("a.txt")) as b:
        shutil.copyfileobj(b, a)
    print(open(at("big")).read())
print(os.path.exists(folder))
with tempfile.NamedTemporaryFile("w+", suffix=".txt") as f:
    f.write("hello\nworld\n")
    f.flush()
    f.seek(0)
    print(f.name.endswith(".txt"), os.path.exists(f.name), f.read(), f.closed)
    name = f.name
print(os.path.exists(name), f.closed)
with tempfile.NamedTemporaryFile(delete=False) as f:
    f.write(b"bytes")
print(open(f.name, "rb").read())
os.unlink(f.name)
with tempfile.TemporaryFile("w+") as f:
    f.write("x\ny\n")
    f.seek(0)
    print(list(f))
with tempfile.SpooledTemporaryFile() as f:
    f.write(b"ab")
    f.seek(0)
    print(f.read())
d = tempfile.mkdtemp(suffix="_s")
print(d.endswith("_s"), os.path.isdir(d), d.startswith(tempfile.gettempdir()), tempfile.gettempprefix())
shutil.rmtree(d)
t = tempfile.TemporaryDirectory()
print(os.path.isdir(t.name), repr(t) == f"<TemporaryDirectory {t.name!r}>")
t.cleanup()
print(os.path.exists(t.name))
