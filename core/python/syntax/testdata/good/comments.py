x = 1 # comment
  # indented comment
y = 2
#last