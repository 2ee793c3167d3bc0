"""Every act during which the power is taken away, and those that are careless and must be seen to lose words."""

from tests.faults.backing_up import BACKING_UP
from tests.faults.key_changes import KEY_CHANGES
from tests.faults.scenarios import (
    Scenario,
    a_journal,
    delete,
    make,
    migrate,
    of_version,
    opened,
    save,
    seal,
    seal_unsynced,
    with_settings,
)

SCENARIOS = {
    "save": Scenario(a_journal, save, opened),
    "delete": Scenario(a_journal, delete, opened),
    # a backup comes before each, so that there are many more states, and each takes longer to open
    "migrate from 1": Scenario(of_version(1), migrate, opened, torn=1, share=0.08),
    "migrate from 2": Scenario(of_version(2), migrate, opened, torn=0, share=0.02),
    "make": Scenario(lambda _folder: None, make, opened),
    "seal": Scenario(a_journal, seal, opened),
    **KEY_CHANGES,
    **BACKING_UP,
}

CARELESS = {
    "the rollback journal in memory": with_settings(journal_mode="MEMORY"),
    "no syncs": with_settings(synchronous="OFF"),
    # in exclusive mode, ours, the rollback journal stays and only its head is wiped, which FULL syncs too
    "SQLite's own settings": with_settings(synchronous="FULL", locking_mode="NORMAL"),
    "keys without syncs": Scenario(a_journal, seal_unsynced, opened),
}
"""What loses words when the power goes, and must be seen to."""
