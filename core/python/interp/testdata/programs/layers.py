class Registry:
    _classes = {}
    @classmethod
    def register(cls, package="Custom", name=None):
        def decorate(k):
            cls._classes[f"{package}>{name or k.__name__}"] = k
            return k
        return decorate
class Layer:
    def __init__(self, *, name=None, dtype="float32", trainable=True, **kwargs):
        if kwargs:
            raise ValueError(f"Unrecognized keyword arguments: {list(kwargs)}")
        self.name = name or type(self).__name__.lower()
        self.dtype = dtype
        self.trainable = trainable
        self._built = False
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        original = cls.__dict__.get("get_config")
        cls._has_config = original is not None
    def __call__(self, x, **kw):
        if not self._built:
            self.build(len(x))
            self._built = True
        return self.call(x, **kw)
    def build(self, n): pass
    def get_config(self):
        return {"name": self.name, "trainable": self.trainable, "dtype": self.dtype}
    @classmethod
    def from_config(cls, config):
        try:
            return cls(**config)
        except TypeError as e:
            raise TypeError(f"cannot deserialize {cls.__name__}: {e}") from e
@Registry.register("My")
class Dense(Layer):
    def __init__(self, units=32, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = activation
    def build(self, n):
        self.w = [[i + j for j in range(self.units)] for i in range(n)]
    def call(self, x, training=False):
        out = [sum(a * self.w[i][j] for i, a in enumerate(x)) for j in range(self.units)]
        return list(map(self.activation, out)) if self.activation else out
    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units, "activation": getattr(self.activation, "__name__", None)})
        return config
class Broken(Layer):
    def __init__(self, units):
        super().__init__()
        self.units = units
d = Dense(2, activation=abs, name="d1")
print(d([1, -2, 3]), d.get_config(), d._has_config, Broken._has_config)
c = d.get_config()
c["activation"] = None
e = Dense.from_config(c)
print(e.units, e.name, Registry._classes)
try:
    Broken.from_config(Broken(3).get_config())
except TypeError as err:
    print(err)
    print(repr(err.__cause__))
try:
    Dense(3, unit=4)
except ValueError as err:
    print(err)
try:
    Broken()
except TypeError as err:
    print(err)
class Model(Layer):
    def __init__(self, layers, **kw):
        super().__init__(**kw)
        self.layers = layers
    def call(self, x):
        for l in self.layers:
            x = l(x)
        return x
    def get_config(self):
        return {**super().get_config(), "layers": [{"class": type(l).__name__, "config": l.get_config()} for l in self.layers]}
m = Model([Dense(3), Dense(1, name="out")], name="m")
print(m([1, 2]), [l["class"] for l in m.get_config()["layers"]])
