"""Secrets given for one run, by the environment or by standard input."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sendoff.adapters.keyring.system import SystemVault
from sendoff.core.language import tr
from sendoff.core.signin_ports import Vault
from sendoff.core.smtp_environment import ENVIRONMENT, PASSWORD


class _Before:
    """A `Vault` in front of another, which answers and keeps whatever is not this one's own."""

    def __init__(self, inner: Vault) -> None:
        self._inner = inner

    def usable(self) -> bool:
        return self._inner.usable()

    def describe(self) -> str:
        return self._inner.describe()

    def get(self, name: str) -> str | None:
        return self._inner.get(name)

    def set(self, name: str, secret: str) -> None:
        self._inner.set(name, secret)

    def delete(self, name: str) -> None:
        self._inner.delete(name)


class GivenVault(_Before):
    """Answers the name of any account with the password given for this run, which is never stored by itself."""

    def __init__(self, inner: Vault, secret: str) -> None:
        super().__init__(inner)
        self._secret = secret

    def describe(self) -> str:
        return tr("The password given for this run is used; it is not stored.")

    def get(self, name: str) -> str | None:
        # `<account id>/proxy` and its kind are other people's passwords.
        return self._inner.get(name) if "/" in name else self._secret


class EnvironmentVault(_Before):
    """Knows the password of the account the environment describes (SMTP_PASS), which is never stored."""

    def __init__(self, inner: Vault, secret: str) -> None:
        super().__init__(inner)
        self._secret = secret

    def get(self, name: str) -> str | None:
        return self._secret if name == ENVIRONMENT else self._inner.get(name)


class NotingVault(_Before):
    """Tells `note` every secret that passes, so that the log can keep it out."""

    def __init__(self, inner: Vault, note: Callable[[str], None]) -> None:
        super().__init__(inner)
        self._note = note

    def get(self, name: str) -> str | None:
        secret = self._inner.get(name)
        if secret is not None:
            self._note(secret)
        return secret

    def set(self, name: str, secret: str) -> None:
        self._note(secret)
        self._inner.set(name, secret)


def open_vault(
    environ: Mapping[str, str],
    given: str | None = None,
    *,
    note: Callable[[str], None] | None = None,
    system: Vault | None = None,
) -> Vault:
    """The vault of this run: the system's, behind the secret of `--password-stdin` or else of SENDOFF_PASSWORD.

    SMTP_PASS is the secret of the account that the environment describes, and of no other.

    `note` hears every secret before anyone uses it. `system` is a vault to put in front of, where there is one already:
    without a keyring each keeps its own secrets for the session.
    """
    vault = SystemVault() if system is None else system
    if environ.get(PASSWORD):
        vault = EnvironmentVault(vault, environ[PASSWORD])
    secret = given if given is not None else environ.get("SENDOFF_PASSWORD")
    if secret is not None:
        vault = GivenVault(vault, secret)
        if note is not None:
            note(secret)
    return NotingVault(vault, note) if note is not None else vault
