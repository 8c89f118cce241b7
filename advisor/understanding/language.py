"""The small words that the reader goes by, compiled from `knowledge/language.yaml`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from advisor.text import words

PHRASE_LISTS = (
    "the_other",
    "the_remaining",
    "the_former",
    "the_latter",
    "the_one",
    "of_those",
    "all_of_them",
    "this_role",
    "both",
    "which_of",
    "of_any_job",
    "asks_the_like",
    "for_oneself",
    "asks_change",
    "leading_in",
    "coming_from",
    "returning",
    "wishing",
    "idioms",
    "wondering",
    "doubting",
    "being",
    "working_as",
    "hates_not",
    "undecided",
    "works_part_time",
    "adds_role",
    "compares_with",
    "not_working_as",
    "introduced_by",
    "contrast_marks",
    "pointing",
    "correction_marks",
    "taken_back",
    "agents",
    "agent_before",
    "agent_after",
    "knowing",
    "forget_marks",
    "not_negators",
    "turns",
    "hedges",
    "hypothetical",
    "once",
    "no_more",
    "takes_back",
    "takes_all_back",
    "denials",
    "equals",
    "half_denials",
    "opposites",
    "adverbials",
    "same_for_me",
    "not_so_me",
    "not_for_me",
    "same_goes",
    "meant_instead",
    "puts_right",
    "by_now",
    "amounts_of",
    "asks_of_me",
    "asks_either",
    "lacks_i",
    "second_thoughts",
    "unsays",
    "asides",
    "leads_in",
    "irony",
    "greetings",
    "thanking",
    "pleading",
    "polite",
    "introducing",
    "not_another",
    "hiring_side",
    "absences",
    "losses",
    "nothing_of",
    "no_exception",
    "told_of_oneself",
    "asserting",
    "unit_month",
    "unit_week",
    "unit_hour",
    "unit_lakh",
    "on_age",
    "lives_in",
    "not_yet_there",
    "at_home",
    "was_there",
    "abroad",
    "shuts_out",
    "beside_it",
    "meant_before",
    "meant_behind",
    "leaves_out",
    "leaves_apart",
    "leaves_off",
    "leaves_behind",
    "same_for_others",
    "for_years",
    "asked_for",
    "origin_being",
    "origin_being_bare",
    "origin_fields",
    "for_a_living",
    "trade_verbs",
    "leaving_it",
    "is_no",
    "unwanted",
    "wanted_by_others",
    "willing_to_learn",
    "of_no_use",
    "denies_sameness",
    "verdicts",
    "asks_oneself",
    "in_study",
    "then_i",
    "sets_aside",
    "left_out_i",
    "without_degree",
    "left_undone",
    "enough_of_it",
    "used_behind",
    "same_two",
    "asks_if_held",
    "judges_reply",
    "caring_nothing",
    "hedged_ends",
    "which_thing",
    "asked_before",
    "asks_fronted",
    "papers",
    "tells_need",
    "knows_not",
    "spell_tails",
    "degree_had",
    "degree_had_behind",
    "midway_through",
    "at_school",
    "undone_before",
    "undone_behind",
    "school_place",
    "worry_about",
    "aim_chooses",
    "aim_follows",
    "aim_shuns",
    "aim_silent",
    "choosing_role",
    "reminding",
    "left_short",
    "wishes_suggestion",
    "verdict_asides",
    "disbelieving",
    "asks_likewise",
    "wished_away",
    "losing_pay",
    "orders_claim",
    "never_did",
    "beginners_pay",
    "keeps_pay",
    "tells_own_pay",
    "bears_losing",
    "bears_no_losing",
    "short_of_pay",
)
ALONE = " "
"""What no word is."""
COUNTING_LISTS = ("ordinals", "small_numbers")


@dataclass(frozen=True, slots=True)
class Phrases:
    """A set of phrases that can be looked for in a sequence of words."""

    by_start: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]
    """By the first word, and by the second or `ALONE` where there is none."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Phrases":
        """Compile phrases; at each place the longest is found first."""
        found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        for text in texts:
            parts = tuple(intern(word) for word in words(text) or (text,))
            second = parts[1] if len(parts) > 1 else ALONE
            found.setdefault(parts[0], {}).setdefault(second, []).append(parts)
        return cls(
            {
                first: {
                    second: tuple(sorted(options, key=len, reverse=True))
                    for second, options in behind.items()
                }
                for first, behind in found.items()
            }
        )

    def at(
        self,
        sequence: Sequence[str],
        i: int,
        passed: frozenset[str] = frozenset(),
    ) -> int:
        """Return how many words of a phrase stand at index i; 0 where none does.

        Args:
            sequence: the words.
            i: where the phrase begins.
            passed: words that may stand inside it: "can't really stand".

        """
        behind = self.by_start.get(sequence[i])
        if behind is None:
            return 0
        best, length = 0, 0
        at = i + 1
        while at < len(sequence):
            for phrase in behind.get(sequence[at], ()):
                if len(phrase) <= best:
                    break
                if end := _end_of(phrase, sequence, at, passed):
                    best, length = len(phrase), end - i
                    break
            if sequence[at] not in passed:
                break
            at += 1
        return length or int(ALONE in behind)

    def ends(self, sequence: Sequence[str], i: int) -> bool:
        """Return whether a phrase ends just before index i."""
        return any(
            start >= 0 and (length := self.at(sequence, start)) and start + length == i
            for start in range(max(0, i - 4), i)
        )

    def within(self, sequence: Sequence[str]) -> bool:
        """Return whether any phrase stands in a sequence of words."""
        return any(self.at(sequence, i) for i in range(len(sequence)))


