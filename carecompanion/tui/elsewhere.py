"""By which keys the acts are reached that a sheet speaks of."""

KEYS = {
    "appointment": "The key a, outside this sheet, writes down an appointment.",
    "planned": "The key a adds an appointment.",
    "somebody": "The keys 4 and a, outside this sheet, add someone.",
    "answered": "with y, p or n",
    "how_it_went": "with the key v",
    "put_back": "The key o puts it back.",
    "came_of_it": "The key e on its row does that.",
}
