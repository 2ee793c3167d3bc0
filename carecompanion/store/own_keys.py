"""What an open journal does with its own keys: its passphrase and its recovery code, tried and changed."""

from contextlib import suppress
from datetime import UTC, datetime

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.domain.code_dates import CodeDates
from carecompanion.store import choices, keys, recovery_code
from carecompanion.store.answers import saving
from carecompanion.store.backed_up import BackedUp
from carecompanion.store.backup_errors import BackupNotMade
from carecompanion.store.errors import ForeignCode, StoreError, WrongCode, WrongPassphrase
from carecompanion.store.key_file import Argon2Cost, needs_passphrase
from carecompanion.store.renewal import renew

MADE, CHECKED = "code_made_at", "code_checked_at"
"""The names under which it is kept when the recovery code was made anew and checked."""


class OwnKeys(BackedUp):
    """A journal's passphrase and recovery code. Whatever stretches a passphrase takes as long as Argon2id does."""

    _dates: CodeDates | None = None

    @property
    def has_passphrase(self) -> bool:
        """Whether the journal asks for a passphrase."""
        return needs_passphrase(self._opened.folder)

    def prove(self, secret: str) -> None:
        """See whether this is the journal's passphrase or its recovery code. Raises WrongPassphrase."""
        try:
            self.prove_code(secret)
        except (WrongCode, ForeignCode):
            self.prove_passphrase(secret)

    def prove_passphrase(self, passphrase: str) -> None:
        """See whether this is the journal's passphrase. Raises WrongPassphrase."""
        if self._opened.root not in keys.unlock_each(self._opened.folder, passphrase).roots:
            raise WrongPassphrase

    def prove_code(self, code: str) -> None:
        """See whether this is the journal's recovery code. Raises WrongCode or ForeignCode."""
        if recovery_code.read(code) != self._opened.root.secret:
            raise ForeignCode

    @saving
    def change_passphrase(self, passphrase: str, cost: Argon2Cost | None = None) -> None:
        """Keep the root under another passphrase; older copies of the journal still open with the one they had.

        Raises ValueError where the root lies in the open, so that the recovery code has to change with it: `renew`.
        """
        if not self.has_passphrase:
            raise ValueError("A first passphrase comes with a new recovery code.")
        with self._opened.turn:
            self._opened.make_sure()
            keys.seal(self._opened.folder, self._opened.root, passphrase, cost)

    def renew(self, passphrase: str | None, cost: Argon2Cost | None = None, *, at: datetime | None = None) -> str:
        """Put the journal under a new recovery code, which is the answer, and this passphrase; with None, without one.

        The old code opens no more than older copies from then on. A backup is made first. Raises one of the StoreError
        family, and then it is as before.
        """
        try:
            self.back_up(at)
        except BackupNotMade as error:
            raise error.first("Your recovery code was not changed.") from None
        renew(self._opened, passphrase, cost or Argon2Cost())
        # the code has to be told now; without the day it is only sooner that one is asked to check it
        with suppress(StoreError):
            self._keep_instant(MADE, at or datetime.now(UTC))
        return self._opened.root.recovery_code()

    def code_dates(self) -> CodeDates:
        """When the recovery code was made, and last checked; the file is asked once, and again after a change."""
        if self._dates is None:
            self._dates = self._opened.look(_code_dates)
        return self._dates

    def note_code_checked(self, at: datetime) -> None:
        """Keep that the code on paper was right."""
        self._keep_instant(CHECKED, at)

    def _keep_instant(self, name: str, at: datetime) -> None:
        written = at.astimezone(UTC).isoformat()
        self._opened.act(lambda connection: choices.put(connection, name, written))
        self._dates = None


def _code_dates(connection: sqlcipher.Connection) -> CodeDates:
    chosen = choices.read(connection)
    (first,) = connection.execute("SELECT made_at FROM journal").fetchone()
    made = datetime.fromisoformat(chosen.get(MADE, first))
    checked = datetime.fromisoformat(chosen[CHECKED]) if CHECKED in chosen else None
    return CodeDates(made_at=made, checked_at=checked if checked and checked >= made else None)
