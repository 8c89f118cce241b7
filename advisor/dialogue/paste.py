"""A long text, such as a CV: say what was read, and ask before using any of it."""

from dataclasses import replace

from advisor.dialogue import describe, probing
from advisor.dialogue.reply import Ask
from advisor.dialogue.state import Choice, Question
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import Evidence
from advisor.understanding.frames import Frame

USE = "use_paste"
KINDS = ("tool", "skill", "degree")
MOST = 15
"""Things of a long text that are named and used."""
STRENGTH = 0.6


def respond(draft: Draft) -> None:
    """Say how long it is and what it names; ask whether to use that."""
    voice, reading = draft.voice, draft.reading
    draft.answer.say("paste", count=str(reading.length))
    roles = tuple(dict.fromkeys(m.role for m in reading.mentions if m.role))
    if roles:
        draft.answer.say("paste_roles", roles=voice.plurals(list(roles)))
    found = _found(draft)
    if not found:
        draft.answer.say("paste_nothing")
        return
    names = voice.listed([describe.trait_name(draft, item.trait) for item in found])
    draft.answer.say("paste_found", names=names)
    choices = (
        Choice("yes", voice.say("paste_yes")),
        Choice("no", voice.say("paste_no")),
    )
    draft.asked = Question(USE, choices, found=found)
    texts = tuple(choice.text for choice in choices)
    draft.answer.blocks.append(Ask(USE, voice.say("paste_ask"), texts))


def _found(draft: Draft) -> tuple[Evidence, ...]:
    """Return the skills and tools that a long text names, as they stand in it."""
    reading, turn = draft.reading, draft.state.turn + 1
    traits = draft.reader.selves.namer.traits
    items: dict[str, Evidence] = {}
    for mention, quote in zip(reading.mentions, reading.quotes, strict=True):
        if mention.kind not in KINDS:
            continue
        trait = traits.entities.get(mention.key, mention.id)
        items.setdefault(trait, Evidence(trait, 1, STRENGTH, "know", quote, turn))
    return tuple(items.values())[:MOST]


def answered(draft: Draft, question: Question, choice: str) -> None:
    """Take what was found, or leave it."""
    if choice != "yes":
        draft.answer.say("paste_left")
        return
    held = {item.trait for item in draft.memory.profile}
    new = tuple(item for item in question.found if item.trait not in held)
    profile = (*draft.memory.profile, *new)
    draft.memory = replace(draft.memory, profile=profile)
    text = draft.reading.text
    draft.frames = [Frame("tell", (), (), "answer_paste", 1.0, text)]
    draft.answer.say("paste_taken")
    probing.go_on(draft)
