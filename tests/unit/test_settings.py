"""The declared settings: values are read, typed and found; what does not fit is refused in words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.errors import InputError, StorageError
from sendoff.core.settings import SETTINGS, Kind, Setting, matching, offer, parse, setting, typed, value_in
from sendoff.services.preferences import Preferences


class File:
    """A settings file in memory, which another program may change and which may be unreadable."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {}
        self.broken = False

    def read(self) -> dict[str, object]:
        if self.broken:
            raise StorageError("The disk is gone.")
        return dict(self.values)

    def write(self, values: Mapping[str, object]) -> None:
        self.values = dict(values)


@pytest.mark.parametrize("one", SETTINGS, ids=lambda one: one.key)
def test_a_setting_is_whole(one: Setting) -> None:
    assert value_in(one, {one.key: one.default}) == one.default
    assert parse(one, typed(one, one.default)) == one.default
    assert one.title
    assert one.explanation.endswith(".")
    assert (one.kind is Kind.CHOICE) == bool(one.choices)
    assert one in matching(one.title)
    with pytest.raises(InputError) as caught:
        parse(one, "certainly not")
    assert offer(one) in caught.value.remedy


def test_keys_are_unique() -> None:
    assert len({one.key for one in SETTINGS}) == len(SETTINGS)


@given(st.sampled_from(SETTINGS), st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.floats()))
def test_whatever_a_file_holds_gives_a_value_that_fits(one: Setting, kept: object) -> None:
    value = value_in(one, {one.key: kept})
    assert parse(one, typed(one, value)) == value


def test_words_and_units_may_be_typed() -> None:
    assert parse(setting("undo_seconds"), "25 s") == 25
    assert parse(setting("keep_awake"), "No") is False
    assert parse(setting("theme"), "Dark") == "dark"
    with pytest.raises(InputError, match="There is no setting “thme”") as caught:
        setting("thme")
    assert caught.value.remedy == "Did you mean theme?"


def test_a_search_wants_every_word() -> None:
    assert [one.key for one in matching("sleep")] == ["keep_awake"]
    assert matching("sleep dark") == []
    assert matching("") == list(SETTINGS)


def test_choices_are_kept_beside_what_others_wrote() -> None:
    file = File()
    one, heard = Preferences(file), []
    one.subscribe(lambda setting, value: heard.append((setting.key, value)))
    assert one.number("undo_seconds") == 10
    file.values["window.geometry"] = "there"
    one.choose("undo_seconds", 3)
    assert file.values == {"window.geometry": "there", "undo_seconds": 3}
    one.reset("undo_seconds")
    assert file.values == {"window.geometry": "there"}
    assert heard == [("undo_seconds", 3), ("undo_seconds", 10)]
    assert one.recall("window.geometry") == "there"
    with pytest.raises(ValueError, match="does not fit"):
        one.choose("undo_seconds", 61)


def test_a_file_that_cannot_be_read_gives_the_defaults() -> None:
    file = File()
    file.broken = True
    assert Preferences(file).text("theme") == "auto"
