"""A docstring."""
''
""
'a' "b"
'a"b' "a'b" 'a"\'b'
'line\
joined'
'''triple
'quoted' ''two''
'''
"""a\
b"""
'\a\b\f\n\r\t\v\\\'\"'
'\0\01\012\0123\777\x41\u0041\U00000041'
'\ud800 \udfff'
'\N{DIGIT ONE}\N{greek small letter alpha}\N{LATIN SMALL LETTER E WITH ACUTE}\N{EM DASH}\N{CJK UNIFIED IDEOGRAPH-4E2D}'
'\d \. \{ \ '
r'raw \n \' \\' R"\""
u'unicode' U'upper' u"a" 'b'
'b' u'c'
b'bytes\x00\xff\n\'' B"\101\d" b'''
triple'''
br'raw\n' Rb"\x" bR'' BR""
rb'\''
'é' "日本" '😀' '\u00e9\U0001f600'
'\x7f\x80\xa0\xad\u200b\u2028\ue000'
('implicit'
 ' joining'  # a comment
 "")
x = 'a' 'b', 'c'
'	tab'
"it's" 'say "hi"' 'both \' and "'
''''quote'''
"""two "" quotes\""""
