// Package spec is the form in which Keras's classes and functions are written down here: one Go literal for each, from
// which the session's Python class is made. Everything about a class stands in its literal: arguments with kinds and
// defaults, the checks in Keras's order, the config's keys, weights, shapes, methods.
//
// # One class, worked out
//
// A layer stands in the file of its name in the folder of Keras's family, layers/core/scale.go say:
//
//	// Scale multiplies its input by a learned number for each channel.
//	// where Keras defines it, and the public names, of which the first is the one in configs
//	var Scale = spec.Declare("keras.src.layers.core.scale", "keras.layers.Scale", func() spec.Class { return spec.Class{
//		Base: layers.Base, Doc: "Multiplies each channel by a learned number.",
//
//		Args: arg.Of(                                        // what __init__ takes, in the order of the signature
//			arg.Int("axis", -1).Says("the channels' axis"),
//			arg.Check(func(l *spec.Instance) error { return l.OneOf("mode", "all", "each") }),
//			arg.Str("mode", "each"),
//			arg.Initializer("scale_initializer", "ones"), arg.Regularizer("scale_regularizer", nil),
//			arg.Any("seed", nil).As("_seed"),            // kept as the attribute _seed
//			arg.Any("debug", false).NotInConfig(),
//		),
//		Kwargs: "kwargs",                                    // the name of **kwargs, which go to the base class
//		Masks:  true,                                        // supports_masking
//		Setup:  func(l *spec.Instance) error { return layers.SetInputSpec(l, "min_ndim", 2) },
//
//		// Config may be left out: it is then all arguments that are attributes, in order.
//		Config: spec.Keys("axis", "mode", "scale_initializer", "scale_regularizer", "seed"),
//		IfSet:  [][]string{{"lora_rank", "lora_alpha"}},    // keys that appear when the first of the group is true
//
//		Takes: "inputs, training=None",                      // call's parameters without self
//		Build: func(l *spec.Instance, in spec.Shape) error {
//			return layers.AddWeight(l, "scale", "scale", layers.Weight{
//				Shape: layers.ShapeObject(in.Last()), Initializer: l.Value("scale_initializer"),
//				Regularizer: l.Value("scale_regularizer"),
//			})
//		},
//		Output: func(l *spec.Instance, in spec.Shape) (spec.Shape, error) { return in, nil },
//		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) { // one body for symbols and values
//			return layers.Do(l, "multiply", a[0], l.Value("scale"))
//		},
//	}})
//
// # What happens in __init__
//
// The arguments are bound as a Python function's are, with CPython's own errors. Then, in this order:
//
//  1. The base class's __init__ runs (as super().__init__ does, along the MRO) with the arguments marked ToBase, those of
//     Fixed and Hand, and **kwargs. Where Keras does something before that, arg.BaseInit stands in the list at the place
//     where super().__init__() stands in Keras; arg.BaseInitNone is for classes that do not call it.
//  2. The items of Args run in order: an argument's kind converts the value, and the result becomes the attribute; a check
//     runs where it stands. InitOrder names the arguments that Keras sets first, where that is not the order of the
//     signature: it decides which of two bad values is complained about.
//  3. Masks, Setup, BuiltAtInit.
//
// A check reads values by l.Value, l.Int, l.Ints, l.Str …: the attribute, or the argument where there is no attribute
// yet; l.Given holds the arguments alone, and may be changed (Get, Set). It refuses by l.Bad(name, value, "what is allowed"),
// l.BadType, or l.Fail(name, free words): ValueError or TypeError with the class, the argument and the value in it, the
// argument's place in the program, and what package doctor needs. A kind never checks ranges: Keras does that in its own
// order.
//
// # Arguments
//
// Package arg has the kinds: Any, Int, Float, Bool and Str take the value as it is; IntOf and FloatOf convert it; Tuple and
// TupleOrZero make n integers (n < 0: as many as the attribute rank says); Padding, DataFormat; Activation, Initializer,
// Regularizer, Constraint; Object, a Keras object that from_config deserializes, and Serialized, one that it does not.
// Weights("kernel") is the usual run of arguments about one weight and a bias, LoRA the two about low-rank adaptation.
// Modifiers: As(attribute) ("-" for none), ToBase, KeywordOnly, NotInConfig, Says; a list has ToBase, KeywordOnly, Without,
// Default. A kind of a class's own is a literal: a.Kind = &arg.Kind{Get: value → attribute, Put: attribute → config,
// From: config → argument}.
//
// # The config
//
// get_config is the base class's config updated by Config's keys, in the manner of a Python dict: a key that is there
// already keeps its place. A key's value is the attribute of that name (or the one that As or From names) through the
// argument's kind. Alone leaves the base class's config out; spec.None as Config inherits get_config; Finish may change
// the dict at the end. from_config is inherited (cls(**config)), or deserializes the entries of kind Object first, or is
// FromConfig, or a Method with Class set.
//
// # Layers
//
// Build, Output and Takes with Call are for layers with one input. Layers with several inputs, or with outputs of several
// shapes, declare the methods build, compute_output_shape, compute_output_spec, compute_mask in Methods with Keras's own
// parameters; shapes are tuples then, spec.ShapeOf reads one. A layer without Call works on symbols through its shape and
// says of values that it is not modelled. In package layers: AddWeight, MakeWeight, KernelAndBias, Bias, SetInputSpec,
// SetSeedGenerator, Do and DoWith (functions of keras.ops), Activate, and Calc, a chain of such calls with one look at the
// error.
//
// # Families of classes
//
// What several classes share is a Go function that takes the class's own part and returns a spec.Class, as conv does for
// convolutions of each rank: return conv(2, spec.Class{Doc: …}). Where Keras has a base class with an __init__ of its
// own, it is declared too (BaseConv), and the classes hand their arguments to it with ToBase.
//
// # Other kinds of classes
//
// Initializers, regularizers, losses, metrics, optimizers are declared the same way, without the fields about layers;
// saving.Family makes the functions get, serialize and deserialize of their module. Functions are declared by
// DeclareFunc. Native makes a class by hand, as keras.layers.Layer is.
//
// # Against Keras
//
// The test of package keras runs what real Keras gave for constructors. A class joins it by a line in
// core/keras/testdata/cases/classes.txt; testdata/split_cases.py writes the cases then. What differs still is listed in
// pending.txt beside them, which can only shrink: go test ./core/keras -run Cases -shrink takes off what passes.
//
// # Nothing at start
//
// What stands in the function given to Declare is made when the class is needed first. What stands outside, arguments in
// package variables or made by a function that calls Declare, is made whenever the program starts, for classes that few
// programs name: it belongs inside. Find and All give whole declarations; of one in a package variable only Name, Module,
// Export and In may be used before Whole was called.
//
// # Two traps of Go
//
// A declaration may not speak of itself, or of another that speaks of it: Go calls that an initialization cycle. Find the
// class by name inside the function then, spec.Find("keras.layers.RNN").In(t), or set the variable in an init function.
// And never append to the Items of object.NewTuple(): the empty tuple is one object for all.
package spec
