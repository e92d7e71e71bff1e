import string

for n in ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "digits", "hexdigits", "octdigits", "punctuation", "printable", "whitespace"]:
    print(n, repr(getattr(string, n)))
print(string.capwords("hello  big world"), repr(string.capwords("  a b  ")), string.capwords("a-b-c", "-"), string.capwords("ärger über"))
t = string.Template("$who likes ${what}s, $$5, $who")
print(t.substitute(who="tim", what="kung pao"), t.safe_substitute(who="x"), t.template, t.get_identifiers(), t.is_valid())
print(t.substitute({"who": "a", "what": "b"}), t.substitute({"who": "a", "what": "b"}, who="c"), string.Template("$x").substitute(x=5), string.Template("").substitute())
bad = string.Template("a\n $ b")
print(bad.safe_substitute(), bad.is_valid(), string.Template("$1 $").safe_substitute(), string.Template("${a b}").safe_substitute(a=1))
for f in [lambda: t.substitute(who=1), lambda: bad.substitute(), lambda: string.Template("$é").substitute(), lambda: t.substitute(1, 2)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


p = Percent("%with_underscore %notunderscored %% 5")
print(p.safe_substitute(with_underscore="replaced"), Percent("%a_b").substitute(a_b=1), p.delimiter, string.Template.delimiter)


class Braced(string.Template):
    pattern = r"\{\{(?:(?P<escaped>\{\{)|(?P<named>[a-z]+)\}\}|(?P<braced>[0-9]+)\}\}|(?P<invalid>))"


print(Braced("{{name}} {{12}}").substitute({"name": "n", "12": "twelve"}))
