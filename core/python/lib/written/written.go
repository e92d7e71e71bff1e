// Package written holds modules that are written in Python: nothing but functions and classes over other modules, so that what they do is
// nearer to Python's own. The text of a module is read when it is imported first.
package written

import (
	_ "embed"

	"layerglass/core/python/lib"
)

var (
	//go:embed argparse.py
	argparseText string
	//go:embed calendar.py
	calendarText string
	//go:embed codecs.py
	codecsText string
	//go:embed concurrent_futures.py
	concurrentFuturesText string
	//go:embed difflib.py
	difflibText string
	//go:embed errno.py
	errnoText string
	//go:embed fnmatch.py
	fnmatchText string
	//go:embed getpass.py
	getpassText string
	//go:embed glob.py
	globText string
	//go:embed graphlib.py
	graphlibText string
	//go:embed html.py
	htmlText string
	//go:embed keyword.py
	keywordText string
	//go:embed pickle.py
	pickleText string
	//go:embed queue.py
	queueText string
	//go:embed reprlib.py
	reprlibText string
	//go:embed sched.py
	schedText string
	//go:embed shlex.py
	shlexText string
	//go:embed shutil.py
	shutilText string
	//go:embed tempfile.py
	tempfileText string
	//go:embed threading.py
	threadingText string
	//go:embed timeit.py
	timeitText string
	//go:embed unittest.py
	unittestText string
	//go:embed urllib_parse.py
	urllibParseText string
	//go:embed weakref.py
	weakrefText string
)

func init() {
	lib.RegisterText("argparse", argparseText)
	lib.RegisterText("calendar", calendarText)
	lib.RegisterText("codecs", codecsText)
	lib.RegisterText("concurrent", "")
	lib.RegisterText("concurrent.futures", concurrentFuturesText)
	lib.RegisterText("difflib", difflibText)
	lib.RegisterText("errno", errnoText)
	lib.RegisterText("fnmatch", fnmatchText)
	lib.RegisterText("getpass", getpassText)
	lib.RegisterText("glob", globText)
	lib.RegisterText("graphlib", graphlibText)
	lib.RegisterText("html", htmlText)
	lib.RegisterText("keyword", keywordText)
	lib.RegisterText("pickle", pickleText)
	lib.RegisterText("queue", queueText)
	lib.RegisterText("reprlib", reprlibText)
	lib.RegisterText("sched", schedText)
	lib.RegisterText("shlex", shlexText)
	lib.RegisterText("shutil", shutilText)
	lib.RegisterText("tempfile", tempfileText)
	lib.RegisterText("threading", threadingText)
	lib.RegisterText("timeit", timeitText)
	lib.RegisterText("unittest", unittestText)
	lib.RegisterText("urllib", "")
	lib.RegisterText("urllib.parse", urllibParseText)
	lib.RegisterText("weakref", weakrefText)
}
