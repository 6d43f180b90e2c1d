"""What a value is, besides how the client keeps it."""

from enum import Enum


def plain(value: object) -> object:
    """The value itself: from OpenAPI 3.1, that of an enumeration is in a model of its possible types."""
    instance = getattr(value, "actual_instance", value)
    return instance.value if isinstance(instance, Enum) else instance
