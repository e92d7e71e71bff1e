import logging, sys, io
root = logging.getLogger()
for h in list(root.handlers): root.removeHandler(h)
log = logging.getLogger("h"); log.setLevel(logging.DEBUG); log.propagate = False
h = logging.StreamHandler(sys.stdout); h.setLevel(logging.WARNING)
h.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(funcName)s|%(lineno)d|%(filename)s|%(module)s|%(message)s"))
log.addHandler(h)
buf = io.StringIO(); h2 = logging.StreamHandler(buf); h2.setFormatter(logging.Formatter("{levelname}:{message:>10}", style="{")); log.addHandler(h2)
def fn():
    log.warning("in fn"); log.info("info only to buf")
fn(); log.error("module level")
print(repr(buf.getvalue()), log.handlers[1])
h3 = logging.StreamHandler(sys.stdout); h3.setFormatter(logging.Formatter("$levelname ${message}", style="$")); log.handlers = [h3]
log.info("dollar")
class Mine(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []
    def emit(self, record):
        self.records.append(self.format(record))
m = Mine(); log.handlers = [m]; log.info("kept %d", 3); print(m.records, m)
class Upper(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()
m.setFormatter(Upper("%(message)s!")); log.info("loud"); print(m.records)
log.addFilter(lambda r: "secret" not in r.getMessage()); log.info("a secret"); log.info("public"); print(m.records)
class F(logging.Filter):
    def filter(self, record):
        record.extra_field = "X"
        return True
log.filters.clear(); log.addFilter(F()); m.setFormatter(logging.Formatter("%(extra_field)s %(message)s")); log.info("filtered"); print(m.records[-1])
log.filters.clear(); m.setFormatter(logging.Formatter("%(user)s: %(message)s")); log.info("hi", extra={"user": "bob"}); print(m.records[-1])
try:
    log.info("x", extra={"message": 1})
except KeyError as e:
    print(e)
ad = logging.LoggerAdapter(log, {"user": "ann"}); ad.info("adapted"); print(m.records[-1])
a, b = logging.getLogger("p"), logging.getLogger("p.c"); pa = Mine(); a.addHandler(pa); b.warning("up"); print(pa.records); b.propagate = False; b.addHandler(logging.NullHandler()); b.warning("lost"); print(pa.records)
r = logging.makeLogRecord({"msg": "m %s", "args": ("x",), "levelname": "INFO"}); print(r.getMessage(), logging.Formatter("%(levelname)s %(message)s").format(r), logging.Formatter().format(r))
rec = logging.LogRecord("n", logging.INFO, "/a/b.py", 7, "msg %d", (5,), None); print(rec, rec.filename, rec.module, rec.levelname, rec.getMessage())
f = logging.Formatter("%(asctime)s %(message)s", datefmt="%Y"); rec.created = 0.0; print(f.format(rec)); rec.msecs = 7.0; print(logging.Formatter("%(asctime)s").format(rec))
print(logging.getLevelNamesMapping()["WARN"], logging.Filter("a.b").filter(rec))
try:
    logging.Formatter("%(nope)s").format(rec)
except ValueError as e:
    print(e)
sys.stderr = sys.stdout
last = logging.getLogger("nohandlers"); last.warning("last resort"); last.info("not shown")
import warnings
logging.captureWarnings(True); wl = logging.getLogger("py.warnings"); wm = Mine(); wl.addHandler(wm); wl.propagate = False; warnings.simplefilter("always"); warnings.warn("caught"); logging.captureWarnings(False); print([x.split(":")[2] for x in wm.records])
