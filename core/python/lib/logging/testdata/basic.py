import logging, sys
logging.basicConfig(stream=sys.stdout, level=logging.INFO, force=True)
logging.debug("hidden"); logging.info("shown"); logging.warning("warn %s %d", "a", 5); logging.error("err"); logging.critical("crit")
log = logging.getLogger("app.mod")
log.info("from %(x)s", {"x": 1})
log.debug("no")
print(log, log.name, log.level, log.getEffectiveLevel(), log.parent, log.isEnabledFor(logging.DEBUG), logging.getLogger("app.mod") is log, logging.getLogger() is logging.root)
app = logging.getLogger("app")
print(log.parent is app, app.parent is logging.root, app.getChild("x").name, log.hasHandlers(), app.handlers)
app.setLevel("DEBUG"); log.debug("now shown")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
    log.error("with info", exc_info=True)
    logging.warning("plain")
log.log(25, "level 25"); logging.log(logging.ERROR, "log()")
log.info({"a": 1}); log.info("%s"); log.info("100%")
logging.addLevelName(25, "NOTICE"); log.log(25, "named")
print(logging.getLevelName(10), logging.getLevelName("ERROR"), logging.getLevelName(33), logging.WARN, logging.FATAL)
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
t(lambda: log.setLevel("LOUD")); t(lambda: log.setLevel(1.5)); t(lambda: logging.getLogger(5)); t(lambda: log.info("x", bad=1)); t(lambda: log.log("x", "m"))
t(lambda: logging.Formatter("nothing")); t(lambda: logging.Formatter(style="x")); t(lambda: logging.basicConfig(nope=1, force=True))
logging.disable(logging.ERROR); log.error("disabled"); log.critical("enabled"); logging.disable(logging.NOTSET); log.error("again")
