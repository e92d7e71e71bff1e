"""Writes what networks of keras.applications are under real Keras: core/keras/applications/testdata/networks.jsonl.

A network's text is hundreds of kilobytes, so a line holds the program, the SHA-256 of what it prints and its last line, or the type of what it
raises. `applications.py -show N` prints all of what program N prints.
"""
import contextlib
import hashlib
import io
import itertools
import json
import os
import sys
import warnings

os.environ["KERAS_BACKEND"] = "jax"

NAMES = """ConvNeXtBase ConvNeXtLarge ConvNeXtSmall ConvNeXtTiny ConvNeXtXLarge DenseNet121 DenseNet169 DenseNet201 EfficientNetB0 EfficientNetB1
EfficientNetB2 EfficientNetB3 EfficientNetB4 EfficientNetB5 EfficientNetB6 EfficientNetB7 EfficientNetV2B0 EfficientNetV2B1 EfficientNetV2B2 EfficientNetV2B3
EfficientNetV2L EfficientNetV2M EfficientNetV2S InceptionResNetV2 InceptionV3 MobileNet MobileNetV2 MobileNetV3Large MobileNetV3Small NASNetLarge
NASNetMobile ResNet101 ResNet101V2 ResNet152 ResNet152V2 ResNet50 ResNet50V2 VGG16 VGG19 Xception""".split()

TAIL = """
print(model.name, model.to_json())
print([(w.path, tuple(w.shape), str(w.dtype), bool(w.trainable)) for w in model.weights])
print(keras.models.model_from_json(model.to_json()).to_json() == model.to_json())
print(len(model.layers), model.count_params(), model.input_shape, model.output_shape)
"""

# One of each family, with arguments that all of them take.
FAMILIES = ["ConvNeXtTiny", "DenseNet121", "EfficientNetB0", "EfficientNetV2B0", "EfficientNetV2S", "InceptionResNetV2", "InceptionV3", "MobileNet",
            "MobileNetV2", "MobileNetV3Large", "MobileNetV3Small", "NASNetMobile", "ResNet50", "ResNet50V2", "VGG16", "Xception"]
