"""A table of a hand-written TOML file, read key by key; every mistake becomes one sentence with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sendoff.core.errors import InputError
from sendoff.core.language import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class TomlTable:
    """A mapping with typed getters; all of them raise InputError, whose `code` is the key at fault."""

    values: Mapping[str, object]
    what: str
    """The table's name in sentences: `Rule 'too-big'`."""
    where: str = ""

    def wrong(self, key: str, what: str, remedy: str = "") -> InputError:
        """Make the error for a key."""
        return InputError(f"{self.what}: {what}.", remedy=remedy, where=self.where, code=key)

    def check_keys(self, required: Iterable[str], known: Iterable[str]) -> None:
        """Refuse a missing or an unknown key."""
        required, known = list(required), sorted(known)
        for key in required:
            if key not in self.values:
                raise self.wrong(
                    key, tr("`{key}` is missing", key=key), tr("It needs {required}.", required=", ".join(required))
                )
        for key in self.values:
            if key not in known:
                raise self.wrong(
                    key, tr("`{key}` is not known here", key=key), tr("The keys are {known}.", known=", ".join(known))
                )

    def text(self, key: str) -> str:
        """Read a text; absent = empty."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self.wrong(key, tr("`{key}` is not a text", key=key), tr("Put it in quotation marks."))
        return value

    def number(self, key: str) -> int:
        """Read a whole number of at least 0; absent = 0."""
        value = self.values.get(key, 0)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.wrong(key, tr("`{key}` is not a whole number", key=key))
        return value

    def flag(self, key: str) -> bool:
        """Read true or false; absent = false."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, tr("`{key}` is neither true nor false", key=key))
        return value

    def one_of(self, key: str, allowed: Iterable[str]) -> str:
        """Read one of some words."""
        value, allowed = self.text(key), list(allowed)
        if value not in allowed:
            raise self.wrong(
                key,
                tr("`{key}` cannot be {value}", key=key, value=repr(value)),
                tr("It is one of {filter}.", filter=", ".join(filter(None, allowed))),
            )
        return value

    def pattern(self, key: str) -> re.Pattern[str] | None:
        """Read a regular expression, capitals ignored; absent or empty = None."""
        if not (value := self.text(key)):
            return None
        try:
            return re.compile(value, re.IGNORECASE)
        except re.error as error:
            raise self.wrong(
                key,
                tr("`{key}` is not a regular expression ({error})", key=key, error=error),
                tr("It reads {value}.", value=repr(value)),
            ) from error

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; absent = empty."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(key, tr("`{key}` is not a list of texts", key=key))
        return tuple(value)

    def table(self, key: str) -> TomlTable:
        """Read a table inside this one; absent = empty."""
        value = self.values.get(key, {})
        if not isinstance(value, Mapping):
            raise self.wrong(key, tr("`{key}` is not a table", key=key), tr("It starts with [{key}].", key=key))
        return TomlTable(values=value, what=f"{self.what}, {key}", where=self.where)

    def tables(self, key: str) -> tuple[TomlTable, ...]:
        """Read a list of tables; absent = empty."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
            raise self.wrong(
                key, tr("`{key}` is not a list of tables", key=key), tr("Each starts with [[{key}]].", key=key)
            )
        return tuple(TomlTable(values=item, what=f"{self.what}, {key}", where=self.where) for item in value)
