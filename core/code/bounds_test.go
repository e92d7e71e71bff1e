package code_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"layerglass/core/code"
)

// TestHostileConfigsAreBounded gives configs that are very large or very deep.
func TestHostileConfigsAreBounded(t *testing.T) {
	var wide strings.Builder
	wide.WriteString(`{"module": "keras.layers", "class_name": "Dense", "registered_name": null, "config": {"units": 3, "x": {"a": 0`)
	for i := range 100_000 {
		wide.WriteString(`,"k` + strconv.Itoa(i) + `": 1`)
	}
	wide.WriteString("}}}")
	deep := strings.Repeat(`{"module": "keras.layers", "class_name": "TimeDistributed", "registered_name": null, "config": {"layer": `, 100) +
		`{"module": "keras.layers", "class_name": "Dense", "config": {"units": 3}, "registered_name": null}` + strings.Repeat("}}", 100)
	for _, text := range []string{wide.String(), deep} {
		start := time.Now()
		r := code.Generate(parse(t, text), options())
		t.Log(time.Since(start))
		assert.NotEmpty(t, r.Text)
	}
}
