package arg

import "strings"

// usual says what arguments mean that many classes have. Says puts other words in their place.
var usual = map[string]string{
	"activation":                   "applied to the outputs",
	"recurrent_activation":         "applied to the gates",
	"use_bias":                     "whether a bias is added",
	"data_format":                  "where the channels stand: 'channels_last' or 'channels_first'",
	"padding":                      "what is done at the edges: 'valid' leaves them, 'same' fills them up",
	"seed":                         "the seed of the random numbers; None picks one",
	"name":                         "the object's name; None makes one of the class's name",
	"dtype":                        "the dtype policy, its name, or a dtype",
	"trainable":                    "whether training changes the weights",
	"rank":                         "over how many dimensions it works",
	"dropout":                      "the share that is left out while training",
	"go_backwards":                 "whether the sequence is run from its end",
	"unroll":                       "whether the steps are written out one by one",
	"zero_output_for_mask":         "whether the output of a masked step is zero",
	"use_cudnn":                    "whether the graphics card's own code is used",
	"lora_rank":                    "the rank of the two small weights that are trained in the kernel's place; None trains the kernel",
	"lora_alpha":                   "how much the two small weights count; None takes their rank",
	"quantization_config":          "how the weights are quantized",
	"activity_regularizer":         "adds a loss made of the output",
	"use_gate":                     "whether the output is multiplied with a gate made of the query",
	"flash_attention":              "whether the backend's fast way is taken",
	"epsilon":                      "a small number that keeps from dividing by zero",
	"renorm":                       "whether the moving averages are used while training too",
	"renorm_clipping":              "the bounds rmax, rmin and dmax of that correction",
	"renorm_momentum":              "how slowly the averages of that correction follow",
	"sparse":                       "whether the tensor is sparse",
	"ragged":                       "whether the tensor is ragged",
	"gptq_unpacked_column_size":    "the columns that a kernel quantized by GPTQ had before it was packed",
	"source_name":                  "the dtype policy that is quantized",
	"input_axes":                   "the axes that count as inputs",
	"output_axes":                  "the axes that count as outputs",
	"minval":                       "the lower bound",
	"maxval":                       "the upper bound",
	"mean":                         "the mean",
	"stddev":                       "the standard deviation",
	"distribution":                 "what is drawn from: 'truncated_normal', 'untruncated_normal' or 'uniform'",
	"weight_decay":                 "how much weights shrink at each step",
	"loss_scale_factor":            "a factor of the loss that gradients are divided by again",
	"mode":                         "the way of quantizing",
	"custom_objects":               "the program's classes and functions by name",
	"inputs":                       "the symbolic tensors that go in: one, or a list or dict of them",
	"outputs":                      "the symbolic tensors that come out",
	"layers":                       "the layers, one behind another",
	"l1":                           "the factor of the sum of sizes",
	"l2":                           "the factor of the sum of squares",
	"min_ndim":                     "the least number of dimensions",
	"max_ndim":                     "the largest number of dimensions",
	"optional":                     "whether the input may be missing",
	"allow_last_axis_squeeze":      "whether a last dimension of one may be missing",
	"side":                         "which part of the transform: 'real' or 'imag'",
	"window":                       "the window's name or its values",
	"scaling":                      "how the window is scaled: 'density' or 'spectrum'",
	"periodic":                     "whether the window is periodic",
	"dataset":                      "the examples that the quantization looks at",
	"tokenizer":                    "what turns the examples' text into integers",
	"weight_bits":                  "the bits of a quantized weight",
	"num_samples":                  "how many examples are looked at",
	"sequence_length":              "the length of an example",
	"per_channel":                  "whether each channel has a scale of its own",
	"hessian_damping":              "added to the diagonal of the Hessian matrix, so that it can be inverted",
	"group_size":                   "how many weights share a scale; -1 for all",
	"symmetric":                    "whether zero is kept as zero",
	"activation_order":             "whether the weights that count most come first",
	"num_grid_points":              "how many scales are tried",
	"weight_quantizer":             "what makes small integers of weights",
	"activation_quantizer":         "what makes small integers of inputs; None leaves them",
	"output_dtype":                 "the dtype of the small integers",
	"quantization_layer_structure": "which layers are quantized, and in what order",
}

// roles say what an argument of a weight means whose name ends so.
var roles = []struct{ suffix, words string }{
	{"_initializer", "makes the first values of the "},
	{"_regularizer", "adds a loss made of the "},
	{"_constraint", "what is done to the "},
}

// About returns the usual words about an argument, or "".
func About(name string) string {
	if doc := usual[name]; doc != "" {
		return doc
	}
	for _, r := range roles {
		of, ok := strings.CutSuffix(name, r.suffix)
		if !ok {
			continue
		}
		if of == "recurrent" {
			of = "recurrent_kernel"
		}
		doc := r.words + strings.ReplaceAll(of, "_", " ")
		if r.suffix == "_constraint" {
			doc += " after each step of training"
		}
		return doc
	}
	return ""
}
