"""What random_cases.py draws from: values of arguments by name, and inputs of layers by class.

A pool holds three lists of Python expressions: values that most classes take, odd ones that some take, and wrong ones. The first pool whose
pattern matches "Class.argument" or "argument" is used.
"""
import re

ACTIVATIONS = ["'relu'", "'tanh'", "'softmax'", "'linear'", "None", "'gelu'", "'silu'", "keras.activations.relu", "keras.activations.swish", "'hard_silu'", "'log_softmax'"]
ODD_ACTIVATIONS = ["keras.layers.ReLU(max_value=6.0)", "keras.ops.tanh", "{'module': 'builtins', 'class_name': 'function', 'config': 'relu', 'registered_name': 'function'}", "'leaky_relu'", "'keras.activations.relu'", "keras.layers.LeakyReLU",
                   "{'class_name': 'ReLU', 'config': {'max_value': 2.0}}", "{'module': 'keras.layers', 'class_name': 'ELU', 'config': {'alpha': 0.5}, 'registered_name': None}", "''", "np.tanh", "len"]
BAD_ACTIVATIONS = ["3", "'nope'", "'RELU'", "True", "['relu']", "{'class_name': 'nope'}", "0.5", "()", "{}", "'ReLU'"]
INITIALIZERS = ["'zeros'", "'he_normal'", "'glorot_normal'", "'ones'", "'orthogonal'", "'lecun_uniform'", "keras.initializers.RandomNormal(stddev=0.02)", "keras.initializers.Constant(0.5)", "'RandomUniform'", "keras.initializers.HeUniform(seed=3)"]
ODD_INITIALIZERS = ["None", "keras.initializers.Zeros", "'identity'", "{'class_name': 'Constant', 'config': {'value': 2.0}}", "{'module': 'keras.initializers', 'class_name': 'RandomNormal', 'config': {'mean': 0.0, 'stddev': 0.05, 'seed': None}, 'registered_name': None}",
                    "{'class_name': 'VarianceScaling', 'config': {'scale': 2.0, 'mode': 'fan_out'}}", "keras.initializers.VarianceScaling(2.0, 'fan_avg', 'uniform', seed=1)", "'variance_scaling'", "'truncated_normal'", "'uniform'", "'normal'", "'constant'", "'Zeros'", "keras.initializers.TruncatedNormal(seed=keras.random.SeedGenerator(7))"]
BAD_INITIALIZERS = ["'nope'", "7", "[0.0]", "np.zeros((2,))", "{'class_name': 'Nope', 'config': {}}", "{}", "''", "True", "'Keras'", "(1, 2)", "keras.regularizers.L2(0.1)"]
REGULARIZERS = ["'l2'", "'l1'", "None", "keras.regularizers.L2(1e-4)", "keras.regularizers.L1L2(0.01, 0.02)", "'l1_l2'", "keras.regularizers.L1(0.001)"]
ODD_REGULARIZERS = ["'L2'", "keras.regularizers.L2", "{'class_name': 'L2', 'config': {'l2': 0.01}}", "{'module': 'keras.regularizers', 'class_name': 'L1', 'config': {'l1': 0.5}, 'registered_name': None}", "'orthogonal_regularizer'", "keras.regularizers.OrthogonalRegularizer(0.1, 'columns')", "keras.ops.sum", "'L1L2'", "'OrthogonalRegularizer'"]
BAD_REGULARIZERS = ["0.01", "'nope'", "3", "['l1']", "{'class_name': 'Nope', 'config': {}}", "{}", "True", "(0.1, 0.2)", "''", "keras.constraints.NonNeg()"]
CONSTRAINTS = ["'max_norm'", "'non_neg'", "None", "keras.constraints.MaxNorm(2)", "keras.constraints.UnitNorm(axis=0)", "'unit_norm'", "keras.constraints.MinMaxNorm(0.1, 0.9)"]
ODD_CONSTRAINTS = ["'MaxNorm'", "keras.constraints.NonNeg", "{'class_name': 'MaxNorm', 'config': {'max_value': 3, 'axis': 0}}", "{'module': 'keras.constraints', 'class_name': 'NonNeg', 'config': {}, 'registered_name': None}", "'min_max_norm'", "'nonneg'", "keras.ops.abs", "'UnitNorm'", "keras.constraints.MaxNorm(axis=(0, 1))"]
BAD_CONSTRAINTS = ["2", "'nope'", "['max_norm']", "{'class_name': 'Nope', 'config': {}}", "{}", "0.5", "False", "''"]
SMALL = ["1", "2", "3", "4", "8"]
ODD_INTS = ["np.int64(3)", "True", "2.0", "np.int32(2)", "np.float32(2.0)", "keras.ops.convert_to_tensor(2)"]
BAD_INTS = ["0", "-1", "None", "'3'", "2.5", "(2, 3)", "[4]", "(2,)", "{}", "float('nan')", "np.array([2])", "'a'", "1j", "False", "-2"]
FLOATS = ["0.1", "0.5", "0.25", "0.9", "1e-3", "0.0", "1.0"]
ODD_FLOATS = ["1", "0", "np.float32(0.5)", "np.float64(0.3)", "True", "None", "2", "1.5", "3.7", "np.int64(1)"]
BAD_FLOATS = ["-0.5", "-1", "'0.5'", "[0.1, 0.2]", "(0.1,)", "(0.2, 0.4)", "'a'", "{}", "float('nan')", "float('inf')", "1j", "np.array(0.5)", "np.array([0.5])", "keras.ops.convert_to_tensor(0.5)", "lambda: 0.1", "1e10"]
BOOLS = (["True", "False"], ["1", "0", "None", "np.bool_(True)"], ["'True'", "'no'", "2", "[]", "0.5", "{}", "(1,)"])
FACTORS = (["0.2", "(0.1, 0.4)", "(-0.2, 0.3)", "0.5", "[0.1, 0.3]", "0.0", "1.0"], ["1", "0", "(0.3, 0.3)", "np.float32(0.2)", "None", "(0, 1)", "True", "2", "(0.5, 1.5)", "[-1, 1]"],
           ["-0.1", "(0.4, 0.1)", "'0.2'", "(0.1, 0.2, 0.3)", "[0.1]", "()", "{}", "(-2, 2)", "1.5", "-1", "3", "'a'", "(None, 0.2)", "('a', 'b')", "np.array([0.1, 0.2])", "(-0.5, -0.1)"])
