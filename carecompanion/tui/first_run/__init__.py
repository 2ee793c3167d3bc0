"""First run: setting a journal up, one thing at a time."""

from carecompanion.tui.first_run.screen import FirstRun

__all__ = ["FirstRun"]
