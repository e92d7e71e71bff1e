import argparse
import contextlib
import io



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


p = argparse.ArgumentParser(prog="tool", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
sub = p.add_subparsers(dest="command", help="what to do")
a = sub.add_parser("fit", help="fit a model", aliases=["f"])
a.add_argument("--epochs", type=int, default=1)
a.add_argument("path")
a.set_defaults(func=len)
b = sub.add_parser("show", description="Shows things.")
b.add_argument("names", nargs="+")
for words in (["fit", "x"], ["f", "--epochs", "3", "y"], ["show", "a", "b"], ["show"], [], ["other"], ["fit", "-h"], ["-h"], ["show", "-h"], ["fit", "x", "y"], ["fit", "x", "--bad"]):
    print(words)
    attempt(p.parse_args, words)

p = argparse.ArgumentParser(prog="req")
sub = p.add_subparsers(title="commands", description="all of them", required=True, dest="cmd", metavar="CMD")
sub.add_parser("one", help="first")
sub.add_parser("two")
attempt(p.parse_args, [])
attempt(p.parse_args, ["one"])
attempt(p.print_help)

p = argparse.ArgumentParser(prog="ex")
g = p.add_mutually_exclusive_group(required=True)
g.add_argument("--on", action="store_true")
g.add_argument("--off", action="store_true", help="turn it off")
g.add_argument("-n", type=int)
for words in (["--on"], ["--off"], ["--on", "--off"], [], ["-n", "3"], ["-n3", "--on"]):
    attempt(p.parse_args, words)
attempt(p.print_help)

p = argparse.ArgumentParser(prog="grp", usage="%(prog)s [options]", add_help=False)
g = p.add_argument_group("model", "How the model is made.")
g.add_argument("--units", type=int, default=3, help="units of a layer")
g.add_argument("--activation-of-the-last-layer", default="relu", help="activation")
g = p.add_argument_group("empty")
g = p.add_argument_group("data")
g.add_argument("--data", required=True, type=str)
attempt(p.print_help)
attempt(p.parse_args, [])
attempt(p.parse_args, ["--data", "x", "--unit", "5"])

base = argparse.ArgumentParser(add_help=False)
base.add_argument("--seed", type=int, default=0)
base.add_argument("thing")
p = argparse.ArgumentParser(prog="child", parents=[base])
p.add_argument("--more", action="append_const", const=4)
attempt(p.parse_args, ["t", "--more", "--more"])
attempt(p.print_help)


def positive(text):
    n = int(text)
    if n <= 0:
        raise argparse.ArgumentTypeError("%s is not positive" % text)
    return n


p = argparse.ArgumentParser(prog="types", exit_on_error=False)
p.add_argument("--n", type=positive)
p.add_argument("--f", type=lambda s: s.split(","), default="a,b")
p.add_argument("--c", type=int, choices=range(3))
for words in (["--n", "3"], ["--n", "0"], ["--n", "x"], ["--f", "x,y"], ["--c", "2"], ["--c", "5"]):
    attempt(p.parse_args, words)


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        print("called with", values, option_string)
        setattr(namespace, self.dest, values.upper())


p = argparse.ArgumentParser(prog="act", formatter_class=argparse.RawDescriptionHelpFormatter, description="line 1\n  line 2\n", epilog="  end\n  of it")
action = p.add_argument("--name", action=Upper, help="100%% sure, %(prog)s")
p.add_argument("rest", nargs=argparse.REMAINDER)
attempt(p.parse_args, ["--name", "x", "a", "--b", "-c"])
attempt(p.print_help)
print(action.dest, action.option_strings, action.nargs, action.default, action.required)
print(action)
p = argparse.ArgumentParser(prog="raw", formatter_class=argparse.RawTextHelpFormatter)
p.add_argument("--x", help="one\ntwo")
p.add_argument("y", nargs="?", default=5, type=int)
p.add_argument("--list", nargs="*")
p.add_argument("--a-very-long-option-name-that-wraps", metavar="VALUE")
p.add_argument("--another-very-long-option-name", choices=["first", "second", "third"])
attempt(p.print_help)
attempt(p.parse_args, ["--list"])
attempt(p.parse_args, ["7", "--list", "1", "2"])
attempt(p.add_argument, "--x")
attempt(p.add_argument, "z", required=True)
attempt(p.add_argument, "--")
attempt(p.add_argument, "--k", action="nope")
attempt(p.add_argument, "--k", type=3)
attempt(p.add_argument, "--k", nargs=0)
attempt(p.add_argument, "--k", nargs=2, metavar=("A", "B", "C"))
p = argparse.ArgumentParser(prog="res", conflict_handler="resolve")
p.add_argument("-x", "--xx")
p.add_argument("-x", "--yy", action="extend", nargs="+", type=int)
attempt(p.parse_args, ["-x", "1", "2", "--xx", "u", "-x", "3"])
attempt(p.print_help)
p = argparse.ArgumentParser(prog="neg", argument_default=argparse.SUPPRESS, prefix_chars="-+", allow_abbrev=False)
p.add_argument("-n", type=float)
p.add_argument("+p", action="store_true")
p.add_argument("--long")
for words in ([], ["-n", "-3"], ["-n", "-3.5", "+p"], ["--lon", "x"]):
    attempt(p.parse_args, words)
