package tf

import _ "embed"

// row maps functions of tensorflow on an operation of keras.ops.
type row struct {
	// names are the paths below tensorflow under which the function stands.
	names string
	// sig is tensorflow's parameter list; a last name=None is understood.
	sig string
	// op is the operation; "" for a function that is inferred here and computed nowhere yet: its result is like its first
	// argument.
	op string
	// args says which parameter goes to which of the operation's: "x=input_tensor, axis".
	args string
	// dtype is the result's: "" as the operation says, "same" for that of the first tensor, or a name.
	dtype string
}

var table = []row{
	// elementwise
	{"abs math.abs", "x", "absolute", "x", "same"},
	{"acos math.acos", "x", "arccos", "x", "same"},
	{"acosh math.acosh", "x", "arccosh", "x", "same"},
	{"asin math.asin", "x", "arcsin", "x", "same"},
	{"asinh math.asinh", "x", "arcsinh", "x", "same"},
	{"atan math.atan", "x", "arctan", "x", "same"},
	{"atanh math.atanh", "x", "arctanh", "x", "same"},
	{"math.ceil", "x", "ceil", "x", "same"},
	{"clip_by_value", "t, clip_value_min, clip_value_max", "clip", "x=t, x_min=clip_value_min, x_max=clip_value_max", "same"},
	{"cos math.cos", "x", "cos", "x", "same"},
	{"cosh math.cosh", "x", "cosh", "x", "same"},
	{"cumsum math.cumsum", "x, axis=0, exclusive=False, reverse=False", "cumsum", "x, axis", "same"},
	{"math.cumprod", "x, axis=0, exclusive=False, reverse=False", "cumprod", "x, axis", "same"},
	{"math.erf", "x", "erf", "x", "same"},
	{"math.erfinv", "x", "erfinv", "x", "same"},
	{"exp math.exp", "x", "exp", "x", "same"},
	{"math.expm1", "x", "expm1", "x", "same"},
	{"floor math.floor", "x", "floor", "x", "same"},
	{"math.is_finite", "x", "isfinite", "x", ""},
	{"math.is_inf", "x", "isinf", "x", ""},
	{"math.is_nan", "x", "isnan", "x", ""},
	{"math.log", "x", "log", "x", "same"},
	{"math.log1p", "x", "log1p", "x", "same"},
	{"math.log_sigmoid", "x", "log_sigmoid", "x", "same"},
	{"logical_not math.logical_not", "x", "logical_not", "x", ""},
	{"negative math.negative", "x", "negative", "x", "same"},
	{"math.reciprocal", "x", "reciprocal", "x", "same"},
	{"round math.round math.rint", "x", "round", "x", "same"},
	{"math.rsqrt", "x", "rsqrt", "x", "same"},
	{"sigmoid math.sigmoid nn.sigmoid", "x", "sigmoid", "x", "same"},
	{"sign math.sign", "x", "sign", "x", "same"},
	{"sin math.sin", "x", "sin", "x", "same"},
	{"sinh math.sinh", "x", "sinh", "x", "same"},
	{"sqrt math.sqrt", "x", "sqrt", "x", "same"},
	{"square math.square", "x", "square", "x", "same"},
	{"tan math.tan", "x", "tan", "x", "same"},
	{"tanh math.tanh nn.tanh", "x", "tanh", "x", "same"},
	{"identity", "input", "copy", "x=input", ""},
	{"stop_gradient", "input", "stop_gradient", "variable=input", ""},
	{"math.lgamma", "x", "", "", ""},
	{"math.digamma", "x", "", "", ""},
	{"math.l2_normalize nn.l2_normalize linalg.l2_normalize", "x, axis=None, epsilon=1e-12", "", "", ""},
	{"grad_pass_through", "f", "", "", ""},
	// two tensors
	{"add math.add", "x, y", "add", "x1=x, x2=y", "same"},
	{"subtract math.subtract", "x, y", "subtract", "x1=x, x2=y", "same"},
	{"multiply math.multiply", "x, y", "multiply", "x1=x, x2=y", "same"},
	{"divide math.divide truediv math.truediv", "x, y", "true_divide", "x1=x, x2=y", ""},
	{"math.divide_no_nan", "x, y", "divide_no_nan", "x1=x, x2=y", "same"},
	{"math.multiply_no_nan", "x, y", "multiply", "x1=x, x2=y", "same"},
	{"math.floordiv", "x, y", "floor_divide", "x1=x, x2=y", "same"},
	{"math.mod math.floormod", "x, y", "mod", "x1=x, x2=y", "same"},
	{"pow math.pow", "x, y", "power", "x1=x, x2=y", "same"},
	{"maximum math.maximum", "x, y", "maximum", "x1=x, x2=y", "same"},
	{"minimum math.minimum", "x, y", "minimum", "x1=x, x2=y", "same"},
	{"math.squared_difference", "x, y", "subtract", "x1=x, x2=y", "same"},
	{"atan2 math.atan2", "y, x", "arctan2", "x1=y, x2=x", "same"},
	{"equal math.equal", "x, y", "equal", "x1=x, x2=y", ""},
	{"not_equal math.not_equal", "x, y", "not_equal", "x1=x, x2=y", ""},
	{"greater math.greater", "x, y", "greater", "x1=x, x2=y", ""},
	{"greater_equal math.greater_equal", "x, y", "greater_equal", "x1=x, x2=y", ""},
	{"less math.less", "x, y", "less", "x1=x, x2=y", ""},
	{"less_equal math.less_equal", "x, y", "less_equal", "x1=x, x2=y", ""},
	{"logical_and math.logical_and", "x, y", "logical_and", "x1=x, x2=y", ""},
	{"logical_or math.logical_or", "x, y", "logical_or", "x1=x, x2=y", ""},
	{"math.logical_xor", "x, y", "logical_xor", "x1=x, x2=y", ""},
	{"tensordot", "a, b, axes", "tensordot", "x1=a, x2=b, axes", "same"},
	{"bitwise.bitwise_and", "x, y", "bitwise_and", "x, y", "same"},
	{"bitwise.bitwise_or", "x, y", "bitwise_or", "x, y", "same"},
	{"bitwise.bitwise_xor", "x, y", "bitwise_xor", "x, y", "same"},
	{"bitwise.left_shift", "x, y", "left_shift", "x, y", "same"},
	{"bitwise.right_shift", "x, y", "right_shift", "x, y", "same"},
	{"bitwise.invert", "x", "invert", "x", "same"},
	// reductions
	{"reduce_sum math.reduce_sum", reduce, "sum", reduceArgs, "same"},
	{"reduce_mean math.reduce_mean", reduce, "mean", reduceArgs, "same"},
	{"reduce_max math.reduce_max", reduce, "max", reduceArgs, "same"},
	{"reduce_min math.reduce_min", reduce, "min", reduceArgs, "same"},
	{"reduce_prod math.reduce_prod", reduce, "prod", reduceArgs, "same"},
	{"reduce_all math.reduce_all", reduce, "all", reduceArgs, ""},
	{"reduce_any math.reduce_any", reduce, "any", reduceArgs, ""},
	{"math.reduce_std", reduce, "std", reduceArgs, "same"},
	{"math.reduce_variance", reduce, "var", reduceArgs, "same"},
	{"reduce_logsumexp math.reduce_logsumexp", reduce, "logsumexp", reduceArgs, "same"},
	{"argmax math.argmax", "input, axis=0, output_type='int64'", "argmax", "x=input, axis", "output_type"},
	{"argmin math.argmin", "input, axis=0, output_type='int64'", "argmin", "x=input, axis", "output_type"},
	{"linalg.trace", "x", "", "", ""},
	{"linalg.det", "input", "det", "x=input", "same"},
	{"linalg.inv", "input, adjoint=False", "inv", "x=input", "same"},
	{"linalg.cholesky", "input", "cholesky", "x=input", "same"},
	// shapes
	{"reshape", "tensor, shape", "reshape", "x=tensor, newshape=shape", ""},
	{"expand_dims", "input, axis", "expand_dims", "x=input, axis", ""},
	{"squeeze", "input, axis=None", "squeeze", "x=input, axis", ""},
	{"transpose", "a, perm=None, conjugate=False", "transpose", "x=a, axes=perm", ""},
	{"stack", "values, axis=0", "stack", "x=values, axis", ""},
	{"unstack", "value, num=None, axis=0", "unstack", "x=value, num, axis", ""},
	{"concat", "values, axis", "concatenate", "xs=values, axis", ""},
	{"tile", "input, multiples", "tile", "x=input, repeats=multiples", ""},
	{"repeat", "input, repeats, axis=None", "repeat", "x=input, repeats, axis", ""},
	{"pad", "tensor, paddings, mode='CONSTANT', constant_values=0", "pad", "x=tensor, pad_width=paddings", ""},
	{"reverse", "tensor, axis", "flip", "x=tensor, axis", ""},
	{"roll", "input, shift, axis", "roll", "x=input, shift, axis", ""},
	{"broadcast_to", "input, shape", "broadcast_to", "x=input, shape", ""},
	{"slice", "input_, begin, size", "slice", "inputs=input_, start_indices=begin, shape=size", ""},
	{"tensor_scatter_nd_update", "tensor, indices, updates", "scatter_update", "inputs=tensor, indices, updates", ""},
	{"tensor_scatter_nd_add", "tensor, indices, updates", "scatter_update", "inputs=tensor, indices, updates", ""},
	{"scatter_nd", "indices, updates, shape", "scatter", "indices, values=updates, shape", ""},
	{"sort", "values, axis=-1, direction='ASCENDING'", "sort", "x=values, axis", ""},
	{"argsort", "values, axis=-1, direction='ASCENDING', stable=False", "argsort", "x=values, axis", ""},
	{"math.unsorted_segment_sum", "data, segment_ids, num_segments", "segment_sum", "data, segment_ids, num_segments", ""},
	{"math.unsorted_segment_max", "data, segment_ids, num_segments", "segment_max", "data, segment_ids, num_segments", ""},
	{"math.in_top_k nn.in_top_k", "targets, predictions, k", "in_top_k", "targets, predictions, k", ""},
	// making tensors
	{"cast", "x, dtype", "cast", "x, dtype", ""},
	{"convert_to_tensor", "value, dtype=None, dtype_hint=None", "convert_to_tensor", "x=value, dtype", ""},
	{"constant", "value, dtype=None, shape=None", "convert_to_tensor", "x=value, dtype", ""},
	{"zeros", "shape, dtype='float32'", "zeros", "shape, dtype", ""},
	{"ones", "shape, dtype='float32'", "ones", "shape, dtype", ""},
	{"zeros_like", "input, dtype=None", "zeros_like", "x=input, dtype", ""},
	{"ones_like", "input, dtype=None", "ones_like", "x=input, dtype", ""},
	{"linspace", "start, stop, num, axis=0", "linspace", "start, stop, num, axis", ""},
	{"meshgrid", "*args, indexing='xy'", "meshgrid", "x=args, indexing", ""},
	{"random.normal", "shape, mean=0.0, stddev=1.0, dtype='float32', seed=None", "random.normal", "shape, mean, stddev, dtype", ""},
	{"random.uniform", "shape, minval=0, maxval=None, dtype='float32', seed=None", "ones", "shape, dtype", ""},
	{"random.truncated_normal", "shape, mean=0.0, stddev=1.0, dtype='float32', seed=None", "random.truncated_normal", "shape, mean, stddev, dtype", ""},
	{"random.gamma", "shape, alpha, beta=None, dtype='float32', seed=None", "random.gamma", "shape, alpha, dtype", ""},
	{"random.shuffle", "value, seed=None", "random.shuffle", "x=value", ""},
	{"random.categorical", "logits, num_samples, dtype='int64', seed=None", "random.categorical", "logits, num_samples, dtype", ""},
	// neural networks
	{"nn.relu", "features", "relu", "x=features", "same"},
	{"nn.relu6", "features", "relu6", "x=features", "same"},
	{"nn.elu", "features", "elu", "x=features", "same"},
	{"nn.selu", "features", "selu", "x=features", "same"},
	{"nn.gelu", "features, approximate=False", "gelu", "x=features, approximate", "same"},
	{"nn.leaky_relu", "features, alpha=0.2", "leaky_relu", "x=features, negative_slope=alpha", "same"},
	{"nn.softplus math.softplus", "features", "softplus", "x=features", "same"},
	{"nn.softsign math.softsign", "features", "softsign", "x=features", "same"},
	{"nn.softmax", "logits, axis=-1", "softmax", "x=logits, axis", "same"},
	{"nn.log_softmax math.log_softmax", "logits, axis=-1", "log_softmax", "x=logits, axis", "same"},
	{"nn.dropout", "x, rate, noise_shape=None, seed=None", "random.dropout", "inputs=x, rate", ""},
	{"nn.bias_add", "value, bias, data_format=None", "", "", ""},
	{"nn.batch_normalization", "x, mean, variance, offset, scale, variance_epsilon", "", "", ""},
	{"nn.moments", "x, axes, shift=None, keepdims=False", "moments", "x, axes, keepdims", ""},
	{"nn.embedding_lookup", "params, ids, max_norm=None", "take", "x=params, indices=ids, axis=+0", ""},
	{"nn.sigmoid_cross_entropy_with_logits", "labels=None, logits=None", "binary_crossentropy", "target=labels, output=logits", ""},
	{"nn.softmax_cross_entropy_with_logits", "labels, logits, axis=-1", "categorical_crossentropy", "target=labels, output=logits", ""},
	{"nn.sparse_softmax_cross_entropy_with_logits", "labels, logits", "sparse_categorical_crossentropy", "target=labels, output=logits", ""},
	{"nn.depth_to_space", "input, block_size, data_format='NHWC'", "depth_to_space", "x=input, block_size", ""},
	{"nn.space_to_depth", "input, block_size, data_format='NHWC'", "space_to_depth", "x=input, block_size", ""},
	{"image.flip_left_right", "image", "", "", ""},
	{"image.flip_up_down", "image", "", "", ""},
	{"image.resize", "images, size, method='bilinear', preserve_aspect_ratio=False, antialias=False", "image.resize", "images, size, interpolation=method", "float32"},
	{"image.rgb_to_grayscale", "images", "image.rgb_to_grayscale", "images", ""},
}

