"""Reads llvm-cov's report of one target: what was not run, the files with the most first, and the share that was."""

import sys

target, least = sys.argv[1], float(sys.argv[2])
files = []
for line in sys.stdin:
    parts = line.split()
    if len(parts) >= 10 and parts[0].endswith(".swift"):
        files.append((parts[0], int(parts[7]), int(parts[8])))
lines, missed = sum(file[1] for file in files), sum(file[2] for file in files)
if not lines:
    raise SystemExit(f"coverage: the report names no file of {target}")
for name, count, out in sorted(files, key=lambda file: -file[2]):
    if out:
        print(f"{out:5d} of {count:5d} lines not run  {name}")
share = 100 * (lines - missed) / lines
print(f"coverage of {target}: {share:.2f} % of {lines} lines in {len(files)} files")
sys.exit(share < least)
