"""Secrets in the keyring of the operating system, and nowhere else."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from sendoff.adapters.keyring.patience import Answer, Value, within
from sendoff.adapters.keyring.session import SessionVault
from sendoff.core.errors import KnownError
from sendoff.core.language import phrase, tr

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Sendoff"

_REAL = {
    "keyring.backends.SecretService": phrase("the GNOME keyring / Secret Service"),
    "keyring.backends.libsecret": phrase("the GNOME keyring / Secret Service"),
    "keyring.backends.kwallet": phrase("KWallet"),
    "keyring.backends.macOS": phrase("the macOS keychain"),
    "keyring.backends.Windows": phrase("the Windows Credential Manager"),
}
"""The back ends that keep a secret secret. Plain-text files and the like are not among them."""


class SystemVault:
    """A `Vault` over the system's keyring; where none answers, it keeps secrets for this session only.

    The keyring is looked for at the first use. `get`, `set` and `delete` raise KnownError where it is locked.
    May be called from any thread, and may wait until a person has unlocked the keyring.
    """

    def __init__(self, *, look: float = 5.0, wait: float = 120.0) -> None:
        """`look`: seconds to find a keyring; `wait`: seconds for one call, as it may ask a person."""
        self._look = look
        self._wait = wait
        self._session = SessionVault()
        self._lock = threading.Lock()
        self._looked = False
        self._ring: KeyringBackend | None = None

    def usable(self) -> bool:
        return self._found() is not None

    def describe(self) -> str:
        ring = self._found()
        return (
            tr("Passwords are kept in {real}.", real=tr(_REAL[type(ring).__module__]))
            if ring
            else self._session.describe()
        )

    def get(self, name: str) -> str | None:
        if (secret := self._session.get(name)) is not None:
            return secret
        ring = self._found()
        if ring is None:
            return None
        return self._call(lambda: ring.get_password(SERVICE, name)).value

    def set(self, name: str, secret: str) -> None:
        # First for this session, so that a keyring that fails costs the person only the next session's question.
        self._session.set(name, secret)
        ring = self._found()
        if ring is None:
            return
        answer = self._call(lambda: ring.set_password(SERVICE, name, secret))
        if answer.fault is not None:
            raise _unsaved() from answer.fault
        self._session.delete(name)

    def delete(self, name: str) -> None:
        self._session.delete(name)
        ring = self._found()
        # Deleting what is not there is an error in some back ends and none in others.
        if ring is None or self._call(lambda: ring.get_password(SERVICE, name)).value is None:
            return
        answer = self._call(lambda: ring.delete_password(SERVICE, name))
        if answer.fault is not None:
            raise _undeleted(name) from answer.fault

    def _found(self) -> KeyringBackend | None:
        with self._lock:
            if not self._looked:
                self._looked = True
                self._ring = within(self._look, _real_keyring).value
            return self._ring

    def _call(self, call: Callable[[], Value]) -> Answer[Value]:
        """Ask the keyring; one that is gone is not asked again. Raises KnownError where it is locked."""
        from keyring.errors import KeyringLocked, PasswordDeleteError, PasswordSetError

        answer = within(self._wait, call)
        if isinstance(answer.fault, KeyringLocked):
            raise _locked() from answer.fault
        if answer.fault is not None and not isinstance(answer.fault, PasswordSetError | PasswordDeleteError):
            with self._lock:
                self._ring = None
        return answer


def _real_keyring() -> KeyringBackend | None:
    """The user's keyring, where it is one of the real ones; of several chained, the first real one."""
    import keyring
    from keyring.backends.chainer import ChainerBackend

    chosen = keyring.get_keyring()
    chain = list(chosen.backends) if isinstance(chosen, ChainerBackend) else [chosen]
    return next((ring for ring in chain if type(ring).__module__ in _REAL), None)


def _locked() -> KnownError:
    return KnownError(
        tr("The system keyring is locked."),
        remedy=tr("Unlock it and try again, or give the password with SENDOFF_PASSWORD."),
        code="keyring_locked",
    )


def _unsaved() -> KnownError:
    return KnownError(
        tr("The system keyring did not take the password."),
        remedy=tr("Sendoff keeps it for this session and asks again in the next one."),
        code="keyring_unsaved",
    )


def _undeleted(name: str) -> KnownError:
    return KnownError(
        tr("The system keyring did not delete the password of “{name}”.", name=name),
        remedy=tr("Delete the entry “{service}” with the keyring's own program.", service=SERVICE),
        code="keyring_undeleted",
    )
