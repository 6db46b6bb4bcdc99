"""The folded part of the form for offices: whom to trust, how to get out, how long to wait."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit

from sendoff.core.account import MOST_IN_FLIGHT, Account, ImapPlace, Proxy, ProxyKind, Route, Security, WireMode
from sendoff.core.account_check import written_pin
from sendoff.core.language import pairs, phrase, tr
from sendoff.ui.file_dialogs import open_name
from sendoff.ui.pages.accounts.fold import Fold
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.field import Choice, Field, NumberEdit, SecondsEdit, SecretEdit
from sendoff.ui.widgets.text import Caption

_WIRES = (
    (WireMode.CAREFUL, phrase("One after another (for every provider)")),
    (WireMode.OVERLAPPED, phrase("The next begins as one ends (faster)")),
    (WireMode.WINDOWED, phrase("Several on their way at once (for mail servers of your own)")),
)
_PROXIES = (
    (ProxyKind.NONE, phrase("No proxy")),
    (ProxyKind.SYSTEM, phrase("As the system says")),
    (ProxyKind.SOCKS5, phrase("A proxy (SOCKS5)")),
    (ProxyKind.HTTP, phrase("A proxy (HTTP CONNECT)")),
)
_IMAP = ((Security.TLS, phrase("TLS (port 993)")), (Security.STARTTLS, phrase("STARTTLS (port 143)")))
_IMAP_PORT = {Security.TLS: 993, Security.STARTTLS: 143}
_USUAL_PORT = {ProxyKind.SOCKS5: 1080, ProxyKind.HTTP: 8080}
_PEM = phrase("Certificates (*.pem *.crt *.cer *.key);;All (*)")


class NetworkFold(Fold):
    """Security and network of an account; `edited` comes with every change."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Security and network"))
        self._kept_by: ImapPlace | None = None
        self._ca_file, self._pinned, self._client_cert, self._client_key = (QLineEdit() for _ in range(4))
        self._ca_file.setPlaceholderText(tr("A file in PEM form, for a server of your own"))
        self._pinned.setPlaceholderText(tr("64 hexadecimal digits"))
        self.ca_file = Field(tr("Certi&ficates to trust instead of the system's"), self._ca_file)
        self.pinned = Field(tr("One certificate to trust, by its SHA-256 fingerprint"), self._pinned)
        self.client_cert = Field(tr("Certificate this computer sho&ws"), self._client_cert)
        self.client_key = Field(tr("Its &key, if in another file"), self._client_key)
        self._proxy = Choice(tr("Proxy"), pairs(_PROXIES))
        self.proxy = Field(tr("Pro&xy"), self._proxy)
        self._proxy_host, self._proxy_user = QLineEdit(), QLineEdit()
        self._proxy_host.setPlaceholderText("proxy.example.com")
        self.proxy_host = Field(tr("Proxy's host"), self._proxy_host)
        self._proxy_port = NumberEdit(tr("Proxy's port"), 1, 65535, 1080)
        self._proxy_port.setGroupSeparatorShown(False)
        self.proxy_port = Field(tr("Proxy's port"), self._proxy_port)
        self.proxy_user = Field(tr("Proxy's user, if it wants one"), self._proxy_user)
        self._proxy_secret = SecretEdit(tr("Proxy's password"))
        self.proxy_password = Field(tr("Proxy's password"), self._proxy_secret)
        self._step = SecondsEdit(1, 300)
        self.step_seconds = Field(tr("Wait at most, for each step"), self._step)
        self._local_name = QLineEdit()
        self._local_name.setPlaceholderText(tr("This computer's name"))
        self.local_name = Field(tr("Name given to the server (EHLO)"), self._local_name)
        self._wire = Choice(tr("How messages follow one another"), pairs(_WIRES))
        self.wire = Field(tr("How messages follow one another"), self._wire)
        self._window = NumberEdit(tr("Messages in flight"), 1, MOST_IN_FLIGHT, 8)
        self.in_flight = Field(tr("Messages in flight"), self._window)
        self._imap_host = QLineEdit()
        self._imap_host.setPlaceholderText(tr("imap.example.com, to look for those in doubt"))
        self.imap_host = Field(tr("Sent folder (&IMAP)"), self._imap_host)
        self._imap_port = NumberEdit(tr("IMAP port"), 1, 65535, 993)
        self._imap_port.setGroupSeparatorShown(False)
        self.imap_port = Field(tr("IMAP port"), self._imap_port)
        self._imap_security = Choice(tr("Its encryption"), pairs(_IMAP))
        self.imap_security = Field(tr("Its encryption"), self._imap_security)
        self.file_copies = QCheckBox(tr("File a copy of every accepted message in Sent"))
        self.copies_note = Caption()
        self._lay_out()
        self._listen()
        self.places = {
            "ca_file": self.ca_file, "pinned": self.pinned, "client_cert": self.client_cert, "proxy": self.proxy_host,
            "step_seconds": self.step_seconds, "local_name": self.local_name, "window": self.in_flight,
            "imap": self.imap_host, "file_copies": self.imap_host,
        }  # fmt: skip

    def show_account(self, account: Account) -> None:
        """Show an account's values."""
        self._ca_file.setText(account.ca_file)
        self._pinned.setText(account.pinned)
        self._client_cert.setText(account.client_cert)
        self._client_key.setText(account.client_key)
        self._proxy.choose(account.proxy.kind)
        self._proxy_host.setText(account.proxy.host)
        self._proxy_port.setValue(account.proxy.port or 1080)
        self._proxy_user.setText(account.proxy.username)
        self._proxy_secret.clear()
        self._step.setValue(account.step_seconds)
        self._local_name.setText(account.local_name)
        self._wire.choose(account.wire)
        self._window.setValue(account.window)
        self._imap_host.setText(account.imap.host)
        self._imap_port.setValue(account.imap.port)
        self._imap_security.choose(account.imap.security)
        self.file_copies.setChecked(account.file_copies)
        self._kept_by = account.imap if account.keeps_copies else None
        self._show_copies()
        self._show_proxy()
        self._show_window()

    def applied(self, account: Account) -> Account:
        """The account with what is written here."""
        kind = ProxyKind(self._proxy.choice() or ProxyKind.NONE)
        proxy = Proxy(kind=kind)
        if kind in _USUAL_PORT:
            proxy = Proxy(
                kind=kind,
                host=self._proxy_host.text().strip(),
                port=self._proxy_port.value(),
                username=self._proxy_user.text().strip(),
            )
        return replace(
            account,
            ca_file=self._ca_file.text().strip(),
            pinned=written_pin(self._pinned.text()),
            client_cert=self._client_cert.text().strip(),
            client_key=self._client_key.text().strip(),
            proxy=proxy,
            step_seconds=self._step.value(),
            local_name=self._local_name.text().strip(),
            wire=WireMode(self._wire.choice() or WireMode.CAREFUL),
            window=self._window.value(),
            imap=self._imap(),
            file_copies=self.file_copies.isChecked(),
            keeps_copies=self._keeps_copies(),
        )

    def _imap(self) -> ImapPlace:
        host = self._imap_host.text().strip()
        security = Security(self._imap_security.choice() or Security.TLS)
        return ImapPlace(host=host, port=self._imap_port.value(), security=security) if host else ImapPlace()

    def _keeps_copies(self) -> bool:
        """What was seen of a server is forgotten with another server, or where the option is switched."""
        return self._kept_by is not None and self.file_copies.isChecked() and self._kept_by == self._imap()

    def proxy_secret(self) -> str | None:
        """The proxy's password that was typed; None where nothing was."""
        return self._proxy_secret.text() or None

    def go_to_proxy_sign_in(self) -> None:
        """Put the cursor where the proxy's sign-in is incomplete."""
        self.unfold(shown=True)
        line = self._proxy_secret if self._proxy_user.text().strip() else self._proxy_user
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    def sum_up(self, account: Account) -> None:
        """Say in a few words what differs from the usual."""
        plain = tr("not encrypted") if account.security is Security.NONE and account.route is Route.SMTP else ""
        trust = (
            tr("one certificate of your choice")
            if account.pinned
            else tr("own certificates")
            if account.ca_file
            else ""
        )
        proxy = {
            ProxyKind.SYSTEM: tr("the system's proxy"),
            ProxyKind.SOCKS5: tr("a proxy (SOCKS5)"),
            ProxyKind.HTTP: tr("a proxy (HTTP)"),
        }
        wire = "" if account.wire is WireMode.CAREFUL else tr("messages close together")
        parts = (
            plain or trust,
            tr("shows a certificate") if account.client_cert else "",
            proxy.get(account.proxy.kind, ""),
            wire,
        )
        self.set_summary(", ".join(filter(None, parts)) or tr("as usual"))

    def _lay_out(self) -> None:
        self.column.addWidget(
            Caption(tr("All of this can stay as it is, unless your office or your provider says otherwise."))
        )
        for fields in (
            ((self.proxy, 1), (self.proxy_host, 2), (self.proxy_port, 1)),
            ((self.proxy_user, 1), (self.proxy_password, 1)),
        ):
            self.column.addLayout(_row(*fields))
        self.column.addLayout(self._file_row(self.ca_file, self._ca_file, tr("Choose a file of certificates")))
        self.column.addWidget(self.pinned)
        self.column.addLayout(
            self._file_row(self.client_cert, self._client_cert, tr("Choose this computer's certificate"))
        )
        self.column.addLayout(
            self._file_row(self.client_key, self._client_key, tr("Choose the key of the certificate"))
        )
        self.column.addLayout(_row((self.local_name, 2), (self.step_seconds, 1)))
        self.column.addLayout(_row((self.wire, 2), (self.in_flight, 1)))
        self.column.addLayout(_row((self.imap_host, 2), (self.imap_port, 1), (self.imap_security, 1)))
        self.column.addWidget(self.file_copies)
        self.column.addWidget(self.copies_note)

    def _file_row(self, field: Field, line: QLineEdit, words: str) -> QHBoxLayout:
        browse = Button(tr("Choose…"), run=lambda: self._choose(line, words))
        browse.setAccessibleName(words)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(field, 1)
        row.addWidget(browse, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _choose(self, line: QLineEdit, words: str) -> None:
        path = open_name(self, words, tr(_PEM))
        if path:
            line.setText(path)

    def _listen(self) -> None:
        lines = (
            self._ca_file, self._pinned, self._client_cert, self._client_key, self._proxy_host, self._proxy_user,
            self._proxy_secret, self._local_name, self._imap_host,
        )  # fmt: skip
        for line in lines:
            line.textChanged.connect(lambda _text: self.edited.emit())
        self._proxy.chosen.connect(self._proxy_chosen)
        self._proxy_port.valueChanged.connect(lambda _value: self.edited.emit())
        self._step.valueChanged.connect(lambda _value: self.edited.emit())
        self._wire.chosen.connect(self._wire_chosen)
        self._window.valueChanged.connect(lambda _value: self.edited.emit())
        self._imap_port.valueChanged.connect(lambda _value: self.edited.emit())
        self._imap_security.chosen.connect(self._imap_chosen)
        self._imap_host.textChanged.connect(lambda _text: self._show_copies())
        self.file_copies.toggled.connect(self._copies_toggled)

    def _proxy_chosen(self, key: str) -> None:
        self._proxy_port.setValue(_USUAL_PORT.get(ProxyKind(key), 1080))
        self._show_proxy()
        self.edited.emit()

    def _imap_chosen(self, key: str) -> None:
        self._imap_port.setValue(_IMAP_PORT[Security(key)])
        self.edited.emit()

    def _copies_toggled(self, on: bool) -> None:  # noqa: FBT001 -- a signal's slot
        if not on:
            self._kept_by = None
        self._show_copies()
        self.edited.emit()

    def _show_copies(self) -> None:
        self.copies_note.setText(
            tr("This server keeps copies itself, so none is filed. Tick it anew to ask again.")
            if self._keeps_copies()
            else tr("After the sending, each once; none where the server keeps its own.")
        )

    def _wire_chosen(self, _key: str) -> None:
        self._show_window()
        self.edited.emit()

    def _show_window(self) -> None:
        self.in_flight.setVisible(self._wire.choice() == WireMode.WINDOWED)

    def _show_proxy(self) -> None:
        named = self._proxy.choice() in _USUAL_PORT
        for field in (self.proxy_host, self.proxy_port, self.proxy_user, self.proxy_password):
            field.setVisible(named)


def _row(*fields: tuple[Field, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.M)
    for field, share in fields:
        row.addWidget(field, share)
    return row
