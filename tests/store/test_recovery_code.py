"""The recovery code: read in any spelling, and every slip found."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carecompanion.store.errors import WrongCode
from carecompanion.store.recovery_code import ALPHABET, GROUPS, READ_AS, read, spell, wrong_group

SECRETS = st.binary(min_size=16, max_size=16)
ANY_SECRET = bytes(range(16))


@given(SECRETS)
@example(bytes(16))
@example(b"\xff" * 16)
def test_a_code_is_seven_groups_of_five_and_reads_back(secret: bytes) -> None:
    code = spell(secret)
    assert [len(group) for group in code.split("-")] == [5] * GROUPS
    assert set(code) <= set(ALPHABET) | {"-"}
    assert read(code) == secret


@pytest.mark.parametrize(
    "written",
    [
        spell(ANY_SECRET).lower(),
        spell(ANY_SECRET).replace("-", ""),
        spell(ANY_SECRET).replace("-", " "),
        "  " + spell(ANY_SECRET).replace("-", " – ") + "\n",
        spell(ANY_SECRET).replace("0", "O").replace("1", "l"),
        spell(ANY_SECRET).replace("0", "o").replace("1", "I"),
    ],
    ids=["small letters", "no hyphens", "spaces", "dashes", "O and l", "o and I"],
)
def test_other_spellings_of_a_code_are_read(written: str) -> None:
    assert read(written) == ANY_SECRET


@given(SECRETS, st.integers(0, GROUPS * 5 - 1), st.sampled_from(ALPHABET + "OILU?é*"))
def test_every_slip_of_one_character_is_found_and_its_group_named(secret: bytes, place: int, typed: str) -> None:
    code = spell(secret)
    at = place + place // 5
    slip = code[:at] + typed + code[at + 1 :]
    if typed.translate(READ_AS) == code[at]:
        assert read(slip) == secret
        return
    with pytest.raises(WrongCode) as caught:
        read(slip)
    assert caught.value.group == place // 5 + 1
    assert str(caught.value).startswith("The ")


@given(SECRETS, st.permutations(range(GROUPS)))
def test_groups_in_another_order_are_found_unless_they_are_alike(secret: bytes, order: list[int]) -> None:
    groups = spell(secret).split("-")
    mixed = "-".join(groups[place] for place in order)
    if mixed == spell(secret):
        return
    with pytest.raises(WrongCode):
        read(mixed)


@given(SECRETS, st.integers(0, GROUPS * 5 - 2))
def test_two_neighbours_changed_about_are_found(secret: bytes, place: int) -> None:
    letters = list(spell(secret).replace("-", ""))
    if letters[place] == letters[place + 1]:
        return
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    with pytest.raises(WrongCode):
        read("".join(letters))


@given(SECRETS, st.integers(0, GROUPS * 5 - 1))
def test_a_character_left_out_of_a_group_names_the_group(secret: bytes, place: int) -> None:
    code = spell(secret)
    at = place + place // 5
    with pytest.raises(WrongCode) as caught:
        read(code[:at] + code[at + 1 :])
    assert caught.value.group == place // 5 + 1


@pytest.mark.parametrize("written", ["", "-", "31", spell(ANY_SECRET)[:-6], spell(ANY_SECRET) + "-31B2Z"])
def test_too_little_or_too_much_is_a_slip(written: str) -> None:
    with pytest.raises(WrongCode):
        read(written)


def test_a_wrong_group_is_named_while_the_code_is_being_typed() -> None:
    groups = spell(ANY_SECRET).split("-")
    assert wrong_group("") is None
    assert wrong_group("-".join(groups[:2]) + "-" + groups[2][:3]) is None
    assert wrong_group("-".join([groups[0], groups[2]])) == 2
    assert wrong_group(spell(ANY_SECRET)) is None


def test_a_code_that_does_not_read_is_not_quoted() -> None:
    with pytest.raises(WrongCode) as caught:
        read("SECRE-TWORD")
    assert "SECRE" not in str(caught.value)
