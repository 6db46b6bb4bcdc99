"""The sender's domain, looked up at a name server on loopback: zones in order, broken ones, silence and lies."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.fakes.zones import CONTROLS, EVERY_CONTROL, GOOD, Zone, name_server

from sendoff.adapters.dns.resolver import DnsResolver
from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap import open_services
from sendoff.core.account import Account
from sendoff.core.dns_answers import Found, Lookup, Question
from sendoff.core.sender_findings import SenderReport, Standing
from sendoff.services.accounts import Accounts
from sendoff.services.app import Services
from sendoff.services.sender_domain import BELIEVED_FOR, SenderDomains

SENDER = "Anna Lee <anna@brightmill.net>"
GOOGLE = Account(id="g", name="Work", preset="google_workspace", host="smtp.gmail.com", port=465)
GRID = Account(id="s", name="Grid", preset="sendgrid", host="smtp.sendgrid.net", port=587)
PLAIN = Account(id="p", name="Own", preset="custom", host="mail.brightmill.net", port=587)


class Clock:
    at = 1_795_953_600_000

    def now(self) -> int:
        return self.at

    def monotonic(self) -> float:
        return self.at / 1000


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    home = find_home({"SENDOFF_HOME": str(tmp_path_factory.mktemp("home"))})
    services = open_services(home, "a test", environ={})
    try:
        yield services
    finally:
        services.close()


def domains(accounts: Accounts, lookup: Lookup, clock: Clock | None = None) -> SenderDomains:
    return SenderDomains(
        accounts=accounts, lookup=lookup, mailbox_domains=lambda: ("yahoo.fr",), clock=clock or Clock()
    )


def codes(report: SenderReport) -> dict[str, Standing]:
    return {one.code: one.standing for one in report.findings}


def test_a_domain_in_order_with_its_key_behind_an_alias(services: Services) -> None:
    with name_server(GOOD) as server:
        report = domains(services.accounts, server.resolver()).of(GOOGLE, SENDER)
    assert codes(report) == dict.fromkeys(("spf_fine", "dkim_fine", "dmarc_fine"), Standing.FINE)
    assert (report.domain, report.at) == ("brightmill.net", Clock.at)


def test_answers_are_kept_for_an_hour(services: Services) -> None:
    clock = Clock()
    with name_server(GOOD) as server:
        judge = domains(services.accounts, server.resolver(), clock)
        judge.of(GOOGLE, SENDER)
        first = len(server.asked)
        judge.of(GOOGLE, SENDER)
        assert len(server.asked) == first
        judge.of(GOOGLE, SENDER, fresh=True)
        assert len(server.asked) == 2 * first
        clock.at += BELIEVED_FOR
        judge.of(GOOGLE, SENDER)
        assert len(server.asked) == 3 * first


def test_a_domain_that_does_not_exist_closes_sending_and_is_remembered(services: Services) -> None:
    with name_server(CONTROLS) as server:
        judge = domains(services.accounts, server.resolver())
        assert judge.known_missing(SENDER) is None
        report = judge.of(GOOGLE, SENDER)
        asked = len(server.asked)
        missing = judge.known_missing(SENDER)
        assert len(server.asked) == asked
    assert codes(report) == {"no_domain": Standing.BLOCKS}
    assert missing is not None
    assert missing.title == "The domain brightmill.net does not exist."


def test_a_server_that_fails_makes_things_unknown_and_nothing_wrong(services: Services) -> None:
    failing = ("brightmill.net", "_spf.google.com", "google._domainkey.brightmill.net", "_dmarc.brightmill.net")
    with name_server(GOOD, failing=failing) as server:
        report = domains(services.accounts, server.resolver()).of(GOOGLE, SENDER)
    assert codes(report) == dict.fromkeys(("spf_unknown", "dkim_unknown", "dmarc_unknown"), Standing.UNKNOWN)


def test_silence_is_no_finding(services: Services) -> None:
    names = {name for name, _kind in GOOD} | EVERY_CONTROL
    with name_server(GOOD, silent=names) as server:
        judge = domains(services.accounts, server.resolver(seconds=0.3))
        assert codes(judge.of(GOOGLE, SENDER)) == {"offline": Standing.UNKNOWN}
        server.silent = ()
        judge._lookup = server.resolver()
        assert "spf_fine" in codes(judge.of(GOOGLE, SENDER))  # silence is not remembered


def test_a_look_that_is_stopped_ends_at_once(services: Services) -> None:
    names = {name for name, _kind in GOOD}
    flag = threading.Event()
    with name_server(GOOD, silent=names) as server:
        judge = domains(services.accounts, server.resolver(seconds=60))
        threading.Timer(0.2, flag.set).start()
        began = time.monotonic()
        judge.of(GOOGLE, SENDER, stopped=flag.is_set)
        assert time.monotonic() - began < 30


@pytest.mark.parametrize("zone", [{}, {("brightmill.net", "MX"): ["10 mx.brightmill.net."]}])
def test_a_network_that_answers_for_everybody_is_not_believed(services: Services, zone: Zone) -> None:
    with name_server(zone, liar=True) as server:
        liar = domains(services.accounts, server.resolver()).of(GOOGLE, SENDER)
    with name_server(zone) as server:
        ignorant = domains(services.accounts, server.resolver()).of(GOOGLE, SENDER)
    assert codes(liar) == codes(ignorant) == {"not_believed": Standing.UNKNOWN}


def test_what_a_provider_is_known_for_counts(services: Services) -> None:
    """SendGrid takes the bounces itself; a server of one's own is known by its address."""
    own = {("mail.brightmill.net", "A"): ["192.0.2.7"], ("mail.brightmill.net", "AAAA"): ["2001:db8:4::7"]}
    with name_server({**GOOD, **own}) as server:
        judge = domains(services.accounts, server.resolver())
        assert {"spf_elsewhere", "dkim_unknown", "dmarc_unclear"} == set(codes(judge.of(GRID, SENDER)))
        assert "spf_fine" in codes(judge.of(PLAIN, SENDER))
        by_host = replace(GOOGLE, preset="custom")
        assert "dkim_fine" in codes(judge.of(by_host, SENDER))


