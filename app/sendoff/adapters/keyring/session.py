"""Secrets for this session only."""

from __future__ import annotations

from sendoff.core.language import tr


class SessionVault:
    """A `Vault` in memory; everything is gone when the program ends."""

    def __init__(self) -> None:
        self._secrets: dict[str, str] = {}

    def usable(self) -> bool:
        return False

    def describe(self) -> str:
        return tr(
            "Passwords cannot be saved on this computer: no password store is open. Sendoff asks for them each time; "
            "on Linux, GNOME Keyring or KWallet keeps them."
        )

    def get(self, name: str) -> str | None:
        return self._secrets.get(name)

    def set(self, name: str, secret: str) -> None:
        self._secrets[name] = secret

    def delete(self, name: str) -> None:
        self._secrets.pop(name, None)
