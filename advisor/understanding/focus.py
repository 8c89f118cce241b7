"""What the conversation is about just now, so that a follow-up can be short."""

from dataclasses import dataclass, replace

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Focus:
    """What a follow-up may point back to."""

    roles: tuple[str, ...]
    """The roles last spoken of together; empty before any."""
    topics: tuple[str, ...]
    """The topics last asked about."""
    pair: tuple[str, ...]
    """The two roles last in play, the latest last; at first the two core roles."""
    place: str | None = None
    """The place last asked about, for as long as the topic stays."""
    level: str | None = None
    """The level last asked about, for as long as the topic stays."""
    home: str | None = None
    """The place where the user is, as far as they said."""
    listed: tuple[str, ...] = ()
    """The roles last named together, then those named since, to be counted through."""

    asked: tuple[str, ...] = ()
    """Every role spoken of, in the order in which it first was."""

    def the_other(self) -> tuple[str, ...]:
        """Return the other of the two roles last in play."""
        now = self.roles[-1] if self.roles else self.pair[-1]
        return tuple(role for role in self.pair if role != now)[:1]

    def both(self) -> tuple[str, ...]:
        """Return the roles last named together, or the two last in play."""
        if len(self.roles) >= _PAIR:
            return self.roles
        return self.listed if set(self.listed) == set(self.pair) else self.pair

    def series(self) -> tuple[str, ...]:
        """Return the roles that "the second one" counts through, if there are two."""
        return self.listed if len(self.listed) >= _PAIR else ()

    def about(
        self,
        roles: tuple[str, ...],
        topics: tuple[str, ...],
        place: str | None,
        level: str | None,
    ) -> "Focus":
        """Return the focus after these roles and topics were spoken of."""
        return replace(
            self,
            roles=roles or self.roles,
            topics=topics or self.topics,
            pair=_pair_after(self.pair, roles),
            place=place,
            level=level,
            listed=_listed_after(self.listed, roles),
            asked=(*self.asked, *(r for r in roles if r not in self.asked)),
        )


def _pair_after(pair: tuple[str, ...], roles: tuple[str, ...]) -> tuple[str, ...]:
    if len(roles) >= _PAIR:
        return roles[-_PAIR:]
    for role in roles:
        others = tuple(r for r in pair if r != role)
        pair = (*others[-1:], role)
    return pair


def _listed_after(listed: tuple[str, ...], roles: tuple[str, ...]) -> tuple[str, ...]:
    """Return the roles to count through once these were spoken of.

    Roles of a list that are spoken of again leave it as it is.
    """
    if set(roles) < set(listed):
        return listed
    return roles if len(roles) >= _PAIR else (*listed, *roles)