SCHEDULES = ["keras.optimizers.schedules.ExponentialDecay(0.1, 100, 0.9)", "keras.optimizers.schedules.CosineDecay(0.1, 100)", "keras.optimizers.schedules.PiecewiseConstantDecay([10, 20], [1.0, 0.5, 0.1])"]
LAYERS = ["keras.layers.Dense(3)", "keras.layers.Conv2D(2, 3)", "keras.layers.Dropout(0.1)", "keras.layers.EinsumDense('abc,cd->abd', output_shape=(None, 2))", "keras.layers.Embedding(5, 2)", "keras.layers.Activation('relu')"]
BAD_LAYERS = ["None", "'dense'", "3", "keras.layers.Dense", "{}", "[keras.layers.Dense(2)]", "lambda x: x", "keras.regularizers.L2(0.1)", "{'class_name': 'Dense', 'config': {'units': 2}}",
              "{'module': 'keras.layers', 'class_name': 'Dense', 'config': {'units': 2}, 'registered_name': None}"]
RECURRENT = ["keras.layers.LSTM(3)", "keras.layers.GRU(4, return_sequences=True)", "keras.layers.SimpleRNN(2, return_state=True)", "keras.layers.RNN(keras.layers.LSTMCell(3))", "keras.layers.LSTM(2, return_sequences=True, return_state=True)", "keras.layers.LSTM(3, go_backwards=True)", "keras.layers.LSTM(3, name='inner', dtype='float16')"]
CELLS = ["keras.layers.LSTMCell(3)", "keras.layers.GRUCell(4)", "keras.layers.SimpleRNNCell(2, activation='relu')", "keras.layers.StackedRNNCells([keras.layers.LSTMCell(3), keras.layers.GRUCell(2)])", "[keras.layers.LSTMCell(3), keras.layers.SimpleRNNCell(2)]", "keras.layers.GRUCell(3, reset_after=False)"]
OPTIMIZERS = ["keras.optimizers.SGD(0.1)", "keras.optimizers.Adam()", "keras.optimizers.RMSprop(0.01, momentum=0.9)", "'adam'", "{'class_name': 'SGD', 'config': {'learning_rate': 0.2}}", "keras.optimizers.AdamW(weight_decay=0.1)"]
STRINGS = ["'a'", "''", "'b_1'"]


def ints(rank):
    """Sizes of a rank: an integer, or one per dimension."""
    tuples = {1: ["(2,)", "[3]", "(1,)"], 2: ["(2, 2)", "(1, 2)", "[3, 2]", "(2, 1)"], 3: ["(2, 2, 2)", "(1, 2, 1)", "[2, 1, 2]"]}
    right = tuples.get(rank, sum(tuples.values(), []))
    return (["1", "2", "3", *right, *right], ["np.int64(2)", "2.0", "True", "(2.0,)" if rank == 1 else "(2.0, 1)", "np.array([2, 2])", "(np.int32(2),) * %d" % (rank or 2)],
            ["0", "-1", "None", "'2'", "(2, 2, 2, 2)", "()", "(0,) * %d" % (rank or 2), "(-1,) * %d" % (rank or 2), "(2, 'a')", "{}", "1.5", "(None,) * %d" % (rank or 2), "(1, 0)", "(1, 2, 3)", "(3,)", "(1.5, 2)", "'ab'", "{1: 2, 3: 4}", "np.float64(2.5)", "10**20"])


def pads(rank):
    pairs = {1: ["(1, 2)", "[0, 1]", "(2, 0)"], 2: ["((1, 0), (2, 1))", "((0, 0), (1, 1))", "(1, 2)", "[[1, 1], [0, 2]]"], 3: ["((1, 0), (0, 1), (1, 1))", "(1, 0, 2)", "((0, 0), (1, 0), (0, 1))"]}[rank]
    return (["0", "1", "2", *pairs, *pairs], ["np.int64(1)", "True", "(1.0, 1)", "((1, 0),) * %d" % rank, "1.0"],
            ["-1", "None", "'1'", "(1, 2, 3, 4)", "()", "((1, 2, 3),) * %d" % rank, "{}", "(-1, 1)", "((-1, 0),) * %d" % rank, "((1, 0), 1)", "20", "'ab'", "(None, 1)", "((1,),) * %d" % rank, "2.5"])


def words(right, *odd):
    return (["'%s'" % w for w in right], ["'%s'" % right[0].upper(), "'%s'" % right[-1].capitalize(), "None", *odd], ["'nope'", "3", "True", "['%s']" % right[0], "''", "{}", "0.5", "b'%s'" % right[0]])


POLICIES = (["'float16'", "'float32'", "'mixed_float16'", "'bfloat16'", "'mixed_bfloat16'", "'float64'", "keras.DTypePolicy('mixed_float16')", "keras.DTypePolicy('float16')", "None"],
            ["np.float32", "'int32'", "'int8_from_float32'", "'float8_from_mixed_bfloat16'", "np.dtype('float16')", "{'module': 'keras', 'class_name': 'DTypePolicy', 'config': {'name': 'mixed_bfloat16'}, 'registered_name': None}",
             "keras.dtype_policies.QuantizedDTypePolicy('int8', 'float32')", "keras.dtype_policies.QuantizedFloat8DTypePolicy('float8', 'mixed_bfloat16')", "keras.dtype_policies.DTypePolicyMap()", "'int4_from_float32'", "float", "int", "'int4/64_from_float32'", "'bool'", "'uint8'", "{'class_name': 'DTypePolicy', 'config': {'name': 'float16'}}"],
            ["'nope'", "3", "['float32']", "'mixed_float8'", "''", "{}", "True", "'float'", "1.5", "(1,)", "'int8_from_nope'", "'string'", "'Float32'", "{'name': 'float16'}", "'complex64'", "str"])
