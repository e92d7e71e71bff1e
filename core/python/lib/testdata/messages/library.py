import statistics, random, json, re, uuid, fractions, decimal, datetime, enum, dataclasses, functools, itertools, math, base64, copy, string, textwrap, struct, bisect, heapq, collections, operator, types, typing, inspect, contextlib, csv, io, hashlib, time, numbers, abc
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__module__, type(e).__qualname__, e)
for n in "mean fmean median median_low median_high mode multimode variance stdev pvariance pstdev geometric_mean harmonic_mean quantiles".split():
    t(lambda: (n, getattr(statistics, n)([])))
    t(lambda: (n, getattr(statistics, n)([1])))
t(lambda: statistics.harmonic_mean([-1]))
t(lambda: statistics.geometric_mean([0]))
t(lambda: statistics.mean("ab"))
t(lambda: statistics.quantiles([1,2], n=0))
t(lambda: statistics.quantiles([1,2,3], method="x"))
t(lambda: statistics.correlation([1],[1]))
t(lambda: statistics.correlation([1,1],[1,2]))
t(lambda: statistics.correlation([1,1],[1,2,3]))
t(lambda: statistics.linear_regression([1,1],[1,2]))
t(lambda: random.choice([]))
t(lambda: random.sample([1,2],3))
t(lambda: random.sample([1,2],-1))
t(lambda: random.sample({1,2},1))
t(lambda: random.randint(5,1))
t(lambda: random.randrange(0))
t(lambda: random.randrange(1,1))
t(lambda: random.randrange(1,5,0))
t(lambda: random.randrange(1.5))
t(lambda: random.choices([],k=1))
t(lambda: random.choices([1,2],[0,0]))
t(lambda: random.choices([1,2],[1]))
t(lambda: random.choices([1,2],[1,2],cum_weights=[1,2]))
t(lambda: random.shuffle((1,2)))
t(lambda: random.seed([1]))
t(lambda: random.getrandbits(-1))
for s in ["", "{", "[1,", "[1,]", "{1:2}", '{"a"}', '{"a":}', '{"a":1,}', "tru", "nul", "'a'", '"a', '"\\x"', '"\\u12"', "01", "1.", "-", "1 2", '"a\nb"', "[1 2]", "NaN", "Infinity", "\ufeff1"]:
    t(lambda: json.loads(s))
t(lambda: json.dumps({1,2}))
t(lambda: json.dumps({(1,2):3}))
t(lambda: json.dumps(float("nan"), allow_nan=False))
a = []; a.append(a)
t(lambda: json.dumps(a))
t(lambda: json.loads(5))
t(lambda: json.dumps(object))
for p in ["[", "(", ")", "*", "a**", "(?P<a", "(?P<1>x)", "(?P=x)", "\\", "[z-a]", "a{3,1}", "(?<=a*)b", "(?z)", "\\1", "(?P<a>x)(?P<a>y)", "[[:", "(?", "(?P", "(?(1)a|b|c)", "x{99999999999}", "\\g", "(?i:a", "+", "?", "(a))", "[a-\\d]", "a++b", "(?>a)"]:
    t(lambda: re.compile(p))
t(lambda: re.sub("a", "\\2", "a"))
t(lambda: re.sub("a", "\\g<x>", "a"))
t(lambda: re.match("a", "a").group(1))
t(lambda: re.match("a", "a").group("x"))
t(lambda: re.match("a", 5))
t(lambda: re.match(b"a", "a"))
t(lambda: re.compile(5))
t(lambda: uuid.UUID("x"))
t(lambda: uuid.UUID())
t(lambda: uuid.UUID(int=-1))
t(lambda: fractions.Fraction("x"))
t(lambda: fractions.Fraction(1,0))
t(lambda: fractions.Fraction(1.5,2))
t(lambda: fractions.Fraction(float("nan")))
t(lambda: fractions.Fraction(float("inf")))
t(lambda: fractions.Fraction(1,2)/0)
t(lambda: decimal.Decimal("x"))
t(lambda: decimal.Decimal(1)/0)
t(lambda: decimal.Decimal(0)/0)
t(lambda: decimal.Decimal(1)+1.5)
t(lambda: decimal.Decimal(-1).sqrt())
t(lambda: decimal.Decimal("1e999999999")*10)
t(lambda: decimal.Decimal([1]))
t(lambda: int(decimal.Decimal("inf")))
t(lambda: int(decimal.Decimal("nan")))
t(lambda: datetime.date(2023,2,29))
t(lambda: datetime.date(0,1,1))
t(lambda: datetime.date(2023,13,1))
t(lambda: datetime.datetime(2023,1,1,25))
t(lambda: datetime.datetime(2023,1,1,1,60))
t(lambda: datetime.time(1,1,60))
t(lambda: datetime.date.fromisoformat("x"))
t(lambda: datetime.datetime.strptime("2023", "%Y-%m"))
t(lambda: datetime.datetime.strptime("2023-01-01 x", "%Y-%m-%d"))
t(lambda: datetime.datetime.strptime("a", "%Q"))
t(lambda: datetime.timedelta(days=10**10))
t(lambda: datetime.date(2023,1,1) - datetime.timedelta(days=10**6))
t(lambda: datetime.date(2023,1,1) + 1)
t(lambda: datetime.date(2023,1,1) < datetime.datetime(2023,1,1))
t(lambda: datetime.datetime(2023,1,1) < datetime.datetime(2023,1,1,tzinfo=datetime.timezone.utc))
t(lambda: datetime.timezone(datetime.timedelta(hours=25)))
class Color(enum.Enum):
    RED = 1
    BLUE = 2
