"""What is set, by name: the journal's own settings, each as its column holds it in JSON, and choices as they are."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.domain.acts import Setting
from carecompanion.domain.settings import Settings
from carecompanion.store import choices, rows
from carecompanion.store.columns import read, written

OF_JOURNAL, OF_PROGRAM = "settings", "choices"
"""Where a setting's value lies: in the one row of the first table, or in a row of its own in the second."""
NAMES = frozenset(field.name for field in fields(Settings))


def table_of(setting: Setting) -> str:
    """Where its value lies."""
    return OF_JOURNAL if setting.name in NAMES else OF_PROGRAM


def values(connection: sqlcipher.Connection, settings: Settings) -> dict[str, str]:
    """Everything that is set now."""
    return {name: json.dumps(value) for name, value in written(settings).items()} | choices.read(connection)


def changed(now: Mapping[str, str], settings: Settings | None, chosen: Mapping[str, str]) -> tuple[Setting, ...]:
    """What setting these changes."""
    after = {name: json.dumps(value) for name, value in written(settings).items()} if settings is not None else {}
    after |= chosen
    return tuple(Setting(name, now.get(name), value) for name, value in after.items() if now.get(name) != value)


def applied(settings: Settings, changes: Iterable[Setting]) -> Settings:
    """The journal's settings once these are made."""
    own = {each.name: json.loads(each.after) for each in changes if each.name in NAMES and each.after is not None}
    return read(Settings, {**written(settings), **own}) if own else settings


def put(connection: sqlcipher.Connection, settings: Settings, changes: Iterable[Setting]) -> None:
    """Bring the tables to these changes; `settings` are those of the journal once they are made."""
    made = tuple(changes)
    if any(each.name in NAMES for each in made):
        rows.put_settings(connection, settings)
    for each in made:
        if each.name in NAMES:
            continue
        if each.after is None:
            choices.drop(connection, each.name)
        else:
            choices.put(connection, each.name, each.after)
