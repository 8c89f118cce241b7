"""The bar at the bottom: what is known of the user, how near a suggestion is."""

from typing import TYPE_CHECKING

from advisor.terminal.width import columns

if TYPE_CHECKING:
    from advisor.api import Advisor, State

APART = "   "


def toolbar_text(advisor: "Advisor", state: "State", width: int) -> str:
    """Return the bar's words, as many of them as fit; the newest things first."""
    known, missing = advisor.standing(state)
    end = advisor.phrase("toolbar_ready")
    if missing:
        key = "toolbar_missing" if missing > 1 else "toolbar_missing_one"
        end = advisor.phrase(key).replace("{count}", str(missing))
    if not known:
        return _fitting(advisor.phrase("toolbar_nothing"), end, width)
    shown: list[str] = []
    for name in reversed(known):
        trial = _known(advisor, [*shown, name], len(known))
        if not shown or columns(trial + APART + end) <= width:
            shown.append(name)
    return _fitting(_known(advisor, shown, len(known)), end, width)


def _known(advisor: "Advisor", names: list[str], count: int) -> str:
    rest = f" +{count - len(names)}" if count > len(names) else ""
    return advisor.phrase("toolbar_known").replace("{names}", ", ".join(names)) + rest


def _fitting(start: str, end: str, width: int) -> str:
    """Return both where there is room, else what counts most."""
    both = f"{start}{APART}{end}"
    if columns(both) <= width:
        return both
    return end if columns(end) <= width else ""
