"""What stands for a property that was left out, besides `None`, which is `null`."""

from telecomx.types import Unset

ABSENT: tuple[type, ...] = (Unset,)