COMMON = [
    "include_top=False", "include_top=False, pooling='avg'", "include_top=False, pooling='max', input_shape=(96, 128, 3)",
    "classes=10, input_shape=(160, 160, 3)", "classifier_activation=None, name='mine'", "input_shape=(97, 121, 1), classes=7",
    "include_top=False, input_tensor=keras.Input((128, 128, 3), name='image')",
    "include_top=False, input_tensor=keras.layers.Rescaling(1/255)(keras.Input((192, 192, 3), name='image'))",
    "include_top=False, input_shape=(None, None, 3)", "include_top=False, input_shape=[224, 224, 3], pooling='other'",
    "classes=5, classifier_activation='sigmoid', input_shape=(224, 224, 4)",
]
# Arguments that are refused: only the type is compared.
REFUSED = [
    "input_shape=(16, 16, 3)", "input_shape=(128, 128)", "weights='nowhere.h5'", "weights='imagenet', classes=5", "input_shape=(None, None, 3)",
    "weights='imagenet', input_shape=(96, 96, 1), include_top=False", "units=3", "classes='ten'", "include_top=False, input_tensor=3",
    "include_top=False, input_shape=(None, 20, 3)", "classifier_activation='reluu'", "classes=0",
]
OWN = [
    "MobileNet(alpha=0.25, weights=None)", "MobileNet(alpha=0.5, depth_multiplier=2, dropout=0.3, weights=None)", "MobileNet((128, 128, 3), 2, weights=None)",
    "MobileNet(alpha='wide', weights=None)", "MobileNet((192, 192, 3), include_top=False, weights=None)",
    "MobileNetV2(alpha=0.35, weights=None)", "MobileNetV2(alpha=1.4, input_shape=(96, 96, 3), weights=None)", "MobileNetV2(alpha=1, weights=None)",
    "MobileNetV2(input_tensor=keras.Input((96, 96, 3)), weights=None)", "MobileNetV2(input_tensor=keras.Input((96, 96, 3)), input_shape=(128, 128, 3), weights=None)",
    "MobileNetV2(input_tensor=keras.Input((96, 96, 3)), input_shape=(96, 96, 3), weights=None)", "MobileNetV2(weights='imagenet', alpha=0.7)",
    "MobileNetV3Small(minimalistic=True, weights=None)", "MobileNetV3Large(minimalistic=True, weights=None)", "MobileNetV3Small(alpha=0.75, dropout_rate=0, weights=None)",
    "MobileNetV3Large(alpha=1.25, include_preprocessing=False, weights=None)", "MobileNetV3Small(input_tensor=keras.Input((64, 48, 3)), weights=None)",
    "MobileNetV3Small(input_shape=(64, 64, 3), input_tensor=keras.Input((96, 96, 3)), weights=None)", "MobileNetV3Small((20, 20, 3), weights=None)",
    "MobileNetV3Small(input_tensor=keras.Input((64, 64, 1)), weights=None)", "MobileNetV3Large(weights='imagenet', alpha=2.0)",
    "EfficientNetV2B0(include_preprocessing=False, weights=None)", "EfficientNetV2B0(name='mine', weights=None)", "EfficientNetV2S(name='efficientnetv2-b0', weights=None)",
    "EfficientNetV2M(include_preprocessing=False, include_top=False, weights=None)", "EfficientNetV2B1(input_shape=(100, 100, 4), weights=None, classes=3)",
    "ConvNeXtTiny(include_preprocessing=False, weights=None)", "ConvNeXtTiny(name=None, weights=None)", "ConvNeXtTiny(input_shape=(64, 64, 5), include_top=False, weights=None)",
    "NASNetMobile(input_shape=(200, 160, 3), weights=None)", "NASNetMobile(include_top=False, input_tensor=keras.Input((128, 128, 3)), weights=None)",
    "NASNetLarge(include_top=False, weights=None)", "resnet.ResNet50(weights=None, include_top=False)", "resnet50.ResNet50(weights=None, name=None)",
    "VGG19(True, None, None, None, None, 12)", "VGG16(weights=None, input_tensor=keras.layers.Concatenate()([keras.Input((64, 64, 2)), keras.Input((64, 64, 1))]), include_top=False)",
]
FIRST = ["EfficientNetB0", "EfficientNetV2B0", "InceptionResNetV2", "InceptionV3", "MobileNet", "MobileNetV2", "MobileNetV3Small", "ResNet50", "ResNet50V2", "VGG16",
         "Xception", "DenseNet121", "NASNetMobile", "ConvNeXtTiny"]

# Whole programs about what stands beside the networks.
FURTHER = [
    "x = keras.Input((32, 32, 3))\nfor m in ('vgg16', 'resnet50', 'densenet', 'mobilenet', 'mobilenet_v2', 'mobilenet_v3', 'efficientnet', 'efficientnet_v2', 'convnext', "
    "'nasnet', 'xception', 'inception_v3', 'inception_resnet_v2', 'resnet', 'resnet_v2', 'vgg19', 'imagenet_utils'):\n"
    "    y = getattr(keras.applications, m).preprocess_input(x)\n    print(m, y.shape, y.dtype)",
    "x = keras.Input((32, 32, 3))\nmodel = keras.Model(x, keras.applications.mobilenet_v2.preprocess_input(x))\nprint(model.to_json())",
    "x = keras.Input((32, 32, 3))\nfor mode in ('tf', 'torch', 'caffe'):\n    for f in (None, 'channels_first', 'channels_last'):\n"
    "        y = keras.applications.imagenet_utils.preprocess_input(x, f, mode)\n        print(mode, f, y.shape)",
    "keras.applications.imagenet_utils.preprocess_input(keras.Input((32, 32, 3)), mode='other')",
    "keras.applications.vgg16.preprocess_input(keras.Input((32, 32, 3)), data_format='last')",
    "import numpy as np\nprint(keras.applications.vgg16.decode_predictions(np.zeros((2, 10))))",
    "from keras.applications import ResNet50\nfrom keras.applications.resnet50 import ResNet50 as R, preprocess_input\nprint(ResNet50 is R, ResNet50.__name__, preprocess_input.__name__)",
    "base = keras.applications.MobileNetV2(input_shape=(160, 160, 3), include_top=False, weights=None)\nbase.trainable = False\ninputs = keras.Input((160, 160, 3))\n"
    "x = keras.applications.mobilenet_v2.preprocess_input(inputs)\nx = base(x, training=False)\nx = keras.layers.GlobalAveragePooling2D()(x)\n"
    "outputs = keras.layers.Dense(1)(keras.layers.Dropout(0.2)(x))\nmodel = keras.Model(inputs, outputs)\nprint(len(model.trainable_variables), len(model.weights))\n"
    "base.trainable = True\nfor layer in base.layers[:100]:\n    layer.trainable = False\nprint(len(model.trainable_variables), len(model.weights))\nmodel.summary()",
    "base = keras.applications.ResNet50(weights=None, include_top=False, pooling='avg')\nmodel = keras.Sequential([keras.Input((224, 224, 3)), base, keras.layers.Dense(2)])\n"
    "print(model.to_json() == keras.models.model_from_json(model.to_json()).to_json())\nmodel.summary()",
    "base = keras.applications.VGG16(weights=None, include_top=False, input_shape=(64, 64, 3))\nfeatures = keras.Model(base.input, [base.get_layer(n).output for n in "
    "('block1_conv2', 'block3_conv3')])\nprint(features.to_json())\nprint([tuple(o.shape) for o in features.outputs])",
    "model = keras.applications.EfficientNetV2B0(weights=None)\nmodel.summary(expand_nested=True, show_trainable=True)",
    "a = keras.applications.Xception(weights=None)\nb = keras.applications.Xception(weights=None)\nprint([l.name for l in b.layers if 'block' not in l.name])",
]


