"""What a value is, besides how the client keeps it."""

from telecomx.types import Unset


def plain(value: object) -> object:
    """The value itself: one that was left out is none, as one that is `null`."""
    return None if isinstance(value, Unset) else value
