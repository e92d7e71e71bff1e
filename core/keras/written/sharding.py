import collections.abc
import contextlib
import math
import re
import warnings

import numpy as np

in_use = []  # the distribution that set_distribution() chose, if any


def list_devices(device_type=None):
    if device_type and device_type.lower() != "cpu":
        raise RuntimeError(f"There is no device of the type {device_type!r} here: everything runs on one cpu.")
    return ["cpu:0"]


def get_device_count(device_type=None):
    return len(list_devices(device_type))


def initialize(job_addresses=None, num_processes=None, process_id=None):
    raise NotImplementedError("keras.distribution.initialize() joins several processes, and a program here is one.")


def distribution():
    return in_use[0] if in_use else None


def set_distribution(value):
    in_use[:] = [] if value is None else [value]


def distribute_tensor(tensor, layout):
    if isinstance(layout, TensorLayout):
        layout.placed()
    return tensor


def shown(name):
    """A property that cannot be set."""
    return property(lambda self: vars(self)[name])


class DeviceMesh:
    """Devices in a grid whose axes have names."""

    shape, axis_names, devices = shown("grid"), shown("names"), shown("placed")

    def __init__(self, shape, axis_names, devices=None):
        sizes = [len(part) if part else 0 for part in (shape, axis_names)]
        if 0 in sizes or sizes[0] != sizes[1]:
            raise ValueError(f"A mesh has one name for each axis, and at least one axis, got shape={shape} and axis_names={axis_names}.")
        available = np.array(list_devices() if devices is None else devices)
        if available.size != math.prod(shape):
            raise ValueError(f"A mesh of shape {shape} has {math.prod(shape)} places, and there are {available.size} devices.")
        vars(self).update(grid=shape, names=axis_names, placed=available.reshape(shape))

    def __repr__(self):
        return f"<{type(self).__name__} shape={self.shape}, axis_names={self.axis_names}>"

    @property
    def backend_mesh(self):
        raise NotImplementedError("DeviceMesh.backend_mesh is an object of jax that is not modelled here.")


class TensorLayout:
    """Which axis of a mesh each dimension of a tensor is spread over."""

    axes = shown("spread")

    def __init__(self, axes, device_mesh=None):
        vars(self).update(spread=tuple(axes), mesh=None)
        if device_mesh is not None:
            self.device_mesh = device_mesh

    @property
    def device_mesh(self):
        return self.mesh

    @device_mesh.setter
    def device_mesh(self, mesh):
        if self.mesh is not None:
            raise ValueError(f"The layout lies on {self.mesh} already.")
        unknown = [name for name in self.axes if name is not None and mesh and name not in mesh.axis_names]
        if unknown:
            raise ValueError(f"{mesh} has no axis {unknown[0]!r}.")
        self.mesh = mesh

    def placed(self):
        """Refuses a layout that is on no mesh."""
        if self.mesh is None:
            raise ValueError("A layout without a device mesh says nothing about devices.")

    @property
    def backend_layout(self):
        self.placed()
        raise NotImplementedError("TensorLayout.backend_layout is an object of jax that is not modelled here.")

    def __repr__(self):
        return f"<{type(self).__name__} axes={self.axes}, device_mesh={self.mesh}>"


class Distribution:
    """The base of ways to spread a model over devices."""

    device_mesh, batch_dim_name = shown("mesh"), shown("batch_axis")
    num_processes = property(lambda self: 1)
    data_shard_id = property(lambda self: 0 * self.num_model_replicas)

    def __init__(self, device_mesh, batch_dim_name=None, auto_shard_dataset=True):
        self.mesh, self.batch_axis = device_mesh, batch_dim_name
        self.auto_shard_dataset = auto_shard_dataset

    def unwritten(self, *_):
        raise NotImplementedError(f"{type(self).__name__} does not say how anything is spread.")

    num_model_replicas = property(unwritten)
    get_data_layout = get_variable_layout = get_tensor_layout = unwritten

    def distribute_dataset(self, dataset):
        return dataset

    @contextlib.contextmanager
    def scope(self):
        outer = in_use[:]
        in_use[:] = [self]
        try:
            yield
        finally:
            in_use[:] = outer

    def __repr__(self):
        return f"<{type(self).__name__} device_mesh={self.mesh}>"


