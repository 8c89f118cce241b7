"""The matcher by itself: any intents, any examples."""

import pytest

from advisor.match import IntentMatcher

EXAMPLES = {
    "book_table": ["book a table", "reserve a table for two", "a table for tonight"],
    "opening_hours": ["when do you open", "opening hours", "are you open on sundays"],
    "menu": ["show me the menu", "what can I eat here", "is there anything vegan"],
}
STRANGE = ("", "   ", "?!", "\u4f60\u597d", "zxqv wrtz", "\x1b[31m", "x" * 100_000)


@pytest.fixture(scope="module")
def matcher() -> IntentMatcher:
    return IntentMatcher(EXAMPLES)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("could you reserve us a table please", "book_table"),
        ("what are your openng hours", "opening_hours"),
        ("anything for a vegan to eat?", "menu"),
        ("I'd like to book for tonight", "book_table"),
    ],
)
def test_the_nearest_intent_comes_first(
    matcher: IntentMatcher, text: str, intent: str
) -> None:
    ranked = matcher.match(text)

    assert ranked[0][0] == intent
    assert {name for name, _ in ranked} == set(EXAMPLES)
    assert all(0 <= share <= 1 for _, share in ranked)
    assert [share for _, share in ranked] == sorted(
        (s for _, s in ranked), reverse=True
    )


@pytest.mark.parametrize("text", STRANGE)
def test_what_is_like_no_example_gets_low_confidence(
    matcher: IntentMatcher, text: str
) -> None:
    assert matcher.match(text)[0][1] < 0.5


def test_none_of_these_is_less_sure_than_one_of_these(matcher: IntentMatcher) -> None:
    inside = min(matcher.match(t)[0][1] for ts in EXAMPLES.values() for t in ts)
    outside = max(
        matcher.match(text)[0][1]
        for text in ("translate this letter", "who won the match", "sing a song")
    )

    assert outside < inside


def test_case_spacing_and_padding_change_little(matcher: IntentMatcher) -> None:
    for text in ("book a table", "when do you open"):
        best = matcher.match(text)[0][0]
        for form in (text.upper(), f"  {text} !!", f"hello, {text} please", f"{text}?"):
            assert matcher.match(form)[0][0] == best


def test_an_intent_without_examples_is_an_error() -> None:
    nothing: tuple[dict[str, list[str]], ...] = ({"a": []}, {"a": ["", "?"]})
    for examples in nothing:
        with pytest.raises(ValueError, match="intent 'a' has no example"):
            IntentMatcher(examples)


def test_few_and_shared_examples_do_no_harm() -> None:
    assert IntentMatcher({}).match("hello") == []
    assert IntentMatcher({"a": ["hello"]}).match("hello")[0][0] == "a"
    shared = IntentMatcher({"a": ["hello"], "b": ["hello"]}).match("hello")
    assert max(share for _, share in shared) < 0.8


def test_many_intents_are_told_apart() -> None:
    many = IntentMatcher({f"i{n}": [f"word{n} thing{n % 7}"] for n in range(300)})

    assert many.match("word17 thing3")[0][0] == "i17"


def test_the_same_examples_make_the_same_matcher() -> None:
    one, other = IntentMatcher(EXAMPLES), IntentMatcher(EXAMPLES)

    assert one.match("a table on sunday") == other.match("a table on sunday")
