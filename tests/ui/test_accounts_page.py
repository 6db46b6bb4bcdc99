"""The accounts page: what it says before typing, what it keeps, and what a test of the connection shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.fakes.resolver import TableResolver
from tests.fakes.vault import DictVault
from tests.ui.stand import Stand, standing

from sendoff.core.account import Account, ImapPlace, Proxy, ProxyKind, Route, Security, SignIn, WireMode
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.ui.drafts import new_draft
from sendoff.ui.pages.accounts.gallery import matching
from sendoff.ui.pages.accounts.presenter import Next, following
from sendoff.ui.pages.accounts.view import AccountsPage
from sendoff.ui.pages.accounts.words import limits_hint, problems
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
    assert "Passwords cannot be saved on this computer" in said
    assert page.form.fields.secret_field.control.accessibleName() == "App password"
    account = page.form.fields.account()
    assert (account.host, account.port, account.security) == ("smtp.gmail.com", 465, Security.TLS)
    assert not page.form.fields.server.unfolded
    said = limits_hint(stand.services.accounts.preset("gmail"))
    assert "published limit of 500 a day (fairly sure), checked 22 Nov 2026" in said


def test_outlook_has_no_password_box_and_offers_the_browser(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    page.gallery.chosen.emit("outlook")
    ways = page.form.fields.ways
    assert "sign in to Outlook.com / Hotmail with your browser" in page.form.hint.accessibleName()
    assert page.form.fields.secret_field.isHidden()
    assert ways.button.text() == "Sign in with Microsoft"
    assert (ways.client_secret.isHidden(), ways.tenant.isHidden()) == (True, True)
    typed(page.form.fields.sender_address, "anna@outlook.com")
    ways.button.click()
    qtbot.waitUntil(lambda: below(ways.client_id).startswith("Signing in with Microsoft needs a client ID"))
    assert ways.button.isEnabled()


def test_every_limit_says_how_sure_it_is_and_of_which_day(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    page.gallery.chosen.emit("gmail")
    fields = page.form.fields
    assert fields.pace._summary.whole().endswith("suggested by Sendoff")
    fields.pace.unfold(shown=True)
    assert "500 a day (fairly sure), checked 22 Nov 2026" in below(fields.limits)
    assert fields.published._title.text() == "Known limits of Gmail, as of 22 Nov 2026"
    assert fields.published.rows()[0] == "500 messages a day  fairly sure"
    assert not any("no figure" in row for row in fields.published.rows())
    tip = next(one.toolTip() for one in fields.published.findChildren(QLabel) if one.text() == "500 messages a day")
    assert "in any 24 h; private account; a lock lasts 1 to 24 h" in tip
    assert fields.pace._summary.whole().startswith("20 a minute, 400 a day, 1 connection")
    fields._limits.setPlainText("80/hour")
    assert fields.pace._summary.whole().endswith("set by hand")
    page.gallery.chosen.emit("outlook")
    fields.change(route=Route.GRAPH, connections=5)
    assert below(fields.connections) == "Microsoft Graph takes 4 at a time (fairly sure)."
    typed(fields.sender_address, "anna@outlook.com")
    page.form._save.click()
    qtbot.waitUntil(lambda: "not 5" in below(fields.connections))
    page.gallery.chosen.emit("cpanel")
    assert len(fields.published.rows()) == 1


def test_the_way_of_sending_decides_what_is_asked_for(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    page.gallery.chosen.emit("gmail")
    fields = page.form.fields
    assert fields.ways.button.isHidden() or not fields.ways.button.isVisible()
    typed(fields.secret_field, "abcd")
    fields.change(route=Route.GMAIL, sign_in=SignIn.XOAUTH2, client_id="mine")
    account = fields.account()
    assert (account.route, account.sign_in, account.client_id) == (Route.GMAIL, SignIn.XOAUTH2, "mine")
    assert fields.ways.button.text() == "Sign in with Google"
    assert fields.ways.button.isVisible()
    assert (fields.server.isHidden(), fields.secret_field.isHidden()) == (True, True)
    assert "with your browser" in page.form.hint.accessibleName()
    fields.change(route=Route.SMTP, sign_in=SignIn.APP_PASSWORD)
    assert fields.secret() == "abcd"
    assert "app password" in page.form.hint.accessibleName()


def test_an_address_finds_its_provider(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    gallery = page.gallery
    QTest.keyClicks(gallery._address, "anna@web.de")
    qtbot.waitUntil(gallery.found.isVisible)
    assert gallery.found.accessibleName().startswith("web.de belongs to GMX / WEB.DE / mail.com. smtp.web.de, port 465")
    pressed(gallery.found, "Continue with GMX / WEB.DE / mail.com")
    account = page.form.fields.account()
    assert (account.host, account.sender, account.username) == ("smtp.web.de", "anna@web.de", "anna@web.de")
    page.add()
    assert not gallery.found.isVisible()
    assert gallery._address.text() == ""


def test_what_is_found_moves_no_card(stand: Stand, qtbot: QtBot) -> None:
    stand.services.accounts._resolver = TableResolver()
    page = opened(stand, qtbot, "add")
    gallery = page.gallery
    bare = gallery.search.y()
    QTest.keyClicks(gallery._address, "anna@example.net")
    qtbot.waitUntil(lambda: gallery.search.y() > bare)
    kept = gallery.search.y()
    qtbot.waitUntil(gallery.found.isVisible)
    qtbot.waitUntil(lambda: gallery.found.height() > 0 and gallery.search.y() == kept)
    assert gallery.found.accessibleName().startswith("Choose your provider below, or “Another mail server”.")
    gallery._address.setText("anna@web.de")
    qtbot.waitUntil(gallery.found.isVisible)
    qtbot.waitUntil(lambda: bool(gallery.found.findChildren(Button)) and gallery.search.y() == kept)
    gallery._address.clear()
    qtbot.waitUntil(lambda: gallery.search.y() == bare)


def test_another_provider_keeps_the_address(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    page.gallery.chosen.emit("sendgrid")
    typed(page.form.fields.sender_address, "anna@web.de")
    page.form._other.click()
    assert (page.right.currentWidget(), page.gallery.address) == (page.gallery, "anna@web.de")
    qtbot.waitUntil(page.gallery.found.isVisible)
    page.add()
    assert page.gallery.address == ""


def test_which_password_is_wanted_is_said_only_while_one_is(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    page.gallery.chosen.emit("custom")
    assert not page.form.hint.isHidden()
    typed(page.form.fields.sender_address, "anna@example.com")
    page.form.fields.change(host="127.0.0.1", port=9, security=Security.NONE)
    page.form._save.click()
    qtbot.waitUntil(page.form.next.isVisible)
    secret = page.form.fields.secret_field.control
    assert isinstance(secret, QLineEdit)
    qtbot.waitUntil(lambda: secret.placeholderText() == "None is needed without a user name.")
    assert page.form.hint.isHidden()


def test_what_is_unfolded_comes_into_sight(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    stand.window.resize(1024, 700)
    page.gallery.chosen.emit("custom")
    area, pace = page.form._area, page.form.fields.pace
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    area.verticalScrollBar().setValue(0)
    pace._head.click()

    def seen() -> bool:
        box = page.form.fields._limits
        low = box.mapTo(area.viewport(), QPoint(0, box.height())).y()
        high = pace._head.mapTo(area.viewport(), QPoint(0, 0)).y()
        return pace.unfolded and area.verticalScrollBar().value() > 0 and low <= area.viewport().height() and high >= 0

    qtbot.waitUntil(seen)


def test_offline_is_an_answer_and_no_error(stand: Stand, qtbot: QtBot) -> None:
    stand.services.accounts._resolver = TableResolver()
    page = opened(stand, qtbot, "add")
    QTest.keyClicks(page.gallery._address, "anna@example.net")
    qtbot.waitUntil(page.gallery.found.isVisible)
    assert "Nothing can be looked up now" in page.gallery.found.accessibleName()
    assert not page.gallery.found.findChildren(Button)
    assert stand.failed == []


def test_enter_after_an_address_of_nobody_known_takes_a_server_of_ones_own(stand: Stand, qtbot: QtBot) -> None:
    stand.services.accounts._resolver = TableResolver()
    page = opened(stand, qtbot, "add")
    QTest.keyClicks(page.gallery._address, "anna@example.net")
    QTest.keyClick(page.gallery._address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.form)
    account = page.form.fields.account()
    assert (account.preset, account.sender) == ("custom", "anna@example.net")


def test_all_providers_can_be_shown(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    page.gallery.every.click()
    assert len(page.gallery.cards()) == len(stand.services.accounts.presets())
    page.gallery.every.click()
    assert len(page.gallery.cards()) == 9


def test_a_search_always_leads_to_the_server_of_ones_own(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    gallery = page.gallery

    def names() -> list[str]:
        return [card.preset.id for card in gallery.cards()]

    for word in ("other", "Hinterwald Webmail"):
        with qtbot.waitSignal(gallery.search.searched):
            gallery.search.setText(word)
        said = f"“{word}” is not on the list. “Another mail server” works with any provider"
        assert gallery._none.text().startswith(said)
        assert (names(), gallery._none.isVisible()) == (["custom"], True)
    gallery.search.setText("yahoo")
    qtbot.waitUntil(lambda: names() == ["yahoo", "custom"])
    assert gallery._none.text() == "Not among them? “Another mail server” works with any provider."
    gallery.search.setText("custom")
    qtbot.waitUntil(lambda: names() == ["custom"])
    gallery.search.clear()
    qtbot.waitUntil(lambda: len(names()) == 9)
    assert not gallery._none.isVisible()


def test_a_second_account_of_an_address_gets_a_name_of_its_own(stand: Stand, qtbot: QtBot) -> None:
    kept_account(stand, name="anna@gmail.com")
    page = opened(stand, qtbot)
    qtbot.waitUntil(lambda: page.list.count() == 1)
    page.add()
    assert (page._bring.isVisible(), page.gallery.bring.isVisible()) == (False, True), "one is enough"
    page.gallery.chosen.emit("gmail")
    assert page._bring.isVisible()
    assert page.form.fields.account().name == "Gmail"
    typed(page.form.fields.sender_address, "anna@gmail.com")
    assert page.form.fields.account().name == "anna@gmail.com (Gmail)"


def test_the_password_is_called_kept_only_where_it_is(stand: Stand, qtbot: QtBot) -> None:
    account = kept_account(stand)
    stand.services.accounts.save(replace(account, id="open", name="Open", username="", sign_in=SignIn.PASSWORD))
    stand.services.accounts.save(replace(account, id="new", name="Without"))
    page = opened(stand, qtbot, account.id)

    def said() -> str:
        line = page.form.fields.secret_field.control
        assert isinstance(line, QLineEdit)
        return line.placeholderText()

    qtbot.waitUntil(lambda: said() == "Known until Sendoff closes")
    page.list.chosen.emit("open")
    qtbot.waitUntil(lambda: said() == "None is needed without a user name.")
    page.list.chosen.emit("new")
    qtbot.waitUntil(lambda: said() == "Not known here. Type it.")
    stand.services.accounts._vault = DictVault()
    stand.services.accounts.remember(account, "hunter22")
    page.list.chosen.emit(account.id)
    qtbot.waitUntil(lambda: said() == "Kept. Type to replace it.")


def test_after_the_first_account_the_next_step_is_offered(stand: Stand, qtbot: QtBot) -> None:
    opened_on: list[str] = []

    class Opened(QLabel):
        def opened(self, subject: str) -> None:
            opened_on.append(subject)

    stand.window.navigator.register("campaign", Opened)
    page = opened(stand, qtbot, "add")

    def saved(preset: str, address: str) -> None:
        page.gallery.chosen.emit(preset)
        typed(page.form.fields.sender_address, address)
        typed(page.form.fields.secret_field, "abcd efgh ijkl mnop")
        page.form._save.click()
        qtbot.waitUntil(page.form.next.isVisible)

    saved("gmail", "anna@gmail.com")
    assert page.form.next.accessibleName().startswith("Saved. Next: the people you write to.")
    pressed(page.form.next, "Bring a list")
    qtbot.waitUntil(lambda: len(opened_on) == 1)
    assert opened_on[0].endswith("/recipients")
    draft = stand.services.campaigns.new("Spring sale")
    assert opened(stand, qtbot, "add") is page
    assert not page.form.next.isVisible()
    saved("gmail", "bea@gmail.com")
    assert "go on with “Spring sale”, which has no account yet" in page.form.next.accessibleName()
    pressed(page.form.next, "Back to the campaign")
    assert opened_on[1:] == [f"{draft.id}/message"]
    typed(page.form.fields.reply_to, "desk@example.com")
    assert not page.form.next.isVisible()


def test_a_region_brings_its_server(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    page.gallery.chosen.emit("mailgun")
    fields = page.form.fields
    assert fields.region.isVisible()
    fields._region.choose("EU")
    fields._region.chosen.emit("EU")
    assert fields.account().host == "smtp.eu.mailgun.org"
    page.add()
    page.gallery.chosen.emit("sendgrid")
    assert fields.region.isVisible()
    for preset in ("gmail", "outlook"):
        page.add()
        page.gallery.chosen.emit(preset)
        assert fields.region.isHidden()


def test_every_field_comes_back_as_it_was_kept(stand: Stand, qtbot: QtBot) -> None:
    account = replace(
        kept_account(stand),
        reply_to="desk@example.com",
        limits=("80/hour",),
        limits_checked="2026-11-22",
        connections=3,
        delay=1.5,
        ca_file="/ca.pem",
        pinned="ab" * 32,
        client_cert="/me.pem",
        client_key="/me.key",
        proxy=Proxy(kind=ProxyKind.SOCKS5, host="proxy.example.com", port=1081, username="bob"),
        step_seconds=20.0,
        local_name="desk.example.com",
        wire=WireMode.WINDOWED,
        window=4,
        imap=ImapPlace(host="imap.example.com", port=1143, security=Security.STARTTLS),
        identities=("Bea <bea@example.com>",),
        signature="Anna\nDesk",
    )
    stand.services.accounts.save(account)
    page = opened(stand, qtbot, account.id)
    qtbot.waitUntil(lambda: page.form.fields._account == account)
    assert page.form.fields.account() == account
    page.form.fields._limits.setPlainText("90/hour")
    assert page.form.fields.account().limits_checked == ""
    page.form.fields.network._proxy_secret.setText("proxyword")
    page.form._save.click()
    qtbot.waitUntil(lambda: stand.services.accounts.get(account.id).limits == ("90/hour",))
    qtbot.waitUntil(lambda: stand.services.accounts.vault.get("work/proxy") == "proxyword")


def test_a_wrong_proxy_is_told_at_its_field(stand: Stand, qtbot: QtBot) -> None:
    account = kept_account(stand)
    page = opened(stand, qtbot, account.id)
    qtbot.waitUntil(lambda: page.form.fields._account == account)
    network = page.form.fields.network
    network._proxy.choose(ProxyKind.HTTP)
    network._proxy_chosen(ProxyKind.HTTP)
    assert network._proxy_port.value() == 8080
    page.form._save.click()
    qtbot.waitUntil(lambda: below(network.proxy_host).startswith("The proxy has no host."))
    assert network.unfolded


def test_accounts_go_to_a_file_and_come_back(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    account = kept_account(stand)
    page = opened(stand, qtbot, account.id)
    page.presenter.export(tmp_path / "out.toml")
    qtbot.waitUntil(lambda: stand.said == ["Exported 1 account, without passwords."])
    assert "hunter22" not in (tmp_path / "out.toml").read_text(encoding="utf-8")
    stand.services.accounts.remove(account.id)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.empty)
    page.presenter.bring(tmp_path / "out.toml")
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.form)
    (back,) = stand.services.accounts.all()
    assert back == replace(account, id=back.id)
    page.presenter.bring(tmp_path / "none.toml")
    qtbot.waitUntil(lambda: [error.code for error in stand.failed] == ["no_file"])


def test_an_account_is_kept_with_its_secret_and_shown(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    page.gallery.chosen.emit("gmail")
    fields = page.form.fields
    page.form._save.click()
    assert below(fields.sender_address) == "Write the address your messages come from."
    typed(fields.sender_name, "Anna Lee")
    typed(fields.sender_address, "anna@gmail.com")
    assert fields.account().username == "anna@gmail.com"
    assert fields.account().name == "anna@gmail.com"
    page.form._save.click()
    assert below(fields.secret_field) == "Type the app password."
    typed(fields.secret_field, "abcd efgh ijkl mnop")
    page.form._save.click()
    qtbot.waitUntil(lambda: page.list.count() == 1)
    (row,) = page._rows
    (kept,) = stand.services.accounts.all()
    assert kept.sender == "Anna Lee <anna@gmail.com>"
    assert stand.services.accounts.secret(kept) == "abcdefghijklmnop"
    qtbot.waitUntil(page.form.next.isVisible)
    assert stand.said == []  # the form says it
    assert fields.secret() is None
    assert row.second_line == "Gmail"


def test_saving_without_a_new_secret_keeps_the_old_one(stand: Stand, qtbot: QtBot) -> None:
    account = kept_account(stand)
    page = opened(stand, qtbot, account.id)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.form)
    typed(page.form.fields.reply_to, "desk@example.com")
    page.form._save.click()
    qtbot.waitUntil(lambda: stand.services.accounts.get(account.id).reply_to == "desk@example.com")
    assert stand.services.accounts.secret(account) == "hunter22"


def test_another_security_brings_its_usual_port(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    page.gallery.chosen.emit("custom")
    fields = page.form.fields
    assert fields.account().port == 465
    for security, port in ((Security.STARTTLS, 587), (Security.NONE, 25), (Security.TLS, 465)):
        fields.server._security.choose(security)
        fields.server._security.chosen.emit(security)
        assert fields.account().port == port
    fields.server._port.setValue(2525)
    fields.server._security.chosen.emit(Security.NONE)
    assert fields.account().port == 2525


def test_a_server_of_ones_own_says_where_to_look_and_what_is_usual(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    page.gallery.chosen.emit("custom")
    fields, server = page.form.fields, page.form.fields.server
    said = {name: field.control.accessibleDescription() for name, field in server.places.items()}
    assert "help pages, under “SMTP”" in said["host"]
    assert "smtp.example.com" in said["host"]
    assert said["port"] == "They name it; with TLS usually 465."
    assert "SSL/TLS" in said["security"]
    assert "like anna@example.com" in fields.username.control.accessibleDescription()
    choices = [server._security.itemText(row) for row in range(server._security.count())]
    assert choices == ["TLS, usually 465", "STARTTLS, usually 587", "None, usually 25"]
    server._security.choose(Security.STARTTLS)
    assert server.port.control.accessibleDescription() == "They name it; with STARTTLS usually 587."
    page.gallery.chosen.emit("gmail")
    assert [field.control.accessibleDescription() for field in server.places.values()] == ["", "", ""]
    assert server._security.itemText(0) == "TLS"


def test_a_fixed_user_name_is_locked(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    page.gallery.chosen.emit("sendgrid")
    line = page.form.fields.username.control
    assert isinstance(line, QLineEdit)
    assert (line.text(), line.isReadOnly()) == ("apikey", True)
    typed(page.form.fields.sender_address, "news@example.com")
    assert line.text() == "apikey"


def test_the_sandbox_card_makes_its_account_and_leads_back(stand: Stand, qtbot: QtBot) -> None:
    stand.services.campaigns.new("Spring sale")
    page = opened(stand, qtbot, "add")
    page.gallery.chosen.emit("sandbox")
    qtbot.waitUntil(page.form.next.isVisible)
    (account,) = stand.services.accounts.all()
    assert (account.name, account.preset) == ("Sandbox", "sandbox")
    assert "go on with “Spring sale”" in page.form.next.accessibleName()
    assert page.window().focusWidget() is page.form.fields.sender_name.control  # and not what deletes it


def test_a_good_connection_shows_what_was_found(stand: Stand, qtbot: QtBot) -> None:
    account = stand.sandbox_account()
    page = opened(stand, qtbot, account.id)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.form)
    assert page.form.fields.secret_field.isHidden()
    page.form._test.click()
    assert page.form._test.text() == "Testing 127.0.0.1…"
    qtbot.waitUntil(page.form.doctor.result.isVisible)
    said = page.form.doctor.result.accessibleName()
    assert said.startswith("Connected. 127.0.0.1 takes messages without signing in.")
    assert "messages up to 26 MB" in said
    assert page.form._test.text() == "Test connection"


def server_of_ones_own(page: AccountsPage, port: int) -> None:
    page.gallery.chosen.emit("custom")
    typed(page.form.fields.sender_address, "anna@example.com")
    page.form.fields.change(host="127.0.0.1", port=port, security=Security.NONE, sign_in=SignIn.NONE)


def test_what_was_tested_well_is_not_asked_to_be_tested_again(stand: Stand, qtbot: QtBot) -> None:
    port = stand.sandbox_account().port
    page = opened(stand, qtbot, "add")
    server_of_ones_own(page, port)
    assert page.form.fields.network._summary.whole() == "not encrypted"
    page.form._test.click()
    qtbot.waitUntil(page.form.doctor.result.isVisible)
    page.form._save.click()
    qtbot.waitUntil(page.form.next.isVisible)
    assert page.form.next.accessibleName() == "Saved. Next: the people you write to. The test went well."
    account = next(one for one in stand.services.accounts.all() if one.preset == "custom")
    assert stand.services.accounts.proven(account)
    stand.services.accounts.save(replace(account, name="Renamed", limits=("80/hour",)))
    assert stand.services.accounts.proven(stand.services.accounts.get(account.id))
    assert not stand.services.accounts.proven(replace(account, port=9))
    stand.window.navigator.open("sandbox")
    stand.window.navigator.open("accounts")
    assert not page.form.next.isVisible()
    stand.services.accounts.save(account, "another")
    assert not stand.services.accounts.proven(account)


def test_a_test_that_fails_leaves_the_focus_where_it_can_be_tried_again(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    server_of_ones_own(page, 9)
    page.form._test.setFocus()
    page.form._test.click()
    assert stand.window.focusWidget() is page.form._cancel
    qtbot.waitUntil(page.form.doctor.result.isVisible)
    assert stand.window.focusWidget() is page.form._test


def test_deleting_asks_in_place_and_takes_the_secret_along(stand: Stand, qtbot: QtBot) -> None:
    account = kept_account(stand)
    page = opened(stand, qtbot, account.id)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.form)
    page.form._remove.click()
    assert page.form.confirm.isVisible()
    pressed(page.form.confirm, "Keep it")
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
    qtbot.waitUntil(page.form.doctor.result.isVisible)
    assert "“Spring sale” is not sent to everyone yet" in page.form.doctor.result.accessibleName()
    assert stand.services.campaigns.get(campaign.id).state is CampaignState.RUNNING
    assert stand.services.accounts.get(campaign.account_id)
    stand.services.sending.stop(campaign.id)
    page.form._remove.click()
    pressed(page.form.confirm, "Delete")
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.empty)


def test_a_copy_has_no_secret(stand: Stand, qtbot: QtBot) -> None:
    account = kept_account(stand)
    page = opened(stand, qtbot, account.id)
    qtbot.waitUntil(lambda: page.right.currentWidget() is page.form)
    page.form._copy.click()
    qtbot.waitUntil(lambda: page.list.count() == 2)
    copy = next(one for one in stand.services.accounts.all() if one.id != account.id)
    assert copy == replace(account, id=copy.id, name="Work (copy)")
    assert stand.services.accounts.secret(copy) == ""


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


def kept_account(stand: Stand, port: int = 2525, security: Security = Security.NONE, name: str = "Work") -> Account:
    account = Account(
        id="work",
        name=name,
        host="127.0.0.1",
        port=port,
        security=security,
        username="anna",
        sender="anna@example.com",
    )
    stand.services.accounts.save(account, "hunter22")
    return account


def test_a_window_is_asked_for_only_where_there_is_one(stand: Stand, qtbot: QtBot) -> None:
    account = kept_account(stand)
    page = opened(stand, qtbot, account.id)
    qtbot.waitUntil(lambda: page.form.fields._account == account)
    network = page.form.fields.network
    assert network.in_flight.isHidden()
    assert network.applied(account).wire is WireMode.CAREFUL
    network._wire.choose(WireMode.WINDOWED)
    network._wire_chosen(WireMode.WINDOWED)
    assert not network.in_flight.isHidden()
    assert network.applied(account).wire is WireMode.WINDOWED
    network.sum_up(network.applied(account))
    assert "messages close together" in network._summary.text()


def test_a_copy_asks_for_its_password_and_not_for_a_list(stand: Stand, qtbot: QtBot) -> None:
    account = kept_account(stand)
    page = opened(stand, qtbot, account.id)
    qtbot.waitUntil(lambda: page.form.fields._account == account)
    page.form._copy.click()
    qtbot.waitUntil(page.form.next.isVisible)
    said = page.form.next.accessibleName()
    assert said == "This is the copy. Its password did not come along: type it, then test."
    assert stand.window.focusWidget() is page.form.fields.secret_field.control
    assert page.form._title.whole().endswith("(copy)")


def test_of_several_accounts_a_new_draft_guesses_none(stand: Stand) -> None:
    accounts, campaigns = stand.services.accounts, stand.services.campaigns
    kept = kept_account(stand)
    assert new_draft(stand.services).account_id == kept.id
    for one in campaigns.all():
        campaigns.remove(one.id)
    accounts.save(replace(kept, id="events", name="An earlier name"))
    assert new_draft(stand.services).account_id == ""
    chosen = replace(campaigns.new("Chosen"), account_id=kept.id)
    campaigns.save(chosen)
    assert new_draft(stand.services).account_id == kept.id


def test_what_follows_a_saved_account_is_the_campaign_that_waits_for_it() -> None:
    def one(name: str, state: CampaignState, account: str = "work") -> Campaign:
        return Campaign(id=name, name=name, state=state, account_id=account)

    done, draft = one("done", CampaignState.FINISHED), one("draft", CampaignState.DRAFT)
    paused, without = one("paused", CampaignState.PAUSED), one("without", CampaignState.DRAFT, "")
    other = one("other", CampaignState.PAUSED, "events")
    for campaigns, wanted in (
        ((draft, without, done, other, paused), paused),
        ((draft, without, done, other), without),
        ((other, done, draft), draft),
        ((other, done), None),
    ):
        assert following(campaigns, "work") == Next(wanted, True)
    assert following((), "work") == Next(None, False)


def test_what_follows_one_account_is_not_said_at_another(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, kept_account(stand).id)
    qtbot.waitUntil(lambda: page._shown is not None)
    page.presenter.next_known.emit("events", Next(None, False))
    assert not page.form.next.isVisible()
    page.presenter.next_known.emit("work", Next(None, False))
    assert page.form.next.isVisible()


def test_a_saved_account_leads_back_to_the_campaign_that_paused(stand: Stand, qtbot: QtBot) -> None:
    opened_on: list[str] = []

    class Opened(QLabel):
        def opened(self, subject: str) -> None:
            opened_on.append(subject)

    stand.window.navigator.register("campaign", Opened)
    account = kept_account(stand)
    draft = replace(stand.services.campaigns.new("April news"), account_id=account.id)
    stand.services.campaigns.save(draft)
    page = opened(stand, qtbot, account.id)
    page.form._save.click()
    qtbot.waitUntil(page.form.next.isVisible)
    assert page.form.next.accessibleName().startswith("Saved. Next: go on with “April news”.")
    pressed(page.form.next, "Back to the campaign")
    assert opened_on == [draft.id]


def test_one_who_came_from_a_campaign_gets_back_to_its_step(stand: Stand, qtbot: QtBot) -> None:
    opened_on: list[str] = []

    class Opened(QLabel):
        def opened(self, subject: str) -> None:
            opened_on.append(subject)

    navigator = stand.window.navigator
    navigator.register("campaign", Opened)
    account = kept_account(stand)
    waiting = stand.services.campaigns.new("April news")
    stand.services.campaigns.save(replace(waiting, account_id=account.id))
    other = stand.services.campaigns.new("Spring sale for everybody who lives in the valley")
    page = opened(stand, qtbot, account.id)
    assert not page.back.isVisible()
    navigator.open("accounts", account.id, back=f"{other.id}/send")
    qtbot.waitUntil(page.back.isVisible)
    assert page.back.text() == "Back to “Spring sale for everybody who lives in…”"
    assert page.back.toolTip() == other.name
    page.back.click()
    assert opened_on == [f"{other.id}/send"]
    navigator.open("accounts", account.id, back=f"{other.id}/send")
    page.form._save.click()
    qtbot.waitUntil(page.form.next.isVisible)
    assert f"go on with “{other.name}”" in page.form.next.accessibleName()
    pressed(page.form.next, "Back to the campaign")
    assert opened_on == [f"{other.id}/send"] * 2
    navigator.open("accounts", account.id)  # by the rail
    assert not page.back.isVisible()


def test_a_campaign_that_is_gone_has_no_way_back(stand: Stand, qtbot: QtBot) -> None:
    account = kept_account(stand)
    page = opened(stand, qtbot, account.id)
    stand.window.navigator.open("accounts", account.id, back="no-such-campaign/send")
    qtbot.waitUntil(lambda: page.back.subject == "")
    assert not page.back.isVisible()


def test_a_kind_of_secret_is_explained_where_it_is_asked_for(stand: Stand, qtbot: QtBot) -> None:
    page = opened(stand, qtbot, "add")
    page.gallery.chosen.emit("gmail")
    assert page.form.fields.secret_field.toolTip().startswith("A password for one program only")
    page.add()
    page.gallery.chosen.emit("sendgrid")
    assert page.form.fields.secret_field.toolTip().startswith("A long code for programs")
    page.add()
    page.gallery.chosen.emit("custom")
    assert page.form.fields.secret_field.toolTip() == ""
