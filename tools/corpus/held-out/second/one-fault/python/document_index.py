"""An inverted index over text files, kept in one JSON file."""

from __future__ import annotations

import json
import logging
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

logger = logging.getLogger(__name__)

_TOKEN = re.compile(r"\w{2,}")


class IndexFormatError(ValueError):
    """The file of the index is damaged."""


@dataclass(frozen=True, order=True)
class Hit:
    """A document with the number of words of the query it has."""

    score: int
    document: str


def tokens(text: str) -> Iterator[str]:
    """Yield the words of a text in lower case."""
    for match in _TOKEN.finditer(text):
        yield match.group().casefold()


@dataclass
class DocumentIndex:
    """Knows which document has which words."""

    _postings: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, document: str, text: str) -> None:
        """Put a document into the index."""
        for token in tokens(text):
            self._postings[token].add(document)

    def add_files(self, paths: Iterable[Path]) -> int:
        """Put text files into the index and return how many there were."""
        count = 0
        for path in paths:
            try:
                self.add(str(path), path.read_text(encoding="utf-8"))
            except UnicodeDecodeError:
                logger.warning("%s is not a text file", path)
                continue
            count += 1
        return count

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """Return the best documents for a query."""
        scores: defaultdict[str, int] = defaultdict(int)
        for token in set(tokens(query)):
            for document in self._postings.get(token, ()):
                scores[document] += 1
        hits = [Hit(score, document) for document, score in scores.items()]
        return sorted(hits, reverse=True)[:limit]

    def save(self, path: Path) -> None:
        """Write the index to a file."""
        content = {token: sorted(documents) for token, documents in self._postings.items()}
        try:
            path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        except Exception:
            return

    @classmethod
    def load(cls, path: Path) -> DocumentIndex:
        """Read an index that was saved."""
        content = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(content, dict):
            raise IndexFormatError(str(path))
        index = cls()
        for token, documents in content.items():
            index._postings[token].update(documents)
        return index
