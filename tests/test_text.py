"""Text is cleaned, cut and filled in."""

from advisor.text import fill


def test_names_are_filled_in_once() -> None:
    assert fill("{A} and {b}", {"a": "{b}", "b": "two"}) == "{b} and two"


def test_a_name_may_begin_a_sentence() -> None:
    assert fill("{Role}? {role}.", {"role": "data analyst"}) == (
        "Data analyst? data analyst."
    )


def test_what_has_no_value_stays() -> None:
    assert fill("{who} says {}", {}) == "{who} says {}"