def test_a_mailbox_of_anybody_is_not_sent_for_by_others(services: Services) -> None:
    with name_server(GOOD) as server:
        judge = domains(services.accounts, server.resolver())
        assert codes(judge.of(GRID, "anna@gmail.com")) == {"free_mail": Standing.LOOK}
        assert codes(judge.of(GOOGLE, "anna@gmail.com")) == {"provider_domain": Standing.FINE}
        assert judge.of(GRID, "anna@gmail.com").findings[0].why.endswith("(p=none), but receivers weigh it.")


@pytest.mark.parametrize(
    ("account", "sender"),
    [
        (GOOGLE, "anna@example.com"),
        (GOOGLE, "anna@shop.test"),
        (GOOGLE, ""),
        (replace(PLAIN, host="127.0.0.1"), SENDER),
        (replace(PLAIN, host="localhost"), SENDER),
        (Account(id="sandbox", name="Sandbox", preset="sandbox", host="127.0.0.1", port=1025), SENDER),
        (Account(id="t", name="Trap", preset="mailtrap_sandbox", host="sandbox.smtp.mailtrap.io", port=2525), SENDER),
    ],
)
def test_nobody_is_asked_about_what_receivers_never_see(services: Services, account: Account, sender: str) -> None:
    with name_server(GOOD) as server:
        report = domains(services.accounts, server.resolver()).of(account, sender)
        assert server.asked == []
    assert report.left_out
    assert report.findings == ()


def test_several_accounts_are_judged_together(services: Services) -> None:
    with name_server(GOOD) as server:
        report = domains(services.accounts, server.resolver()).of_accounts([GOOGLE, GRID, GOOGLE], SENDER)
    assert [one.code for one in report.findings] == [
        "dkim_unknown", "dmarc_unclear", "spf_fine", "dkim_fine", "dmarc_fine", "spf_elsewhere",
    ]  # fmt: skip


def test_what_was_asked_of_others_leaves_room_for_the_next(services: Services) -> None:
    with name_server(GOOD) as server:
        judge = domains(services.accounts, server.resolver())
        for number in range(40):
            judge.of(GOOGLE, f"anna@shop{number}.net")
        assert "spf_fine" in codes(judge.of(GOOGLE, SENDER))


def test_looking_again_asks_for_every_account(services: Services) -> None:
    key = ("google._domainkey.brightmill.net", "TXT")
    without = {question: answers for question, answers in GOOD.items() if question[0] != key[0]}
    with name_server(without) as server:
        judge = domains(services.accounts, server.resolver())
        assert "dkim_fine" not in codes(judge.of_accounts([PLAIN, GOOGLE], SENDER))
        server.zone = GOOD
        assert "dkim_fine" in codes(judge.of_accounts([PLAIN, GOOGLE], SENDER, fresh=True))


def test_answers_are_what_the_records_say() -> None:
    zone: Zone = {
        ("a.net", "TXT"): ["x" * 300],
        ("a.net", "MX"): ["10 MX.a.net.", "0 ."],
        ("a.net", "AAAA"): ["2001:db8::1"],
        ("loop.net", "CNAME"): ["loop.net."],
    }
    with name_server(zone, failing=("bad.net",)) as server:
        ask = server.resolver().look_up
        assert ask(Question("a.net", "TXT")).values == ("x" * 300,)
        assert set(ask(Question("a.net", "MX")).values) == {"mx.a.net", ""}
        assert ask(Question("a.net", "AAAA")).values == ("2001:db8::1",)
        assert ask(Question("a.net", "A")).found is Found.NOTHING
        assert ask(Question("b.net", "A")).found is Found.NO_NAME
        assert ask(Question("bad.net", "TXT")).found is Found.SILENT
        assert ask(Question("loop.net", "TXT")).found in (Found.SILENT, Found.NOTHING)


def test_this_machine_s_own_name_servers_are_asked_by_no_test() -> None:
    assert DnsResolver().look_up(Question("gmail.com", "MX")).found is Found.SILENT
