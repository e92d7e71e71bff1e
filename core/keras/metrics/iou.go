package metrics

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

const iouModule = "keras.src.metrics.iou_metrics"

// Arguments that the metrics of overlap share.

func numClasses() arg.Arg {
	return arg.Int("num_classes").Says("how many classes there are")
}

func targets() arg.Arg {
	return arg.Any("target_class_ids").Says("the classes whose overlap counts")
}

func ignoreClass() arg.Arg {
	return arg.Int("ignore_class", nil).Says("a class that does not count")
}

func sparseTrue() arg.Arg {
	return arg.Bool("sparse_y_true", true).Says("whether labels are class numbers and not one-hot")
}

func classAxis() arg.Arg {
	return arg.Int("axis", -1).Says("the axis of the classes")
}

func sparsePred(def bool) arg.Arg {
	return arg.Bool("sparse_y_pred", def).Says("whether predictions are class numbers and not one-hot")
}

// iouBase keeps the confusion matrix of all classes.
var iouBase = spec.Declare(iouModule, "_IoUBase", func() spec.Class {
	return spec.Class{
		Base: Metric, Doc: "The base of metrics of the overlap of regions.",
		Args: arg.Of(numClasses(), name(nil), arg.Any("dtype", nil).As("-"), ignoreClass(), sparseTrue(), sparsePred(true), classAxis()),
		Hand: func(l *spec.Instance) ([]object.Kwarg, error) {
			d := l.Given.Get("dtype")
			if given, err := object.Truth(l.T, d); err != nil {
				return nil, err
			} else if !given {
				d = object.Intern("int")
			}
			return arg.Pairs("dtype", d), nil
		},
		Config: spec.None, ClassAttrs: []any{"_direction", "up"}, Methods: computing(pairs, updateIoU, nil),
		Setup: func(l *spec.Instance) error {
			n := l.Value("num_classes")
			v, err := zero(l, object.NewTuple(n, n), false, "total_confusion_matrix")
			if err != nil {
				return err
			}
			return l.Set("total_cm", v)
		},
	}
})

// IoU is the overlap of some classes.
var IoU = spec.Declare(iouModule, "keras.metrics.IoU", func() spec.Class {
	return spec.Class{
		Base: iouBase, Doc: "Takes the mean overlap of regions of some classes.",
		Args:    arg.Of(numClasses().ToBase(), listed(), name(nil), dtype(), ignoreClass().ToBase(), sparseTrue().ToBase(), sparsePred(true).ToBase(), classAxis().ToBase()),
		Config:  spec.Keys("num_classes", "target_class_ids", "ignore_class", "sparse_y_true", "sparse_y_pred", "axis"),
		Methods: computing("", nil, iouResult),
	}
})

// listed is the argument target_class_ids of IoU: each must be below num_classes, and the attribute is a list.
func listed() arg.Arg {
	a := targets()
	a.Kind = &arg.Kind{Name: "list of integers", Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		items, err := object.Items(l.T, v)
		if err != nil {
			return nil, err
		}
		if len(items) == 0 {
			return nil, l.Bad(a.Name, v, "one class or more")
		}
		for _, id := range items {
			out, err := object.Compare(l.T, object.Ge, id, l.Given.Get("num_classes"))
			if err != nil {
				return nil, err
			}
			if beyond, err := object.Truth(l.T, out); err != nil {
				return nil, err
			} else if beyond {
				return nil, l.Bad(a.Name, v, "class numbers below num_classes="+l.Repr(l.Given.Get("num_classes")))
			}
		}
		return object.NewList(items...), nil
	}}
	return a
}

// overlap makes a metric on top of another whose config begins with its own keys.
func overlap(class, doc string, base *spec.Class, keys []string, own func() spec.Class) *spec.Class {
	return spec.Declare(iouModule, "keras.metrics."+class, func() spec.Class {
		c := own()
		c.Base, c.Doc, c.Alone, c.Config = base, doc, true, keys
		return c
	})
}

// The metrics of overlap.
var (
	BinaryIoU = overlap("BinaryIoU", "Takes the overlap of regions of two classes, from probabilities.", IoU, spec.Keys("target_class_ids", "threshold", "name", "dtype"), func() spec.Class {
		return spec.Class{
			Args: arg.Of(arg.Any("target_class_ids", arg.T(0, 1)).ToBase().Says("the classes whose overlap counts"),
				arg.Float("threshold", 0.5).Says("above which a prediction is class 1"), name(nil), dtype()),
			Fixed: []any{"num_classes", 2}, Methods: computing(pairs, updateBinaryIoU, nil),
		}
	})
	MeanIoU = overlap("MeanIoU", "Takes the mean overlap of regions of all classes.", IoU,
		spec.Keys("num_classes", "name", "dtype", "ignore_class", "sparse_y_true", "sparse_y_pred", "axis"), func() spec.Class {
			return spec.Class{
				Args: arg.Of(numClasses().ToBase(), name(nil), dtype(), ignoreClass().ToBase(), sparseTrue().ToBase(), sparsePred(true).ToBase(), classAxis().ToBase()),
				Hand: func(l *spec.Instance) ([]object.Kwarg, error) {
					n, err := object.Index(l.T, l.Given.Get("num_classes"))
					if err != nil {
						return nil, err
					}
					if err := l.T.Alloc(int64(max(n, 0)) * 16); err != nil {
						return nil, err
					}
					var ids []object.Object
					for i := range max(n, 0) {
						ids = append(ids, object.Int(i))
					}
					return arg.Pairs("target_class_ids", object.NewList(ids...)), nil
				},
			}
		})
	OneHotIoU = overlap("OneHotIoU", "Takes the mean overlap of regions of some classes, with one-hot labels.", IoU,
		spec.Keys("num_classes", "target_class_ids", "name", "dtype", "ignore_class", "sparse_y_pred", "axis"), func() spec.Class {
			return spec.Class{
				Args:  arg.Of(numClasses().ToBase(), targets().ToBase(), name(nil), dtype(), ignoreClass().ToBase(), sparsePred(false).ToBase(), classAxis().ToBase()),
				Fixed: []any{"sparse_y_true", false},
			}
		})
	OneHotMeanIoU = overlap("OneHotMeanIoU", "Takes the mean overlap of regions of all classes, with one-hot labels.", MeanIoU,
		spec.Keys("num_classes", "name", "dtype", "ignore_class", "sparse_y_pred", "axis"), func() spec.Class {
			return spec.Class{
				Args:  arg.Of(numClasses().ToBase(), name(nil), dtype(), ignoreClass().ToBase(), sparsePred(false).ToBase(), classAxis().ToBase()),
				Fixed: []any{"sparse_y_true", false},
			}
		})
)
