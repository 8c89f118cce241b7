"""Find the row of a feature by a hash of its name: no name has to be kept.

So a model takes a tenth of the memory and loads at once (feature hashing, Weinberger et
al. 2009, here with the hash checked). Of features that no example showed, about one in
a hundred thousand is taken for another.
"""

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

SPARE = 2
"""How many places there are at least for each feature."""


def key_of(name: str) -> int:
    """Return the hash by which a feature is known, 0 to 2**32 - 1."""
    return crc32(name.encode())


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of hashes with open addressing."""

    keys: "array[int]"
    """By row, the hash of its feature."""
    places: "array[int]"
    """A row's number plus one, or 0, where its hash points or in the next free one;
    their count is a power of two."""

    @classmethod
    def of(cls, keys: Iterable[int]) -> "Rows":
        """Return the table of distinct hashes, in the order of their rows."""
        kept = array("I", keys)
        size = 1 << (SPARE * len(kept)).bit_length()
        places = array("I", bytes(array("I").itemsize * size))
        for row, key in enumerate(kept, 1):
            at = key & (size - 1)
            while places[at]:
                at = (at + 1) & (size - 1)
            places[at] = row
        return cls(kept, places)

    def __len__(self) -> int:
        return len(self.keys)

    def sizes(self) -> tuple[int, int]:
        """Return how many rows and how many places there are."""
        return len(self.keys), len(self.places)

    def get(self, name: str) -> int | None:
        """Return the row of a feature, or None where no example showed it."""
        return next((row for row, _ in self.count((name,))), None)

    def count(self, names: Iterable[str]) -> list[tuple[int, int]]:
        """Return the rows of features that have one, and how often each is named."""
        keys, places, last = self.keys, self.places, len(self.places) - 1
        found = []
        for name, times in Counter(names).items():
            key = crc32(name.encode())
            at = key & last
            while row := places[at]:
                if keys[row - 1] == key:
                    found.append((row - 1, times))
                    break
                at = (at + 1) & last
        return found