t(lambda: Color(5)); t(lambda: Color["X"]); t(lambda: Color.X); t(lambda: setattr(Color, "RED", 2)); t(lambda: delattr(Color, "RED"))
t(lambda: Color.RED < Color.BLUE)
t(lambda: type("S", (Color,), {}))
class Fl(enum.Flag):
    A = 1; B = 2
t(lambda: Fl(8)); t(lambda: Fl.A | 1)
def dup():
    class D(enum.Enum):
        A = 1
        A = 2
t(dup)
def uniq():
    @enum.unique
    class D(enum.Enum):
        A = 1
        B = 1
t(uniq)
@dataclasses.dataclass(frozen=True)
class P:
    x: int
    y: int = 0
t(lambda: setattr(P(1), "x", 2)); t(lambda: delattr(P(1), "x")); t(lambda: P()); t(lambda: P(1,2,3)); t(lambda: P(z=1)); t(lambda: dataclasses.replace(P(1), z=2)); t(lambda: dataclasses.fields(5)); t(lambda: dataclasses.asdict(P)); t(lambda: P(1) < P(2))
def dc1():
    @dataclasses.dataclass
    class Q:
        x: int = 0
        y: int
t(dc1)
def dc2():
    @dataclasses.dataclass
    class Q:
        x: list = []
t(dc2)
def dc3():
    @dataclasses.dataclass
    class Q:
        x: list = dataclasses.field(default=1, default_factory=list)
