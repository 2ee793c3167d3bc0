"""The public names of the store, and the sentences of its errors."""

import subprocess
import sys

import pytest

import carecompanion.store as store
from carecompanion.store.errors import StoreError


def test_importing_the_store_imports_no_database() -> None:
    program = "import sys, carecompanion.store as store; store.exists, store.needs_passphrase, store.StoreError"
    heavy = "{'sqlcipher3', 'cryptography', 'textual'}"
    command = [sys.executable, "-c", f"{program}; print(sorted({heavy} & set(sys.modules)))"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("name", store.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(store, name).__name__ == name


def test_there_is_no_other_name() -> None:
    with pytest.raises(AttributeError):
        _ = store.nothing


FAMILY = [error for error in vars(store).values() if isinstance(error, type) and issubclass(error, StoreError)]


@pytest.mark.parametrize("error", FAMILY, ids=lambda error: error.__name__)
def test_an_error_says_what_is_safe_and_what_to_do(error: type[StoreError]) -> None:
    sentence = str(error())
    assert "–" in sentence
    assert sentence.endswith(".")
    assert any(word in sentence for word in ("safe", "lost", "changed", "unchanged"))
    assert not any(word in sentence.lower() for word in ("error", "failed", "sqlite", "exception", "invalid"))


def test_no_two_errors_say_the_same() -> None:
    assert len({str(error()) for error in FAMILY}) == len(FAMILY)
