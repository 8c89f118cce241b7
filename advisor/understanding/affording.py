"""What somebody says of the money that they need: "no chance I'm taking a pay cut"."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.understanding.language import Language
from advisor.understanding.parts import Part
from advisor.understanding.remarks import Remark

LIKE, STRENGTH = "like", 0.8
FAR = 6
"""Within how many words behind pay stands what it is called."""
NEAR = 2
"""Within how many words before it something is denied."""
LOSES, BEARS, BEARS_NOT, SHORT = (
    "losing_pay",
    "bears_losing",
    "bears_no_losing",
    "short_of_pay",
)
BEGINNERS, KEEPS = "beginners_pay", "keeps_pay"
"""Lists of what is lost, of who could bear it or could not, and of too little pay."""


def with_pay_needed(
    remarks: Sequence[Remark], parts: Sequence[Part], language: Language
) -> tuple[Remark, ...]:
    """Return remarks with money as it matters to who can bear no loss of it.

    "I couldn't live on less", "the pay tops out and the rent doesn't" want pay, however
    much they deny.

    Args:
        remarks: what was read of the line.
        parts: its clauses.
        language: the word lists.

    """
    traits = language.sets["pay_trait"]
    for part in parts:
        if _only_tells_pay(part, language):
            remarks = tuple(
                r
                for r in remarks
                if r.trait not in traits or r.polarity >= 0 or r.quote not in part.text
            )
        if not needs_pay(part, language):
            continue
        if any(r.trait in traits and not r.polarity for r in remarks):
            continue  # "I'm not after high pay, I just want no cut" is settled
        kept = [r for r in remarks if r.trait not in traits]
        mine = [r for r in remarks if r.trait in traits and r.polarity > 0]
        told = mine or [
            Remark(trait, 1, STRENGTH, LIKE, part.text) for trait in sorted(traits)
        ]
        remarks = (*kept, *(replace(one, polarity=1) for one in told))
    return tuple(remarks)


def needs_pay(part: Part, language: Language) -> bool:
    """Return whether a clause says that less pay cannot be borne, and asks nothing."""
    return not _asks(part, language) and _needs_pay(part, language)


def _only_tells_pay(part: Part, language: Language) -> bool:
    """Whether a clause tells what one is paid, and nothing of what one cares for.

    "I earn less than 30k", "we don't make much" want no less of it.
    """
    words = [language.contractions.get(word, word) for word in part.words]
    tells = language.phrases["tells_own_pay"].within(words)
    return tells and not language.names_any("caring_for", words)


def _asks(part: Part, language: Language) -> bool:
    """Whether a clause is put as a question: not "there is no way I could"."""
    said = part.words[language.opened(part.words) :]
    leads = ("question_words", "auxiliaries")
    opens = any(language.has(name, said[0]) for name in leads) if said else False
    turned = language.has("negators", said[0]) if said else False
    if _is_tagged(part, language):
        return True
    return part.text.rstrip().endswith("?") or (opens and not turned)


def _is_tagged(part: Part, language: Language) -> bool:
    """Whether a clause ends as a question: "so that's a pay cut, ain't it"."""
    typed = [token.text for token in part.tokens if token.is_word][-2:]
    said = [language.contractions.get(word, word) for word in typed]
    ends = len(said) > 1 and language.has("tag_ends", said[1])
    asks = any(language.has(n, said[0]) for n in ("auxiliaries", "negators"))
    return language.has("tag_questions", said[-1]) or (ends and asks)


def _needs_pay(part: Part, language: Language) -> bool:
    """Whether a clause says that less pay cannot be borne, or that it is too little."""
    words = [language.contractions.get(word, word) for word in part.words]
    if language.phrases[BEARS].within(words):
        return False
    if any(_is_short(words, i, language) for i in range(len(words))):
        return True
    if not part.names_role and _is_poor(words, language):
        return True
    denied = language.names_any("negators", words)
    denied = denied or language.phrases[BEARS_NOT].within(words)
    if denied and language.phrases[LOSES].within(words):
        return True
    if part.names_role or language.names_any("pay_unknown", words):
        return False
    falls = language.phrases[BEGINNERS].within(words) or _falls(words, language)
    return (denied and falls) or language.phrases[KEEPS].within(words)


def _falls(words: Sequence[str], language: Language) -> bool:
    """Whether words speak of pay that gets less: "the money should not drop"."""
    paid = (i for i, word in enumerate(words) if language.has("pay_words", word))
    return any(language.names_any("pay_drops", words[i + 1 : i + FAR]) for i in paid)


def _is_poor(words: Sequence[str], language: Language) -> bool:
    """Whether words call some pay poor: "the pay is rubbish", "lousy wages"."""
    paid = [i for i, word in enumerate(words) if language.has("pay_words", word)]
    poor = [i for i, word in enumerate(words) if language.has("poor_pay", word)]
    return any(
        p == i - 1 or (i < p <= i + FAR and _is_called(words[i + 1 : p], language))
        for i in paid
        for p in poor
    )


def _is_called(between: Sequence[str], language: Language) -> bool:
    """Whether "is" stands between a thing and what it is called, and no "not"."""
    being = any(language.has("pay_being", word) for word in between)
    return being and not language.names_any("negators", between)


def _is_short(words: Sequence[str], at: int, language: Language) -> bool:
    """Whether words at an index say that pay is too little: not "not badly paid"."""
    before = words[max(0, at - NEAR) : at]
    denied = language.names_any("negators", before)
    return language.phrases[SHORT].at(words, at) > 0 and not denied
