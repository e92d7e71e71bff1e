# re
import re
print(re.match(r'(?P<y>\d{4})-(?P<m>\d\d)', '2024-05x').groupdict(), re.search('b+', 'abbbc'), re.findall(r'(\w)(\d)?', 'a1b'), re.split(r'[,;]\s*', 'a, b;c'), re.split('(,)', 'a,b'), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.subn('a', 'b', 'aaa', 2), re.fullmatch('a*', 'aaab'), re.compile('x', re.I).flags, re.escape('a.b*c [x]'))
m = re.match('(a)(b)?', 'ac'); print(m.groups(), m.groups('-'), m.group(0, 1), m[1], m.start(1), m.end(2), m.span(), m.span(2), m.lastindex, m.lastgroup, m.string, m.re, m.pos, m.endpos, m.expand(r'\1x'), repr(m), m.regs)
print([x.span() for x in re.finditer('a*', 'baac')], re.sub('a*', '-', 'baac'), re.sub('', '-', 'ab'), re.split('', 'ab'), re.findall('', 'ab'), re.split('x*', 'axbc'))
print(re.sub('.', lambda m: m.group().upper() + '!', 'ab'), re.sub('(?P<n>a)', r'\g<n>\g<0>\g<1>', 'a'), re.sub('a', r'\n\t\\', 'a'), re.findall('(?i)A', 'aA'), re.findall('^a', 'a\na', re.M), re.findall('a.b', 'a\nb', re.S), re.findall(r'''a  # comment
 b''', 'ab', re.X))
print(re.findall(r'\bfoo\b', 'foo food foo'), re.findall(r'(?<=a)b', 'ab cb'), re.findall(r'(?<!a)b', 'ab cb'), re.findall(r'a(?=b)', 'ab ac'), re.findall(r'a(?!b)', 'ab ac'), re.match(r'(a)|(b)', 'b').groups(), re.findall(r'(?:ab)+', 'abab'), re.match(r'(.*?)b', 'aabab').group(1), re.match(r'(a+)+$', 'aaa').group(), re.findall(r'[^\W\d_]+', 'ab1_é'), re.match(r'(?P<q>[\'"]).*?(?P=q)', '"a"').group(), re.match(r'(a)(?(1)b|c)', 'ab').group(), re.findall(r'a{2,3}?', 'aaaa'), re.findall(r'a++', 'aaa'), re.match('(?>a*)a', 'aaa'), re.findall(r'\d+', '١٢3'), re.findall(r'\w', 'é', re.A))
for p in ['(', ')', '[', 'a**', '*', '(?P<1a>x)', '(?P<a>x)(?P<a>y)', r'\1', '(?P=n)', 'a{2,1}', '[z-a]', '(?', '(?x', r'\q', '(?<=a*)b', '[a-\\d]', '(?P<n', '(?(2)a)', r'\x1', '(?z)', 'a(?i)b', '+', '(?P<>a)', '(?#', 'x{1,99999999999}', '[[a]', r'\8', '(?-i:a)', '(?i-i:a)', '(?a)(?u)']:
    try: print(p, re.compile(p))
    except re.error as e: print(p, '|', e, '|', e.msg, e.pos, e.lineno, e.colno)
    except Exception as e: print(p, type(e).__name__, e)
for r in [r'\2', r'\g<x>', r'\g<', r'\g<1', r'\q', '\\', r'\g<>', r'\g<-1>', r'\g<2>']:
    try: print(re.sub('(a)', r, 'a'))
    except Exception as e: print(r, type(e).__name__, e)
p = re.compile(r'(\d+)(?P<u>[a-z])', re.I | re.M); print(p, p.pattern, p.groups, p.groupindex, p.flags, p.match('x1a', 1), p.search('1a', 1), p.fullmatch('1a', 0, 2), repr(re.compile(b'a')), p == re.compile(r'(\d+)(?P<u>[a-z])', re.I | re.M))
for f in [lambda: re.match('a', b'a'), lambda: re.match(b'a', 'a'), lambda: re.match(5, 'a'), lambda: re.match('a', 5), lambda: m.group(5), lambda: m.group('x'), lambda: re.sub('a', 5, 'a'), lambda: re.sub('a', lambda m: 5, 'a'), lambda: p.match(), lambda: re.compile(p, re.I), lambda: m['q'], lambda: re.split('a', None), lambda: m.start('zz'), lambda: re.findall('a')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(re.IGNORECASE, repr(re.I | re.M), re.RegexFlag(0), re.compile('a', 0).flags, re.compile('(?s)a').flags, re.NOFLAG, re.A)
print(re.findall(rb'\w+', b'ab c'), re.sub(rb'a', rb'\g<0>x', b'a'), re.compile('(a)(?P<x>b)').sub(r'\2\1', 'ab', count=1))
print(re.match('(?P<a>x)?y', 'y').groupdict('d'), re.purge(), re.template if 0 else '', copy if 0 else '')
