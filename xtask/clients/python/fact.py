"""What the drivers have in common."""

import os
from datetime import datetime

from plain import plain


def fact(name: str, value: object) -> None:
    """Prints what a driver found: a fact's name, and its value or `-` where there is none."""
    match plain(value):
        case None:
            text = "-"
        case bool() as flag:
            text = str(flag).lower()
        case datetime() as date:
            text = date.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        case other:
            text = str(other)
    print(f"{name} = {text}")


def variable(name: str) -> str:
    """A variable that the driver is given."""
    return os.environ[name]
