"""Reading mode, for screen readers: the name it is kept by."""

READING = "reading_mode"
"""The name of what is chosen: "yes" for reading mode."""
