package main

import (
	"bytes"
	"image/color"
	"image/png"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestIcons looks at single points of the icon's PNGs: where the shapes of the SVG are, and where they are not.
func TestIcons(t *testing.T) {
	svg, err := os.ReadFile("../src/icon.svg")
	require.NoError(t, err)
	files, err := icons(string(svg))
	require.NoError(t, err)
	for _, c := range []struct {
		name string
		x, y int // in 24ths of the side
		want color.NRGBA
	}{
		{"icon-192.png", 12, 7, color.NRGBA{0x8f, 0xc7, 0xdd, 255}},
		{"icon-192.png", 12, 14, color.NRGBA{0x0b, 0x6f, 0x94, 255}},
		{"icon-512.png", 4, 4, color.NRGBA{}},
		{"icon-180.png", 1, 1, color.NRGBA{255, 255, 255, 255}},
		{"icon-maskable.png", 12, 14, color.NRGBA{0x0b, 0x6f, 0x94, 255}},
		{"icon-maskable.png", 4, 12, color.NRGBA{255, 255, 255, 255}}, // outside of what any mask leaves
	} {
		picture, err := png.Decode(bytes.NewReader(files[c.name]))
		require.NoError(t, err, c.name)
		side := picture.Bounds().Dx()
		assert.Equal(t, c.want, color.NRGBAModel.Convert(picture.At(c.x*side/iconSize, c.y*side/iconSize)), c.name)
	}
}

func TestIconsOfCurvesAreRefused(t *testing.T) {
	_, err := icons(`<svg><path fill="#000000" d="M1 2C3 4 5 6 7 8z"/></svg>`)
	assert.ErrorContains(t, err, "C")
	_, err = icons(`<svg></svg>`)
	assert.Error(t, err)
}
