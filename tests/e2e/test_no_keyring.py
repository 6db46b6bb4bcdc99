"""Where no keyring answers, what was typed serves the whole session: the proxy's password too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from tests.fakes.proxies import HttpConnect, Manner
from tests.fakes.smtp_servers import ScriptedServer

from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap import open_services
from sendoff.core.account import Account, Proxy, ProxyKind, Security, SignIn


@pytest.fixture(autouse=True)
def without_a_keyring() -> Iterator[None]:
    usual = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # keyring's own class has no types
    yield
    keyring.set_keyring(usual)


@pytest.mark.parametrize("given", [{}, {"SENDOFF_PASSWORD": "of the account"}], ids=["typed", "given"])
def test_a_proxy_s_password_reaches_the_connection(tmp_path: Path, given: dict[str, str]) -> None:
    environ = {"SENDOFF_HOME": str(tmp_path / "home"), **given}
    with (
        ScriptedServer() as server,
        HttpConnect(Manner(target=("127.0.0.1", server.port), users={"bob": "of the proxy"})) as proxy,
        closing(open_services(find_home(environ), "test", environ=environ)) as services,
    ):
        account = Account(
            id="a", name="A", host="mail.example", port=25, security=Security.NONE, sign_in=SignIn.NONE,
            proxy=Proxy(kind=ProxyKind.HTTP, host="127.0.0.1", port=proxy.port, username="bob"),
        )  # fmt: skip
        services.accounts.save(account, proxy_secret="of the proxy")
        assert services.accounts.test(account).features
        assert proxy.asked == [("mail.example", 25)]
