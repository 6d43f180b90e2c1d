"""What stands for a property that was left out, besides `None`: nothing."""

ABSENT: tuple[type, ...] = ()
