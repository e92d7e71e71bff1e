package view

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFind(t *testing.T) {
	items := []Item{{Name: "Run", Kind: "Command"}, {Name: "MaxPooling2D", Doc: "Takes the largest."}, {Name: "Conv2D", Doc: "Convolves in two dimensions."}, {Name: "DepthwiseConv2D"}, {Name: "Dense", Doc: "not conv2d"}}
	names := func(query string) (out []string) {
		for _, item := range Find(items, query) {
			out = append(out, item.Name)
		}
		return out
	}
	require.Equal(t, []string{"Conv2D", "DepthwiseConv2D", "Dense"}, names("conv2d"))
	require.Equal(t, []string{"Run"}, names("command"))
	require.Equal(t, []string{"Conv2D"}, names("2D two"))
	require.Len(t, names(""), 5)
	require.Empty(t, names("zebra"))
	require.Contains(t, Found(nil, 0).String(), "Nothing has that name")
	require.Contains(t, Found(Find(items, "<"), 0).String(), "Nothing")
	require.Contains(t, Found([]Item{{Name: "<b>"}}, 0).String(), "&lt;b&gt;")
}
