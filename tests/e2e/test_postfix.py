"""Through a real Postfix: TLS, sign-in, refusals, a killed sender, and every message once at the other end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.e2e.postfix import GONE, LARGEST, USER, Postfix, missing

from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap import open_services
from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import Delivery, State
from sendoff.core.errors import ConnectError
from sendoff.services.app import Services

SECRET = "correct horse grüße"
CONNECTIONS = 4
FILE = f"""
name = "Through Postfix"
from = "Anna Lee <{USER}>"
subject = "Hello {{{{ first_name }}}}"
html = "message.html"
recipients = "people.csv"
attachments = [{{attachments}}]
[sending]
connections = {CONNECTIONS}
"""
# A dot at the start of a line, a long line and letters outside ASCII must come out as they went in.
HTML = "<p>Grüße, {{ first_name }}!</p>\n.\n..\n<p>" + "long " * 300 + "</p>\n"
SEND = """
import os, sys
from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap import open_services
services = open_services(find_home(os.environ), "test", environ=os.environ)
services.sending.begin(sys.argv[1])
services.sending.run(sys.argv[1])
services.close()
"""


@pytest.fixture(scope="module")
def postfix() -> Iterator[Postfix]:
    why = missing("saslpasswd2")
    if why and os.environ.get("SENDOFF_REQUIRE_ALL") == "1":
        pytest.fail(why)
    if why:
        pytest.skip(why)
    with Postfix(SECRET) as running:
        yield running


def environ(folder: Path, secret: str = SECRET) -> dict[str, str]:
    return {"SENDOFF_HOME": str(folder / "home"), "SENDOFF_PASSWORD": secret}


def open_folder(folder: Path, secret: str = SECRET) -> Services:
    return open_services(find_home(environ(folder, secret)), "test", environ=environ(folder, secret))


def drafted(services: Services, folder: Path, url: str, addresses: list[str], attachments: str = "") -> Campaign:
    """A campaign made of a file, as `sendoff send` makes it."""
    (folder / "message.html").write_text(HTML, encoding="utf-8")
    lines = [f"{address},Ann {number}" for number, address in enumerate(addresses)]
    (folder / "people.csv").write_text("\n".join(["email,first_name", *lines]) + "\n")
    path = folder / "campaign.toml"
    path.write_text(FILE.replace("{attachments}", attachments))
    said, _ = services.campaigns.named_in(path)
    campaign, _ = services.campaigns.from_file(path, said, services.accounts.from_url(url).id, "")
    return campaign


def people(number: int) -> list[str]:
    return [f"u{each}@example.com" for each in range(number)]


def came_out(postfix: Postfix, services: Services, campaign: Campaign) -> Counter[str]:
    """How often each recipient's message came out of Postfix, each byte for byte what was composed for them."""
    postfix.wait_empty()
    compose = services.campaigns.compose_with(services.campaigns.get(campaign.id))
    composed = {}
    for line in services.reports.every(campaign):
        row = Delivery(
            id=line.id, campaign_id=campaign.id, position=line.position, address=line.address, name=line.name,
            fields=line.fields,
        )  # fmt: skip
        envelope = compose(row)
        composed[envelope.message_id] = envelope
    seen: Counter[str] = Counter()
    for message_id, recipients, content in postfix.outbox.messages:
        if message_id.startswith(f"<{campaign.id}."):
            assert recipients == (composed[message_id].recipient,)
            assert content == composed[message_id].content
            seen[composed[message_id].recipient] += 1
    return seen


def test_everyone_gets_it_once_and_the_refused_are_explained(postfix: Postfix, tmp_path: Path) -> None:
    everyone = people(200)
    with closing(open_folder(tmp_path)) as services:
        campaign = drafted(services, tmp_path, postfix.url(), [*everyone[:100], GONE, *everyone[100:]])
        account = services.accounts.get(campaign.account_id)
        capabilities = services.sending.preflight(account)
        assert capabilities.tls.startswith("TLSv1.")
        assert "PIPELINING" in capabilities.features
        services.sending.begin(campaign.id)
        assert services.sending.run(campaign.id).finished
        assert services.campaigns.get(campaign.id).state is CampaignState.FINISHED
        figures = services.reports.counts(campaign)
        assert {name: n for name, n in figures.items() if n} == {"accepted": 200, "failed": 1}
        [failed] = services.reports.page(campaign, states=(State.FAILED,))
        assert (failed.address, failed.code, failed.enhanced) == (GONE, 550, "5.1.1")
        assert "No such user here" in failed.text
        assert came_out(postfix, services, campaign) == dict.fromkeys(everyone, 1)


