import math

import keras
from keras import ops
from keras.utils.bounding_boxes import convert_format


def area(box):
    top, left, bottom, right = ops.split(box[..., :4], 4, axis=-1)
    return ops.squeeze((bottom - top) * (right - left), axis=-1)


def shared_area(boxes1, boxes2):
    """The area that each of the first boxes shares with each of the second."""
    top1, left1, bottom1, right1 = ops.split(boxes1[..., :4], 4, axis=-1)
    turned = [1, 0] if len(boxes2.shape) == 2 else [0, 2, 1]
    top2, left2, bottom2, right2 = (ops.transpose(edge, turned) for edge in ops.split(boxes2[..., :4], 4, axis=-1))
    high = ops.minimum(bottom1, bottom2) - ops.maximum(top1, top2)
    wide = ops.minimum(right1, right2) - ops.maximum(left1, left2)
    zero = ops.cast(0, high.dtype)
    return ops.maximum(zero, high) * ops.maximum(zero, wide)


def image_size(image_shape):
    if image_shape is None:
        return None, None
    height, width, _ = image_shape
    return height, width


def compute_iou(boxes1, boxes2, bounding_box_format, use_masking=False, mask_val=-1, image_shape=None):
    rank1, rank2 = len(ops.shape(boxes1)), len(ops.shape(boxes2))
    for name, rank in (("boxes1", rank1), ("boxes2", rank2)):
        if rank not in (2, 3):
            raise ValueError(f"{name} must have two dimensions, or three with a batch, got {rank}.")
    if "rel" in bounding_box_format and image_shape is None:
        raise ValueError(f"With relative boxes ({bounding_box_format}) image_shape must be given.")
    height, width = image_size(image_shape)
    boxes1 = convert_format(boxes1, bounding_box_format, "yxyx", height, width)
    boxes2 = convert_format(boxes2, bounding_box_format, "yxyx", height, width)
    shared = shared_area(boxes1, boxes2)
    area2 = area(boxes2)
    both = ops.expand_dims(area(boxes1), axis=-1) + ops.expand_dims(area2, axis=1 if len(area2.shape) == 2 else 0) - shared
    found = ops.divide(shared, both + keras.config.epsilon())
    if not use_masking:
        return found
    masked = ops.cast(mask_val, found.dtype) * ops.ones_like(found)
    background1, background2 = (ops.less(ops.max(boxes, axis=-1, keepdims=True), 0.0) for boxes in (boxes1, boxes2))
    background = ops.logical_or(background1, ops.transpose(background2, [1, 0] if rank1 == 2 else [0, 2, 1]))
    return ops.where(background, masked, found)


def compute_ciou(boxes1, boxes2, bounding_box_format, image_shape=None):
    if "rel" in bounding_box_format:
        raise ValueError(f"compute_ciou() takes boxes in pixels, got the format {bounding_box_format!r}.")
    height, width = image_size(image_shape)
    boxes1 = convert_format(boxes1, bounding_box_format, "xyxy", height, width)
    boxes2 = convert_format(boxes2, bounding_box_format, "xyxy", height, width)
    left1, top1, right1, bottom1 = ops.split(boxes1[..., :4], 4, axis=-1)
    left2, top2, right2, bottom2 = ops.split(boxes2[..., :4], 4, axis=-1)
    epsilon = keras.config.epsilon()
    wide1, wide2 = right1 - left1, right2 - left2
    high1, high2 = bottom1 - top1 + epsilon, bottom2 - top2 + epsilon
    shared = ops.maximum(ops.minimum(right1, right2) - ops.maximum(left1, left2), 0) * ops.maximum(ops.minimum(bottom1, bottom2) - ops.maximum(top1, top2), 0)
    both = wide1 * high1 + wide2 * high2 - shared + epsilon
    iou = ops.squeeze(ops.divide(shared, both + epsilon), axis=-1)
    hull_wide = ops.maximum(right1, right2) - ops.minimum(left1, left2)
    hull_high = ops.maximum(bottom1, bottom2) - ops.minimum(top1, top2)
    diagonal = ops.squeeze(hull_wide**2 + hull_high**2 + epsilon, axis=-1)
    apart = ops.squeeze(((left1 + right1) / 2 - (left2 + right2) / 2) ** 2 + ((top1 + bottom1) / 2 - (top2 + bottom2) / 2) ** 2, axis=-1)
    shape = ops.squeeze((4 / math.pi**2) * ops.power(ops.arctan(wide2 / high2) - ops.arctan(wide1 / high1), 2), axis=-1)
    weight = shape / (shape - iou + (1 + epsilon))
    return iou - (apart / diagonal + shape * weight)
