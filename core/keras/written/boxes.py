import math

import keras
from keras import ops

FORMATS = ("xyxy", "yxyx", "xywh", "center_xywh", "center_yxhw", "rel_xyxy", "rel_yxyx", "rel_xywh", "rel_center_xywh")


def four(boxes):
    return ops.split(boxes, 4, axis=-1)


def joined(*parts):
    return ops.concatenate(list(parts), axis=-1)


def corners(boxes, form, height, width):
    """The left, top, right and bottom edges of boxes in a format."""
    relative, form = form.startswith("rel_"), form.removeprefix("rel_")
    a, b, c, d = four(boxes)
    if form in ("yxyx", "center_yxhw"):
        a, b, c, d = b, a, d, c
    if form == "xywh":
        c, d = a + c, b + d
    elif form.startswith("center"):
        half_width, half_height = c / 2.0, d / 2.0
        a, b, c, d = a - half_width, b - half_height, a + half_width, b + half_height
    return (a * width, b * height, c * width, d * height) if relative else (a, b, c, d)


def from_corners(edges, form, height, width):
    """Boxes in a format, of their edges."""
    relative, form = form.startswith("rel_"), form.removeprefix("rel_")
    a, b, c, d = edges
    if form.startswith("center"):
        a, b, c, d = a + (c - a) / 2.0, b + (d - b) / 2.0, c - a, d - b
    elif form == "xywh":
        c, d = c - a, d - b
    if relative:
        a, b, c, d = a / width, b / height, c / width, d / height
    return joined(b, a, d, c) if form in ("yxyx", "center_yxhw") else joined(a, b, c, d)


def convert_format(boxes, source, target, height=None, width=None, dtype="float32"):
    if isinstance(boxes, dict):
        boxes["boxes"] = convert_format(boxes["boxes"], source, target, height, width, dtype)
        return boxes
    shape = ops.shape(boxes)
    if shape[-1] != 4:
        raise ValueError(f"boxes must have four numbers in the last dimension, got the shape {tuple(shape)}.")
    source, target = source.lower(), target.lower()
    if source not in FORMATS or target not in FORMATS:
        raise ValueError(f"source and target must be among {', '.join(FORMATS)}, got {source!r} and {target!r}.")
    relative = [form.startswith("rel_") for form in (source, target)]
    if any(relative) and (width is None or height is None):
        raise ValueError(f"Between relative and absolute boxes height and width must be known, got height={height} and width={width}.")
    boxes = ops.cast(boxes, dtype)
    if source == target:
        return boxes
    width = width if width is None else ops.cast(width, dtype)
    height = height if height is None else ops.cast(height, dtype)
    if all(relative):
        source, target = source.removeprefix("rel_"), target.removeprefix("rel_")
    return from_corners(corners(boxes, source, height, width), target, height, width)


def clip_to_image_size(bounding_boxes, height=None, width=None, bounding_box_format="xyxy"):
    if bounding_box_format not in ("xyxy", "rel_xyxy"):
        raise NotImplementedError(f"Keras clips boxes of the formats xyxy and rel_xyxy, got {bounding_box_format!r}.")
    if bounding_box_format == "xyxy" and (height is None or width is None):
        raise ValueError(f"Boxes in pixels are clipped with height and width, got height={height} and width={width}.")
    boxes, labels = bounding_boxes["boxes"], bounding_boxes.get("labels")
    width = width if width is None else ops.cast(width, boxes.dtype)
    height = height if height is None else ops.cast(height, boxes.dtype)
    right, bottom = (width, height) if bounding_box_format == "xyxy" else (1.0, 1.0)
    a, b, c, d = four(boxes)
    a, b, c, d = ops.clip(a, 0, right), ops.clip(b, 0, bottom), ops.clip(c, 0, right), ops.clip(d, 0, bottom)
    result = {**bounding_boxes, "boxes": joined(a, b, c, d)}
    if labels is not None:
        result["labels"] = ops.where(ops.squeeze((c - a) * (d - b), axis=-1) > 0, labels, -1)
    return result


def only_xyxy(form):
    if form != "xyxy":
        raise NotImplementedError(f"Keras does this with boxes of the format xyxy alone, got {form!r}.")


def affine_transform(boxes, angle, translate_x, translate_y, scale, shear_x, shear_y, height, width, center_x=None, center_y=None,
                     bounding_box_format="xyxy"):
    only_xyxy(bounding_box_format)
    count, each = ops.shape(boxes)[:2]
    matrix = inverse_affine(0.5 if center_x is None else center_x, 0.5 if center_y is None else center_y, angle, translate_x, translate_y,
                            scale, shear_x, shear_y, height, width)
    boxes = ops.cast(boxes, matrix.dtype)
    points = ops.stack([boxes[..., i] for i in (0, 1, 2, 1, 2, 3, 0, 3)], axis=-1)
    points = ops.reshape(points, [count, each, 4, 2])
    points = joined(points, ops.ones([count, each, 4, 1], points.dtype))
    moved = ops.einsum("bnxy,byz->bnxz", points, ops.transpose(matrix[:, :2, :], [0, 2, 1]))
    return joined(ops.amin(moved, axis=2), ops.amax(moved, axis=2))


