#!/usr/bin/env python3
"""Counts the words of files, as a command."""

import argparse
import sys
from collections import Counter
from pathlib import Path


def count(text: str) -> Counter[str]:
    """How often each word is in a text, whatever its case."""
    return Counter(word.strip(".,;:!?").lower() for word in text.split())


def main(arguments: list[str] | None = None) -> int:
    """Prints the commonest words; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--top", type=int, default=10)
    options = parser.parse_args(arguments)
    total: Counter[str] = Counter()
    for path in options.files:
        try:
            total += count(path.read_text(encoding="utf-8"))
        except OSError as problem:
            print(f"{path}: {problem.strerror}", file=sys.stderr)
            return 1
    for word, times in total.most_common(options.top):
        print(f"{times:6} {word}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
