import collections.abc
import contextlib
import math
import re
import warnings

import numpy as np

BATCH = "batch"
current = [None]


def only_cpu(device_type):
    if device_type and device_type.lower() != "cpu":
        raise RuntimeError(f"There is no device of the type {device_type!r} here: everything runs on one cpu.")


def list_devices(device_type=None):
    only_cpu(device_type)
    return ["cpu:0"]


def get_device_count(device_type=None):
    only_cpu(device_type)
    return 1


def initialize(job_addresses=None, num_processes=None, process_id=None):
    raise NotImplementedError("keras.distribution.initialize() joins several processes, and a program here is one.")


class DeviceMesh:
    """Devices in a grid whose axes have names."""

    def __init__(self, shape, axis_names, devices=None):
        if not shape or not axis_names:
            raise ValueError(f"shape and axis_names must not be empty, got shape={shape} and axis_names={axis_names}.")
        if len(shape) != len(axis_names):
            raise ValueError(f"Every axis of shape needs a name, got shape={shape} and axis_names={axis_names}.")
        devices = np.array(list_devices() if devices is None else devices)
        if math.prod(shape) != math.prod(devices.shape):
            raise ValueError(f"A mesh of shape {shape} has {math.prod(shape)} places, and there are devices of shape {devices.shape}.")
        self._shape = shape
        self._axis_names = axis_names
        self._devices = np.reshape(devices, shape)

    @property
    def shape(self):
        return self._shape

    @property
    def axis_names(self):
        return self._axis_names

    @property
    def devices(self):
        return self._devices

    @property
    def backend_mesh(self):
        raise NotImplementedError("DeviceMesh.backend_mesh is an object of jax that is not modelled here.")

    def __repr__(self):
        return f"<{self.__class__.__name__} shape={self.shape}, axis_names={self.axis_names}>"


class TensorLayout:
    """Which axis of a mesh each dimension of a tensor is spread over."""

    def __init__(self, axes, device_mesh=None):
        self._axes = tuple(axes)
        self._device_mesh = device_mesh
        self._validate_axes()

    @property
    def axes(self):
        return self._axes

    @property
    def device_mesh(self):
        return self._device_mesh

    @device_mesh.setter
    def device_mesh(self, device_mesh):
        if self._device_mesh is not None:
            raise ValueError(f"The layout has the mesh {self._device_mesh} already.")
        self._device_mesh = device_mesh
        self._validate_axes()

    @property
    def backend_layout(self):
        if self._device_mesh is None:
            raise ValueError("A layout without a device mesh says nothing about devices.")
        raise NotImplementedError("TensorLayout.backend_layout is an object of jax that is not modelled here.")

    def _validate_axes(self):
        if self._device_mesh:
            unknown = set(self._axes) - {None} - set(self._device_mesh.axis_names)
            if unknown:
                raise ValueError(f"The mesh has the axes {list(self._device_mesh.axis_names)}, and axes names {sorted(unknown)}.")

    def __repr__(self):
        return f"<{self.__class__.__name__} axes={self.axes}, device_mesh={self.device_mesh}>"


class Distribution:
    """The base of ways to spread a model over devices."""

    def __init__(self, device_mesh, batch_dim_name=None, auto_shard_dataset=True):
        self._device_mesh = device_mesh
        self._batch_dim_name = batch_dim_name
        self._auto_shard_dataset = auto_shard_dataset

    @property
    def num_processes(self):
        return 1

    @property
    def num_model_replicas(self):
        raise NotImplementedError()

    @property
    def data_shard_id(self):
        self.num_model_replicas
        return 0

    @property
    def device_mesh(self):
        return self._device_mesh

    @property
    def batch_dim_name(self):
        return self._batch_dim_name

    @property
    def auto_shard_dataset(self):
        return self._auto_shard_dataset

    @auto_shard_dataset.setter
    def auto_shard_dataset(self, auto_shard_dataset):
        self._auto_shard_dataset = auto_shard_dataset

    def get_data_layout(self, data_shape):
        raise NotImplementedError()

    def get_variable_layout(self, variable):
        raise NotImplementedError()

    def get_tensor_layout(self, path):
        raise NotImplementedError()

    def _batch_layout(self, data_shape):
        axes = [None] * len(data_shape)
        axes[0] = self.batch_dim_name
        return TensorLayout(axes, self.device_mesh)

    def _whole_layout(self, variable):
        return TensorLayout([None] * len(variable.shape), self.device_mesh)

    @contextlib.contextmanager
    def scope(self):
        before = distribution()
        set_distribution(self)
        try:
            yield
        finally:
            set_distribution(before)

    def distribute_dataset(self, dataset):
        return dataset

    def __repr__(self):
        return f"<{self.__class__.__name__} device_mesh={self.device_mesh}>"


