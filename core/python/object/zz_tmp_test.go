package object

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"sort"
	"strconv"
	"testing"
)

func TestZZ(t *testing.T) {
	b, _ := os.ReadFile("/tmp/el/el.json")
	var all map[string][][]string
	json.Unmarshal(b, &all)
	one := map[string][]func(float64) float64{
		"sin": {math.Sin, FloatSin}, "cos": {math.Cos, FloatCos}, "tan": {math.Tan, FloatTan}, "exp": {math.Exp, FloatExp}, "log": {math.Log, FloatLog},
		"atan": {math.Atan, FloatAtan}, "asin": {math.Asin, FloatAsin}, "acos": {math.Acos, FloatAcos}, "sinh": {math.Sinh}, "cosh": {math.Cosh}, "tanh": {math.Tanh},
		"asinh": {math.Asinh}, "acosh": {math.Acosh}, "atanh": {math.Atanh}, "expm1": {math.Expm1}, "log1p": {math.Log1p}, "log2": {math.Log2, FloatLog2}, "log10": {math.Log10, FloatLog10},
		"exp2": {math.Exp2, FloatExp2}, "cbrt": {math.Cbrt}, "erf": {math.Erf}, "erfc": {math.Erfc}, "gamma": {math.Gamma},
	}
	var names []string
	for n := range one {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		for fi, f := range one[n] {
			bad, first := 0, ""
			for _, r := range all[n] {
				x, _ := ParseHex(r[0])
				y, _ := ParseHex(r[1])
				if g := f(x); g != y && !(g != g && y != y) {
					bad++
					if first == "" {
						first = fmt.Sprint(x, " want ", y, " got ", g)
					}
				}
			}
			fmt.Println(n, fi, bad, len(all[n]), first)
		}
	}
	two := map[string]func(x, y float64) float64{"hypot": FloatHypot, "atan2": FloatAtan2, "pow": FloatPow, "fmod": math.Mod, "remainder": math.Remainder}
	for n, f := range two {
		bad, first := 0, ""
		for _, r := range all[n] {
			x, _ := ParseHex(r[0])
			y, _ := ParseHex(r[1])
			z, _ := ParseHex(r[2])
			if g := f(x, y); g != z {
				bad++
				first = fmt.Sprint(x, y, " want ", z, " got ", g)
			}
		}
		fmt.Println(n, bad, len(all[n]), first)
	}
}

func ParseHex(s string) (float64, error) {
	return strconv.ParseFloat(s, 64)
}