def test_sign_in_with_auth_login(postfix: Postfix, tmp_path: Path) -> None:
    with closing(open_folder(tmp_path)) as services:
        account = services.accounts.from_url(postfix.url(port=postfix.login_port))
        assert services.accounts.test(account).auth == ("LOGIN",)


def fault(services: Services, account: Account) -> ConnectError:
    with pytest.raises(ConnectError) as refused:
        services.sending.preflight(account)
    assert refused.value.permanent
    assert refused.value.remedy
    assert SECRET not in str(refused.value)
    return refused.value


def test_a_wrong_password_is_refused(postfix: Postfix, tmp_path: Path) -> None:
    with closing(open_folder(tmp_path, "incorrect donkey")) as services:
        campaign = drafted(services, tmp_path, postfix.url(), people(3))
        assert fault(services, services.accounts.get(campaign.account_id)).code == "sign_in_refused"
        services.sending.begin(campaign.id)
        ending = services.sending.run(campaign.id)
        assert (ending.finished, ending.needs_user) == (False, True)
        assert services.campaigns.get(campaign.id).state is CampaignState.PAUSED
        assert services.reports.counts(campaign)["queued"] == 3
        assert came_out(postfix, services, campaign) == {}


def test_without_the_authority_nobody_signs_in(postfix: Postfix, tmp_path: Path) -> None:
    with closing(open_folder(tmp_path)) as services:
        account = services.accounts.from_url(postfix.url().partition("&ca=")[0])
        assert fault(services, account).code == "bad_certificate"


def test_without_a_sign_in_postfix_relays_nothing(postfix: Postfix, tmp_path: Path) -> None:
    with closing(open_folder(tmp_path)) as services:
        url = f"smtp://127.0.0.1:{postfix.port}?security=starttls&ca={postfix.ca_file}"
        campaign = drafted(services, tmp_path, url, people(3))
        services.sending.begin(campaign.id)
        services.sending.run(campaign.id)
        assert services.reports.counts(campaign)["accepted"] == 0
        lines = services.reports.page(services.campaigns.get(campaign.id))
        said = services.campaigns.get(campaign.id).reason + " ".join(line.text for line in lines)
        assert "denied" in said
        assert came_out(postfix, services, campaign) == {}


def test_a_message_over_the_limit_is_explained(postfix: Postfix, tmp_path: Path) -> None:
    (tmp_path / "offer.bin").write_bytes(os.urandom(LARGEST))
    with closing(open_folder(tmp_path)) as services:
        campaign = drafted(services, tmp_path, postfix.url(), people(3), '"offer.bin"')
        services.sending.begin(campaign.id)
        services.sending.run(campaign.id)
        after = services.campaigns.get(campaign.id)
        assert services.reports.counts(campaign)["accepted"] == 0
        assert after.state is CampaignState.PAUSED
        assert f"{LARGEST:,}" in after.reason
        assert came_out(postfix, services, campaign) == {}


def test_after_a_kill_nobody_gets_it_twice(postfix: Postfix, tmp_path: Path) -> None:
    everyone = people(400)
    with closing(open_folder(tmp_path)) as services:
        campaign = drafted(services, tmp_path, postfix.url(), everyone)
    before = len(postfix.outbox.messages)
    sender = subprocess.Popen([sys.executable, "-c", SEND, campaign.id], env=os.environ | environ(tmp_path))
    try:
        postfix.outbox.wait(before + 20)
    finally:
        sender.send_signal(signal.SIGKILL)
    assert sender.wait() == -signal.SIGKILL
    with closing(open_folder(tmp_path)) as services:
        [interruption] = services.interrupted
        assert interruption.campaign.id == campaign.id
        assert 20 <= interruption.counts["accepted"] + interruption.in_doubt < 400
        assert interruption.in_doubt <= CONNECTIONS
        services.sending.begin(campaign.id)
        services.sending.run(campaign.id)
        figures = services.reports.counts(campaign)
        assert figures["accepted"] + figures["in_doubt"] == 400
        assert figures["in_doubt"] == interruption.in_doubt
        seen = came_out(postfix, services, campaign)
        assert set(seen.values()) == {1}
        accepted = {line.address for line in services.reports.every(campaign, (State.ACCEPTED,))}
        assert accepted <= set(seen) <= set(everyone)