def along_batch(self, data_shape):
    """Data is cut along the batch."""
    return TensorLayout((self.batch_dim_name, *[None] * (len(data_shape) - 1)), self.mesh)


def whole_or_mapped(self, variable):
    """A variable is whole unless something else is said of its path."""
    return self.get_tensor_layout(variable.path) or TensorLayout([None] * len(variable.shape), self.mesh)


class DataParallel(Distribution):
    """Gives each device a part of the batch and the whole model."""

    get_data_layout, get_variable_layout = along_batch, whole_or_mapped
    num_model_replicas = property(lambda self: self.mesh.devices.size)

    def __init__(self, device_mesh=None, devices=None, auto_shard_dataset=True):
        if device_mesh and not isinstance(device_mesh, DeviceMesh):
            raise ValueError(f"device_mesh must be a DeviceMesh, got {device_mesh!r}.")
        if not device_mesh:
            row = np.array(devices or list_devices())
            device_mesh = DeviceMesh(row.shape, ["batch"], row)
        Distribution.__init__(self, device_mesh, device_mesh.axis_names[0], auto_shard_dataset)
        if device_mesh.devices.ndim > 1:
            # Keras hands the number of axes over in the place of the warning's category, which is a TypeError
            warnings.warn("The mesh has several axes; the batch is spread over the first.", device_mesh.devices.ndim)

    def get_tensor_layout(self, path):
        return None


class ModelParallel(Distribution):
    """Spreads variables over devices as a LayoutMap says."""

    get_data_layout, get_variable_layout = along_batch, whole_or_mapped

    def __init__(self, *, layout_map=None, batch_dim_name=None, auto_shard_dataset=True, **kwargs):
        if not isinstance(layout_map, LayoutMap):
            raise ValueError(f"ModelParallel needs layout_map, a LayoutMap that says how variables are spread, got {layout_map!r}.")
        self.layouts = layout_map
        Distribution.__init__(self, layout_map.device_mesh, batch_dim_name or layout_map.device_mesh.axis_names[0], auto_shard_dataset)

    @property
    def num_model_replicas(self):
        sizes = dict(zip(self.mesh.axis_names, self.mesh.shape))
        if self.batch_dim_name not in sizes:
            raise ValueError(f"{self.mesh} has no axis {self.batch_dim_name!r} for the batch.")
        return sizes[self.batch_dim_name]

    def get_tensor_layout(self, path):
        return self.layouts[path]


class LayoutMap(collections.abc.MutableMapping):
    """Layouts of variables by patterns of their paths."""

    device_mesh = shown("mesh")

    def __init__(self, device_mesh):
        vars(self).update(mesh=device_mesh, by_pattern={})

    def __getitem__(self, key):
        found = [key] if key in self.by_pattern else [pattern for pattern in self.by_pattern if re.fullmatch(pattern, key)]
        if len(found) > 1:
            raise ValueError(f"The path '{key}' matches {len(found)} patterns: {found}. One at most may match.")
        return self.by_pattern[found[0]] if found else None

    def __setitem__(self, key, layout):
        given = TensorLayout(layout) if isinstance(layout, tuple) else layout
        if key in self.by_pattern or not isinstance(given, TensorLayout):
            raise ValueError(f"{key} needs one layout, a TensorLayout or a tuple of axes. It has {self.by_pattern.get(key)}, and was given {layout!r}.")
        if given.mesh is None and self.mesh is not None:
            given.device_mesh = self.mesh
        self.by_pattern[key] = given

    def __delitem__(self, key):
        del self.by_pattern[key]

    def __iter__(self):
        yield from self.by_pattern

    def __len__(self):
        return sum(1 for _ in self)
