def f():
  if a:
    b # comment