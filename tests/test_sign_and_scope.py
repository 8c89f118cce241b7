"""Words that turn, limit or report a liking: which sign is read through them."""

import pytest

from advisor import Advisor
from advisor.understanding.focus import Focus

LINES: dict[str, dict[str, int]] = {
    "I can take or leave SQL": {"sql": 0},
    "I'm anything but good at maths": {"mathematics": -1},
    "I'm nothing if not a statistics person": {"statistics": 1},
    "SQL isn't exactly my favourite": {"sql": -1},
    "I'm not one for meetings": {"meetings": -1},
    "I'm one for maths": {"mathematics": 1},
    "meetings aren't for me": {"meetings": -1},
    "unlike most people, I love statistics": {"statistics": 1},
    "unlike my boss, I hate presenting": {"presenting": -1},
    "I like SQL, not Python": {"sql": 1, "python": -1},
    "I like SQL rather than Python": {"sql": 1, "python": -1},
    "I like Python as well as SQL": {"python": 1, "sql": 1},
    "I like Python as much as SQL": {"python": 1, "sql": 1},
    "I love both Python and SQL": {"python": 1, "sql": 1},
    "I hate both meetings and presenting": {"meetings": -1, "presenting": -1},
    "I'm not into either statistics or maths": {"statistics": -1, "mathematics": -1},
    "I don't like statistics or maths": {"statistics": -1, "mathematics": -1},
    "I don't enjoy statistics, maths or presenting": {
        "statistics": -1,
        "mathematics": -1,
        "presenting": -1,
    },
    "no meetings, no presenting, no reports": {"meetings": -1, "presenting": -1},
    "I enjoy statistics but not maths": {"statistics": 1, "mathematics": -1},
    "I enjoy statistics, though not maths": {"statistics": 1, "mathematics": -1},
    "I hate statistics but love maths": {"statistics": -1, "mathematics": 1},
    "while I enjoy statistics, I hate presenting": {"statistics": 1, "presenting": -1},
    "although I hate presenting, I enjoy statistics": {
        "statistics": 1,
        "presenting": -1,
    },
    "much as I love Python, I hate SQL": {"python": 1, "sql": -1},
    "as much as I hate meetings, I love presenting": {"meetings": -1, "presenting": 1},
    "even though I'm good at maths I don't enjoy it": {"mathematics": -1},
    "I'm good at presenting but I hate it": {"presenting": -1},
    "I'm bad at maths but I love it": {"mathematics": 1},
    "I never liked maths": {"mathematics": -1},
    "I've never liked presenting": {"presenting": -1},
    "I've always hated presenting": {"presenting": -1},
    "there is nothing I enjoy more than coding": {"coding": 1},
    "there's nothing worse than meetings": {"meetings": -1},
    "nothing bores me more than statistics": {"statistics": -1},
    "nothing makes me happier than SQL": {"sql": 1},
    "I love nothing more than debugging": {"debugging": 1},
    "the only thing I hate is meetings": {"meetings": -1},
    "the one thing I can't do is present": {"presenting": -1},
    "the thing I like most is statistics": {"statistics": 1},
    "it's coding that I love": {"coding": 1},
    "it's meetings I can't stand": {"meetings": -1},
    "it was the statistics that put me off": {"statistics": -1},
    "statistics is what I love, meetings are what I hate": {
        "statistics": 1,
        "meetings": -1,
    },
    "all I want is to code": {"coding": 1},
    "if there's one thing I hate it's meetings": {"meetings": -1},
    "if there is one thing I love, it's statistics": {"statistics": 1},
    "coding? love it. meetings? hate them.": {"coding": 1, "meetings": -1},
    "maths: yes. presenting: no.": {"mathematics": 1, "presenting": -1},
    "I used to hate statistics, now I love it": {"statistics": 1},
    "I used to love coding, now I hate it": {"coding": -1},
    "I no longer like coding": {"coding": -1},
    "I hate that I love SQL": {"sql": 1},
    "I hate to admit it but I like spreadsheets": {"spreadsheets": 1},
    "I don't hate maths, I love it": {"mathematics": 1},
    "I'd sooner code than present": {"coding": 1, "presenting": -1},
    "I'd choose SQL over Python": {"sql": 1, "python": -1},
    "give me SQL any day": {"sql": 1},
    "give me anything but SQL": {"sql": -1},
    "the less SQL the better": {"sql": -1},
    "the more statistics the better": {"statistics": 1},
    "the fewer meetings the better": {"meetings": -1},
    "only if I don't have to present": {"presenting": -1},
    "I'd like something without coding": {"coding": -1},
    "I want a job with no coding but plenty of maths": {"coding": -1, "mathematics": 1},
    "ideally no meetings": {"meetings": -1},
    "I failed maths twice but I like statistics": {"mathematics": -1, "statistics": 1},
    "hardly anything bores me more than meetings": {"meetings": -1},
    "presenting is the bane of my life": {"presenting": -1},
    "I don't do maths": {"mathematics": -1},
    "I do like statistics": {"statistics": 1},
    "do I like coding? very much": {"coding": 1},
    "I doubt I'd enjoy presenting": {"presenting": -1},
    "I've come to hate meetings": {"meetings": -1},
    "I've grown to love statistics": {"statistics": 1},
    "I'm too lazy for maths": {"mathematics": -1},
    "I'm too impatient for debugging": {"debugging": -1},
    "I can do without meetings": {"meetings": -1},
    "can't be bothered with presenting": {"presenting": -1},
    "I'm far from good at maths": {"mathematics": -1},
    "maths is far from my favourite": {"mathematics": -1},
    "I think statistics is boring": {"statistics": -1},
    "I don't think presenting is fun": {"presenting": -1},
    "coding isn't my strength, statistics is": {"coding": -1, "statistics": 1},
    "I love statistics and hate maths and don't mind coding": {
        "statistics": 1,
        "mathematics": -1,
        "coding": 0,
    },
    "python good, maths bad": {"python": 1, "mathematics": -1},
    "gud at excel, weak in python": {"spreadsheets": 1, "python": -1},
    "not gr8 at maths": {"mathematics": -1},
    "idk any sql": {"sql": -1},
    "no python experience yet": {"python": -1},
    "zero experience with spark": {"spark": -1},
    "I used R for three years at my last job": {"r": 1},
    "never used docker, use python daily": {"docker": -1, "python": 1},
    "I've never written a line of code": {"coding": -1},
    "I can barely use Excel": {"spreadsheets": -1},
    "I barely know SQL": {"sql": -1},
    "I know a little SQL": {"sql": 1},
    "I know very little SQL": {"sql": -1},
    "I don't know much SQL": {"sql": -1},
    "my python is not great": {"python": -1},
    "I dropped maths in school": {"mathematics": -1},
    "I gave up on maths": {"mathematics": -1},
    "worked with tableau for years, sick of it": {"tableau": -1},
    "I managed a team and hated it": {"leadership": -1},
    "I do a bit of coding on weekends for fun": {"coding": 1},
    "statistics was my worst subject": {"statistics": -1},
    "I slightly prefer R to Python": {"r": 1},
    "I'm absolutely terrible with maths": {"mathematics": -1},
    "I'm super keen on statistics": {"statistics": 1},
    "not super keen on statistics": {"statistics": -1},
    "presenting, not so much": {"presenting": -1},
    "coding yes please, meetings no thanks": {"coding": 1, "meetings": -1},
    "more coding, less meetings": {"coding": 1, "meetings": -1},
    "rather than coding I'd do statistics": {"statistics": 1, "coding": -1},
    "anything without meetings": {"meetings": -1},
    "coding has lost its charm": {"coding": -1},
    "keep me away from SQL": {"sql": -1},
    "I like coding more than statistics": {"coding": 1},
    "coding is okay but statistics is what I love": {"coding": 0, "statistics": 1},
    "I don't dislike coding but I love statistics": {"coding": 0, "statistics": 1},
    "I neither love nor hate SQL": {"sql": 0},
    "SQL neither excites nor bores me": {"sql": 0},
    "I'm allergic to meetings and on-call": {"meetings": -1, "on_call": -1},
    "I don't mind meetings but presenting is a no go": {
        "meetings": 0,
        "presenting": -1,
    },
    "I'd do anything to avoid presenting": {"presenting": -1},
    "I could code all day": {"coding": 1},
    "coding all day would kill me": {"coding": -1},
    "I can't imagine coding all day": {"coding": -1},
    "I can't imagine a life without coding": {"coding": 1},
    "I'm no stranger to SQL": {"sql": 1},
    "It's not that I can't present, I just hate it": {"presenting": -1},
    "I can present but I'd rather not": {"presenting": -1},
    "I can code but I don't enjoy it": {"coding": -1},
    "I code for a living but hate it": {"coding": -1},
}
NOT_HELD = {
    "I wouldn't call myself a coder": ("coding", 1),
    "I'd be lying if I said I liked statistics": ("statistics", 1),
    "most people hate maths, I don't": ("mathematics", -1),
    "I have never not enjoyed coding": ("coding", -1),
    "I'm tired of people saying statistics is boring": ("statistics", -1),
    "my teacher said I'm bad at maths": ("mathematics", -1),
    "everyone assumes I love maths": ("mathematics", 1),
    "I don't find statistics boring": ("statistics", -1),
    "coding doesn't bore me": ("coding", -1),
    "I'm far from bad at maths": ("mathematics", -1),
}
NOBODYS = [
    "pretend I adore statistics",
    "the chair of the panel was mad about dashboards",
    "not sure yet whether I like maths",
]


def read(advisor: Advisor, text: str) -> dict[str, int]:
    engine = advisor.engine
    reading = engine.reader.read(text, Focus((), (), engine.catalog.core))
    return {remark.trait: remark.polarity for remark in reading.remarks}


@pytest.mark.parametrize("text", LINES)
def test_the_sign_is_read(advisor: Advisor, text: str) -> None:
    got = read(advisor, text)

    assert {trait: got.get(trait) for trait in LINES[text]} == LINES[text]


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_is_denied_or_told_of_others_is_not_held(
    advisor: Advisor, text: str
) -> None:
    trait, polarity = NOT_HELD[text]

    assert read(advisor, text).get(trait) != polarity


@pytest.mark.parametrize("text", NOBODYS)
def test_what_nobody_said_of_themselves_is_not_held(
    advisor: Advisor, text: str
) -> None:
    assert read(advisor, text) == {}
