from __future__ import annotations, division, print_function
import __future__
print(__future__.annotations, __future__.division.getMandatoryRelease(), __future__.generators.getOptionalRelease(), __future__.all_feature_names, __future__.annotations.compiler_flag)
