"""The bar at the bottom: what is known of the user, how near a suggestion is."""

from typing import TYPE_CHECKING

from advisor.terminal.width import columns, cut

if TYPE_CHECKING:
    from advisor.api import Advisor, State

APART = "   "


def toolbar_text(advisor: "Advisor", state: "State", width: int) -> str:
    """Return the bar's words, as many of them as fit; the newest things first.

    What is noted goes before how near a suggestion is, where both do not fit.
    """
    known, missing = advisor.standing(state)
    end = advisor.phrase("toolbar_ready")
    if missing:
        key = "toolbar_missing" if missing > 1 else "toolbar_missing_one"
        end = advisor.phrase(key).replace("{count}", str(missing))
    if not known:
        return _first_fitting(
            (f"{advisor.phrase('toolbar_nothing')}{APART}{end}", end), width
        )
    beside = _shown(advisor, known, width - columns(APART + end))
    if beside:
        return f"{beside}{APART}{end}"
    alone = _shown(advisor, known, width)
    return alone or cut(_known(advisor, [known[-1]], len(known)), width)[0]


def _shown(advisor: "Advisor", known: tuple[str, ...], width: int) -> str:
    """Return what is noted, as many things as fit; nothing where none does."""
    shown: list[str] = []
    for name in reversed(known):
        if columns(_known(advisor, [*shown, name], len(known))) <= width:
            shown.append(name)
    return _known(advisor, shown, len(known)) if shown else ""


def _known(advisor: "Advisor", names: list[str], count: int) -> str:
    rest = f" +{count - len(names)}" if count > len(names) else ""
    return advisor.phrase("toolbar_known").replace("{names}", ", ".join(names)) + rest


def _first_fitting(texts: tuple[str, ...], width: int) -> str:
    return next((text for text in texts if columns(text) <= width), "")
