//go:build !js

// Command layerglass serves the playground and runs programs in the same engine at the command line.
//
//	layerglass [serve] [-addr HOST:PORT] [-data DIR]   serve the built page and its short links
//	layerglass run [-json] FILE                        run a program; - reads it from standard input
//	layerglass link [-base URL] FILE                   print the link that holds a program
//	layerglass doctest [-update] FILE...               run the Python in documents and compare what it prints
package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"layerglass/core"
	"layerglass/core/doctest"
	"layerglass/core/protocol"
	"layerglass/core/share"
	"layerglass/core/share/server"
	"layerglass/core/share/server/disk"
	"layerglass/web"
	"layerglass/web/terminal"
)

func main() {
	name, args := "serve", os.Args[1:]
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		name, args = args[0], args[1:]
	}
	switch name {
	case "serve":
		os.Exit(serve(args, os.Stdout, os.Stderr))
	case "run":
		os.Exit(run(args, os.Stdin, os.Stdout, os.Stderr))
	case "link":
		os.Exit(link(args, os.Stdin, os.Stdout, os.Stderr))
	case "doctest":
		os.Exit(check(args, os.Stdout, os.Stderr))
	}
	fmt.Fprintf(os.Stderr, "layerglass: there is no command %q. Commands: serve, run, link, doctest. Without one the playground is served.\n", name)
	os.Exit(2)
}

// serve answers with the built page, and keeps short links, until it is interrupted.
func serve(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("layerglass", flag.ContinueOnError)
	flags.SetOutput(stderr)
	address := flags.String("addr", "127.0.0.1:8080", "`HOST:PORT` to listen on")
	data := flags.String("data", "", "`DIR` for the short links; by default layerglass in the user's data directory")
	dir := flags.String("web", built(), "`DIR` of the built page")
	base := flags.String("base", "", "public `URL` of the page, for short links; by default that of each request")
	rate := flags.Int("rate", 0, "links that one client may share in a `minute`; by default 60, and this machine itself any number")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "layerglass: serve takes no arguments, and was given %q\n", flags.Arg(0))
		return 2
	}
	listener, err := net.Listen("tcp", *address)
	if err != nil {
		fmt.Fprintln(stderr, "layerglass:", err)
		return 1
	}
	files := os.DirFS(*dir)
	if _, err := fs.Stat(files, "index.html"); err != nil {
		fmt.Fprintln(stderr, "layerglass: the page has not been built yet; run: make build")
	}
	options := server.Options{Page: web.ShortPage(files), Base: *base, Log: slog.New(slog.NewTextHandler(stderr, nil))}
	options.Allow = server.NewLimiter(cmp.Or(*rate, 60), *rate == 0).Allow
	if options.Base != "" && !strings.HasSuffix(options.Base, "/") {
		options.Base += "/"
	}
	store, err := openStore(*data)
	if err == nil {
		defer store.Close()
		options.Store = store
	} else {
		// The page is of use without short links, and says that there are none.
		fmt.Fprintln(stderr, "layerglass: no short links:", err)
	}
	host := &http.Server{Handler: web.Site(files, server.New(options)), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: time.Minute, IdleTimeout: 2 * time.Minute}
	stop, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	stopped := make(chan struct{})
	context.AfterFunc(stop, func() {
		within, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		host.Shutdown(within)
		close(stopped)
	})
	fmt.Fprintf(stdout, "Layerglass is at http://%s/\n", listener.Addr())
	if err := host.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		fmt.Fprintln(stderr, "layerglass:", err)
		return 1
	}
	<-stopped // requests under way have been answered
	return 0
}

// openStore opens the short links in a folder, "" being the user's own.
func openStore(dir string) (*disk.Store, error) {
	if dir == "" {
		var err error
		if dir, err = disk.Dir(); err != nil {
			return nil, err
		}
	}
	return disk.Open(dir)
}

// link prints the link that holds a program.
func link(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("link", flag.ContinueOnError)
	flags.SetOutput(stderr)
	base := flags.String("base", "http://127.0.0.1:8080/", "`URL` of the page")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() != 1 {
		fmt.Fprintln(stderr, "usage: layerglass link [-base URL] FILE, where - reads the program from standard input")
		return 2
	}
	_, text, err := read(flags.Arg(0), stdin)
	if err == nil {
		text, err = share.Link(*base, share.State{Program: text})
	}
	if err != nil {
		fmt.Fprintln(stderr, "layerglass:", err)
		return 1
	}
	fmt.Fprintln(stdout, text)
	if len(text) > share.Long {
		fmt.Fprintf(stderr, "layerglass: this link has %d characters; some chat and mail programs cut links at %d\n", len(text), share.Long)
	}
	return 0
}

