package numpy

import (
	"sync"

	"layerglass/core/python/array"
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

var once sync.Once

// setUp makes numpy's namespaces and the methods of its classes when one of them is looked into first: most programs do without.
func setUp() {
	once.Do(func() {
		for _, add := range []func(){addAttributes, addFlags, addCalculus, addCreation, addDistributions, addDtype, addFourier, addFunctional,
			addNullContext, addLimits, addJoining, addLinalg, addLinear, addMakers, addMethods, addIterator, addFlatIterator, addNames, addPrinting,
			addPrintScope, addRandom, addRandomIntegers, addReductions, addScalars, addShaping, addSorting, addStatistics, addTesting, addTypes, addUfuncs,
			addStrides, addWindows} {
			add()
		}
	})
}

// entriesOf gives the entries of numpy's namespace, or of a submodule's.
func entriesOf(submodule string) map[string]object.Object {
	setUp()
	if submodule == "" {
		return table
	}
	return submodules[submodule]
}

func init() {
	lib.Register("numpy", load)
	for name := range submodules {
		if name != "ma" {
			lib.Register("numpy."+name, func(*object.Thread) (*object.Module, error) { return submodule(name), nil })
		}
	}
	ArrayClass.New, DtypeClass.New, vectorizeClass.New, finfoClass.New, iinfoClass.New = newNDArray, newDtype, newVectorized, newFinfo, newIinfo
	randomStateClass.New, generatorClass.New, seedSequenceClass.New = newRandomState, newGenerator, newSeedSequence
	for _, c := range []*object.Class{pcg64Class, twisterClass} {
		c.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
			return newBitGenerator(t, c, a)
		}
	}
	ArrayClass.LongName, DtypeClass.LongName, UfuncClass.LongName = "numpy.ndarray", "numpy.dtype", "numpy.ufunc"
	for d, c := range scalarClasses {
		c.LongName = c.Module() + "." + c.Name
		c.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
			return newScalarOf(t, array.Dtype(d), a)
		}
		c.Tag = array.Dtype(d)
	}
	for _, c := range abstractClasses {
		c.New = func(_ *object.Thread, cls *object.Class, _ object.Args) (object.Object, error) {
			return nil, typeError("cannot create '%s' instances", cls.FullName())
		}
	}
	object.Late(setUp, ArrayClass, DtypeClass, UfuncClass, flagsClass, vectorizeClass, nullContextClass, finfoClass, iinfoClass, joinerClass, indexMakerClass,
		gridMakerClass, iteratorClass, flatClass, printScopeClass, randomStateClass, generatorClass, pcg64Class, twisterClass, seedSequenceClass)
	object.Late(setUp, abstractClasses...)
	object.Late(setUp, scalarClasses[:]...)
}
