"""Cut an utterance into the parts that each say one thing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.privacy import HIDDEN
from advisor.text import Token, ends_sentence
from advisor.understanding.cues import Cues
from advisor.understanding.language import Language
from advisor.understanding.mentions import Mention

MOST_CLAUSES = 20
HEADS = ("heads_like", "heads_dislike", "heads_know", "heads_lack")
"""What may stand at the head of a list of what one likes: "likes: SQL, R"."""
_SHORT = 3
WHETHER = ("if", "whether")
FRONTED = 3
"""At most so many words name the thing asked about, ahead of the question."""
TAGGED = 4
"""A statement with a tag behind it has as many words at least."""
EITHER = ("either", "neither")
SHORT_START = 2
"""Within how many words "and no SQL either" says no."""
FEW = 6
"""Of so many words is a remark that only tells one's work and its years."""
WRAPPED = 60
"""Characters from which a line may have been cut by the program it was typed in."""
MODALS = ("can", "could", "will", "would", "should", "may", "might", "must")
SO, DO, ALONG = "so", ("do", "does"), 2
"""How a clause begins that goes along with another, and its words besides."""
DID, HAVE = ("did", "had"), "have"
TO_BE = ("is", "are", "was", "were")
NAMES_IT = (*TO_BE, ":", "=")
"""What stands between "what I like" and its name."""
SUBJECTS = ("selves", "asked_of", "bare_pronouns", "articles", "owners", "others")
"""Lists of words that a verb has for its subject."""
LEADS = ("asides", "leads_in")
WHETHER = ("if", "whether")
"""Lists of phrases that only lead to what is said: "different thing, what ..."."""
UNSTATED = ("question_words", "auxiliaries", "requests", "prefacing", "time_leads")
"""Lists of what begins no statement."""
BUT, ME = "but", "me"
LIKINGS = ("love", "like", "enjoy", "adore", "hate", "loathe", "detest", "dislike")
"""Verbs by which what was put first is judged."""
BRACKETED = 4
"""Within so many tokens behind an opening bracket a number stands in brackets."""
BULLETS = ("-", "*", "\N{BULLET}")

WHENEVER = ("when", "whenever", "while", "once")
QUOTES = ("'", '"', "\u2019", "\u201d", "\u00bb")
"""What ends a quotation."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of tokens that is read as a whole."""

    first: int
    last: int
    """Index of its last token."""
    sentence: int = 0
    """Counted from 0."""
    asks: bool = False
    """Whether it is a question by what stood before it: "I wonder"."""


def split(
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    cues: Cues,
    language: Language,
) -> tuple[Clause, ...]:
    """Return the clauses of an utterance, in order; they cover all its words.

    A sentence end always cuts. A joining word or comma cuts only where what
    stands on both sides can be read alone: a question of its own, a named
    topic that differs, or a remark that begins with "I".
    """
    inside = {i for m in mentions for i in range(m.first, m.last)}
    names = {m.first for m in mentions}
    ends = {m.last for m in mentions}
    found: list[Clause] = []
    start = sentence = 0
    for i in range(len(tokens)):
        if _is_end(tokens, i, language) or i == len(tokens) - 1:
            if _is_number(tokens, start) and start + 1 < i:
                start += 2
            for first, last in _runs(tokens, (start, i), ends, language):
                parts = _soft(tokens, first, last, (inside, names), cues, language)
                found += [replace(part, sentence=sentence) for part in parts]
            start, sentence = i + 1, sentence + 1
    cut = _with_ellipses([c for c in found if _has_word(tokens, c)], tokens, language)
    if len(cut) > MOST_CLAUSES:
        rest = replace(cut[MOST_CLAUSES - 1], last=cut[-1].last)
        cut = [*cut[: MOST_CLAUSES - 1], rest]
    return tuple(cut)