NAMES = (["'given'", "'my_name'", "'x'"], ["None", "'A b'", "''", "'1'", "'über'"], ["3", "'bad/name'", "['a']", "True", "0", "b'a'", "{}", "1.5"])
FLOAT_NAMES = "rate dropout recurrent_dropout momentum epsilon alpha negative_slope stddev l1 l2 beta_1 beta_2 rho threshold decay_rate label_smoothing gamma beta delta q margin hessian_damping ema_momentum".split()

# Pairs of a pattern and its pool. The pattern must match all of "Class.argument" or of "argument".
POOLS = [
    (r"name", NAMES),
    (r"dtype|default_policy", POLICIES),
    (r"trainable|autocast|use_bias|sparse|keepdims|from_logits|center|return_sequences|return_state|go_backwards|stateful|unroll|zero_output_for_mask|unit_forget_bias|reset_after|invert|pad_to_max_tokens|periodic|expand_dims|use_scale|mask_zero|use_gate|amsgrad|nesterov|staircase|centered|cycle|relative_step|exclude_embeddings|symmetric|activation_order|per_channel|normalize|apply_class_balancing|remove_diagonal|all_ops|renorm|synchronized|crop_to_aspect_ratio|pad_to_aspect_ratio|antialias|tie_weights|power_to_db|multi_label|use_ema|optional|allow_last_axis_squeeze|ragged|from_sorted_ids|sparse_y_true|sparse_y_pred|flash_attention", BOOLS),
    (r"RMSNormalization\.scale|.*LayerNormalization\.scale|BatchNormalization\.scale|GroupNormalization\.scale", BOOLS),
    (r"bounding_box_format", words(["xyxy", "xywh", "rel_xyxy", "center_xywh"])),
    (r".*activity_regularizer|.*_regularizer", (REGULARIZERS, ODD_REGULARIZERS, BAD_REGULARIZERS)),
    (r".*_constraint", (CONSTRAINTS, ODD_CONSTRAINTS, BAD_CONSTRAINTS)),
    (r".*_initializer", (INITIALIZERS, ODD_INITIALIZERS, BAD_INITIALIZERS)),
    (r"recurrent_activation|activation", (ACTIVATIONS, ODD_ACTIVATIONS, BAD_ACTIVATIONS)),
    (r"MeanMetricWrapper\.fn", (["keras.losses.mean_squared_error", "keras.metrics.binary_accuracy", "keras.ops.mean"], ["len", "None", "lambda a, b: a", "keras.losses.MeanSquaredError()"], ["'mse'", "3", "{}"])),
    (r"data_format", words(["channels_last", "channels_first"])),
    (r"Resizing\.interpolation|.*\.interpolation", words(["bilinear", "nearest", "bicubic", "lanczos3", "lanczos5"])),
    (r"fill_mode", words(["reflect", "constant", "nearest", "wrap"])),
    (r"value_range", (["(0, 255)", "(0, 1)", "[0, 1]", "(-1, 1)", "(0.0, 255.0)"], ["(0, 10)", "(1, 0)", "(0, 0)", "None"], ["255", "'a'", "(1,)", "(0, 1, 2)", "()", "{}", "('a', 'b')", "np.array([0, 255])", "True"])),
    (r"RandomShear\.(x|y)_factor|height_factor|width_factor|(brightness|contrast|saturation|hue)_factor|.*\.factor|addition_factor|threshold_factor|RandomErasing\.scale|sigma", FACTORS),
    (r"CutMix\.factor|.*MixUp\.alpha|AugMix\.alpha|RandomElasticTransform\.(scale|alpha)", FACTORS),
    (r"seed", (["None", "1", "42", "0"], ["np.int64(7)", "keras.random.SeedGenerator(3)", "True", "3.0", "-1"], ["'a'", "1.5", "[1]", "{}", "(1, 2)", "2**40", "lambda: 1"])),
    (r"InputSpec\.axes", (["{1: 3}", "{-1: 4}", "{0: None}"], ["{}", "{'1': 3}", "{1.0: 2}"], ["{9: 1}", "[1]", "3", "'a'", "{'a': 1}"])),
    (r"Dot\.axes", (["1", "-1", "(1, 1)", "(1, 2)", "2", "[2, 1]"], ["0", "(0, 1)", "-2", "(-1, -1)", "True"], ["'a'", "(1,)", "(1, 2, 3)", "None", "1.5", "('a', 'b')", "5"])),
    (r"(BatchNormalization|LayerNormalization|RMSNormalization|UnitNormalization|GroupNormalization|Normalization|Softmax|Concatenate|SpatialDropout.)\.axis", (["-1", "1", "2", "(1, 2)", "[1, 2]", "[-1]"], ["0", "None", "(-1,)", "-2", "np.int64(1)", "True", "1.0", "(2, 1)", "()"], ["'a'", "9", "-9", "(1, 1)", "1.5", "{}", "[9]", "('a',)", "(0, 1, 2)", "None"])),
    (r"axis", (["-1", "0", "1", "(0, 1)"], ["None", "[0, 1]", "np.int64(1)", "()", "2"], ["'a'", "1.5", "{}", "9", "(9,)"])),
    (r"Conv1D.*\.padding|SeparableConv1D\.padding", words(["valid", "same", "causal"])),
    (r"ZeroPadding1D\.padding|Cropping1D\.cropping", pads(1)),
    (r"ZeroPadding2D\.padding|Cropping2D\.cropping", pads(2)),
    (r"ZeroPadding3D\.padding|Cropping3D\.cropping", pads(3)),
    (r".*\.padding", words(["valid", "same"], "'causal'", "'full'")),
    (r".*1D.*\.(kernel_size|strides|dilation_rate|pool_size|size|output_size|output_padding)", ints(1)),
    (r".*2D.*\.(kernel_size|strides|dilation_rate|pool_size|size|output_size|output_padding)", ints(2)),
    (r".*3D.*\.(kernel_size|strides|dilation_rate|pool_size|size|output_size|output_padding)", ints(3)),
    (r"RandomGaussianBlur\.kernel_size|tile_grid_size", ints(2)),
    (r"groups", (["1", "2", "4"], ["-1", "True", "2.0", "np.int64(2)", "None"], ["0", "3", "'2'", "-2", "(2,)", "2.5", "16", "{}"])),
    (r"filters", (["4", "2", "6", "8"], ODD_INTS, BAD_INTS + ["3"])),
    (r"(RNN|StackedRNNCells)\.cells?|cells?", (CELLS, ["[]", "keras.layers.RNN", "()", "(keras.layers.LSTMCell(2), keras.layers.LSTMCell(3))", "{'class_name': 'LSTMCell', 'config': {'units': 2}}"], BAD_LAYERS)),
    (r"Bidirectional\.(layer|backward_layer)", (RECURRENT, ["keras.layers.Dense(2)", "keras.layers.ConvLSTM1D(2, 2)", "keras.layers.LSTM(3, stateful=True)", "keras.layers.LSTM(5)"], BAD_LAYERS)),
    (r"merge_mode", (["'concat'", "'sum'", "'mul'", "'ave'", "None"], ["'CONCAT'", "''"], ["'nope'", "3", "True", "['sum']"])),
    (r".*\.layer|.*\.layers", (LAYERS, ["keras.Sequential([keras.layers.Dense(2)])", *RECURRENT[:2], "[keras.layers.Rescaling(0.5), keras.layers.CenterCrop(4, 4)]", "[]", "[keras.layers.RandomFlip()]"], BAD_LAYERS)),
    (r"learning_rate", (["0.1", "0.001", "1e-4", *SCHEDULES], ["1", "0", "0.0", "True", "lambda: 0.1", "{'class_name': 'ExponentialDecay', 'config': {'initial_learning_rate': 0.1, 'decay_steps': 10, 'decay_rate': 0.5}}", "{'module': 'keras.optimizers.schedules', 'class_name': 'CosineDecay', 'config': {'initial_learning_rate': 0.1, 'decay_steps': 10}, 'registered_name': None}"],
                        ["None", "'0.1'", "-0.1", "[0.1]", "{}", "np.float32(0.1)", "float('nan')", "'a'", "np.float64(0.2)", "keras.optimizers.schedules.CosineDecay"])),
    (r"clipnorm|clipvalue|global_clipnorm", (["None", "1.0", "0.5"], ["1", "0", "0.0", "True", "np.float32(1.0)"], ["-1.0", "'1'", "[1.0]", "{}", "(1,)"])),
    (r"weight_decay|adam_weight_decay", (["None", "0.01", "0.004"], ["0", "0.0", "1", "True"], ["-0.1", "'a'", "[0.1]", "{}"])),
    (r"ema_overwrite_frequency|gradient_accumulation_steps", (["None", "2", "10"], ["1", "True", "2.0", "np.int64(3)"], ["0", "-1", "'a'", "1.5", "[2]", "{}"])),
    (r"ema_momentum", (["0.99", "0.5", "0.0"], ["1", "0", "True", "np.float32(0.5)", "1.0"], ["1.5", "-0.1", "'a'", "None", "[0.1]"])),
    (r"loss_scale_factor|initial_scale", (["None", "2.0", "1024"], ["1", "0", "0.5", "True"], ["-1", "'a'", "[1]", "{}"])),
    (r"inner_optimizer|default_optimizer", (OPTIMIZERS, ["keras.optimizers.LossScaleOptimizer(keras.optimizers.SGD())", "None"], ["'nope'", "3", "{}", "keras.optimizers.SGD"])),
    (r"optimizer_map", (["None", "keras.optimizers.OptimizerMap(default_optimizer=keras.optimizers.SGD(0.1))"], ["{'kernel': keras.optimizers.Adam()}", "{}"], ["3", "'a'", "[]", "{1: 2}"])),
    (r"reduction", (["'sum'", "'mean'", "'sum_over_batch_size'", "None", "'none'"], ["'mean_with_sample_weight'", "'SUM'"], ["'auto'", "'nope'", "3", "True", "['sum']", "''", "{}"])),
    (r"VarianceScaling\.mode", (["'fan_in'", "'fan_out'", "'fan_avg'"], ["'FAN_IN'"], ["None", "'nope'", "3", "['fan_in']"])),
    (r"distribution", (["'normal'", "'uniform'", "'truncated_normal'", "'untruncated_normal'"], ["'NORMAL'", "'Uniform'"], ["None", "'nope'", "3"])),
    (r"OrthogonalRegularizer\.mode", (["'rows'", "'columns'"], ["'Rows'"], ["'nope'", "None", "3"])),
    (r"RandomFlip\.mode", (["'horizontal'", "'vertical'", "'horizontal_and_vertical'"], ["'HORIZONTAL'"], ["'nope'", "None", "3", "['horizontal']"])),
    (r"STFTSpectrogram\.mode", (["'log'", "'magnitude'", "'psd'", "'real'", "'imag'", "'angle'", "'stft'"], ["'LOG'"], ["'nope'", "None", "3"])),
    (r"STFT\.side|side", (["'real'", "'imag'"], ["None", "'REAL'"], ["'nope'", "3"])),
    (r"scaling", (["'density'", "'spectrum'", "None"], ["'DENSITY'"], ["'nope'", "3", "True"])),
    (r"window", (["'hann'", "'hamming'", "None"], ["'HANN'", "'blackman'", "('kaiser', 4.0)", "'boxcar'"], ["'nope'", "3", "np.ones((8,))", "{}"])),
    (r"frame_length|fft_length|frame_step|STFTSpectrogram\..*_step", (["16", "32", "64", "None"], ["np.int64(16)", "16.0", "True", "256"], ["0", "-1", "'16'", "1.5", "(16,)", "[]"])),
    (r"sequence_length|sequence_stride|num_mel_bins|sampling_rate", (["16", "64", "128"], ["None", "np.int64(16)", "16.0"], ["0", "-1", "'16'", "[16]"])),
    (r"output_mode", (["'int'", "'multi_hot'", "'one_hot'", "'count'", "'tf_idf'"], ["'INT'", "'binary'", "'tf-idf'"], ["None", "'nope'", "3", "['int']"])),
    (r"num_bins", (["3", "10", "1"], ["None", "np.int64(4)", "2.0", "True"], ["0", "-1", "'3'", "2.5", "[3]", "{}"])),
    (r"bin_boundaries", (["[0.0, 1.0]", "[0.5, 1.5, 2.5]", "None", "(1.0, 2.0)"], ["[]", "np.array([0.0, 1.0])", "[1, 0]", "[2]"], ["3", "'a'", "{}", "0.5", "[[0.0], [1.0]]", "['a']"])),
    (r"num_tokens|max_tokens", (["4", "5", "10", "None"], ["2.0", "np.int64(5)", "True", "1"], ["0", "-1", "'4'", "2.5", "[4]", "{}"])),
    (r"(StringLookup|TextVectorization)\.vocabulary", (["['a', 'b', 'c']", "None", "('a', 'b')", "['x']"], ["[]", "np.array(['a', 'b'])", "['a', 'b', '[UNK]']", "['', '[UNK]', 'a']", "['[UNK]', 'a', 'b']", "'missing_file.txt'"], ["['a', 'a']", "3", "{}", "[1, 2]", "[None]", "{'a': 1}", "True"])),
    (r"IntegerLookup\.vocabulary", (["[10, 20, 30]", "None", "(1, 2)", "[5]"], ["[]", "np.array([10, 20])", "[-1, 10, 20]", "[0, -1, 4]", "[1.0, 2.0]", "'missing_file.txt'"], ["[1, 1]", "3", "{}", "['a']", "[None]", "True"])),
    (r"vocabulary_dtype", (["'int64'", "'int32'"], ["'string'", "'float32'"], ["None", "3", "'nope'"])),
    (r"idf_weights", (["None", "[0.5, 0.25, 0.125]", "[1.0, 2.0]"], ["[]", "np.array([1.0, 2.0, 3.0])", "(1, 2, 3)"], ["3", "'a'", "[[1.0]]"])),
    (r"num_oov_indices", (["1", "0", "2"], ["True", "np.int64(1)", "3"], ["-1", "None", "'1'", "1.5"])),
    (r"StringLookup\.(mask_token|oov_token)|encoding", (["None", "''", "'[UNK]'", "'m'", "'utf-8'"], ["'a'", "'[MASK]'"], ["3", "True", "[]"])),
    (r"IntegerLookup\.(mask_token|oov_token)", (["None", "0", "-1"], ["5", "10", "np.int64(-1)"], ["'a'", "1.5", "[]"])),
    (r"salt", (["None", "5", "(1, 2)", "[3, 4]"], ["0", "np.int64(3)", "(5, 5)"], ["'a'", "1.5", "(1, 2, 3)", "{}", "[1]"])),
    (r"standardize", (["'lower'", "'strip_punctuation'", "'lower_and_strip_punctuation'", "None"], ["'LOWER'", "str.lower", "keras.ops.abs"], ["'nope'", "3", "[]"])),
    (r"split", (["'whitespace'", "'character'", "None"], ["'WHITESPACE'", "str.split"], ["'nope'", "3", "[]"])),
    (r"ngrams", (["None", "2", "(1, 2)"], ["[1, 3]", "1", "True"], ["'a'", "1.5", "0", "-1", "(1, 'a')", "()", "{}"])),
    (r"output_sequence_length|max_number", (["None", "3", "5"], ["True", "np.int64(2)"], ["0", "-1", "'a'", "1.5", "[3]"])),
    (r"target_shape", (["(4,)", "(2, 2)", "(-1,)", "(1, -1)", "(2, -1)"], ["[4]", "()", "(4, 1, 1)", "4", "-1", "(np.int64(4),)"], ["(3,)", "(-1, -1)", "'a'", "None", "(0,)", "(2.0, 2)", "('a',)", "(-2, -2)", "{}"])),
    (r"dims", (["(2, 1)", "[2, 1]", "(1, 2)"], ["(1,)", "()", "(np.int64(2), 1)"], ["(1, 1)", "(0, 1)", "(1, 3)", "3", "'a'", "None", "(2.0, 1)", "(1, 2, 3)"])),
    (r"noise_shape", (["None", "(2, 1)", "(None, 1)"], ["[None, 1]", "(1,)", "()"], ["3", "'a'", "(2, 'a')", "(0, 1)", "{}", "(-1, 1)", "(1.5, 1)"])),
    (r"shared_axes", (["None", "[1]", "(1,)", "1", "[1, 2]"], ["[-1]", "()", "[]"], ["'a'", "[9]", "1.5", "[0]", "{}"])),
    (r"equation", (["'ab,bc->ac'", "'abc,cd->abd'", "'...x,xy->...y'", "'abc,bcd->ad'"], ["'ab,bc->a'", "'abc,cde->abde'", "'ab...,bc->ac...'", "'ab,ab->ab'"], ["'ab'", "''", "3", "None", "'ab,cd'", "'a,b->c'", "'ab->ba'", "'abc,cd->abd,x'"])),
    (r"EinsumDense\.output_shape", (["(None, 3)", "(None, 2)", "3", "(2, 3)", "4"], ["[None, 3]", "(3,)", "(None, 3, 2)", "()", "(5, 3)"], ["None", "'a'", "(None, 'a')", "(-1, 3)", "2.5", "{}"])),
    (r"bias_axes", (["None", "'c'", "'d'", "'y'", "'bd'"], ["''", "'a'", "'ac'", "'e'"], ["3", "'z'", "['d']", "True"])),
    (r"MultiHeadAttention\.output_shape", (["None", "5", "(3,)", "(2, 4)"], ["[5]", "()", "True"], ["'a'", "1.5", "(2.0,)", "{}"])),
    (r"attention_axes", (["None", "1", "(1,)", "(1, 2)"], ["[1]", "-2", "2", "()"], ["'a'", "9", "1.5"])),
    (r"(num_heads|num_query_heads|num_key_value_heads|key_dim|head_dim)", (["2", "4", "1"], ODD_INTS, BAD_INTS)),
    (r"value_dim|sliding_window", (["None", "3", "2"], ["1", "np.int64(2)", "2.0", "True"], ["0", "-1", "'a'", "1.5", "[2]", "(2,)"])),
    (r"score_mode", words(["dot", "concat"])),
    (r"logit_soft_cap|top_db|max_freq|max_value|max_norm", (["None", "2.0", "6", "50.0"], ["0", "0.5", "True"], ["-1.0", "'a'", "[1]", "{}"])),
    (r"lora_rank", (["None", "2", "1"], ["True", "np.int64(2)", "2.0"], ["0", "-1", "'a'", "1.5", "[2]"])),
    (r"lora_alpha", (["None", "2", "0.5"], ["1", "0", "True"], ["'a'", "-1", "[1]"])),
    (r"quantization_config", (["None", "keras.quantizers.Int8QuantizationConfig()", "keras.quantizers.Int4QuantizationConfig(block_size=4)"], ["keras.quantizers.Float8QuantizationConfig()", "{'module': 'keras.quantizers', 'class_name': 'Int8QuantizationConfig', 'config': {}, 'registered_name': None}", "keras.quantizers.Int4QuantizationConfig()"], ["'int8'", "3", "{}", "'nope'", "True", "keras.quantizers.Int8QuantizationConfig"])),
    (r"weight_quantizer|activation_quantizer", (["None", "keras.quantizers.AbsMaxQuantizer()", "keras.quantizers.AbsMaxQuantizer(axis=-1)"], ["'default'", "{'module': 'keras.quantizers', 'class_name': 'AbsMaxQuantizer', 'config': {'axis': [0]}, 'registered_name': None}", "keras.quantizers.AbsMaxQuantizer(axis=0, value_range=(-7, 7), output_dtype='int8')", "keras.quantizers.AbsMaxQuantizer(axis=0, value_range=(-8, 7), output_dtype='int8')"], ["'nope'", "3", "{}", "keras.quantizers.AbsMaxQuantizer"])),
    (r"input_shape|batch_input_shape|batch_shape|InputLayer\.shape|InputSpec\.shape|shape", (["(4,)", "(None, 4)", "(2, 3)", "[4]", "(8, 8, 3)"], ["()", "(None,)", "None", "4", "(np.int64(4),)", "(None, None, 3)", "[None, 4]"], ["'a'", "(4.0,)", "('a',)", "(-1, 4)", "{}", "(0,)", "3.5", "[[4]]", "True"])),
    (r"input_dim|output_dim", (["4", "8", "10"], ODD_INTS, BAD_INTS)),
    (r"(ndim|max_ndim|min_ndim)", (["None", "2", "3"], ["0", "2.0", "np.int64(2)", "True"], ["'a'", "-1", "[2]"])),
    (r"batch_size", (["None", "2", "8"], ["0", "True", "np.int64(2)"], ["'a'", "-1", "1.5", "[2]"])),
    (r"input_tensor", (["None", "keras.KerasTensor((2, 3))"], ["keras.KerasTensor((None, 4), dtype='int32')", "keras.ops.ones((2, 2))"], ["3", "'a'", "[]"])),
    (r"function", (["lambda x: x", "keras.ops.relu", "keras.activations.tanh"], ["len", "keras.layers.Dense(2)", "str"], ["None", "'relu'", "3", "{}", "'nope'"])),
    (r"arguments", (["None", "{}", "{'a': 1}"], ["{'x': [1, 2]}"], ["3", "'a'", "[1]"])),
    (r"weights", (["None"], ["[np.ones((4, 3))]", "[]", "np.ones((10, 4))"], ["3", "'a'", "{}"])),
    (r"thresholds?", (["None", "0.5", "[0.1, 0.9]", "0.3"], ["0", "1", "[0.5]", "(0.2, 0.4)", "np.float32(0.5)", "0.0"], ["'a'", "-0.1", "1.5", "[1.5]", "{}", "[None]", "[]", "True"])),
    (r"num_thresholds", (["200", "50", "3"], ["2", "np.int64(5)", "10.0"], ["1", "0", "-1", "None", "'a'", "[5]", "2.5"])),
    (r"curve", (["'ROC'", "'PR'", "'PRGAIN'"], ["'roc'"], ["'nope'", "None", "3"])),
    (r"summation_method", (["'interpolation'", "'minoring'", "'majoring'"], ["'Minoring'"], ["'nope'", "None", "3"])),
    (r"label_weights", (["None", "[0.5, 0.5]"], ["[]", "(1.0,)"], ["'a'", "3"])),
    (r"num_labels|top_k|class_id|ignore_class|k", (["None", "1", "2", "3"], ["0", "np.int64(1)", "True", "5"], ["-1", "'a'", "1.5", "[1]"])),
    (r"average", (["None", "'micro'", "'macro'", "'weighted'"], ["'MICRO'"], ["'nope'", "3", "''"])),
    (r"num_classes", (["2", "3", "4"], ["1", "np.int64(2)", "2.0", "True"], ["0", "None", "'a'", "-1", "[2]"])),
    (r"target_class_ids", (["[0]", "[0, 1]", "(1,)"], ["[]", "np.array([0])", "range(2)"], ["[9]", "3", "'a'", "None", "['a']"])),
    (r"class_aggregation", (["'uniform_average'", "'variance_weighted_average'", "None"], ["'UNIFORM_AVERAGE'"], ["'nope'", "3"])),
    (r"num_regressors", (["0", "1", "3"], ["True", "2.0"], ["-1", "None", "'a'"])),
    (r"recall|precision|specificity|sensitivity", (["0.5", "0.9", "0.1"], ["0", "1", "True", "np.float32(0.5)"], ["-0.1", "1.5", "None", "'a'", "[0.5]"])),
    (r".*decay_steps|boundaries_", (["10", "100", "1000"], ["1.0", "1", "np.int64(5)", "True"], ["0", "-1", "None", "'a'", "[1]"])),
    (r"boundaries", (["[1, 2]", "[10, 20]", "(5, 6)"], ["[1.0, 2.0]", "[]", "[2, 1]"], ["3", "'a'", "None", "['a']", "{}"])),
    (r"values", (["[0.1, 0.2, 0.3]", "[1.0, 0.5, 0.1]", "(3, 2, 1)"], ["[1, 0.5, 2]", "[0.1]"], ["3", "'a'", "None", "[0.1, 0.2]", "{}"])),
    (r"initial_learning_rate|end_learning_rate|warmup_target", (["0.1", "0.01", "1.0"], ["1", "0", "None", "True", "np.float32(0.1)"], ["-0.1", "'a'", "[0.1]", "{}"])),
    (r"warmup_steps", (["0", "10"], ["1.5", "True"], ["-1", "'a'", "None"])),
    (r"mode", (["'int8'", "'float8'", "'int4'"], ["'INT8'", "'gptq'", "'awq'", "'gptq/4/128'"], ["None", "3", "'nope'", "''", "[]"])),
    (r"AWQDTypePolicy\.mode", (["'awq/4/128'", "'awq/4/-1'"], ["'awq'"], ["None", "3", "'nope'"])),
    (r"GPTQDTypePolicy\.mode", (["'gptq/4/128'", "'gptq/8/-1'"], ["'gptq'"], ["None", "3", "'nope'"])),
    (r"source_name", (["'float32'", "'mixed_float16'", "'mixed_bfloat16'"], ["None", "'float16'", "'bfloat16'"], ["3", "'nope'", "'int8'", "[]"])),
    (r"policy_map", (["None", "{'dense': keras.DTypePolicy('float16')}"], ["{}", "{'a': 'mixed_float16'}"], ["3", "'a'", "[]", "{'a': 3}"])),
    (r"amax_history_length", (["1024", "10"], ["0", "True", "2.0"], ["'a'", "None", "-1", "1.5"])),
    (r"(weight_bits|num_samples|group_size|num_grid_points|block_size)", (["4", "8", "2", "128", "-1"], ["3", "1", "True", "np.int64(4)"], ["0", "-2", "'a'", "None", "2.5", "[4]"])),
    (r"dataset|tokenizer", (["None", "['a b']"], ["[]", "len"], ["3"])),
    (r"quantization_layer_structure", (["None"], ["{}", "{'pre_block_layers': [], 'sequential_blocks': []}"], ["3", "'a'"])),
    (r"output_dtype|reverse_dtype", (["'int8'", "'float32'", "None"], ["'uint8'", "'mixed_float16'"], ["'nope'", "3"])),
    (r"height|width", (["4", "8", "20"], ["1", "np.int64(5)", "8.0", "True"], ["0", "-1", "None", "'a'", "2.5", "(2,)", "[3]"])),
    (r"units", (["1", "3", "4", "8"], ODD_INTS, BAD_INTS)),
    (r"(%s)" % "|".join(FLOAT_NAMES), (FLOATS, ODD_FLOATS, BAD_FLOATS)),
]
_compiled = [(re.compile(pattern), pool) for pattern, pool in POOLS]
_generic = {
    bool: BOOLS, int: (SMALL, ODD_INTS, BAD_INTS), float: (FLOATS, ODD_FLOATS, BAD_FLOATS),
    str: (STRINGS, ["None"], ["3", "[]", "True"]), type(None): (["None", "1", "2"], ["0.5", "'a'", "True"], ["[]", "{}", "-1"]),
}
ANYTHING = ["None", "0", "1", "-1", "2.5", "'a'", "''", "True", "[]", "()", "{}", "[1, 2]", "(1, 2)", "{'a': 1}", "np.float32(0.5)", "np.array([1, 2])", "lambda x: x", "keras.layers.Dense(2)", "keras.layers.Dense", "float('inf')", "b'x'", "range(3)", "object()", "...", "1j", "{1, 2}", "keras.ops.ones((2,))"]


