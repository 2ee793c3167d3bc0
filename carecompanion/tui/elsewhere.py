"""By which keys the acts are reached that a sheet speaks of."""

from collections.abc import Mapping

from carecompanion.tui.keymap import shown


def by_keys() -> Mapping[str, str]:
    """What a sheet says of each of those acts, with the keys that are in use now."""
    return {
        "appointment": f"The key {shown('appointment')}, outside this sheet, writes down an appointment.",
        "planned": f"The key {shown('appointment')} adds an appointment.",
        "somebody": f"The keys {shown('team')} and {shown('add_person')}, outside this sheet, add someone.",
        "answered": f"with {shown('yes')}, {shown('partly')} or {shown('no')}",
        "how_it_went": f"with the key {shown('visit')}",
        "put_back": f"The key {shown('leave_out')} puts it back.",
        "came_of_it": f"The key {shown('change')} on its row does that.",
    }
