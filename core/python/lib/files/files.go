// Package files keeps the files of a run in memory. They are there for open(), for os.path and for saved models, and gone when the run ends.
package files

import (
	"sort"
	"strings"

	"layerglass/core/python/object"
)

// Home is the directory in which programs find themselves.
const Home = "/home/user"

// File is one file: its bytes, or what a library keeps under its name instead.
type File struct {
	Data []byte
	Kept any
}

// Store holds the files and directories that a run has made, by their path from the root.
type Store struct {
	files map[string]*File
	dirs  map[string]bool
}

type key struct{}

// Of returns the files of the run.
func Of(t *object.Thread) *Store {
	return t.State(key{}, func() any { return &Store{files: map[string]*File{}, dirs: map[string]bool{}} }).(*Store)
}

// Path is a path from the root, without dots and double slashes.
func Path(p string) string {
	if !strings.HasPrefix(p, "/") {
		p = Home + "/" + p
	}
	var parts []string
	for _, part := range strings.Split(p, "/") {
		switch {
		case part == "" || part == ".":
		case part == "..":
			parts = parts[:max(len(parts)-1, 0)]
		default:
			parts = append(parts, part)
		}
	}
	return "/" + strings.Join(parts, "/")
}

func parent(p string) string {
	p = p[:strings.LastIndexByte(p, '/')]
	if p == "" {
		return "/"
	}
	return p
}

// Get returns a file, nil where there is none.
func (s *Store) Get(p string) *File { return s.files[Path(p)] }

// Put makes a file, or another one in its place. It reports false where there is no directory for it.
func (s *Store) Put(p string, f *File) bool {
	p = Path(p)
	if !s.IsDir(parent(p)) || s.IsDir(p) {
		return false
	}
	s.files[p] = f
	return true
}

// Remove takes a file away and reports whether there was one.
func (s *Store) Remove(p string) bool {
	p = Path(p)
	_, there := s.files[p]
	delete(s.files, p)
	return there
}

// Move gives a file, or a directory with all in it, another path, where that may be: a file takes the place of another one.
func (s *Store) Move(from, to string) bool {
	from, to = Path(from), Path(to)
	if f := s.files[from]; f != nil {
		if from != to && s.Put(to, f) {
			delete(s.files, from)
		}
		return s.files[to] == f
	}
	if !s.dirs[from] || s.IsDir(to) || s.files[to] != nil || !s.IsDir(parent(to)) || strings.HasPrefix(to, from+"/") {
		return false
	}
	for path, f := range s.files {
		if rest, ok := strings.CutPrefix(path, from+"/"); ok {
			delete(s.files, path)
			s.files[to+"/"+rest] = f
		}
	}
	for path := range s.dirs {
		if rest, ok := strings.CutPrefix(path+"/", from+"/"); ok {
			delete(s.dirs, path)
			s.dirs[strings.TrimSuffix(to+"/"+rest, "/")] = true
		}
	}
	return true
}

// IsDir reports whether there is a directory: the root, those above the working directory, and those that were made.
func (s *Store) IsDir(p string) bool {
	p = Path(p)
	return p == "/" || p == "/tmp" || strings.HasPrefix(Home+"/", p+"/") || s.dirs[p]
}

// MakeDir makes a directory, with those above it.
func (s *Store) MakeDir(p string) {
	for p = Path(p); !s.IsDir(p); p = parent(p) {
		s.dirs[p] = true
	}
}

// RemoveDir takes an empty directory away that the program has made.
func (s *Store) RemoveDir(p string) bool {
	if p = Path(p); !s.dirs[p] || len(s.List(p)) > 0 {
		return false
	}
	delete(s.dirs, p)
	return true
}

// Tree returns the files in a directory and below, by their paths from there.
func (s *Store) Tree(p string) map[string]*File {
	p = strings.TrimSuffix(Path(p), "/") + "/"
	out := map[string]*File{}
	for path, f := range s.files {
		if rest, ok := strings.CutPrefix(path, p); ok {
			out[rest] = f
		}
	}
	return out
}

// RemoveTree takes a directory away with all that is in it.
func (s *Store) RemoveTree(p string) {
	p = Path(p)
	for path := range s.files {
		if strings.HasPrefix(path, p+"/") {
			delete(s.files, path)
		}
	}
	for path := range s.dirs {
		if path == p || strings.HasPrefix(path, p+"/") {
			delete(s.dirs, path)
		}
	}
}

// List returns the names in a directory, sorted.
func (s *Store) List(p string) []string {
	p = strings.TrimSuffix(Path(p), "/") + "/"
	var names []string
	add := func(path string) {
		if rest, ok := strings.CutPrefix(path, p); ok && rest != "" && !strings.Contains(rest, "/") {
			names = append(names, rest)
		}
	}
	for path := range s.files {
		add(path)
	}
	for path := range s.dirs {
		add(path)
	}
	sort.Strings(names)
	return names
}
