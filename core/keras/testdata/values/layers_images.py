# case colors
b = np.abs(data(2, 6, 5, 3))
u = (b * 255).astype("uint8")
for n, kw in (("RandomBrightness", {"factor": 0.3}), ("RandomContrast", {"factor": (0.2, 0.4)}), ("RandomHue", {"factor": 0.3}), ("RandomSaturation", {"factor": (0.4, 0.8)}), ("RandomSharpness", {"factor": 0.5}), ("RandomPosterization", {"factor": (2, 5)}), ("RandomInvert", {"factor": 0.6}), ("RandomColorDegeneration", {"factor": 0.5})):
    a = getattr(layers, n)(value_range=(0, 1), seed=7, **kw)
    out(a(b, training=True), a(b, training=False), a(b[0], training=True))
    out(getattr(layers, n)(seed=3, **kw)(u, training=True))
a = layers.RandomGrayscale(0.5, seed=2)
out(a(b, training=True), a(b[0], training=True), a(b, training=True))
out(layers.Solarization((0.1, 0.2), (0.3, 0.6), value_range=(0, 1), seed=7)(b, training=True))
a = layers.RandomColorJitter((0, 1), 0.2, 0.3, (0.4, 0.6), 0.2, seed=7)
out(a(b, training=True), a(b, training=True))
# case geometry
b = np.abs(data(2, 6, 5, 3))
for n, kw in (("RandomFlip", {}), ("RandomFlip", {"mode": "vertical"}), ("RandomRotation", {"factor": 0.2}), ("RandomRotation", {"factor": (0.1, 0.3), "fill_mode": "constant", "fill_value": 0.5}), ("RandomTranslation", {"height_factor": 0.3, "width_factor": (-0.2, 0.3), "fill_mode": "wrap"}), ("RandomTranslation", {"height_factor": 0.2, "width_factor": 0.2, "interpolation": "nearest"}), ("RandomZoom", {"height_factor": (-0.3, 0.2)}), ("RandomZoom", {"height_factor": 0.2, "width_factor": 0.3, "fill_mode": "nearest"}), ("RandomShear", {"x_factor": 0.3, "y_factor": 0.2}), ("RandomPerspective", {"factor": 0.8, "scale": 0.3}), ("RandomElasticTransform", {"factor": 0.8, "value_range": (0, 1)})):
    a = getattr(layers, n)(seed=7, **kw)
    out(a(b, training=True), a(b, training=False), a(b[1], training=True))
    out(getattr(layers, n)(seed=5, data_format="channels_first", **kw)(np.transpose(b, (0, 3, 1, 2)), training=True))
# case parts
b = np.abs(data(2, 6, 5, 3))
for a in (layers.RandomErasing(value_range=(0, 1), seed=7), layers.RandomErasing(0.6, (0.1, 0.5), fill_value=0.5, value_range=(0, 1), seed=8), layers.RandomGaussianBlur(0.7, (3, 5), 0.8, value_range=(0, 1), seed=7), layers.MixUp(seed=7), layers.CutMix((0.3, 0.8), seed=7), layers.RandAugment((0, 1), 3, 0.4, seed=7), layers.RandomCrop(3, 4, seed=7)):
    out(a(b, training=True), a(b, training=False), a(b, training=True))
keras.utils.set_random_seed(3)
out(layers.AugMix((0, 1), seed=7)(b, training=True))
# case with_labels_and_masks
b = np.abs(data(2, 6, 5, 3))
labels = np.eye(3, dtype="float32")[:2]
masks = ((np.arange(60) * 7) % 3).reshape(2, 6, 5, 1).astype("float32")
for n, kw in (("RandomFlip", {}), ("RandomRotation", {"factor": 0.3}), ("RandomZoom", {"height_factor": 0.3}), ("RandomBrightness", {"factor": 0.3}), ("MixUp", {"alpha": 0.5}), ("CutMix", {})):
    out(getattr(layers, n)(seed=7, **kw)({"images": b, "labels": labels}, training=True))
    if n not in ("MixUp", "CutMix"):
        out(getattr(layers, n)(seed=7, **kw)({"images": b, "segmentation_masks": masks}, training=True))
# case with_boxes
b = np.abs(data(2, 6, 5, 3))
for form in ("xyxy", "yxyx", "xywh", "center_xywh", "center_yxhw", "rel_xyxy", "rel_yxyx", "rel_xywh", "rel_center_xywh"):
    boxes = np.array([[[0, 1, 2, 3], [1, 1, 4, 5]], [[2, 0, 5, 3], [0, 0, 1, 2]]], "float32") / (8 if form[0] == "r" else 1)
    for n, kw in (("RandomFlip", {}), ("RandomTranslation", {"height_factor": 0.3, "width_factor": 0.3}), ("RandomContrast", {"factor": 0.2})):
        out(getattr(layers, n)(seed=7, bounding_box_format=form, **kw)({"images": b, "bounding_boxes": {"boxes": boxes, "labels": np.array([[0, 1], [2, 1]])}}, training=True)["bounding_boxes"])
for k in (1, 2, 3):
    boxes = np.array([[[0, 1, 2, 3], [1, 1, 4, 5]]], "float32")
    out(layers.MaxNumBoundingBoxes(k, bounding_box_format="xyxy")({"images": b[:1], "bounding_boxes": {"boxes": boxes, "labels": np.array([[0, 1]])}})["bounding_boxes"])
