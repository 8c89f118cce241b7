"""Tell lines that leave out the question: "from accounting", "ten years in"."""

from collections.abc import Sequence

from advisor.understanding.language import Language

_FEW = 6
_NEAR = 3


def without_openers(words: Sequence[str], language: Language) -> list[str]:
    """Return a clause's words less signs, and less "and what about" before them."""
    said = [word for word in words if word[0].isalnum()]
    at = 0
    while at < len(said):
        step = language.phrases["leading_in"].at(said, at)
        step = step or language.has("openers", said[at])
        if not step:
            break
        at += step
    return said[at:]


def tells_origin(words: Sequence[str], language: Language) -> bool:
    """Whether a clause only says where somebody would come from: "from retail"."""
    said = without_openers(words, language)
    if not said or len(said) > _FEW:
        return False
    length = language.phrases["coming_from"].at(said, 0)
    if not length or length == len(said):
        return False
    return not any(
        language.has("question_words", word) or language.has("no_origin", word)
        for word in said[length:]
    )


def tells_years(words: Sequence[str], language: Language) -> bool:
    """Whether a clause names a stretch of years, as in "after ten years"."""
    return any(
        language.has("year_words", word)
        and any(_is_number(before, language) for before in words[max(0, i - _NEAR) : i])
        for i, word in enumerate(words)
    )


def is_for_years(words: Sequence[str], language: Language) -> bool:
    """Whether a clause only says of how many years: "with like 8 yrs of experience"."""
    said = without_openers(words, language)
    length = language.phrases["for_years"].at(said, 0) if said else 0
    if not length or not tells_years(said, language):
        return False
    small = ("for_years_words", "year_words", "fillers")
    return all(
        _is_number(word, language) or any(language.has(name, word) for name in small)
        for word in said[length:]
    )


def _is_number(word: str, language: Language) -> bool:
    return word[0].isdigit() or language.has("number_words", word)


def only_points(words: Sequence[str], language: Language) -> bool:
    """Whether a line has nothing but pronouns to say what it is about."""
    said = without_openers(words, language)
    pronouns = [word for word in said if language.has("bare_pronouns", word)]
    rest = [word for word in said if word not in pronouns]
    small = all(
        language.has("fillers", word) or language.has("choosers", word) for word in rest
    )
    asks = bool(said) and language.has("auxiliaries", said[0])
    advice = language.names("for_oneself", words)
    return bool(pronouns) and small and not asks and not advice


def introduces_job(words: Sequence[str], language: Language) -> bool:
    """Whether a clause that names a job says that it is the speaker's: "nurse here"."""
    said = [word for word in words if word[0].isalnum()]
    return bool(said) and language.has("here", said[-1])


def leads_back(words: Sequence[str], language: Language) -> bool:
    """Whether a clause only turns to careers in general: "can we talk about work"."""
    said = without_openers(words, language)
    back = language.phrases["returning"]
    at = next((i for i in range(len(said)) if back.at(said, i)), None)
    if at is None:
        return False
    rest = said[at + back.at(said, at) :]
    general = any(language.has("work_in_general", word) for word in rest)
    return general and all(
        language.has("work_in_general", word) or language.has("fillers", word)
        for word in (*said[:at], *rest)
    )
