package written

import _ "embed"

// The modules, each as its text.
var (
	//go:embed boxes.py
	boxes string
	//go:embed iou.py
	iou string
	//go:embed images.py
	images string
	//go:embed sharding.py
	sharding string
	//go:embed quantization.py
	quantization string
	//go:embed feature_space.py
	featureSpace string
	//go:embed config.py
	settings string
	//go:embed progbar.py
	progbar string
	//go:embed callback_list.py
	callbackList string
	//go:embed distillation_loss.py
	distillationLoss string
	//go:embed distiller.py
	distiller string
	//go:embed sklearn_wrapper.py
	sklearnWrapper string
	//go:embed outside.py
	outside string
)

func init() {
	x := module("keras.src.layers.preprocessing.feature_space", &featureSpace)
	x.class("keras.utils.FeatureSpace", "Prepares and encodes the columns of a table, each as its kind wants.")
	x.class("Feature", "One column of a FeatureSpace: its dtype, the layer that prepares it, and its encoding.")
	x.class("Cross", "Columns of a FeatureSpace that are hashed together.")
	x.class("TFDIdentity", "Gives its input back.")
	x.class("TFDConcat", "Joins its inputs along an axis.")
	x = module("keras.src.utils.config", &settings)
	x.class("keras.utils.Config", "Settings that are read and set as attributes.")
	x = module("keras.src.utils.progbar", &progbar)
	x.class("keras.utils.Progbar", "Shows how far something has come, on one line.")
	x = module("keras.src.callbacks.callback_list", &callbackList)
	x.class("keras.callbacks.CallbackList", "Several callbacks as one.")
	x = module("keras.src.distillation.distillation_loss", &distillationLoss)
	x.class("keras.distillation.DistillationLoss", "The base of losses between what a teacher and a student give.")
	x.class("keras.distillation.FeatureDistillation", "Compares what a layer of the teacher and one of the student give.")
	x.class("keras.distillation.LogitsDistillation", "Compares the outputs, softened by a temperature.")
	x = module("keras.src.distillation.distiller", &distiller)
	x.class("keras.distillation.Distiller", "Trains a student on its loss and on what a teacher gives.")
	x = module("keras.src.wrappers.sklearn_wrapper", &sklearnWrapper)
	x.class("SKLBase", "The base of models in the form of scikit-learn.")
	x.class("keras.wrappers.SKLearnClassifier", "A model as a classifier of scikit-learn.")
	x.class("keras.wrappers.SKLearnRegressor", "A model as a regressor of scikit-learn.")
	x.class("keras.wrappers.SKLearnTransformer", "A model as a transformer of scikit-learn.")
	x = module("keras.src.callbacks.orbax_checkpoint", &outside)
	x.class("keras.callbacks.OrbaxCheckpoint", "Saves a model while it is trained, in the form of the package orbax.")
	x = module("keras.src.export.saved_model", &outside)
	x.class("keras.export.ExportArchive", "Writes functions of a model for other runtimes.")
	x = module("keras.src.saving.file_editor", &outside)
	x.class("keras.saving.KerasFileEditor", "Changes what a file of weights holds.")
}