@lru_cache(maxsize=512)
def phrases_of(texts: tuple[str, ...]) -> Phrases:
    """Return compiled phrases of a list of the data files; there are only so many."""
    return Phrases.of(texts)


def _end_of(
    phrase: Sequence[str], sequence: Sequence[str], at: int, passed: frozenset[str]
) -> int:
    """Return where a phrase ends whose second word stands at an index, or 0.

    Words that may be passed are passed.
    """
    for part in phrase[1:]:
        while at < len(sequence) and sequence[at] != part and sequence[at] in passed:
            at += 1
        if at >= len(sequence) or sequence[at] != part:
            return 0
        at += 1
    return at


@dataclass(frozen=True, slots=True)
class Language:
    """Word lists (sets) and phrase lists, by their names in the data file."""

    sets: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Phrases]
    signs: Mapping[str, str]
    """Signs that stand for a word, such as a thumb turned up."""
    ordered: Mapping[str, tuple[str, ...]]
    """Word lists in which the place of a word tells its number."""
    verbs_of_one: Mapping[str, str]
    """What somebody else does -> the same of the speaker: "loves" -> "love"."""
    chat: Mapping[str, tuple[str, ...]]
    """What is shortened in chat, whatever stands beside it -> the words for it."""
    contractions: Mapping[str, str]
    """What is typed without its apostrophe -> as it is written: "dont" -> "don't"."""

    def has(self, name: str, word: str) -> bool:
        """Return whether a word stands in a word list."""
        return word in self.sets[name]

    def names_any(self, name: str, sequence: Sequence[str]) -> bool:
        """Return whether a word of a list stands in a sequence of words."""
        return not self.sets[name].isdisjoint(sequence)

    def opened(self, sequence: Sequence[str]) -> int:
        """Return how many words only open a clause; one at least is left."""
        at = 0
        while at < len(sequence) - 1 and self.has("openers", sequence[at]):
            at += 1
        return at

    def names(self, name: str, sequence: Sequence[str]) -> bool:
        """Return whether a phrase of a list stands in a sequence of words."""
        return self.phrases[name].within(sequence)


def compile_language(lists: Mapping[str, Sequence[str]]) -> Language:
    """Return the language of a catalog."""
    return Language(
        {name: frozenset(texts) for name, texts in lists.items()},
        {name: Phrases.of(lists[name]) for name in PHRASE_LISTS},
        {
            sign: entry.split()[0]
            for entry in lists["signs"]
            for sign in entry.split()[1:]
        },
        {name: tuple(lists[name]) for name in COUNTING_LISTS},
        dict(pair.split() for pair in lists["verbs_of_one"]),
        {parts[0]: parts[1:] for e in lists["chat"] if (parts := tuple(e.split()))},
        dict(pair.split() for pair in lists["contractions"]),
    )
