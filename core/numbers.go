package core

import (
	"math"
	"strconv"

	"layerglass/core/protocol"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

const (
	// maxNumbers bounds the numbers of one weight that are looked at, allNumbers those of all.
	maxNumbers = 1 << 20
	allNumbers = 1 << 22
	// bars is how many bars a histogram has; barsHigh and barWide are the size of its picture.
	bars     = 16
	barsHigh = 16
	barWide  = 4
)

// WeightNumbers describes the weights of an object.
type WeightNumbers struct {
	Name    string // of the object
	Weights []Numbers
	// Total is how many numbers they hold, -1 when that is not known.
	Total int64
	// Copies are the weights of what from_config gives back; CopyNote says why there are none.
	Copies   []protocol.Weight
	CopyNote string
	// Sentence says why the numbers of some are missing, "" when none is.
	Sentence string
}

// Numbers describes one weight and the numbers that it holds; empty texts where they were not looked at.
type Numbers struct {
	protocol.Weight
	Min, Max, Mean, Std string
	// Bars is the path of an SVG picture 64 wide and 16 high: how many numbers lie in each of sixteen equal steps from Min to Max.
	Bars string
	// Words say the same in a sentence.
	Words string
}

// Numbers describes the weights of an object of the last run with the numbers that they hold.
func (s *Session) Numbers(name string) *WeightNumbers {
	out := &WeightNumbers{Name: name, Total: -1}
	f := s.object(name)
	if f == nil {
		out.Sentence = "The last run has no object called " + name + "."
		return out
	}
	r := s.last
	weights, total := r.weights(f.value)
	out.Total = total
	c := &trial{run: r, found: f}
	if out.CopyNote = c.copy(""); out.CopyNote == "" {
		out.Copies, _ = r.weights(c.again)
	}
	refill(r.thread)
	list, err := object.LookupAttr(r.thread, f.value, object.Intern("weights"))
	if err != nil || list == nil {
		return out
	}
	items, _ := object.Items(r.thread, list)
	left := allNumbers
	for i := range min(len(weights), len(items)) {
		n := 1
		for _, d := range weights[i].Shape {
			n *= d
		}
		if n > maxNumbers || n > left {
			out.Sentence = "Weights of more than a million values, and all beyond four million of one object, are not looked at."
			out.Weights = append(out.Weights, Numbers{Weight: weights[i]})
			continue
		}
		left -= n
		refill(r.thread)
		a, err := r.array(items[i])
		if err != nil {
			out.Sentence = "Some values cannot be worked out: " + raised(err)
		}
		w := numbersOf(a)
		w.Weight = weights[i]
		out.Weights = append(out.Weights, w)
	}
	return out
}

// numbersOf describes the numbers of an array; nothing for one that is not there or not of real numbers.
func numbersOf(a *array.Array) Numbers {
	if a == nil || a.Size() == 0 {
		return Numbers{}
	}
	list, err := array.Float64s(a)
	if err != nil {
		return Numbers{}
	}
	least, most, sum, odd := math.Inf(1), math.Inf(-1), 0.0, 0
	for _, v := range list {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			odd++
			continue
		}
		least, most, sum = min(least, v), max(most, v), sum+v
	}
	n := float64(len(list) - odd)
	if n == 0 {
		return Numbers{Min: "nan", Max: "nan", Mean: "nan", Std: "nan", Words: "no value is a finite number"}
	}
	mean, squares := sum/n, 0.0
	for _, v := range list {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			squares += (v - mean) * (v - mean)
		}
	}
	out := Numbers{Min: compact(least), Max: compact(most), Mean: compact(mean), Std: compact(math.Sqrt(squares / n))}
	if least == most {
		out.Words = "all are " + out.Min
	} else {
		counts := histogram(list, least, most)
		out.Bars, out.Words = barsOf(counts), words(counts, least, most)
	}
	if odd > 0 {
		out.Words += ", and " + strconv.Itoa(odd) + " not a finite number"
	}
	return out
}

// histogram counts the numbers in equal steps from the least to the most.
func histogram(list []float64, least, most float64) []int {
	counts := make([]int, bars)
	for _, v := range list {
		if at := (v - least) / (most - least); at >= 0 && at <= 1 {
			counts[min(int(at*bars), bars-1)]++
		}
	}
	return counts
}

// barsOf draws a histogram as one path; a bar that is not empty is at least one unit high.
func barsOf(counts []int) string {
	most := 1
	for _, n := range counts {
		most = max(most, n)
	}
	path := ""
	for i, n := range counts {
		if n == 0 {
			continue
		}
		high := strconv.Itoa(max(1, n*barsHigh/most))
		path += "M" + strconv.Itoa(i*barWide) + " " + strconv.Itoa(barsHigh) + "v-" + high + "h3v" + high + "z"
	}
	return path
}

// words says where most of the numbers lie.
func words(counts []int, least, most float64) string {
	at, all := 0, 0
	for i, n := range counts {
		all += n
		if n > counts[at] {
			at = i
		}
	}
	step := (most - least) / bars
	return "most, " + strconv.Itoa(counts[at]) + " of " + strconv.Itoa(all) + ", lie between " + compact(least+float64(at)*step) + " and " +
		compact(least+float64(at+1)*step)
}
