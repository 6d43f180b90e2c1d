"""What the drivers have in common."""

import os
from datetime import datetime

from absent import ABSENT


def fact(name: str, value: object) -> None:
    """Prints what a driver found: a fact's name, and its value or `-` where there is none."""
    match value:
        case _ if value is None or isinstance(value, ABSENT):
            text = "-"
        case bool():
            text = str(value).lower()
        case datetime():
            text = value.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        case _:
            text = str(value)
    print(f"{name} = {text}")


def variable(name: str) -> str:
    """A variable that the driver is given."""
    return os.environ[name]
