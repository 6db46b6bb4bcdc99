"""A vault in a dictionary, for tests whose subject is not the keyring."""

from __future__ import annotations


class DictVault:
    """Keeps secrets in memory."""

    def __init__(self) -> None:
        self.secrets: dict[str, str] = {}

    def usable(self) -> bool:
        return True

    def describe(self) -> str:
        return "Passwords are kept in a dictionary."

    def get(self, name: str) -> str | None:
        return self.secrets.get(name)

    def set(self, name: str, secret: str) -> None:
        self.secrets[name] = secret

    def delete(self, name: str) -> None:
        self.secrets.pop(name, None)