def inverse_affine(center_x, center_y, angle, translate_x, translate_y, scale, shear_x, shear_y, height, width):
    """The matrices that lead from the transformed images back, one for each."""
    count, dtype = ops.shape(angle)[0], angle.dtype
    to_radians = 1.0 / 180.0 * math.pi
    middle_x, middle_y = ops.multiply(center_x, width - 1), ops.multiply(center_y, height - 1)
    turn, slant_x, slant_y = (ops.multiply(-v, to_radians) for v in (angle, shear_x, shear_y))
    from_x, from_y = middle_x + ops.multiply(-translate_x, width - 1), middle_y + ops.multiply(-translate_y, height - 1)
    rest, narrow, steep = turn - slant_y, ops.cos(slant_y), ops.tan(slant_x)
    a = ops.cos(rest) / narrow
    b = a * steep + ops.sin(turn)
    c = -ops.sin(rest) / narrow
    d = ops.cos(turn) - c * steep
    a0, a1, b0, b1 = ops.multiply(d, scale), ops.multiply(-b, scale), ops.multiply(-c, scale), ops.multiply(a, scale)
    a2 = middle_x - a0 * from_x - a1 * from_y
    b2 = middle_y - b0 * from_x - b1 * from_y
    none, one = ops.zeros([count], dtype), ops.ones([count], dtype)
    return ops.reshape(ops.stack([a0, a1, a2, b0, b1, b2, none, none, one], axis=-1), [count, 3, 3])


def crop(boxes, top, left, height, width, bounding_box_format="xyxy"):
    only_xyxy(bounding_box_format)
    a, b, c, d = four(boxes)
    return joined(ops.clip(a - left, 0, width), ops.clip(b - top, 0, height), ops.clip(c - left, 0, width), ops.clip(d - top, 0, height))


def pad(boxes, top, left, height=None, width=None, bounding_box_format="xyxy"):
    only_xyxy(bounding_box_format)
    a, b, c, d = four(boxes)
    return joined(a + left, b + top, c + left, d + top)


def four_variances(variance):
    if variance is None:
        return None
    variance = ops.convert_to_tensor(variance, "float32")
    if variance.shape[-1] != 4:
        raise ValueError(f"variance must have four numbers, got {variance}.")
    return variance


def centered(name, form):
    if form not in ("center_xywh", "center_yxhw"):
        raise ValueError(f"{name} must be 'center_xywh' or 'center_yxhw', got {form!r}.")


def encode_box_to_deltas(anchors, boxes, anchor_format, box_format, encoding_format="center_yxhw", variance=None, image_shape=None):
    variance = four_variances(variance)
    centered("encoding_format", encoding_format)
    height, width = (None, None) if image_shape is None else image_size(image_shape)
    anchors = convert_format(anchors, anchor_format, encoding_format, height, width)
    boxes = convert_format(boxes, box_format, encoding_format, height, width)
    epsilon = keras.config.epsilon()
    anchor_size, box_size = ops.maximum(anchors[..., 2:], epsilon), ops.maximum(boxes[..., 2:], epsilon)
    deltas = joined((boxes[..., :2] - anchors[..., :2]) / anchor_size, ops.log(box_size / anchor_size))
    return deltas if variance is None else deltas / variance


def image_size(image_shape):
    height, width, _ = image_shape
    return height, width


def decode_deltas_to_boxes(anchors, boxes_delta, anchor_format, box_format, encoded_format="center_yxhw", variance=None, image_shape=None):
    variance = four_variances(variance)
    centered("encoded_format", encoded_format)
    height, width = (None, None) if image_shape is None else image_size(image_shape)

    def decode(anchor, delta):
        anchor = convert_format(anchor, anchor_format, encoded_format, height, width)
        if variance is not None:
            delta = delta * variance
        box = joined(delta[..., :2] * anchor[..., 2:] + anchor[..., :2], ops.exp(delta[..., 2:]) * anchor[..., 2:])
        return convert_format(box, encoded_format, box_format, height, width)

    if isinstance(anchors, dict) and isinstance(boxes_delta, dict):
        return {level: decode(anchor, boxes_delta[level]) for level, anchor in anchors.items()}
    return decode(anchors, boxes_delta)
