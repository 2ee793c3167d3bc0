"""The nations to choose from, with the letter of each."""

from carecompanion.domain.kinds import NATIONS
from carecompanion.domain.sheets.asks import Option

OPTIONS = tuple(Option(words[0].lower(), nation, words) for nation, words in NATIONS.items())
