"""The accounts page: what it says before typing, what it keeps, and what a test of the connection shows."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.stand import Stand, standing

from sendoff.core.account import Account, Security, SignIn
from sendoff.core.campaign import CampaignState
from sendoff.core.errors import ConnectError
from sendoff.ui.pages.accounts.gallery import matching
from sendoff.ui.pages.accounts.view import AccountsPage
from sendoff.ui.pages.accounts.words import OtherWay, limits_hint, other_way, problems
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.field import Field
from sendoff.ui.widgets.message import Banner


@pytest.fixture
def stand(tmp_path: Path, qtbot: QtBot) -> Iterator[Stand]:
    with standing(tmp_path, qtbot) as made:
        made.window.navigator.register("accounts", lambda: AccountsPage(made.stage))
        made.window.navigator.register("sandbox", QLabel)
        yield made


def opened(stand: Stand, qtbot: QtBot, subject: str = "") -> AccountsPage:
    page = stand.window.navigator.open("accounts", subject)
    assert isinstance(page, AccountsPage)
    stand.window.show()
    qtbot.waitUntil(lambda: page.form._kept_where != "")
    return page


def typed(field: Field, text: str) -> None:
    assert isinstance(field.control, QLineEdit)
    field.control.clear()
    QTest.keyClicks(field.control, text)


def below(field: Field) -> str:
    return field._below.text() if field._below.isVisibleTo(field) else ""


def pressed(banner: Banner, words: str) -> None:
    next(button for button in banner.findChildren(Button) if button.text() == words).click()


def test_the_kind_of_secret_and_its_place_are_said_before_anything_is_typed(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.empty)
    page.empty.button.click()
    assert [card.preset.id for card in page.gallery.cards()] == [
        "gmail", "microsoft365", "outlook", "yahoo", "sendgrid", "mailgun", "cpanel", "custom", "sandbox",
    ]  # fmt: skip
    page.gallery.cards()[0].click()
    said = page.form.hint.accessibleName()
    assert "app password: 16 letters" in said
    assert "No system keyring answers here" in said
    assert page.form.fields.secret_field.control.accessibleName() == "App password"
    account = page.form.fields.account()
    assert (account.host, account.port, account.security) == ("smtp.gmail.com", 465, Security.TLS)
    assert not page.form.fields.server.unfolded
    assert "published limit of 500 a day, checked 22 Nov 2026" in below(page.form.fields.limits) + limits_hint(
        stand.services.accounts.preset("gmail")
    )


def test_outlook_has_no_password_box_and_says_why_it_cannot_be_saved(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    page.gallery.chosen.emit("outlook")
    assert "Sign in with Microsoft" in page.form.hint.accessibleName()
    assert not page.form.fields.isVisible()
    assert not page.form._save.isEnabled()
    assert "Microsoft" in page.form._save.toolTip()


def test_an_account_is_kept_with_its_secret_and_shown(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    page.gallery.chosen.emit("gmail")
    fields = page.form.fields
    page.form._save.click()
    assert below(fields.sender_address) == "Write the address your messages come from."
    typed(fields.sender_name, "Anna Lee")
    typed(fields.sender_address, "anna@gmail.com")
    assert fields.account().username == "anna@gmail.com"
    assert fields.account().name == "Gmail anna@gmail.com"
    page.form._save.click()
    assert below(fields.secret_field) == "Type the app password."
    typed(fields.secret_field, "abcd efgh ijkl mnop")
    page.form._save.click()
    qtbot.waitUntil(lambda: page.list.count() == 1)
    (kept,) = stand.services.accounts.all()
    assert kept.sender == "Anna Lee <anna@gmail.com>"
    assert stand.services.accounts.secret(kept) == "abcdefghijklmnop"
    assert fields.secret() is None
    qtbot.waitUntil(lambda: stand.said == ["Saved “Gmail anna@gmail.com”."])


def test_saving_without_a_new_secret_keeps_the_old_one(stand: Stand, qtbot: QtBot) -> None:
    account = kept_account(stand)
    page = opened(stand, qtbot, account.id)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.form)
    typed(page.form.fields.reply_to, "desk@example.com")
    page.form._save.click()
    qtbot.waitUntil(lambda: stand.services.accounts.get(account.id).reply_to == "desk@example.com")
    assert stand.services.accounts.secret(account) == "hunter22"


def test_a_fixed_user_name_is_locked(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    page.gallery.chosen.emit("sendgrid")
    line = page.form.fields.username.control
    assert isinstance(line, QLineEdit)
    assert (line.text(), line.isReadOnly()) == ("apikey", True)
    typed(page.form.fields.sender_address, "news@example.com")
    assert line.text() == "apikey"


def test_the_sandbox_card_leads_to_the_sandbox(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    page.gallery.chosen.emit("sandbox")
    assert stand.window.navigator.current == "sandbox"


def test_a_good_connection_shows_what_was_found(stand: Stand, qtbot: QtBot) -> None:
    account = stand.sandbox_account()
    page = opened(stand, qtbot, account.id)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.form)
    assert page.form.fields.secret_field.isHidden()
    page.form._test.click()
    assert page.form._test.text() == "Testing 127.0.0.1…"
    qtbot.waitUntil(page.form.result.isVisible)
    assert page.form.result.accessibleName().startswith("Connected. 127.0.0.1 answered.")
    assert "messages up to 26 MB" in page.form.result.accessibleName()
    assert page.form._test.text() == "Test connection"


def test_the_wrong_security_is_mended_by_one_button(stand: Stand, qtbot: QtBot) -> None:
    port = stand.sandbox_account().port
    account = kept_account(stand, port=port, security=Security.TLS)
    page = opened(stand, qtbot, account.id)
    qtbot.waitUntil(lambda: page.form.fields._account == account)
    page.form._test.click()
    qtbot.waitUntil(page.form.result.isVisible)
    assert "does not begin with TLS" in page.form.result.accessibleName()
    pressed(page.form.result, f"Use port {port} with STARTTLS")
    assert page.form.fields.account().security is Security.STARTTLS
    assert page.form.fields.server.unfolded
    qtbot.waitUntil(lambda: "STARTTLS, so nothing was sent" in page.form.result.accessibleName())


def test_a_test_can_be_cancelled_and_its_answer_is_then_unwanted(stand: Stand, qtbot: QtBot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        account = kept_account(stand, port=silent.getsockname()[1])
        page = opened(stand, qtbot, account.id)
        qtbot.waitUntil(lambda: page.form.fields._account == account)
        page.form._test.click()
        assert page.form._cancel.isVisible()
        page.form._cancel.click()
        assert page.form._test.text() == "Test connection"
        assert not page.form._cancel.isVisible()
        connection, _peer = silent.accept()
        connection.close()
    qtbot.wait(100)
    assert not page.form.result.isVisible()


def test_deleting_asks_in_place_and_takes_the_secret_along(stand: Stand, qtbot: QtBot) -> None:
    account = kept_account(stand)
    page = opened(stand, qtbot, account.id)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.form)
    page.form._remove.click()
    assert page.form.confirm.isVisible()
    pressed(page.form.confirm, "Keep")
    assert not page.form.confirm.isVisible()
    page.form._remove.click()
    pressed(page.form.confirm, "Delete")
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.empty)
    assert stand.services.accounts.all() == []
    assert stand.services.accounts.secret(account) == ""


def test_an_account_in_use_is_not_deleted(stand: Stand, qtbot: QtBot) -> None:
    campaign = stand.sample()
    stand.services.sending.begin(campaign.id)
    page = opened(stand, qtbot, campaign.account_id)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.form)
    page.form._remove.click()
    pressed(page.form.confirm, "Delete")
    qtbot.waitUntil(page.form.result.isVisible)
    assert "“Spring sale” is not sent to everyone yet" in page.form.result.accessibleName()
    assert stand.services.campaigns.get(campaign.id).state is CampaignState.RUNNING
    assert stand.services.accounts.get(campaign.account_id)
    stand.services.sending.stop(campaign.id)
    page.form._remove.click()
    pressed(page.form.confirm, "Delete")
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.empty)


def test_a_copy_has_the_secret_too(stand: Stand, qtbot: QtBot) -> None:
    account = kept_account(stand)
    page = opened(stand, qtbot, account.id)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.form)
    page.form._copy.click()
    qtbot.waitUntil(lambda: page.list.count() == 2)
    copy = next(one for one in stand.services.accounts.all() if one.id != account.id)
    assert copy == replace(account, id=copy.id, name="Work (copy)")
    assert stand.services.accounts.secret(copy) == "hunter22"


@pytest.mark.parametrize(
    ("port", "security", "code", "other"),
    [
        (465, Security.TLS, "timeout", OtherWay(587, Security.STARTTLS)),
        (587, Security.STARTTLS, "refused", OtherWay(465, Security.TLS)),
        (25, Security.STARTTLS, "timeout", OtherWay(587, Security.STARTTLS)),
        (587, Security.TLS, "wrong_tls_mode", OtherWay(587, Security.STARTTLS)),
        (465, Security.STARTTLS, "wrong_tls_mode", OtherWay(465, Security.TLS)),
        (587, Security.STARTTLS, "sign_in_refused", None),
        (587, Security.STARTTLS, "no_such_host", None),
    ],
)
def test_the_other_port_is_offered_only_where_it_may_help(
    port: int, security: Security, code: str, other: OtherWay | None
) -> None:
    account = Account(id="a", name="A", host="smtp.example.com", port=port, security=security)
    assert other_way(account, ConnectError("x", code=code)) == other


def test_every_provider_is_found_by_name_domain_or_server(stand: Stand) -> None:
    presets = stand.services.accounts.presets()
    assert [one.id for one in matching(presets, "anna@hotmail.com")] == ["outlook"]
    assert matching(presets, "zo")[0].id == "zoho"
    assert "fastmail" in [one.id for one in matching(presets, "FastM")]
    assert matching(presets, "no such provider") == []
    assert all(limits_hint(one) and one.name for one in presets)


def test_problems_are_told_together_and_by_field() -> None:
    account = Account(id="a", name=" ", host="", port=465, sender="anna", limits=("80/hour", "many"))
    found = problems(account, secret_wanted=True)
    assert set(found) == {"name", "host", "sender", "limits", "secret"}
    assert "'many' is not a limit" in found["limits"]
    fine = Account(id="a", name="A", host="h", port=465, sender="Anna <anna@example.com>", sign_in=SignIn.API_KEY)
    assert problems(fine, secret_wanted=False) == {}
    assert problems(fine, secret_wanted=True) == {"secret": "Type the API key."}


def kept_account(stand: Stand, port: int = 2525, security: Security = Security.NONE) -> Account:
    account = Account(
        id="work",
        name="Work",
        host="127.0.0.1",
        port=port,
        security=security,
        username="anna",
        sender="anna@example.com",
    )
    stand.services.accounts.save(account, "hunter22")
    return account
