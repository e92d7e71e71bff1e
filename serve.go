// Command layerglass serves the playground and runs programs in the same engine at the command line.
//
//	layerglass [-addr HOST:PORT] [-data DIR] [-web DIR]   serve the built page
//	layerglass run [-json] FILE                           run a program; - reads it from standard input
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"layerglass/core"
	"layerglass/core/protocol"
	"layerglass/web"
	"layerglass/web/terminal"
)

func main() {
	args := os.Args[1:]
	if len(args) > 0 && args[0] == "run" {
		os.Exit(run(args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(serve(args, os.Stdout, os.Stderr))
}

// serve answers with the built page until it is interrupted.
func serve(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("layerglass", flag.ContinueOnError)
	flags.SetOutput(stderr)
	address := flags.String("addr", "127.0.0.1:8080", "`HOST:PORT` to listen on")
	flags.String("data", "", "`DIR` for what the server keeps")
	dir := flags.String("web", built(), "`DIR` of the built page")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "layerglass: there is no command %q. Commands: run. Without one the playground is served.\n", flags.Arg(0))
		return 2
	}
	listener, err := net.Listen("tcp", *address)
	if err != nil {
		fmt.Fprintln(stderr, "layerglass:", err)
		return 1
	}
	if _, err := os.Stat(filepath.Join(*dir, "index.html")); err != nil {
		fmt.Fprintln(stderr, "layerglass: the page has not been built yet; run: make build")
	}
	fmt.Fprintf(stdout, "Layerglass is at http://%s/\n", listener.Addr())
	server := &http.Server{Handler: web.Handler(os.DirFS(*dir)), ReadHeaderTimeout: 5 * time.Second, IdleTimeout: 2 * time.Minute}
	fmt.Fprintln(stderr, "layerglass:", server.Serve(listener))
	return 1
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
	if _, err := strconv.Atoi(e.Message); err == nil || e.Message == "" || e.Message == "None" {
		return ""
	}
	return e.Message + "\n"
}

// status is the exit status that Python would give.
func status(r *protocol.Result) int {
	switch {
	case r.Exception == nil:
		return 0
	case r.Exception.Type == "SystemExit":
		code, err := strconv.Atoi(r.Exception.Message)
		if errors.Is(err, strconv.ErrSyntax) {
			return 1
		}
		return code & 0xff
	}
	return 1
}