t(dc3)
t(lambda: functools.reduce(lambda a,b:a, []))
t(lambda: functools.partial())
t(lambda: functools.lru_cache(5.5))
t(lambda: functools.cmp_to_key(lambda a,b:0)(1) < 5)
t(lambda: list(itertools.islice([1], -1)))
t(lambda: itertools.chain(1).__next__())
t(lambda: list(itertools.repeat(1, "a")))
t(lambda: itertools.product([1], repeat=-1))
t(lambda: list(itertools.permutations([1,2], -1)))
t(lambda: list(itertools.batched([1],1)))
t(lambda: list(zip([1],[1,2],strict=True)))
t(lambda: math.sqrt(-1)); t(lambda: math.log(0)); t(lambda: math.factorial(-1)); t(lambda: math.factorial(1.5)); t(lambda: math.exp(1000)); t(lambda: math.comb(-1,2)); t(lambda: math.gcd(1.5)); t(lambda: math.acos(2)); t(lambda: math.pow(0,-1)); t(lambda: math.fmod(1,0)); t(lambda: math.floor(float("nan"))); t(lambda: math.ceil(float("inf"))); t(lambda: math.isqrt(-1)); t(lambda: math.perm(2, -1)); t(lambda: math.log(-1)); t(lambda: math.log2(0)); t(lambda: math.log(10, 1)); t(lambda: math.sqrt("a")); t(lambda: math.dist([1],[1,2])); t(lambda: math.lgamma(0)); t(lambda: math.gamma(-1)); t(lambda: math.ldexp(1, 10000)); t(lambda: math.cosh(1000)); t(lambda: math.atanh(1))
t(lambda: string.Template("$x").substitute()); t(lambda: string.Template("$").substitute()); t(lambda: string.Template("${x").substitute(x=1))
t(lambda: textwrap.wrap("abc", 0)); t(lambda: textwrap.shorten("abc def", 2))
t(lambda: struct.pack("i", "a")); t(lambda: struct.unpack("i", b"a")); t(lambda: struct.calcsize("z"))
t(lambda: heapq.heappop([])); t(lambda: heapq.heappush(1, 2))
t(lambda: collections.namedtuple("P", "1x")); t(lambda: collections.namedtuple("P", "a a")); t(lambda: collections.namedtuple("P", "def")); t(lambda: collections.namedtuple("P", "_a")); t(lambda: collections.namedtuple("P", "a b")(1)); t(lambda: collections.namedtuple("P", "a b")._make([1])); t(lambda: collections.namedtuple("P", "a b")(1,2)._replace(c=1))
t(lambda: collections.deque([], -1)); t(lambda: collections.deque().pop()); t(lambda: collections.deque().popleft()); t(lambda: collections.deque([1])[5]); t(lambda: collections.deque([1]).remove(3)); t(lambda: collections.deque([1]).index(3)); t(lambda: collections.deque([1],1).insert(0,3))
t(lambda: collections.OrderedDict().popitem()); t(lambda: collections.OrderedDict(a=1).move_to_end("b")); t(lambda: collections.Counter(5)); t(lambda: collections.Counter.fromkeys([1])); t(lambda: collections.ChainMap({})["x"]); t(lambda: collections.defaultdict(5)); t(lambda: collections.defaultdict()["x"])
t(lambda: operator.itemgetter()); t(lambda: operator.attrgetter(1)); t(lambda: operator.itemgetter(1)([0])); t(lambda: operator.attrgetter("a.b")(1)); t(lambda: operator.methodcaller()); t(lambda: operator.index(1.5)); t(lambda: operator.length_hint(1, "a"))
t(lambda: types.MappingProxyType(1)); t(lambda: types.SimpleNamespace(1)); t(lambda: types.MethodType(1, 2)); t(lambda: types.SimpleNamespace().x)
t(lambda: inspect.signature(5)); t(lambda: inspect.signature(int)); t(lambda: inspect.signature(lambda a: 0).bind()); t(lambda: inspect.signature(lambda a: 0).bind(1,2)); t(lambda: inspect.signature(lambda a: 0).bind(b=1)); t(lambda: inspect.getsource(5)); t(lambda: inspect.Parameter("1", inspect.Parameter.POSITIONAL_ONLY))
t(lambda: csv.reader(5)); t(lambda: list(csv.reader(["a"], delimiter="ab"))); t(lambda: csv.writer(io.StringIO()).writerow(5)); t(lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"b":1})); t(lambda: list(csv.reader(['"a'], strict=True)))
t(lambda: io.StringIO(5)); t(lambda: io.StringIO("a").write(b"x")); t(lambda: io.BytesIO("a")); t(lambda: io.StringIO().seek(-1)); 
s = io.StringIO(); s.close()
t(lambda: s.read()); t(lambda: s.write("x")); t(lambda: hashlib.new("x")); t(lambda: hashlib.md5("x")); t(lambda: base64.b64decode("a")); t(lambda: base64.b64decode("ab$=", validate=True)); t(lambda: base64.b32decode("a")); t(lambda: base64.b16decode("zz")); t(lambda: base64.b64encode("x"))
t(lambda: time.strptime("x", "%Y")); t(lambda: time.sleep(-1)); t(lambda: time.strftime("%Y", 5))
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
    @property
    @abc.abstractmethod
    def g(self): ...
t(lambda: A())
class A1(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
t(lambda: A1()); t(lambda: copy.deepcopy(x for x in [])); t(lambda: contextlib.ExitStack().enter_context(5)); t(lambda: contextlib.closing(5).__exit__(None,None,None))
@contextlib.contextmanager
def cm(): 
    if 0: yield
t(lambda: cm().__enter__())
@contextlib.contextmanager
def cm2(): 
    yield 1
    yield 2
def g():
    with cm2(): pass
t(g)
t(lambda: typing.List[int]()); t(lambda: typing.Union[()]); t(lambda: typing.Optional[1,2]); t(lambda: typing.TypeVar("T", int)); t(lambda: isinstance([], typing.List[int])); t(lambda: isinstance([], list[int])); t(lambda: typing.get_type_hints(5)); t(lambda: typing.Any()); t(lambda: typing.Literal[1]()); t(lambda: typing.ClassVar[1, 2]); t(lambda: typing.Generic[int])
