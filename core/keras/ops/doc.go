// Package ops holds keras.ops: each function of it declared once, by an Op that says its Python parameters, the Operation
// class that stands for it in a graph, how shape and dtype of the result follow from the arguments, and how it is
// computed. From the declarations come the module tables, the Operation classes, the operators and methods of tensors,
// and the spellings of other libraries.
//
// A function called with a KerasTensor makes an Operation and records a node (package operation). Called inside a layer's
// call, on traced tensors, it infers the result and records nothing. Called on values alone it needs the Op's Kernel.
//
// A rule (Infer) is written like the Python function it follows: what it refuses it raises with fail, which ends the rule
// at once and never leaves this package.
package ops
