//go:build !js

// Package disk keeps links in one file, an embedded database that survives its process being killed at any moment.
package disk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"go.etcd.io/bbolt"

	"layerglass/core/share/server"
)

var bucket = []byte("links")

// Store is a server.Store in a file.
type Store struct{ db *bbolt.DB }

// ErrInUse says that another process has the file open.
var ErrInUse = errors.New("another Layerglass uses this folder; name another one with -data DIR")

// Open opens the store in a folder, and makes both where they do not exist.
func Open(dir string) (*Store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	path := filepath.Join(dir, "links.db")
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: 500 * time.Millisecond, FreelistType: bbolt.FreelistMapType})
	if errors.Is(err, bbolt.ErrTimeout) {
		return nil, ErrInUse
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	// Requests that come together are written together: one sync for all of them.
	db.MaxBatchDelay = 2 * time.Millisecond
	err = db.Update(func(tx *bbolt.Tx) error {
		_, err := tx.CreateBucketIfNotExists(bucket)
		return err
	})
	if err != nil {
		db.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &Store{db}, nil
}

// Close ends the use of the file.
func (s *Store) Close() error { return s.db.Close() }

// Get implements server.Store.
func (s *Store) Get(_ context.Context, id string) (payload string, err error) {
	err = s.db.View(func(tx *bbolt.Tx) error {
		kept := tx.Bucket(bucket).Get([]byte(id))
		if kept == nil {
			return server.ErrUnknown
		}
		payload = string(kept)
		return nil
	})
	return payload, err
}

// Put implements server.Store. When it returns, the payload is on the disk.
func (s *Store) Put(ctx context.Context, id, payload string) error {
	if kept, err := s.Get(ctx, id); err == nil {
		return same(kept, payload)
	}
	return s.db.Batch(func(tx *bbolt.Tx) error {
		links := tx.Bucket(bucket)
		if kept := links.Get([]byte(id)); kept != nil {
			return same(string(kept), payload)
		}
		return links.Put([]byte(id), []byte(payload))
	})
}

// same refuses to overwrite.
func same(kept, payload string) error {
	if kept != payload {
		return errors.New("another payload is kept under this id")
	}
	return nil
}

// Dir returns the folder for a person's own links: layerglass below the user's data directory.
func Dir() (string, error) {
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "layerglass"), nil
	}
	switch runtime.GOOS {
	case "windows":
		if dir := os.Getenv("LocalAppData"); dir != "" {
			return filepath.Join(dir, "layerglass"), nil
		}
	case "darwin", "ios":
		dir, err := os.UserConfigDir() // ~/Library/Application Support
		return filepath.Join(dir, "layerglass"), err
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share", "layerglass"), err
}
