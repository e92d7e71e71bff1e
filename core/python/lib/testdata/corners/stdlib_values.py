import collections, itertools, functools, operator, copy, enum, dataclasses, string, textwrap, pprint, re, json, datetime, decimal, fractions, statistics, random, hashlib, base64, uuid, math, heapq, bisect
c = collections.Counter("abracadabra"); print(c, c.most_common(2), c["z"], c + collections.Counter("aab"), c - collections.Counter("aab"), c & collections.Counter("ab"), c | collections.Counter("zz"), sum(c.values()), sorted(c.elements())[:3], c.total(), +collections.Counter(a=-1, b=2), -collections.Counter(a=-1)); c.subtract("aaa"); c.update(["q"]); print(c)
d = collections.defaultdict(list); d["a"].append(1); print(d, d.get("z"), dict(d), d.default_factory); o = collections.OrderedDict(a=1, b=2); o.move_to_end("a"); print(o, o.popitem(last=False), o == {"a": 1}, reversed(o).__next__())
q = collections.deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); q.rotate(1); print(q, q.maxlen, q[0], list(reversed(q)), q.count(2), q.index(2)); q.extend([7, 8]); q.extendleft([9]); print(q)
P = collections.namedtuple("P", "x y z", defaults=[0]); p = P(1, 2); print(p, p._asdict(), p._replace(x=5), P._fields, P._field_defaults, p == (1, 2, 0), p.x, P._make([1, 2, 3]), *p); cm = collections.ChainMap({"a": 1}, {"a": 2, "b": 3}); print(cm["a"], cm["b"], dict(cm), cm.maps, cm.new_child({"c": 1}), len(cm), cm.parents); cm["q"] = 1; print(cm)
class UD(collections.UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
u = UD(a=1); u["b"] = 2; print(u, u.data, "A" in u)
print(list(itertools.accumulate([1, 2, 3], operator.mul, initial=1)), list(itertools.chain([1], "ab")), list(itertools.combinations("abc", 2)), list(itertools.permutations([1, 2, 3], 2))[:3], list(itertools.product("ab", [1, 2])), [(k, list(g)) for k, g in itertools.groupby("aabbc")], list(itertools.islice(itertools.count(5, 2), 3)), list(itertools.zip_longest("ab", [1], fillvalue="-")), list(itertools.starmap(pow, [(2, 3)])), list(itertools.takewhile(lambda x: x < 3, range(9))), list(itertools.dropwhile(lambda x: x < 3, range(5))), list(itertools.filterfalse(None, [0, 1])), list(itertools.compress("abc", [1, 0, 1])), list(itertools.pairwise("abc")), list(itertools.combinations_with_replacement("ab", 2)), [list(t) for t in itertools.tee([1, 2])], list(itertools.repeat(1, 2)), itertools.count(1.5, .5), itertools.cycle, repr(itertools.repeat(5, 2)))
@functools.lru_cache(maxsize=2)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(10), fib.cache_info(), fib.__wrapped__(1)); fib.cache_clear(); print(fib.cache_info().currsize, fib.cache_parameters())
@functools.singledispatch
def sd(x): return "obj"
@sd.register
def _(x: int): return "int"
@sd.register(str)
def _(x): return "str"
print(sd(1), sd("a"), sd(1.5), sd(True), sd.dispatch(bool)(1), sorted(k.__name__ for k in sd.registry))
@functools.total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(T(1) <= T(2), T(2) > T(1), T(1) >= T(1)); pt = functools.partial(int, base=2); print(pt("101"), pt.func, pt.args, pt.keywords, pt); print(functools.reduce(operator.add, [1, 2], 10), sorted([3, 1], key=functools.cmp_to_key(lambda a, b: b - a)))
class CP:
    @functools.cached_property
    def v(self): print("calc"); return 1
cp = CP(); print(cp.v, cp.v, cp.__dict__)
def deco(f):
    @functools.wraps(f)
    def w(*a): "w"; return f(*a)
    return w
@deco
def orig(a): "od"; return a
print(orig.__name__, orig.__doc__, orig.__wrapped__.__name__, orig(1))
class Col(enum.Enum):
    R = 1; G = enum.auto(); ALIAS = 1
    @property
    def low(self): return self.name.lower()
    @classmethod
    def mk(cls): return cls.G