def programs():
    def network(call, before=""):
        return f"import keras\n{before}model = keras.applications.{call}\n" + TAIL.lstrip("\n")
    for name in NAMES:
        yield network(f"{name}(weights=None)")
    for name, arguments in itertools.product(FAMILIES, COMMON):
        yield network(f"{name}(weights=None, {arguments})")
    for name in FIRST:
        yield network(f"{name}(weights=None)", "keras.config.set_image_data_format('channels_first')\n")
    for call in OWN:
        yield network(call)
    for name, arguments in itertools.product(FAMILIES, REFUSED):
        if name.startswith("MobileNetV3") and "imagenet" in arguments and "classes" not in arguments:
            continue  # real Keras does not look at the channels and begins to download
        yield network(f"{name}({arguments})" if "weights" in arguments else f"{name}(weights=None, {arguments})")
    for text in FURTHER:
        yield "import keras\n" + text + "\n"


def without_numbers():
    """Lets variables hold one zero seen as an array of their shape: no number of a weight is looked at, and drawing them takes most of the time."""
    import numpy
    from keras.src.backend import Variable

    def initialize(self, initializer):
        self._value = numpy.broadcast_to(numpy.zeros((), "float32"), self._shape)
    Variable._initialize_with_initializer = initialize


def run(text):
    import keras
    keras.backend.clear_session()
    keras.config.set_image_data_format("channels_last")
    out, raises = io.StringIO(), None
    with contextlib.redirect_stdout(out), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(compile(text, "program.py", "exec"), {"__name__": "__main__"})
        except Exception as error:
            raises = type(error).__name__
    return out.getvalue(), raises


def main():
    all = list(programs())
    without_numbers()
    if sys.argv[1:2] == ["-show"]:
        print(all[int(sys.argv[2])], *run(all[int(sys.argv[2])]), sep="\n")
        return
    os.makedirs("core/keras/applications/testdata", exist_ok=True)
    with open("core/keras/applications/testdata/networks.jsonl", "w", encoding="utf-8") as file:
        for text in all:
            stdout, raises = run(text)
            row = {"python": text.replace(TAIL.lstrip("\n"), "")}
            if row["python"] != text:
                row["network"] = True
            if raises:
                row["raises"] = raises
            row["sha256"] = hashlib.sha256(stdout.encode()).hexdigest()
            row["end"] = (stdout.splitlines() or [""])[-1][:200]
            file.write(json.dumps(row) + "\n")
            file.flush()
    print(f"networks.jsonl: {len(all)} programs")


if __name__ == "__main__":
    main()