func init() {
	x := module("keras.src.layers.preprocessing.image_preprocessing.bounding_boxes.converters", &boxes)
	x.function("keras.utils.bounding_boxes.convert_format",
		"boxes, source, target, height=None, width=None, dtype='float32'",
		"Writes boxes in another format.")
	x.function("keras.utils.bounding_boxes.clip_to_image_size",
		"bounding_boxes, height=None, width=None, bounding_box_format='xyxy'",
		"Cuts boxes at the edges of their image.")
	x.function("keras.utils.bounding_boxes.affine_transform",
		"boxes, angle, translate_x, translate_y, scale, shear_x, shear_y, height, width, center_x=None, center_y=None, bounding_box_format='xyxy'",
		"Turns, moves, scales and shears boxes as their images.")
	x.function("keras.utils.bounding_boxes.crop",
		"boxes, top, left, height, width, bounding_box_format='xyxy'",
		"Moves boxes as a part is cut out of their image.")
	x.function("keras.utils.bounding_boxes.pad",
		"boxes, top, left, height=None, width=None, bounding_box_format='xyxy'",
		"Moves boxes as their image gets edges.")
	x.function("keras.utils.bounding_boxes.encode_box_to_deltas",
		"anchors, boxes, anchor_format, box_format, encoding_format='center_yxhw', variance=None, image_shape=None",
		"Tells how boxes lie to anchors.")
	x.function("keras.utils.bounding_boxes.decode_deltas_to_boxes",
		"anchors, boxes_delta, anchor_format, box_format, encoded_format='center_yxhw', variance=None, image_shape=None",
		"Finds the boxes that lie so to anchors.")
	x = module("keras.src.layers.preprocessing.image_preprocessing.bounding_boxes.iou", &iou)
	x.function("keras.utils.bounding_boxes.compute_iou",
		"boxes1, boxes2, bounding_box_format, use_masking=False, mask_val=-1, image_shape=None",
		"Tells how much of two boxes together both cover.")
	x.function("keras.utils.bounding_boxes.compute_ciou",
		"boxes1, boxes2, bounding_box_format, image_shape=None",
		"Tells how alike boxes lie, by overlap, distance and form.")
	x = module("keras.src.utils.image_utils", &images)
	x.function("keras.utils.array_to_img keras.preprocessing.image.array_to_img",
		"x, data_format=None, scale=True, dtype=None",
		"Makes an image of an array, where PIL is installed.")
	x.function("keras.utils.img_to_array keras.preprocessing.image.img_to_array", "img, data_format=None, dtype=None", "Makes an array of an image.")
	x.function("keras.preprocessing.image.smart_resize",
		"x, size, interpolation='bilinear', data_format='channels_last', **kwargs",
		"Resizes images without changing their proportions.")
	x = module("keras.src.distribution.distribution_lib", &sharding)
	x.function("keras.distribution.list_devices", "device_type=None", "Lists the devices.")
	x.function("keras.distribution.get_device_count", "device_type=None", "Counts the devices.")
	x.function("keras.distribution.initialize",
		"job_addresses=None, num_processes=None, process_id=None",
		"Joins several processes, which is not to be had here.")
	x.function("keras.distribution.distribute_tensor", "tensor, layout", "Spreads a tensor over devices, of which there is one.")
	x.function("keras.distribution.distribution", "", "Returns the distribution in use, or None.")
	x.function("keras.distribution.set_distribution", "value", "Sets the distribution in use.")
	x.class("keras.distribution.DeviceMesh", "Devices in a grid whose axes have names.")
	x.class("keras.distribution.TensorLayout", "Which axis of a mesh each dimension of a tensor is spread over.")
	x.class("Distribution", "The base of ways to spread a model over devices.")
	x.class("keras.distribution.DataParallel", "Gives each device a part of the batch and the whole model.")
	x.class("keras.distribution.ModelParallel", "Spreads variables over devices as a LayoutMap says.")
	x.class("keras.distribution.LayoutMap", "Layouts of variables by patterns of their paths.")
	x = module("keras.src.quantizers.quantizers", &quantization)
	x.function("keras.quantizers.abs_max_quantize_grouped_with_zero_point",
		"inputs, block_size, value_range=(-8, 7), dtype='int8', epsilon=1e-07, to_numpy=False",
		"Quantizes a matrix in blocks of rows, each with a scale and a zero point.")
	x.function("keras.quantizers.fake_quant_with_min_max_vars",
		"inputs, min_vals, max_vals, num_bits=8, narrow_range=False, axis=None",
		"Rounds to the steps of a range of numbers.")
	x.class("FakeQuantWithMinMaxVars", "Rounds to the steps of a range.")
}