print(list(Col), Col.R, repr(Col.R), Col(2), Col["G"], Col.ALIAS is Col.R, Col.R.low, Col.mk(), Col.__members__, Col.R in Col, len(Col), Col.R.value, hash(Col.R) == hash("R"), isinstance(Col.R, Col), f"{Col.R}", Col.R == 1)
class IE(enum.IntEnum): A = 1; B = 2
class SE(enum.StrEnum): X = enum.auto(); Y = "why"
class FL(enum.Flag): A = enum.auto(); B = enum.auto(); AB = A | B
print(IE.A < IE.B, IE.A + 1, f"{IE.A}", SE.X, SE.Y + "!", FL.A | FL.B, FL.A in FL.AB, FL(0), ~FL.A, list(FL.AB), FL.AB.value, bool(FL(0)), repr(FL.A ^ FL.AB), max(IE), json.dumps({"a": IE.A, "s": SE.Y}))
@dataclasses.dataclass(order=True)
class DC:
    a: int
    b: list = dataclasses.field(default_factory=list, compare=False, repr=False)
    c: str = dataclasses.field(default="x", metadata={"m": 1})
    d: dataclasses.InitVar[int] = 0
    def __post_init__(self, d): self.e = d
x = DC(1, d=5); print(x, x.e, x == DC(1), x < DC(2), dataclasses.asdict(x), dataclasses.astuple(x), [f.name for f in dataclasses.fields(x)], dataclasses.replace(x, a=9, d=1), dataclasses.is_dataclass(DC), DC.__match_args__, DC.__annotations__["a"], dataclasses.fields(DC)[2].metadata["m"], dataclasses.make_dataclass("MD", ["p", ("q", int, 3)])(1))
@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FZ: p: int = 1
print(FZ(p=2), hash(FZ()) == hash(FZ()), FZ.__slots__)
print(string.Template("$a ${b}c $$").substitute(a=1, b=2), string.Template("$z").safe_substitute(), string.ascii_lowercase, string.punctuation, string.capwords("a b"), string.Formatter().format("{0} {x!r}", 1, x="y"))
print(textwrap.fill("the quick brown fox jumps", 10), textwrap.dedent("  a\n   b\n"), textwrap.indent("a\nb", "> "), textwrap.shorten("hello big world", 12), textwrap.wrap("a-b-c d", 3)); pprint.pprint({"b": list(range(30)), "a": {"x": "y" * 50, "z": ("t",) * 12}}, width=60); pprint.pprint([[1] * 5] * 3, width=12, compact=True); print(pprint.pformat({1: {2: {3: 4}}}, depth=2))
print(re.sub(r"(\w)(\d)", r"\2\1", "a1 b2"), re.findall(r"\d+", "1 22"), re.split(r"[,;]", "a,b;c"), re.match(r"(?P<k>\w+)=(?P<v>\d+)", "ab=12").groupdict(), re.search("b", "abc").span(), re.fullmatch("a+", "aaa"), [m.start() for m in re.finditer("a", "banana")], re.sub("a", lambda m: m[0].upper(), "banana", count=2), re.compile("A", re.I).flags, re.escape("a.b*c"), re.subn("a", "b", "aa"), re.split("(-)", "a-b"), re.match("(a)|(b)", "b").groups(), bool(re.match(r"(?i)ABC", "abc")), re.findall(r"(?<=a)b", "ab cb"), re.sub(r"\b(\w)", lambda m: m.group(1).upper(), "hello world"))
print(json.dumps({"a": [1, 2.5, None, True, "é\n"], "b": {}}, indent=2, sort_keys=True), json.dumps([1, {"a": ()}], separators=(",", ":")), json.dumps("é", ensure_ascii=False), json.loads('{"a": [1, 2.0, null, true, "\\u00e9"]}'), json.dumps({1: 2, None: 3, True: 4}), json.loads("1e3"), json.dumps(object, default=str), json.loads("[1]", parse_int=str), json.loads('{"a":1}', object_hook=lambda d: list(d.items())), json.dumps(float("inf")))
dt = datetime.datetime(2024, 2, 29, 13, 5, 9, 123); print(dt, dt.isoformat(), dt.strftime("%a %d %b %Y %I:%M %p %j %U"), dt + datetime.timedelta(days=1, hours=-2), dt.date(), dt.time(), dt.weekday(), dt.replace(year=2023, day=1), (dt - datetime.datetime(2024, 1, 1)).days, datetime.datetime.fromisoformat("2024-01-02T03:04:05+02:00"), datetime.date(2024, 1, 1).isocalendar(), datetime.timedelta(seconds=3661), datetime.timedelta(days=-1, seconds=5), datetime.datetime.strptime("5 Mar 2020 4PM", "%d %b %Y %I%p"), dt.timestamp() if 0 else "", datetime.timezone.utc, dt.astimezone if 0 else "", datetime.timedelta(1) / 2, divmod(datetime.timedelta(5), datetime.timedelta(2)), datetime.date.min, datetime.time(1, 2).isoformat("seconds"))
D = decimal.Decimal; print(D("1.10") + D("2.2"), D(1) / D(3), D("1e3"), D("0.1") * 3, round(D("2.675"), 2), D("2.5").quantize(D("1")), D(10).sqrt(), D("NaN"), D("1.0") == 1, max(D(1), D(2)), D("123.456").as_tuple(), f"{D('1234.5'):,.2f}", D(0.1), int(D("3.9")), D("-0"), D("1E+5").normalize()); F = fractions.Fraction; print(F(1, 3) + F(1, 6), F("0.125"), F(3, 4) ** 2, F(7, 2) // 1, float(F(1, 4)), F(0.5), F(22, 7).limit_denominator(5), round(F(7, 3)), F(1, 2) < 0.6, F(1, 3) * 3 == 1)
print(statistics.mean([1, 2, 3.5]), statistics.median([3, 1, 2, 4]), statistics.mode("aab"), statistics.stdev([1, 2, 3]), statistics.pvariance([1, 2]), statistics.quantiles([1, 2, 3, 4]), statistics.multimode([1, 1, 2, 2]), statistics.harmonic_mean([1, 2]), statistics.geometric_mean([1, 4]), statistics.fmean([1, 2]), statistics.NormalDist(0, 1).cdf(0), statistics.correlation([1, 2, 3], [1, 2, 4]), statistics.linear_regression([1, 2], [3, 5]))
random.seed(42); print(random.random(), random.randint(1, 10), random.choice("abc"), random.sample(range(100), 3), random.shuffle(l := [1, 2, 3, 4]), l, random.uniform(1, 2), random.gauss(0, 1), random.choices("ab", [1, 3], k=4), random.getrandbits(70), random.randrange(0, 10, 3), random.betavariate(1, 2), random.expovariate(1), random.triangular(), random.normalvariate(), random.lognormvariate(0, 1), random.vonmisesvariate(0, 1), random.paretovariate(1), random.weibullvariate(1, 1), random.gammavariate(2, 1), random.randbytes(3)); r = random.Random("s"); st = r.getstate(); a = r.random(); r.setstate(st); print(a == r.random())
print(hashlib.md5(b"a").hexdigest(), hashlib.sha256("é".encode()).hexdigest()[:10], hashlib.sha1().hexdigest()[:6], hashlib.new("sha512", b"x").hexdigest()[:6], base64.b64encode(b"hi"), base64.urlsafe_b64decode("_-8="), base64.b32encode(b"a"), uuid.UUID(int=5), uuid.uuid5(uuid.NAMESPACE_DNS, "x"), uuid.uuid3(uuid.NAMESPACE_URL, "y").version, math.gcd(12, 18), math.lcm(4, 6), math.comb(5, 2), math.isclose(.1 + .2, .3), math.hypot(3, 4), math.prod([1, 2, 3]), math.fsum([.1] * 10), math.modf(1.5), math.frexp(8), math.copysign(1, -0.0), math.trunc(-1.5), math.degrees(math.pi), math.nextafter(1, 2), math.ulp(1), math.tau, math.e, math.inf, math.factorial(20), math.log1p(1e-5), math.expm1(1e-5), math.erf(0.5), math.gamma(5), math.perm(5, 2), math.dist([0, 0], [3, 4]), math.remainder(5, 3), math.exp2(3), math.log(8, 2), math.log2(8), math.log10(1000))
h = [3, 1, 2]; heapq.heapify(h); heapq.heappush(h, 0); print(heapq.heappop(h), h, heapq.nlargest(2, h), heapq.nsmallest(1, h), list(heapq.merge([1, 3], [2]))); print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2)); bisect.insort(l2 := [1, 3], 2); print(l2); print(operator.itemgetter(1, 0)("ab"), operator.attrgetter("real", "imag")(1j), operator.methodcaller("upper")("a"), operator.concat([1], [2]), operator.truth([]), operator.not_(1)); a = [1, [2]]; b = copy.copy(a); e = copy.deepcopy(a); a[1].append(3); print(b, e)
