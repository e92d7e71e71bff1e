import string

f = string.Formatter()
print(f.format("{} {} {name!r:>8} {0}" if False else "{} {} {name!r:>8}", 1, "b", name="x"), f.format("{0}{1}{0}", "a", "b"), f.format("{a[0]} {b.real} {a}", a=[1, 2], b=3), f.format("{:{w}.{p}f}|", 3.14159, w=8, p=2), f.format("{{}} {}", 5))
print(f.vformat("{0} {x}", ("a",), {"x": 1}), list(f.parse("a{b!r:c}d{{e}}{}{f:}{g[h].i}")), list(f.parse("")), list(f.parse("{{")), list(f.parse("x}}y")))
print(f.get_field("a[0].real", (), {"a": [7]}), f.get_field("0", ("z",), {}), f.convert_field("a", "r"), f.convert_field("a", None), f.format_field(3, "03d"), f.get_value(0, ["q"], {}), f.get_value("k", [], {"k": 1}))


class Upper(string.Formatter):
    def format_field(self, value, spec):
        if spec == "up":
            return str(value).upper()
        return super().format_field(value, spec)

    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, "<" + key + ">")
        return super().get_value(key, args, kwargs)

    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(map(str, used)))


print(Upper().format("{0:up} {missing} {1:d}", "abc", 5))
for s in ["{", "}", "{a", "{a!}", "{a!x}", "{0} {}", "{} {0}", "{5}", "{x}", "{a!rb}", "{0.}", "{0[}", "{0[]}", "{:{:{:{}}}}"]:
    try:
        print(repr(s), f.format(s, 1, 2, 3, 4, a=5))
    except Exception as e:
        print(repr(s), type(e).__name__)