// check runs the examples in documents and returns 1 if one does not do what its document says.
func check(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("doctest", flag.ContinueOnError)
	flags.SetOutput(stderr)
	update := flags.Bool("update", false, "write what the examples print into the documents")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() == 0 {
		fmt.Fprintln(stderr, "usage: layerglass doctest [-update] FILE..., where each FILE is Markdown, reStructuredText or Python")
		return 2
	}
	var run, failed, skipped, updated int
	for _, name := range flags.Args() {
		content, err := os.ReadFile(name)
		if err == nil && !doctest.Knows(name) {
			err = fmt.Errorf("%s: examples are found in .md, .rst, .txt and .py files", name)
		}
		if err != nil {
			fmt.Fprintln(stderr, "layerglass:", err)
			return 2
		}
		report := doctest.Run(name, doctest.Find(name, string(content)))
		if *update && len(report.Failures) > 0 {
			if err := os.WriteFile(name, []byte(doctest.Update(string(content), report)), 0o644); err != nil {
				fmt.Fprintln(stderr, "layerglass:", err)
				return 2
			}
		}
		io.WriteString(stdout, report.Text())
		run, skipped = run+report.Run, skipped+report.Skipped
		failed, updated = failed+report.Failed(), updated+len(report.Failures)-report.Failed()
	}
	fmt.Fprintf(stdout, "%d examples in %d files: %d failed, %d updated, %d skipped\n", run, flags.NArg(), failed, updated, skipped)
	return min(failed, 1)
}

// built returns where the page is: below the working directory, or beside the program.
func built() string {
	const dir = "web/dist"
	if _, err := os.Stat(dir); err == nil {
		return dir
	}
	if exe, err := os.Executable(); err == nil {
		if beside := filepath.Join(filepath.Dir(exe), dir); exists(beside) {
			return beside
		}
	}
	return dir
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// run executes one program and returns the exit status: the program's own, 1 for an uncaught exception, 2 for a wrong call.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	flags.SetOutput(stderr)
	asJSON := flags.Bool("json", false, "print the whole result as JSON")
	steps := flags.Int64("steps", 0, "step `budget` of the program; 0 is the default")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() != 1 {
		fmt.Fprintln(stderr, "usage: layerglass run [-json] FILE, where - reads the program from standard input")
		return 2
	}
	name, text, err := read(flags.Arg(0), stdin)
	if err != nil {
		fmt.Fprintln(stderr, "layerglass:", err)
		return 2
	}
	request := protocol.RunRequest{File: name, Text: text, Steps: *steps}
	if *asJSON {
		result := core.NewSession(core.Options{}).Run(request)
		stdout.Write(append(result.AppendJSON(nil), '\n'))
		return status(result)
	}
	return print(request, stdout, stderr)
}

func read(path string, stdin io.Reader) (name, text string, err error) {
	name = path
	var content []byte
	if path == "-" {
		name = "<stdin>"
		content, err = io.ReadAll(stdin)
	} else {
		content, err = os.ReadFile(path)
	}
	return name, string(content), err
}

// print runs a program with its output going straight through.
func print(request protocol.RunRequest, stdout, stderr io.Writer) int {
	out := bufio.NewWriter(stdout)
	result := core.NewSession(core.Options{
		NoObjects: true,
		Stdout:    func(s string) { out.WriteString(s) },
		Stderr: func(s string) {
			out.Flush()
			io.WriteString(stderr, s)
		},
	}).Run(request)
	if err := out.Flush(); err != nil {
		fmt.Fprintln(stderr, "layerglass:", err)
		return 1
	}
	if e := result.Exception; e != nil && e.Type == "SystemExit" {
		io.WriteString(stderr, exitText(e))
	} else if e != nil {
		io.WriteString(stderr, e.Traceback)
		if err := terminal.Diagnoses(stderr, request.File, request.Text, result.Diagnostics); err != nil {
			return 1
		}
	}
	return status(result)
}

// exitText is what Python prints for a program that ends itself: the message, if sys.exit was given one.
func exitText(e *protocol.Exception) string {
	n, err := strconv.Atoi(e.Message)
	if err == nil && n&0xff == e.Status || e.Message == "" || e.Message == "None" || errors.Is(err, strconv.ErrRange) {
		return ""
	}
	return e.Message + "\n"
}

// status is the exit status that Python would give.
func status(r *protocol.Result) int {
	if r.Exception == nil {
		return 0
	}
	return r.Exception.Status
}