class DataParallel(Distribution):
    """Gives each device a part of the batch and the whole model."""

    def __init__(self, device_mesh=None, devices=None, auto_shard_dataset=True):
        if not device_mesh:
            devices = np.array(devices if devices else list_devices())
            super().__init__(DeviceMesh(devices.shape, [BATCH], devices), BATCH, auto_shard_dataset)
            return
        if not isinstance(device_mesh, DeviceMesh):
            raise ValueError(f"device_mesh must be a DeviceMesh, got {device_mesh!r}.")
        super().__init__(device_mesh, device_mesh.axis_names[0], auto_shard_dataset)
        if device_mesh.devices.ndim != 1:
            # Keras hands the number of axes over in the place of the warning's category, which is a TypeError
            warnings.warn("The mesh has several axes; the batch is spread over the first.", device_mesh.devices.ndim)

    @property
    def num_model_replicas(self):
        return self.device_mesh.devices.size

    def get_data_layout(self, data_shape):
        return self._batch_layout(data_shape)

    def get_variable_layout(self, variable):
        return self._whole_layout(variable)

    def get_tensor_layout(self, path):
        return None


class ModelParallel(Distribution):
    """Spreads variables over devices as a LayoutMap says."""

    def __init__(self, *, layout_map=None, batch_dim_name=None, auto_shard_dataset=True, **kwargs):
        if layout_map is None:
            raise ValueError("ModelParallel needs layout_map, which says how variables are spread.")
        if not isinstance(layout_map, LayoutMap):
            raise ValueError(f"layout_map must be a LayoutMap, got {layout_map!r}.")
        mesh = layout_map.device_mesh
        super().__init__(mesh, batch_dim_name or mesh.axis_names[0], auto_shard_dataset)
        self._layout_map = layout_map

    @property
    def num_model_replicas(self):
        return self.device_mesh.shape[self.device_mesh.axis_names.index(self.batch_dim_name)]

    def get_data_layout(self, data_shape):
        return self._batch_layout(data_shape)

    def get_variable_layout(self, variable):
        layout = self._layout_map[variable.path]
        return self._whole_layout(variable) if layout is None else layout

    def get_tensor_layout(self, path):
        return self._layout_map[path]


class LayoutMap(collections.abc.MutableMapping):
    """Layouts of variables by patterns of their paths."""

    def __init__(self, device_mesh):
        self._layout_map = {}
        self._device_mesh = device_mesh

    def __getitem__(self, key):
        if key in self._layout_map:
            return self._layout_map[key]
        matching = [pattern for pattern in self._layout_map if re.fullmatch(pattern, key)]
        if len(matching) > 1:
            raise ValueError(f"The path '{key}' matches {len(matching)} patterns: {matching}. One at most may match.")
        return self._layout_map[matching[0]] if matching else None

    def __setitem__(self, key, layout):
        if key in self._layout_map:
            raise ValueError(f"{key} has the layout {self._layout_map[key]} already.")
        if isinstance(layout, tuple):
            layout = TensorLayout(axes=layout)
        if not isinstance(layout, TensorLayout):
            raise ValueError(f"A layout is a TensorLayout or a tuple of axes, got {layout!r}.")
        if layout.device_mesh is None and self.device_mesh is not None:
            layout.device_mesh = self.device_mesh
        self._layout_map[key] = layout

    def __delitem__(self, key):
        return self._layout_map.pop(key)

    def __len__(self):
        return len(self._layout_map)

    def __iter__(self):
        return iter(self._layout_map)

    @property
    def device_mesh(self):
        return self._device_mesh


def distribute_tensor(tensor, layout):
    if isinstance(layout, TensorLayout) and layout.device_mesh is None:
        layout.backend_layout
    return tensor


def distribution():
    return current[0]


def set_distribution(value):
    current[0] = value