def pool(cls, argument, default):
    """The three lists of an argument; an argument that no pattern knows is tried with what its default looks like."""
    full = cls + "." + argument
    for pattern, values in _compiled:
        if pattern.fullmatch(full) or pattern.fullmatch(argument):
            return values
    for kind, values in _generic.items():
        if type(default) is kind:
            return values
    return (["1", "2", "0.5"], ["None", "(1, 2)"], ["'a'", "[]", "{}"])


def tensor(*shape, dtype="float32"):
    return {"shape": list(shape), "dtype": dtype}


_N = None
_images = [[tensor(_N, 16, 16, 3)], [tensor(_N, 16, 16, 3)], [tensor(2, 8, 8, 3)], [tensor(16, 16, 3)], [tensor(_N, _N, _N, 3)], [tensor(_N, 3, 8, 8)], [tensor(_N, 8, 8, 1, dtype="uint8")], [tensor(2, 8, 8, 3, dtype="float16")], [tensor(_N, 4)]]
_sequence = [[tensor(2, 5, 3)], [tensor(2, 5, 3)], [tensor(_N, 5, 3)], [tensor(_N, _N, 3)], [tensor(2, 5, 3, dtype="float16")], [tensor(2, 5)], [tensor(2, 5, _N)], [tensor(2, 1, 3)], [tensor(2, 5, 3, 2)]]
_flat = [[tensor(_N, 4)], [tensor(_N, 4)], [tensor(2, 5)], [tensor(_N, 5, 4)], [tensor(2, 3, 4, 5)], [tensor(4)], [tensor()], [tensor(_N, 4, dtype="int32")], [tensor(2, 4, dtype="float16")], [tensor(_N, _N)], [tensor(_N, 5, _N)]]
_merged = [[[tensor(_N, 4), tensor(_N, 4)]], [[tensor(2, 3, 4), tensor(2, 3, 4)]], [[tensor(_N, 4), tensor(_N, 4), tensor(_N, 4)]], [[tensor(_N, 4), tensor(_N, 1)]], [[tensor(_N, 3, 4), tensor(_N, 4)]], [[tensor(2, 4), tensor(3, 4)]],
           [[tensor(_N, 4)]], [tensor(_N, 4)], [[tensor(_N, 4, dtype="int32"), tensor(_N, 4, dtype="float16")]], [[tensor(_N, 4), tensor(2, 4)]], [[tensor(2, 4, 3), tensor(2, 4, 5)]], [[tensor(4), tensor(4)]], [[tensor(_N, _N, 3), tensor(_N, 5, 3)]], [[tensor(2, 0, 3), tensor(2, 1, 3)]]]


