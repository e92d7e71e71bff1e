import keras
import numpy as np
from keras import ops


def settings(data_format, dtype):
    """The data format and dtype, those of the session where None is given."""
    if data_format is None:
        data_format = keras.config.image_data_format()
    data_format = str(data_format).lower()
    if data_format not in ("channels_first", "channels_last"):
        raise ValueError(f"data_format must be 'channels_first' or 'channels_last', got {data_format!r}.")
    return data_format, keras.config.floatx() if dtype is None else dtype


def array_to_img(x, data_format=None, scale=True, dtype=None):
    settings(data_format, dtype)
    raise ImportError("array_to_img() makes an image of the package PIL, which is not here.")


def img_to_array(img, data_format=None, dtype=None):
    data_format, dtype = settings(data_format, dtype)
    x = np.asarray(img, dtype=dtype)
    if x.ndim not in (2, 3):
        raise ValueError(f"An image has two or three dimensions, got the shape {x.shape}.")
    first = data_format == "channels_first"
    if x.ndim == 3:
        return x.transpose(2, 0, 1) if first else x
    return x.reshape((1, *x.shape) if first else (*x.shape, 1))


def smart_resize(x, size, interpolation="bilinear", data_format="channels_last", **kwargs):
    kwargs.pop("backend_module", None)
    if kwargs:
        raise TypeError(f"smart_resize() does not take {', '.join(kwargs)}.")
    if len(size) != 2:
        raise ValueError(f"size must be a height and a width, got {size!r}.")
    image = ops.convert_to_tensor(x)
    if len(image.shape) not in (3, 4):
        raise ValueError(f"smart_resize() takes an image or a batch of images, three or four dimensions, got the shape {tuple(image.shape)}.")
    last = data_format == "channels_last"
    height, width = image.shape[-3:-1] if last else image.shape[-2:]
    to_height, to_width = size
    high = max(min(height, int(float(width * to_height) / to_width)), 1)
    wide = max(min(width, int(float(height * to_width) / to_height)), 1)
    top, left = int(float(height - high) / 2), int(float(width - wide) / 2)
    part = (Ellipsis, slice(top, top + high), slice(left, left + wide))
    resized = ops.image.resize(image[(*part, slice(None)) if last else part], size, interpolation=interpolation, data_format=data_format)
    return np.array(resized) if isinstance(x, np.ndarray) else resized
