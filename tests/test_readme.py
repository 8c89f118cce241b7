"""The README's conversation, word for word: the one exact transcript."""

import re
from pathlib import Path

from advisor import Advisor

README = Path(__file__).parent.parent / "README.md"


def transcript(advisor: Advisor, lines: list[str]) -> str:
    state, said = advisor.start(), []
    for line in lines:
        turn = advisor.step(state, line)
        said.append(f"> {line}\n\n{turn.reply.text}\n")
        state = turn.state
    return "\n".join(said)


def test_the_conversation_is_what_the_program_says(advisor: Advisor) -> None:
    text = README.read_text(encoding="utf-8")
    (shown,) = re.findall(r"```text\n(.*?)```", text, re.DOTALL)
    lines = [line[2:] for line in shown.splitlines() if line.startswith("> ")]

    assert len(lines) >= 3
    assert transcript(advisor, lines) == shown


def test_the_python_example_runs() -> None:
    text = README.read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)

    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own README


def test_every_link_leads_somewhere() -> None:
    for page in README.parent.glob("**/*.md"):
        if ".venv" in page.parts or "node_modules" in page.parts:
            continue
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
            assert (page.parent / target).exists(), f"{page}: {target}"
