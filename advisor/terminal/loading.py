"""An advisor that may still be on its way, while its user begins to type."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from advisor.terminal.face import Face, face_of

if TYPE_CHECKING:
    from advisor.api import Advisor


class Loading:
    """Loads an advisor behind the prompt; whoever needs it waits for it."""

    def __init__(self, load: "Callable[[], Advisor]", face: Face) -> None:
        self.face = face
        self._load = load
        self._advisor: Advisor | None = None
        self._error: BaseException | None = None
        self._thread: threading.Thread | None = None

    @classmethod
    def done(cls, advisor: "Advisor") -> "Loading":
        """Return one that is there already."""
        made = cls(lambda: advisor, face_of(advisor))
        made._advisor = advisor
        return made

    @property
    def ready(self) -> bool:
        """Return whether nobody has to wait."""
        return self._advisor is not None

    def begin(self, then: Callable[[], None]) -> None:
        """Begin to load, once, and say when it is there."""
        if self._thread is not None or self.ready:
            return

        def work() -> None:
            try:
                self._advisor = self._load()
            except BaseException as error:  # noqa: BLE001 - raised where it is needed
                self._error = error
            then()

        self._thread = threading.Thread(target=work, daemon=True)
        self._thread.start()

    def advisor(self) -> "Advisor":
        """Return the advisor, as soon as it is there.

        Raises:
            DataError: its data files are wrong.

        """
        self.begin(lambda: None)
        if self._thread is not None:
            self._thread.join()
        if self._error is not None:
            raise self._error
        if self._advisor is None:
            msg = "the advisor was neither loaded nor refused"
            raise RuntimeError(msg)
        return self._advisor

    def change(self, advisor: "Advisor") -> None:
        """Take another advisor from now on."""
        self._advisor, self.face = advisor, face_of(advisor)
