#!/usr/bin/env python3
"""Sums a log of requests by status."""
import argparse
import collections
import sys
from pathlib import Path


def summarize(lines: "list[str]") -> "dict[str, int]":
    counter: collections.Counter[str] = collections.Counter()
    for line in lines:
        parts = line.split()
        if len(parts) > 8:
            counter[parts[8]] += 1
    return dict(counter)


def main(argv: "list[str] | None" = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("log", type=Path, nargs="+")
    parser.add_argument("--minimum", type=int, default=0)
    args = parser.parse_args(argv)
    for path in args.log:
        try:
            text = path.read_text(encoding="utf-8")
        except OSError as error:
            print(f"{path}: {error.strerror}", file=sys.stderr)
            return 1
        for status, count in sorted(summarize(text.splitlines()).items()):
            if count >= args.minimum:
                print(status, count)
    return 0


if __name__ == "__main__":
    sys.exit(main())
