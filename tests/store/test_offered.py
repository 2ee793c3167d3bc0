"""The passphrase that is offered: enough words, easy ones, drawn evenly."""

import math
import re
from collections import Counter
from pathlib import Path

from carecompanion.store.offered import WORDS, offered_passphrase, words

README = Path(__file__).parent.parent.parent / "README.md"
SOUND_ALIKE = """
bare bear bee beach beech bell board bored brake break bread cell cent deer dear die dye eight ate ewe yew
fair fare flour flower great grate hair hare key quay knight night leek leak mail male main mane meet meat
metal medal one won pair pear peace piece plain plane pore pour prize rain reign red read right write road
rode root route sail sale sea see sight site son sun steel steal story storey sweet suite tail tale tea tee
their there thyme time tide tied two too waist waste wait weight way weigh weather whether week weak whale
wail wood would
"""


def test_the_list_is_of_short_plain_words_each_of_its_own_kind() -> None:
    assert len(words()) >= 6**4
    assert len(set(words())) == len(words())
    assert list(words()) == sorted(words())
    assert all(re.fullmatch(r"[a-z]{3,9}", word) for word in words())
    assert not set(words()) & set(SOUND_ALIKE.split())


def test_five_words_of_the_list_are_drawn_evenly() -> None:
    drawn = [offered_passphrase().split(" ") for _ in range(4_000)]
    assert {len(each) for each in drawn} == {WORDS}
    times = Counter(word for each in drawn for word in each)
    assert set(times) <= set(words())
    # each word is expected 14 to 15 times; none as often as this in any honest run
    assert len(times) > 0.99 * len(words())
    assert max(times.values()) < 50


def test_the_readme_says_how_much_that_is() -> None:
    bits = WORDS * math.log2(len(words()))
    assert f"one of {len(words()):,} words each ({bits:.0f} bits)" in README.read_text(encoding="utf-8").replace(
        "\n", " "
    )