const (
	reduce     = "input_tensor, axis=None, keepdims=False"
	reduceArgs = "x=input_tensor, axis, keepdims"
)

// names are those of tensorflow that programs hardly use: they exist, and are not modelled.
//
//go:embed names.txt
var names string

// known are names of tensorflow that exist and are not modelled.
const known = `AggregationMethod AutoTrackable CriticalSection IndexedSlices IndexedSlicesSpec Module Operation OptionalSpec RaggedTensor RaggedTensorSpec
RegisterGradient SparseTensor SparseTensorSpec TensorArray TensorArraySpec UnconnectedGradients VariableAggregation VariableSynchronization app audio
autodiff autograph batch_to_space bitcast bitwise broadcast_dynamic_shape broadcast_static_shape case compat constant_initializer cond custom_gradient data
device distribute dtypes dynamic_partition dynamic_stitch edit_distance eig eigvals ensure_shape errors estimator experimental extract_volume_patches
feature_column foldl foldr gather_nd get_current_name_scope get_logger get_static_value gradients graph_util guarantee_const hessians histogram_fixed_width
histogram_fixed_width_bins init_scope initializers inside_function io is_symbolic_tensor is_tensor load_library lite lookup losses make_ndarray make_tensor_proto
matrix_square_root metrics mlir no_gradient no_op nondifferentiable_batch_function numpy_function ones_initializer optimizers parallel_stack profiler
py_function quantization queue ragged random_index_shuffle random_normal_initializer random_uniform_initializer raw_ops realdiv recompute_grad
register_tensor_conversion_function required_space_to_batch_paddings reverse_sequence saturate_cast saved_model scalar_mul scan searchsorted sets shape_n
signal space_to_batch space_to_batch_nd sparse strided_slice strings summary switch_case sysconfig test timestamp tpu train truncatediv truncatemod tuple
type_spec_from_value types unique unique_with_counts unravel_index variable_creator_scope version vectorized_map while_loop xla zeros_initializer
math.argsort math.bessel_i0 math.betainc math.bincount math.cumulative_logsumexp math.erfinv math.igamma math.invert_permutation math.polygamma math.polyval
math.segment_max math.segment_mean math.segment_min math.segment_prod math.segment_sum math.special math.unsorted_segment_mean math.unsorted_segment_min
math.unsorted_segment_prod math.zero_fraction math.zeta math.nextafter math.ndtri
nn.atrous_conv2d nn.avg_pool nn.avg_pool1d nn.avg_pool2d nn.conv1d nn.conv1d_transpose nn.conv2d nn.conv2d_transpose nn.conv3d nn.conv_transpose nn.convolution
nn.crelu nn.ctc_loss nn.depthwise_conv2d nn.dilation2d nn.experimental nn.l2_loss nn.max_pool nn.max_pool1d nn.max_pool2d nn.nce_loss nn.pool
nn.sampled_softmax_loss nn.separable_conv2d nn.weighted_moments nn.zero_fraction
image.adjust_gamma image.adjust_hue image.adjust_saturation image.central_crop image.combined_non_max_suppression image.convert_image_dtype image.crop_and_resize
image.crop_to_bounding_box image.decode_jpeg image.decode_png image.extract_patches image.grayscale_to_rgb image.hsv_to_rgb image.image_gradients
image.non_max_suppression image.pad_to_bounding_box image.per_image_standardization image.psnr image.random_brightness image.random_crop image.random_flip_left_right
image.resize_with_crop_or_pad image.resize_with_pad image.rgb_to_hsv image.rot90 image.sobel_edges image.ssim image.total_variation image.transpose
linalg.adjoint linalg.diag linalg.diag_part linalg.eigh linalg.expm linalg.lstsq linalg.lu linalg.matmul_ linalg.matrix_rank linalg.matrix_transpose linalg.pinv
linalg.qr linalg.set_diag linalg.slogdet linalg.solve linalg.sqrtm linalg.svd linalg.tensor_diag linalg.triangular_solve
random.Generator random.experimental random.fixed_unigram_candidate_sampler random.get_global_generator random.poisson random.stateless_normal
random.stateless_uniform random.stateless_categorical random.stateless_truncated_normal`
