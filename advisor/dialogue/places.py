"""Pay in several places, one after the other: "Germany versus the UK?"."""

from dataclasses import replace

from advisor.data.topics import PAY
from advisor.dialogue.answer import Answer, answer_ask
from advisor.understanding.frames import Frame

PLACE = "place"
MOST_PLACES = 3
SEVERAL = 2


def asks_for_places(frame: Frame) -> bool:
    """Return whether a question is on the pay of one role in several places."""
    several = len(frame.slots.get(PLACE, ())) >= SEVERAL
    return several and frame.topics == (PAY,) and len(frame.roles) <= 1


def answer_places(answer: Answer, frame: Frame) -> None:
    """Add the answer for each place under its name."""
    entities = answer.library.catalog.entities
    for place in frame.slots[PLACE][:MOST_PLACES]:
        answer.head("heading_place", place=entities[f"{PLACE}:{place}"].name)
        one = replace(frame, slots={**frame.slots, PLACE: (place,)}, yes_no=False)
        answer_ask(answer, one, headings=False)
