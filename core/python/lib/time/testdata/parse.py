import time
cases = [("2020-01-31", "%Y-%m-%d"), ("31 Jan 20", "%d %b %y"), ("12:34:56 PM", "%I:%M:%S %p"), ("12:00 AM", "%I:%M %p"), ("Mon Jan  5 10:00:00 2015", "%a %b %d %H:%M:%S %Y"),
    ("february 3, 1999", "%B %d, %Y"), ("2020 060", "%Y %j"), ("2020 10 1", "%Y %W %w"), ("2020 10 Sunday", "%Y %U %A"), ("2020 51 5", "%G %V %u"), ("100%", "%H0%%"),
    ("70", "%y"), ("68", "%y"), ("20200131", "%Y%m%d"), ("1112020", "%d%m%Y"), ("  x", " x"), ("2020-1-1", "%Y-%m-%d"), ("5", "%d"), ("01/02/20", "%x"), ("10:11:12", "%X"),
    ("Thu Jan  1 00:00:00 1970", "%c"), ("2020-01-01T00:00:00+0130", "%Y-%m-%dT%H:%M:%S%z"), ("UTC 2020", "%Z %Y"), ("Feb 29", "%b %d"),
    ("2020-13-01", "%Y-%m-%d"), ("x", "%Y"), ("2020 extra", "%Y"), ("2020", "%Q"), ("20", "%"), ("2021-02-29", "%Y-%m-%d"), ("24", "%H"), ("60", "%M"), ("", ""), ("a", ""), ("2020 53", "%G %V"), ("5", "%V"),
    ("1 2 3", "%d  %m %y"), ("12", "%m%d")]
for text, fmt in cases:
    try:
        print(text, fmt, tuple(time.strptime(text, fmt)))
    except ValueError as e:
        print("ValueError", e)
print(time.strptime("Sat Mar  7 12:00:00 2020"))
try:
    time.strptime(5, "%Y")
except TypeError as e:
    print(e)
