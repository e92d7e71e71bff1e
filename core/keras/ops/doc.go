// Package ops holds keras.ops: each function of it declared once, by an Op that says its Python parameters, the Operation
// class that stands for it in a graph, how shape and dtype of the result follow from the arguments, and how it is
// computed. From the declarations come the module tables, the Operation classes, the operators and methods of tensors,
// and the spellings of other libraries.
//
// A function called with a KerasTensor makes an Operation and records a node (package operation). Called inside a layer's
// call, on traced tensors, it infers the result and records nothing. Called on values alone it needs the Op's Kernel.
//
// # Values
//
// An eager tensor is a tensor.KerasTensor of the kind Eager: jax's ArrayImpl, or tensorflow's EagerTensor. Its numbers are an
// array of package array, which nothing may write to. They may be worked out later (a large model is often called only to build
// it), and what comes out of an operation without a kernel has no numbers at all, only a shape and a dtype.
//
// A kernel computes an operation on values:
//
//	{Name: "hypot", Class: "Hypot", Sig: "x1, x2", Infer: realPair, Kernel: func(c *Call) []*array.Array {
//		return one(array.Binary(array.Hypot, array.Of(c.ArrayIn("x1")), array.Of(c.ArrayIn("x2"))))
//	}}
//
// Before it runs, the rule has checked the arguments and made the results; the kernel gives the arrays of these results in
// order (a flattened tuple or list), and each is cast to its result's dtype. So a kernel repeats neither checks nor dtypes:
//
//   - c.Array("x") is an argument as an array: a tensor, variable, numpy array, number or nested list, of the dtype that the backend
//     gives it; c.ArrayIn("x") is the same in the dtype of the (first) result, c.ArrayAs("x", "float32") in a given one;
//     c.Arrays("xs", dtype) for a sequence of tensors. Arrays come with the thread's budget. Never write into one: Copy first.
//   - c.Int, c.Bool, c.Text, c.Axes, c.Given … read the other arguments, as in rules.
//   - c.Want(i) is the i-th result as the rule made it (Shape, Dtype); c.WantType() the first one's element type.
//   - one(a, err) is what a kernel of one result returns; good(a, err) unwraps a step; must(err) and c.value(…) end the kernel with
//     an error. Errors of package array become numpy's exceptions.
//   - A kernel that changes state (draws from a seed generator) sets Now, so that it does not wait for somebody to look.
//   - Functions that run the program's own functions, or give no tensors, have Eager in place of a Kernel: it returns any object.
//
// Where eager results differ from the rule for symbols, Value is the rule. c.eager tells that a rule is used for values outside
// of a trace. A test runs each kernel against its rule: TestValues reports where they disagree.
//
// Other packages call Do(t, "add", x, y) on anything; Convert(t, v, dtype) makes a tensor of any value, Value(t, array, dtype) one of an
// array, ArrayOf(t, v) gives the numbers, ValueOf(t, variable) the tensor that a variable holds.
//
// A rule (Infer) is written like the Python function it follows: what it refuses it raises with fail, which ends the rule
// at once and never leaves this package.
package ops
