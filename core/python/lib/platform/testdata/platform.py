import platform
print(platform.system(), platform.python_version(), platform.python_version_tuple(), platform.uname().system, platform.uname()._fields[:2], type(platform.platform()), platform.architecture()[0])
