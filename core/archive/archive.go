// Package archive reads the files that Keras saves models in: .keras (a zip with config.json, metadata.json and the weights), .h5, and
// .json. It gives the config and the weights' names and shapes; the numbers stay where they are.
//
// Files come from anywhere, so every read is bounded, and what is wrong with one is said in a sentence.
package archive

import (
	"errors"
	"sort"
	"strings"
)

// File is what a saved model says of itself.
type File struct {
	// Kind is "keras", "h5" or "json".
	Kind string
	// Config is the model's config as JSON text, "" in a file of weights alone.
	Config string
	// Training is how the model was compiled, JSON text of an .h5 file; "" when there is none.
	Training string
	// Metadata are names and values in turn: the version of Keras, when the file was saved.
	Metadata []string
	Weights  []Weight
	// Notes are sentences about what could not be read.
	Notes []string
}

// Weight is one array of numbers.
type Weight struct {
	Path  string
	Shape []int
	Dtype string
}

// The largest config and the largest weights file inside an archive that are unpacked.
const (
	maxConfig = 64 << 20
	maxInner  = 1 << 30
)

// Read reads a file by its content; the name only helps to say what is wrong.
func Read(name string, data []byte) (*File, error) {
	switch {
	case len(data) == 0:
		return nil, errors.New("The file is empty.")
	case strings.HasPrefix(string(data[:min(4, len(data))]), "PK"):
		return readKeras(data)
	case isHDF5(data):
		return readH5(data)
	}
	lead := strings.TrimLeft(string(data[:min(64, len(data))]), "\ufeff \t\r\n")
	if lead != "" && (lead[0] == '{' || lead[0] == '[') {
		if len(data) > maxConfig {
			return nil, errors.New("The file is larger than any config: 64 MB are read at most.")
		}
		return &File{Kind: "json", Config: strings.TrimPrefix(string(data), "\ufeff")}, nil
	}
	switch {
	case strings.HasSuffix(name, ".keras"):
		return nil, errors.New("This is no .keras file: it should be a zip archive, and does not begin as one.")
	case strings.HasSuffix(name, ".h5") || strings.HasSuffix(name, ".hdf5"):
		return nil, errors.New("This is no HDF5 file: its signature is missing. It may be damaged or cut off.")
	}
	return nil, errors.New("This is no saved model: a .keras, an .h5 or a JSON file with a config is.")
}

// readKeras reads the archive that model.save writes.
func readKeras(data []byte) (*File, error) {
	z, err := openZip(data)
	if err != nil {
		return nil, err
	}
	config, err := z.read("config.json", maxConfig)
	if err != nil {
		return nil, err
	}
	f := &File{Kind: "keras", Config: string(config)}
	if meta, err := z.read("metadata.json", 1<<20); err == nil {
		f.Metadata = flatJSON(string(meta))
	}
	inner, err := z.read("model.weights.h5", maxInner)
	if err != nil {
		f.Notes = append(f.Notes, "The weights cannot be shown. "+err.Error())
		return f, nil
	}
	h, err := openH5(inner)
	if err == nil {
		err = h.weights(f)
	}
	if err != nil {
		f.Notes = append(f.Notes, "The weights cannot be shown. "+err.Error())
	}
	return f, nil
}

// readH5 reads the older form of saved models, or a file of weights.
func readH5(data []byte) (*File, error) {
	h, err := openH5(data)
	if err != nil {
		return nil, err
	}
	f := &File{Kind: "h5"}
	attrs, err := h.attributes(h.root)
	if err != nil {
		return nil, err
	}
	f.Config, f.Training = attrs["model_config"], attrs["training_config"]
	for _, name := range []string{"keras_version", "backend"} {
		if v := attrs[name]; v != "" {
			f.Metadata = append(f.Metadata, name, v)
		}
	}
	if f.Config == "" {
		f.Notes = append(f.Notes, "The file holds weights alone: no config says of which model.")
	}
	if err := h.weights(f); err != nil {
		f.Notes = append(f.Notes, "Not all weights can be shown. "+err.Error())
	}
	sort.SliceStable(f.Weights, func(i, j int) bool { return f.Weights[i].Path < f.Weights[j].Path })
	return f, nil
}

// flatJSON reads an object of strings: {"keras_version": "3.15.1"}.
func flatJSON(s string) []string {
	var out []string
	for _, part := range strings.Split(strings.Trim(strings.TrimSpace(s), "{}"), ", ") {
		name, value, ok := strings.Cut(part, ":")
		if ok {
			out = append(out, strings.Trim(strings.TrimSpace(name), `"`), strings.Trim(strings.TrimSpace(value), `"`))
		}
	}
	return out
}