def _with_ellipses(
    clauses: Sequence[Clause], tokens: Sequence[Token], language: Language
) -> list[Clause]:
    """Return clauses with those that leave out their verb put to the one before.

    "My friend's app named a job at once. Why can't you?" asks for a job.
    """
    found: list[Clause] = []
    for clause in clauses:
        said = _said(tokens, clause, language)
        short = language.phrases["asks_the_like"].at(said, 0) == len(said)
        before = _said(tokens, found[-1], language) if found else []
        first = before[0] if before else ""
        own = language.has("first_person", first) and not language.has("my_own", first)
        if short and before and not own:
            found[-1] = replace(found[-1], last=clause.last)
        else:
            found.append(clause)
    return found


def _said(tokens: Sequence[Token], clause: Clause, language: Language) -> list[str]:
    """Return the words of a clause, less those that only open it."""
    cut = tokens[clause.first : clause.last + 1]
    said = [token.text for token in cut if token.is_word]
    return said[language.opened(said) :]


def _is_end(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether a sentence ends with a token: a stop, or a line's end."""
    token = tokens[i]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or _is_number(tokens, i + 1):
        return True
    if token.text == ":" and i and i + _SHORT < len(tokens):
        turned = any(language.has("talk_instead", t.text) for t in tokens[:i])
        if turned and _asks_at(tokens, i + 1, i + _SHORT, language):
            return True
    if not ends_sentence(token):
        return False
    if token.text == "\n":
        return _ends_line(tokens, i, language)
    if token.text == "." and i and language.has("abbreviations", tokens[i - 1].text):
        denies = language.has("says_no", tokens[i - 1].text)  # "No. 3", not "No. Yes"
        return denies and not following.text.isdigit()
    return following.start > token.end


def _ends_line(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether what a line says ends with it, so that it was not just too long.

    The next is an item of a list ("- likes: R"), the line is short and does not go on
    with "in" or "for", or a question or remark begins behind it.
    """
    ahead = [token.text for token in tokens[i + 1 : i + 3]]
    if ahead[0] in BULLETS or ahead[1:] == [":"]:
        return True
    if language.has("small_words", ahead[0]):
        return _opens(tokens, i + 1, len(tokens) - 1, language)
    first = i
    while first > 0 and tokens[first - 1].text != "\n":
        first -= 1
    if first < i and tokens[i].start - tokens[first].start < WRAPPED:
        return True
    return _opens(tokens, i + 1, len(tokens) - 1, language)


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number of a list's item stands at a token: "2) what ...".

    An age in brackets is none: "my daughter (17) loves maths".
    """
    before = [token.text for token in tokens[max(0, at - BRACKETED) : at]]
    numbered = before[-1:] == ["("] and len(tokens[at].text) == 1
    if "(" in before and not numbered:
        return False
    if at + 1 >= len(tokens) or not tokens[at].text.isdigit():
        return False
    return tokens[at + 1].text == ")" and tokens[at + 1].start == tokens[at].end


def _has_word(tokens: Sequence[Token], clause: Clause) -> bool:
    return any(t.is_word for t in tokens[clause.first : clause.last + 1])


def _soft(
    tokens: Sequence[Token],
    first: int,
    last: int,
    named: tuple[set[int], set[int]],
    cues: Cues,
    language: Language,
) -> list[Clause]:
    """Return a sentence cut at joining words, where both sides can stand alone."""
    inside, names = named
    found: list[Clause] = []
    start = first
    for i in range(first + 1, last):
        if i in inside or not language.has("joins", tokens[i].text):
            continue
        after = i + 1
        while after < last and language.has("joins", tokens[after].text):
            after += 1
        if _or_again(tokens, i, after, language):
            continue
        if _goes_on(tokens, start, after, names, language):
            continue
        if _is_likewise(tokens[after : last + 1], language):
            continue
        if tokens[after].text in TO_BE and _leads_on(tokens, start, language):
            continue
        ahead = _next_cut(tokens, after, last, language)
        apart = _beside(tokens, (start, i - 1), (after, ahead), names, language)
        apart |= _bare_beside(tokens, (start, i - 1), (after, ahead), language)
        apart |= _spliced(tokens, (start, i - 1), (after, ahead), language)
        if not apart and not (
            _stands(tokens, start, i - 1, cues, language)
            and _stands(tokens, after, ahead, cues, language)
        ):
            continue
        here, there = Clause(start, i - 1), Clause(after, ahead)
        if not apart and _same_topic(here, there, cues, tokens, language):
            continue
        found.append(Clause(start, i - 1))
        start = after
    found.append(Clause(start, last))
    return found


def _runs(
    tokens: Sequence[Token], span: tuple[int, int], ends: set[int], language: Language
) -> list[tuple[int, int]]:
    """Return a sentence cut where its speaker goes on without a comma.

    "I like maths I wonder what they earn", and "since we moved to SQL I am happy".
    """
    first, last = span
    leads = language.has("since_when", tokens[first].text)
    runs: list[tuple[int, int]] = []
    for i in range(first + 1, last):
        own = language.has("subjects_of_one", tokens[i].text)
        goes_on = leads and own and first + _SHORT <= i < last - 1
        goes_on = goes_on and _is_whole(tokens, first, i, ends, language)
        leads = leads and not own
        if goes_on or _wonders(tokens, first, i, language):
            runs.append((first, i - 1))
            first, leads = i, False
    return [*runs, (first, last)]


def _is_whole(
    tokens: Sequence[Token], first: int, at: int, ends: set[int], language: Language
) -> bool:
    """Whether what tells when, or why, is whole before a word: it has its verb."""
    verb = any(language.has("auxiliaries", t.text) for t in tokens[first + 2 : at])
    before = tokens[at - 1]
    links = any(language.has(name, before.text) for name in ("relative_who", "joins"))
    return before.is_word and not links and (at - 1 in ends or verb)


def _wonders(tokens: Sequence[Token], start: int, at: int, language: Language) -> bool:
    if not language.has("first_person", tokens[at].text):
        return False
    said = [token.text for token in tokens]
    ahead = at + language.phrases["wondering"].at(said, at)
    asks = ahead > at and ahead < len(said) and _begins_asking(said[ahead], language)
    told = [token.text for token in tokens[start:at] if token.is_word]
    if not asks or len(told) < _SHORT or language.has("wondered_of", said[at - 1]):
        return False
    return tokens[at - 1].is_word and not language.has("joins", said[at - 1])


def _begins_asking(word: str, language: Language) -> bool:
    return language.has("question_words", word) or word in WHETHER


def _or_again(tokens: Sequence[Token], at: int, after: int, language: Language) -> bool:
    """Whether a second half only offers the other side: "should I X or should I Y"."""
    joined = {token.text for token in tokens[at:after]}
    opens = tokens[after].text
    return "or" in joined and not language.has("question_words", opens)


def _goes_on(
    tokens: Sequence[Token],
    start: int,
    after: int,
    names: set[int],
    language: Language,
) -> bool:
    """Whether a verb behind "and" has the speaker before it for its subject.

    "I find out why it broke, and can tell the story".
    """
    if tokens[after].text not in MODALS or after + 1 >= len(tokens):
        return False
    ahead = tokens[after + 1].text
    subject = any(language.has(name, ahead) for name in SUBJECTS)
    own = any(language.has("first_person", t.text) for t in tokens[start:after])
    asks = any(t.text == "?" for t in tokens[after:])
    return own and not subject and not asks and after + 1 not in names


def _is_likewise(tokens: Sequence[Token], language: Language) -> bool:
    """Whether a run only asks the same of what stands before it: "do they?"."""
    words = [token.text for token in tokens if token.is_word]
    return bool(words) and language.phrases["asks_likewise"].at(words, 0) == len(words)


def _leads_on(tokens: Sequence[Token], start: int, language: Language) -> bool:
    """Whether a run only leads to what it names: "what I do like, a lot, is X"."""
    opens = language.has("question_words", tokens[start].text)
    return opens and language.has("first_person", tokens[start + 1].text)


def _next_cut(
    tokens: Sequence[Token], first: int, last: int, language: Language
) -> int:
    """Return where the part that begins here might end."""
    for i in range(first + 1, last):
        if language.has("joins", tokens[i].text):
            return i - 1
    return last


def _stands(
    tokens: Sequence[Token], first: int, last: int, cues: Cues, language: Language
) -> bool:
    """Whether a run of tokens can be read by itself."""
    if first > last:
        return False
    words = [token.text for token in tokens[first : last + 1]]
    leads = any(language.phrases[name].at(words, 0) for name in LEADS)
    if leads or cues.within(first, last):
        return True
    return _opens(tokens, first, last, language) or _denies_more(words, language)


def _denies_more(words: Sequence[str], language: Language) -> bool:
    """Whether a run only adds to what its speaker would not have: "no SQL either"."""
    said = words if words[-1].isalnum() else words[:-1]
    ends = bool(said) and said[-1] in EITHER
    return ends and language.names_any("denying", said[:SHORT_START])


def _beside(
    tokens: Sequence[Token],
    here: tuple[int, int],
    there: tuple[int, int],
    names: set[int],
    language: Language,
) -> bool:
    """Whether a question and a remark whose subject is something else are joined.

    "Maths was never my thing, and what do they earn?"
    """
    if not any(token.is_word for token in tokens[here[1] + 1 : there[0]]):
        return False
    opens = [_opens(tokens, *run, language) for run in (here, there)]
    own = [_is_of_me(tokens, *run, language) for run in (here, there)]
    verb = language.has("auxiliaries", tokens[min(there[0] + 1, there[1])].text)
    begun = [t.text for t in tokens[here[0] : here[1] + 1]]
    asks = opens[0] and not language.names_any("selves", begun)
    if own[1] and (verb or (asks and there[0] in names)):
        return opens[0] or own[0]
    return own[0] and opens[1]


def _bare_beside(
    tokens: Sequence[Token],
    here: tuple[int, int],
    there: tuple[int, int],
    language: Language,
) -> bool:
    """Whether a question follows a remark that leaves out its "I", or an "and if I".

    "Love SQL btw, so what do they earn", "DS 5 yrs, what do seniors earn". And whether
    a remark follows a question left half said: "and in Germany, my cousin is there".
    """
    if _is_left_short(tokens, *here, language) and there[1] - there[0] >= _SHORT - 1:
        return any(language.has(name, tokens[there[0]].text) for name in SUBJECTS)
    between = [token.text for token in tokens[here[1] + 1 : there[0]]]
    joined = any(word[0].isalnum() for word in between)
    spoken = [token.text for token in tokens[there[0] : there[1] + 1]]
    own = language.names_any("first_person", spoken)  # "and so do I"
    if SO in between and not own and goes_along([SO, *spoken], 1):
        return True
    begins = [token.text for token in tokens[there[0] : there[0] + 2]]
    if joined and begins[0] == WHETHER[0]:
        return language.has("first_person", begins[-1])
    first = here[0]
    while first < here[1] and language.has("openers", tokens[first].text):
        first += 1
    told = [token.text for token in tokens[first : here[1] + 1]]
    years = len(told) <= FEW and language.names_any("origin_years", told[1:])
    if len(told) <= 1:
        return False
    years = years and not language.has("time_leads", told[0])
    if language.has("prefacing", told[0]) and _counts_years(told, language):
        return language.has("question_words", tokens[there[0]].text)
    bare = years or language.has("bare_remarks", told[0])
    return bare and _asks_at(tokens, *there, language)


def _spliced(
    tokens: Sequence[Token],
    here: tuple[int, int],
    there: tuple[int, int],
    language: Language,
) -> bool:
    """Whether a plain question follows a statement: "the bus is here, what is it".

    Or something else is put first, and judged, behind a "but": "but plots, love those".
    """
    between = [token.text for token in tokens[here[1] + 1 : there[0]]]
    if BUT in between and _is_fronted(tokens, there[1] + 1, language):
        return True
    first = here[0]
    while first < here[1] and language.has("openers", tokens[first].text):
        first += 1
    told = [token.text for token in tokens[first : here[1] + 1]]
    if len(told) <= _SHORT or not _asks_at(tokens, *there, language):
        return False
    if any(language.has(name, told[0]) for name in UNSTATED):
        return False
    if language.names_any("relative_who", told):
        return False  # "those of you who are statisticians, what is it like?"
    verbs = (language.has("auxiliaries", word) for word in told[1:])
    return any(verbs) or language.names_any("selves", told)


def _is_fronted(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether what stands before a comma is judged behind it: ", love that"."""
    if at >= len(tokens) or tokens[at].text != ",":
        return False
    behind = [token.text for token in tokens[at + 1 : at + 1 + FEW] if token.is_word]
    judges = next((i for i, w in enumerate(behind) if w in LIKINGS), len(behind))
    return language.names_any("pronouns", behind[judges + 1 : judges + 2])


def _is_left_short(
    tokens: Sequence[Token], first: int, last: int, language: Language
) -> bool:
    """Whether a run only adds to what was asked before: "and in Germany"."""
    words = [token.text for token in tokens[first : last + 1] if token.is_word]
    length = language.phrases["left_short"].at(words, 0) if words else 0
    return bool(length) and length < len(words) <= length + SHORT_START


def _counts_years(words: Sequence[str], language: Language) -> bool:
    """Whether some words count years of work: "after 31 years of teaching"."""
    return any(
        language.has("origin_years", word)
        and (words[i][0].isdigit() or language.has("number_words", words[i]))
        for i, word in enumerate(words[1:])
    )


def _asks_at(
    tokens: Sequence[Token], first: int, last: int, language: Language
) -> bool:
    """Whether a run begins with a question word and a verb of the question."""
    while first < last and language.has("openers", tokens[first].text):
        first += 1
    ahead = [token.text for token in tokens[first : min(last, first + _SHORT) + 1]]
    asks = language.has("question_words", ahead[0])
    short = ahead[0].endswith("s") and len(ahead) > 1  # "what's", "hows"
    return asks and (short or language.names_any("auxiliaries", ahead[1:]))


def _is_of_me(
    tokens: Sequence[Token], first: int, last: int, language: Language
) -> bool:
    """Whether a run ends about the speaker without beginning so: "puzzles suit me"."""
    if last - first < _SHORT - 1:
        return False
    if any(language.has("question_words", t.text) for t in tokens[first:last]):
        return False
    return any(
        language.has("selves", tokens[i].text)
        and not _only_asks_for(tokens, i, language)
        for i in range(first + 1, last + 1)
    )


def _only_asks_for(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether "me" is only who asks: "compare A and B for me"; not in "B is for me"."""
    verb = language.has("auxiliaries", tokens[max(0, at - 2)].text)
    return tokens[at - 1].text == "for" and not verb


def _opens(tokens: Sequence[Token], first: int, last: int, language: Language) -> bool:
    """Whether a run begins as a question or as a remark about oneself."""
    i = _behind_preface(tokens, first, last, language)
    while i < last and language.has("openers", tokens[i].text):
        i += 1
    word = tokens[i].text
    turned = word == ME and language.has("first_person", tokens[min(i + 1, last)].text)
    if turned or any(language.has(n, word) for n in ("question_words", "first_person")):
        return last - i >= 1  # "me I like it" as well
    if language.has("requests", word) and last - i > 1:
        return language.has("selves", tokens[i + 1].text)
    if language.has("contrasting", word) and last - i >= 1:
        return True
    if language.has("turning_to", word) and last - i > 1:
        return language.has("turns_to", tokens[i + 1].text)
    if last - i > 1 and tokens[i + 1].text == ":":
        return any(language.has(heads, word) for heads in HEADS)
    return language.has("auxiliaries", word) and last - i >= _SHORT - 1


def _behind_preface(
    tokens: Sequence[Token], first: int, last: int, language: Language
) -> int:
    """Return where a question begins behind a colon: "two things: what ..."."""
    for i in range(last - 1, first, -1):
        if tokens[i].text == ":":
            word = tokens[i + 1].text
            asks = any(language.has(n, word) for n in ("question_words", "auxiliaries"))
            return i + 1 if asks else first
    return first


def asked_behind(tokens: Sequence[Token], language: Language) -> int | None:
    """Return where the question or request begins that follows something else."""
    last = len(tokens) - 1
    for i in range(1, last):
        joined = language.has("joins", tokens[i].text) or not tokens[i].is_word
        ahead = i + 1
        while ahead < last and language.has("openers", tokens[ahead].text):
            ahead += 1
        own = language.has("first_person", tokens[ahead].text)
        if joined and not own and _opens(tokens, ahead, last, language):
            return tokens[ahead].start
    return None


def _same_topic(
    here: Clause,
    ahead: Clause,
    cues: Cues,
    tokens: Sequence[Token],
    language: Language,
) -> bool:
    """Whether two runs only list words of one topic ("tools and technologies")."""
    if _opens(tokens, ahead.first, ahead.last, language):
        return False
    one = set(cues.within(here.first, here.last))
    two = set(cues.within(ahead.first, ahead.last))
    return not one or two <= one


def is_question(
    tokens: Sequence[Token], clause: Clause, language: Language
) -> tuple[bool, bool]:
    """Return whether a clause is a question, and whether one to say yes or no to."""
    i = clause.first
    while i < clause.last and (
        language.has("openers", tokens[i].text) or not tokens[i].is_word
    ):
        i += 1
    word = tokens[i].text
    asks = _asks(tokens[clause.first : clause.last + 1])
    said = [t.text for t in tokens[i : clause.last + 1] if t.is_word]
    if language.phrases["asks_either"].ends(said, len(said)):
        return True, True
    rest = [t.text for t in tokens[i + 1 : clause.last + 1]]
    word = _written(word, rest, language)
    verb = language.has("auxiliaries", word) and not _leaves_out_i(word, rest, language)
    if clause.asks or asks_behind(said, language):
        return True, verb or word in WHETHER
    opens = verb and tokens[clause.first].text != HIDDEN
    if _goes_along(tokens, clause) and not asks:
        return False, False
    what = language.has("question_words", word) and not (
        _names_it(rest, language) or _tells_when(word, rest, language)
    )
    question = asks or opens or what
    tagged = asks and not what and _is_tagged(rest, language)
    return question, tagged or (opens and not _is_request(rest, language))


def asks_behind(said: Sequence[str], language: Language) -> bool:
    """Whether what is asked about stands first: "Python how much do I need"."""
    asks = language.phrases["asks_fronted"]
    ahead = range(1, min(FRONTED, len(said) - 1) + 1)
    at = next((i for i in ahead if asks.at(said, i) > 0), 0)
    lists = ("first_person", "auxiliaries", "negators", "selves", "subjectless")
    return at > 0 and not any(language.names_any(n, said[:at]) for n in lists)


def _goes_along(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a clause only goes along with the one before: "so do dashboards"."""
    return goes_along([t.text for t in tokens[: clause.last + 1]], clause.first)


def goes_along(words: Sequence[str], first: int) -> bool:
    """Return whether what begins at an index only goes along: "so do dashboards"."""
    said = [word for word in words[first:] if word[0].isalnum()]
    if said[:1] == [SO]:
        said = said[1:]
    elif not first or words[first - 1] != SO:
        return False
    return len(said) == ALONG and said[0] in (*TO_BE, *DID, *DO)


def _written(word: str, rest: Sequence[str], language: Language) -> str:
    """Return a "dont" before its subject as it is written: "dont i need maths"."""
    behind = rest[0] if rest else ""
    lists = ("asked_of", "plural_pronouns", "bare_pronouns")
    if not any(language.has(name, behind) for name in lists):
        return word
    return language.contractions.get(word, word)


def _asks(tokens: Sequence[Token]) -> bool:
    """Whether a question mark stands in a clause, and not in what it only quotes."""
    marks = [i for i, token in enumerate(tokens) if token.text == "?"]
    return any(i + 2 >= len(tokens) or tokens[i + 1].text not in QUOTES for i in marks)


def _is_tagged(words: Sequence[str], language: Language) -> bool:
    """Whether a statement is put as a question by its end: "..., right?"."""
    said = [word for word in words if word[0].isalnum()]
    if len(said) < TAGGED or language.has("first_person", said[0]):
        return False
    if any(language.has("limiting", word) for word in said):
        return False
    two = language.has("auxiliaries", said[-2]) and language.has("tag_ends", said[-1])
    return two or language.has("tag_questions", said[-1])


def _leaves_out_i(word: str, rest: Sequence[str], language: Language) -> bool:
    """Whether a remark lacks its "I", so that it looks asked: "don't mind coding"."""
    if language.phrases["left_out_i"].at([word, *rest], 0) > 0:
        return True
    if language.has("negators", word):
        return bool(rest) and language.has("subjectless", rest[0])
    counted = rest[0] if rest else ""
    number = counted.isdigit() or language.has("number_words", counted)
    subject = any(language.has(name, counted) for name in (*SUBJECTS, "asked_of"))
    own = word == HAVE and rest and not subject and not _is_marked(rest)
    return bool((number and word in DID) or own)  # "did ten years of it"


def _is_marked(words: Sequence[str]) -> bool:
    """Whether a sign of asking stands among some words."""
    return "?" in words


def _tells_when(word: str, rest: Sequence[str], language: Language) -> bool:
    """Whether a "when" only tells when something is so: "when I'm stuck, I ask".

    With no comma, a second "I" shows where the rest begins: "when I code I use R".
    """
    if word not in WHENEVER or any(language.has("auxiliaries", w) for w in rest[:2]):
        return False
    if "," in rest:
        later = rest[rest.index(",") + 1 :]
        return bool(later) and language.has("first_person", later[0])
    mine = [i for i, w in enumerate(rest) if language.has("first_person", w)]
    return mine[:1] == [0] and len(mine) > 1


def _names_it(words: Sequence[str], language: Language) -> bool:
    """Whether a question word only leads to an answer: "what I enjoy: maths"."""
    if not words or not _tells_of_self(words, language):
        return False
    verbs = [i for i, word in enumerate(words) if word in NAMES_IT]
    if not verbs or verbs[0] == len(words) - 1:
        return False
    return not any(language.has("question_words", w) for w in words[: verbs[0]])


def _tells_of_self(words: Sequence[str], language: Language) -> bool:
    """Whether what follows a "what" is the speaker's: "I enjoy", "drives me mad"."""
    if language.has("first_person", words[0]):
        return True
    moved = len(words) > 1 and language.has("selves", words[1])
    if moved and not language.has("auxiliaries", words[0]):
        return True
    return language.phrases["worry_about"].at(words, 0) > 0


def _is_request(words: Sequence[str], language: Language) -> bool:
    """Whether what follows an auxiliary asks for more than a yes: "can you tell me"."""
    if not words or not language.has("asked_of", words[0]):
        return False
    return any(
        language.has("requests", word) or language.has("question_words", word)
        for word in words[1:]
    )
