package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"regexp"
	"strconv"
)

// shape is one polygon of the icon.
type shape struct {
	fill   color.NRGBA
	points [][2]float64
}

// iconSize is the side of the icon's view box.
const iconSize = 24

var (
	pathElement = regexp.MustCompile(`<path fill="#([0-9a-f]{6})" d="([^"]+)"/>`)
	pathToken   = regexp.MustCompile(`[A-Za-z]|-?[0-9.]+`)
)

// readIcon reads the polygons of an SVG that consists of paths of straight lines, so that the icon is drawn in one place only.
func readIcon(svg string) ([]shape, error) {
	var shapes []shape
	for _, match := range pathElement.FindAllStringSubmatch(svg, -1) {
		rgb, _ := strconv.ParseUint(match[1], 16, 32)
		s := shape{fill: color.NRGBA{uint8(rgb >> 16), uint8(rgb >> 8), uint8(rgb), 255}}
		command, numbers := "", []float64(nil)
		var at [2]float64
		for _, token := range pathToken.FindAllString(match[2], -1) {
			number, err := strconv.ParseFloat(token, 64)
			if err != nil {
				command, numbers = token, nil
				continue
			}
			if numbers = append(numbers, number); len(numbers) < 2 {
				continue
			}
			switch command {
			case "M", "L":
				at = [2]float64{numbers[0], numbers[1]}
			case "l":
				at = [2]float64{at[0] + numbers[0], at[1] + numbers[1]}
			default:
				return nil, fmt.Errorf("icon: the path command %s is not drawn", command)
			}
			// More pairs after M are lines, in SVG.
			s.points, numbers = append(s.points, at), nil
		}
		shapes = append(shapes, s)
	}
	if len(shapes) == 0 {
		return nil, fmt.Errorf("icon: no path of the form %s", pathElement)
	}
	return shapes, nil
}

// drawIcon returns a PNG of the icon. margin is the part of each side that stays free; a transparent ground is none.
func drawIcon(shapes []shape, size int, margin float64, ground color.NRGBA) ([]byte, error) {
	const samples = 4 // in each direction, for smooth edges
	picture := image.NewNRGBA(image.Rect(0, 0, size, size))
	scale := iconSize / (float64(size) * (1 - 2*margin))
	for y := range size {
		for x := range size {
			var r, g, b, a int
			for i := range samples * samples {
				sx := (float64(x) + (float64(i%samples)+0.5)/samples - margin*float64(size)) * scale
				sy := (float64(y) + (float64(i/samples)+0.5)/samples - margin*float64(size)) * scale
				c := ground
				for _, s := range shapes {
					if s.holds(sx, sy) {
						c = s.fill
					}
				}
				if c.A != 0 {
					r, g, b, a = r+int(c.R), g+int(c.G), b+int(c.B), a+1
				}
			}
			if a > 0 {
				picture.SetNRGBA(x, y, color.NRGBA{uint8(r / a), uint8(g / a), uint8(b / a), uint8(a * 255 / (samples * samples))})
			}
		}
	}
	var out bytes.Buffer
	err := png.Encode(&out, picture)
	return out.Bytes(), err
}

// holds reports whether a point is inside the polygon.
func (s *shape) holds(x, y float64) bool {
	inside := false
	for i, p := range s.points {
		q := s.points[(i+1)%len(s.points)]
		if (p[1] > y) != (q[1] > y) && x < (q[0]-p[0])*(y-p[1])/(q[1]-p[1])+p[0] {
			inside = !inside
		}
	}
	return inside
}

// icons returns the forms of the icon that systems ask for beside the SVG, by their file names.
func icons(svg string) (map[string][]byte, error) {
	shapes, err := readIcon(svg)
	if err != nil {
		return nil, err
	}
	white, none := color.NRGBA{255, 255, 255, 255}, color.NRGBA{}
	files := map[string][]byte{}
	for _, form := range []struct {
		name   string
		size   int
		margin float64
		ground color.NRGBA
	}{
		{"icon-192.png", 192, 0, none},
		{"icon-512.png", 512, 0, none},
		{"icon-180.png", 180, 0.06, white},      // on home screens, which cut the corners
		{"icon-maskable.png", 512, 0.14, white}, // for systems that cut out any shape: what counts lies in the middle
	} {
		if files[form.name], err = drawIcon(shapes, form.size, form.margin, form.ground); err != nil {
			return nil, err
		}
	}
	return files, nil
}
