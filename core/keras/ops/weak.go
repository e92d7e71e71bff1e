package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

// On jax an array that was made of a Python number keeps the number's weak dtype: it gives way to other arrays, and its repr says
// so. What is computed of weak arrays alone is weak too, except where jax or Keras casts on the way.

// strongOps give results of a strong dtype always.
var strongOps = fieldSet(`angle isfinite isinf isneginf isposinf signbit nan_to_num log10 log2 all any amax amin argmax argmin average bincount
	count_nonzero histogram max min mean median nanargmax nanargmin nanmax nanmin nanmean nanmedian nanstd nanquantile nanpercentile nanprod
	nansum percentile prod ptp quantile sum trapezoid cumsum cumprod nancumsum nancumprod isclose allclose isin digitize searchsorted
	argpartition argsort sort unique nonzero corrcoef arange full empty eye identity zeros ones tri linspace logspace geomspace bartlett
	blackman hamming hanning kaiser scatter slogdet std`)

// weakFloats give a weak floating result of weak ints; others cast ints to a strong one.
var weakFloats = fieldSet("cbrt deg2rad rad2deg fabs reciprocal log log1p sqrt divide true_divide divide_no_nan hypot heaviside nextafter")

// promotes are the functions of two arguments that cast both to the dtype they have together, which keeps a weak one weak.
var promotes = fieldSet("add subtract multiply maximum minimum fmax fmin mod fmod floor_divide power dot inner outer where stack concatenate clip")

// fieldSet is the set of the names in a list.
func fieldSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, n := range fields(list) {
		set[n] = true
	}
	return set
}

// markWeak makes the results weak that follow from weak arguments alone.
func (c *Call) markWeak() {
	if wide(c.T) || c.Op.Module != "numpy" && c.Op.Module != "core" || strongOps[c.Op.rule().Name] {
		return
	}
	weak, whole, tensors := true, false, 0 // whole: an int is among them
	for i, p := range c.Op.sig.Params {
		v := c.values[i]
		if n := p.Name.String(); v == nil || c.Op.isInit(n) || n == "key" || n == "indices" {
			continue
		}
		found := 0
		tree.Each(v, func(leaf object.Object) bool {
			switch x := leaf.(type) {
			case *tensor.KerasTensor:
				found++
				weak = weak && (x.Weak || x.Dtype == "bool" && c.Op.Name == "where" && p.Name.String() == "condition")
				whole = whole || isWhole(x.Dtype)
			default:
				if numpy.IsArray(leaf) {
					weak = false
				} else if _, scalar := numpy.Of(leaf); scalar {
					weak = false
				}
			}
			return weak
		})
		if isInt(v) {
			whole = true
		}
		if isNumber(v) {
			if _, truth := v.(object.Bool); truth {
				weak = weak && c.Op.Name == "where"
			}
			found++
		} else if isList(v) && found == 0 {
			weak = false
		}
		tensors += found
	}
	if !weak || tensors == 0 {
		return
	}
	for _, x := range c.results {
		castInts := whole && x.Dtype == "float32" && !weakFloats[c.Op.rule().Name] && !promotes[c.Op.rule().Name]
		x.Weak = !castInts && (x.Dtype == "float32" || x.Dtype == "int32" || x.Dtype == "bool")
	}
}
