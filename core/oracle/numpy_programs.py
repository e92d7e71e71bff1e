"""Runs every program of a directory with CPython and NumPy and writes what it printed to NAME.out.

python numpy_programs.py DIRECTORY [NAME ...]
"""

import pathlib
import subprocess
import sys

directory = pathlib.Path(sys.argv[1])
wanted = sys.argv[2:]
count = 0
for program in sorted(directory.glob("*.py")):
    if wanted and program.stem not in wanted:
        continue
    done = subprocess.run([sys.executable, "-W", "ignore", str(program)], capture_output=True, text=True)
    if done.returncode != 0:
        print(program.name, done.stderr.splitlines()[-1])
        continue
    program.with_suffix(".out").write_text(done.stdout)
    count += 1
print(count, "programs")
