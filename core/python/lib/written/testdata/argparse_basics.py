import argparse
import contextlib
import io
import sys


def attempt(f, *args, **kwargs):
    out, err = io.StringIO(), io.StringIO()
    result = None
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            result = f(*args, **kwargs)
    except SystemExit as e:
        result = "exit %r" % (e.code,)
    except Exception as e:
        result = "%s: %s" % (type(e).__name__, e)
    print(result)
    for name, text in (("out", out.getvalue()), ("err", err.getvalue())):
        if text:
            print(name + ":")
            print(text)


p = argparse.ArgumentParser(prog="train", description="Train a small model on random data, and say how it went. The words of this description are many.", epilog="See the manual.")
p.add_argument("data", help="file of the data")
p.add_argument("others", nargs="*", type=int, help="more numbers")
p.add_argument("-e", "--epochs", type=int, default=10, help="number of epochs (default: %(default)s)")
p.add_argument("--lr", "--learning-rate", type=float, default=1e-3, metavar="RATE")
p.add_argument("--optimizer", choices=["adam", "sgd"], default="adam", help="which one of the optimizers is to be used for this training, of those that there are")
p.add_argument("-v", "--verbose", action="store_true")
p.add_argument("-q", action="count", default=0)
p.add_argument("--no-shuffle", dest="shuffle", action="store_false")
p.add_argument("--units", nargs="+", type=int)
p.add_argument("--pair", nargs=2, metavar=("A", "B"))
p.add_argument("--tag", action="append")
p.add_argument("--mode", nargs="?", const="fast", default="slow")
p.add_argument("--version", action="version", version="%(prog)s 1.0")
p.add_argument("--hidden", help=argparse.SUPPRESS)
p.add_argument("--cache", action=argparse.BooleanOptionalAction, default=True, help="keep it")

for words in (["d"], ["d", "1", "2"], ["d", "-e", "5"], ["d", "-e5", "-qqv"], ["d", "--epochs=7", "--lr", "0.5"], ["d", "--opt", "sgd"], ["d", "--optimizer", "x"],
              [], ["d", "--epochs", "x"], ["d", "--epochs"], ["d", "--units", "1", "2"], ["d", "--units"], ["d", "--pair", "1"], ["d", "--pair", "a", "b"],
              ["d", "--tag", "a", "--tag=b"], ["d", "--mode"], ["d", "--mode", "x"], ["--version"], ["-h"], ["d", "--no-shuffle", "--no-cache"], ["d", "--wrong"],
              ["d", "--", "-1"], ["d", "-1", "3"], ["d", "--l", "3"], ["d", "--no", "3"], ["d", "x"], ["--verbose", "d"], ["d", "--verbose=3"], ["d", "-vx"], ["d", "-e=4"],
              ["d", "--units", "1", "--", "3"], ["d", "-"], ["d", "--hidden", "a b"], ["d", "a b"]):
    print(words)
    attempt(p.parse_args, words)
attempt(p.parse_known_args, ["d", "--wrong", "3", "x"])
attempt(p.print_help)
attempt(p.print_usage)
attempt(p.error, "no")
attempt(p.exit, 3, "bye\n")
print(repr(p))
print(p.get_default("epochs"), p.get_default("none"))
p.set_defaults(epochs=3, more="x")
attempt(p.parse_args, ["d"])
sys.argv = ["prog.py", "data", "-e", "2"]
attempt(p.parse_args)
attempt(argparse.ArgumentParser().print_help)
n = argparse.Namespace(a=1, b="x")
print(n, n == argparse.Namespace(a=1, b="x"), "a" in n, "c" in n, vars(n))
n.c = 2
print(n)
print(argparse.Namespace(**{"a-b": 1, "c": 2}))
