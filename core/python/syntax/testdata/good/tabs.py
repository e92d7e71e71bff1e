if a:
	b
	if c:
		d
        # comment with spaces
	e
f