def _ranked(rank, size, channels):
    full = [size] * rank
    return [[tensor(_N, *full, channels)], [tensor(_N, *full, channels)], [tensor(2, *full, channels)], [tensor(_N, channels, *full)], [tensor(_N, *[_N] * rank, channels)], [tensor(_N, size + 1, *full[1:], channels)], [tensor(2, *full, channels, dtype="float16")], [tensor(_N, *full, _N)],
            [tensor(_N, *full)], [tensor(2, *full, channels, dtype="int32")], [tensor(_N, 2, *full[1:], channels)], [tensor(2, *[1] * rank, channels)]]


_queries = [[tensor(2, 5, 8), tensor(2, 5, 8)], [tensor(2, 5, 8), tensor(2, 3, 6)], [tensor(_N, 5, 8), tensor(_N, _N, 8)], [tensor(2, 4, 5, 8), tensor(2, 4, 3, 8)], [tensor(2, 5, 8), tensor(2, 3, 6), tensor(2, 3, 7)], [tensor(2, 8), tensor(2, 8)], [tensor(2, 5, 8, dtype="float16"), tensor(2, 5, 8, dtype="float16")]]
_pairs = [[[tensor(2, 3, 4), tensor(2, 5, 4)]], [[tensor(_N, _N, 4), tensor(_N, 5, 6)]], [[tensor(2, 3, 4), tensor(2, 5, 4), tensor(2, 5, 6)]], [[tensor(4), tensor(4)]], [tensor(2, 3, 4)], [[tensor(2, 3, 4)]], [[tensor(2, 2, 3, 4), tensor(2, 2, 5, 4)]], [[tensor(2, 3, 4, dtype="float16"), tensor(2, 5, 4)]]]
_tokens = [[tensor(_N, 5, dtype="int32")], [tensor(2, 5, dtype="int64")], [tensor(_N, dtype="int32")], [tensor(2, 5)], [tensor(2, 3, 4, dtype="int32")], [tensor(_N, _N, dtype="int32")], [tensor(_N, 1, dtype="int32")]]
INPUTS = [(re.compile(pattern), inputs) for pattern, inputs in [
    (r"ConvLSTM(\d)D", None), (r".*(Conv|Pool|Pooling|Padding|Cropping|UpSampling|SpatialDropout).*(\d)D.*", None),
    (r"Add|Average|Maximum|Minimum|Multiply|Subtract|Concatenate|Dot", _merged),
    (r"Attention|AdditiveAttention", _pairs), (r"MultiHeadAttention|GroupQueryAttention", _queries),
    (r"(LSTM|GRU|SimpleRNN)Cell|StackedRNNCells", [[tensor(2, 3), [tensor(2, 4)]], [tensor(2, 3), [tensor(2, 4), tensor(2, 4)]], [tensor(_N, 3), [tensor(_N, 3), tensor(_N, 3)]], [tensor(2, 3), tensor(2, 4)], [tensor(2, 3), [tensor(2, 3)]], [tensor(2, 3), [[tensor(2, 3), tensor(2, 3)], [tensor(2, 2)]]]]),
    (r"LSTM|GRU|SimpleRNN|RNN|Bidirectional", _sequence), (r"TimeDistributed", _sequence + [[tensor(2, 5, 6, 6, 3)], [tensor(_N, 5, 4, 4)]]),
    (r"Embedding|ReversibleEmbedding", _tokens), (r"CategoryEncoding", [[tensor(2, 4, dtype="int32")], [tensor(_N, 4, dtype="int32")], [tensor(4, dtype="int32")], [tensor(2, 1, dtype="int64")], [tensor(2, 4)]]),
    (r"Discretization", _flat), (r"EinsumDense", [[tensor(_N, 5, 4)], [tensor(_N, 4)], [tensor(2, 5, 4)], [tensor(2, 3, 4, 5)], [tensor(_N, _N, 4)]]),
    (r"Hashing|HashedCrossing|StringLookup|IntegerLookup|TextVectorization|InputLayer|FlaxLayer|JaxLayer|TFSMLayer|TorchModuleWrapper|MaxNumBoundingBoxes|Wrapper|Layer|InputSpec|Lambda", ()),
    (r"(Random.*|AugMix|AutoContrast|CenterCrop|ContrastLimited.*|CutMix|Equalization|MixUp|RandAugment|Solarization|Resizing|Rescaling|Pipeline)", _images),
    (r"MelSpectrogram|STFTSpectrogram", [[tensor(2, 2048)], [tensor(_N, 1024, 1)], [tensor(2, 512, 2)], [tensor(1024)], [tensor(_N, _N)], [tensor(2, 512, dtype="float16")]]),
    (r"SpectralNormalization", [[tensor(2, 4)], [tensor(_N, 4)], [tensor(2, 8, 8, 3)], [tensor(2, 5, 3)]]),
    (r"RepeatVector", [[tensor(_N, 4)], [tensor(2, 4)], [tensor(2, 3, 4)]]), (r"Permute", [[tensor(_N, 5, 4)], [tensor(2, 3, 4)], [tensor(_N, _N, 4)], [tensor(2, 4)]]),
    (r"Masking", [[tensor(_N, 5, 4)], [tensor(2, 5, 4)], [tensor(4)]]), (r"PReLU|.*Normalization", [[tensor(_N, 8, 4)], [tensor(2, 8, 4)], [tensor(_N, 4)], [tensor(2, 4, 4, 8)], [tensor(_N, _N, 4)], [tensor(2, 8, 4, dtype="float16")], [tensor(4)], [tensor(_N, 5, _N)]]),
]]


def inputs(cls):
    """Inputs that a layer's call is tried with: lists of symbolic arguments. Empty for what is not called."""
    for pattern, found in INPUTS:
        match = pattern.fullmatch(cls)
        if not match:
            continue
        if found is not None:
            return found
        rank = int(match.group(match.lastindex))
        if cls.startswith("ConvLSTM"):
            size = {1: 8, 2: 6, 3: 4}[rank]
            return [[tensor(2, 3, *[size] * rank, 2)], [tensor(_N, 3, *[size] * rank, 2)], [tensor(2, 3, 2, *[size] * rank)], [tensor(2, _N, *[size] * rank, 2)], [tensor(2, 3, *[_N] * rank, 2)], [tensor(2, *[size] * rank, 2)]]
        return _ranked(rank, {1: 12, 2: 8, 3: 6}[rank], 4 if "Conv" in cls else 3)
    return _flat
