"""How much alike jobs are, by the weights of what is done in them."""

from advisor.data.advice import Advice, Trait
from advisor.recommend.alike import alike

ROLES = ("baker", "cook", "smith")


def _trait(name: str, *, asked: bool, **like: float) -> Trait:
    measured = ("like", "dislike") if asked else ()
    return Trait(name, name, (), (), like, {}, (), measured=measured)


def _advice(*traits: Trait) -> Advice:
    return Advice({trait.id: trait for trait in traits}, (), (), {}, "")


def test_who_does_the_same_comes_first() -> None:
    """The job in which the same is done comes before one where it is not."""
    oven = _trait("oven", asked=True, baker=1.0, cook=0.8, smith=-0.5)
    iron = _trait("iron", asked=True, baker=-0.5, cook=-0.4, smith=1.0)
    assert alike("baker", ("smith", "cook"), _advice(oven, iron)) == ("cook", "smith")


def test_what_was_not_asked_counts_only_where_nothing_was() -> None:
    """Weights of mere likings do not move what activities tell."""
    oven = _trait("oven", asked=True, baker=1.0, cook=1.0)
    pay = _trait("pay", asked=False, baker=1.0, smith=1.0)
    assert alike("baker", ("smith", "cook"), _advice(oven, pay))[0] == "cook"
    assert alike("baker", ("cook", "smith"), _advice(pay))[0] == "smith"


def test_nothing_known_keeps_the_given_order() -> None:
    """Where no weight is known, the order stays as it was."""
    assert alike("baker", ("smith", "cook"), _advice()) == ("smith", "cook")
