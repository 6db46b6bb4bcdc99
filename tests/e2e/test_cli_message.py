"""A campaign file with everything a message can have, sent by the command line and read as it arrives."""

from __future__ import annotations

from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

from tests.e2e.command_line import Desk
from tests.fakes.smtp_servers import Script, ScriptedServer
from tests.unit.messages import BLOBS, INVITATION

TOML = """
name = "Invitation"
from = "Anna Lee <anna@example.test>"
reply_to = "{{ agent }} <{{ agent_email }}>"
subject = "Hello {{ first_name }}"
preheader = "{{ first_name }}, this is for you"
html = "page.html"
unsubscribe = "https://example.test/leave?who={{ email | urlencode }} mailto:leave@example.test"
postal_address = "Example Ltd\\n1 Road"
recipients = "people.csv"
images = ["pics/logo.png"]
attachments = [
  { file = "offer.pdf", name = "Offer for {{ first_name }}.pdf" },
  { column = "invoice", name = "Invoice {{ number }}.pdf" },
  "invite.ics",
]
"""
PAGE = """<html><head><style>td { color: #123456 }</style></head><body>
<table>{% for word in words | split %}<tr><td>{{ word }}</td></tr>{% endfor %}</table>
<p>Due
{{ due | date('de', 'long') }}: {{ total | money('EUR', 'de') }}, {{ days }} {{ days | plural('Tag', 'Tage') }}</p>
<img src="pics/logo.png" alt="Logo"></body></html>
"""
ROW = {
    "email": "zoe@example.test", "first_name": "Zoë", "agent": "Max Müller", "agent_email": "max@example.test",
    "invoice": "in/7.pdf", "number": "2026/7", "words": "one two", "due": "2026-05-31", "total": "1234.5", "days": "1",
}  # fmt: skip


def write(folder: Path) -> Path:
    for name in ("pics", "in"):
        (folder / name).mkdir()
    (folder / "pics" / "logo.png").write_bytes(BLOBS["logo"])
    (folder / "in" / "7.pdf").write_bytes(b"%PDF-1.7 own")
    (folder / "offer.pdf").write_bytes(BLOBS["offer"])
    (folder / "invite.ics").write_bytes(INVITATION)
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "people.csv").write_text(f"{','.join(ROW)}\n{','.join(ROW.values())}\n", encoding="utf-8")
    (folder / "campaign.toml").write_text(TOML, encoding="utf-8")
    return folder / "campaign.toml"


def arrived(desk: Desk, path: Path) -> EmailMessage:
    with ScriptedServer(Script()) as server:
        sent = desk.run("send", str(path), "--smtp", f"smtp://127.0.0.1:{server.port}?security=none", "--yes", "--json")
        assert sent.status == 0, sent.err + sent.out
        (content,) = server.messages
    return BytesParser(policy=default).parsebytes(content)


def test_everything_arrives(tmp_path: Path) -> None:
    message = arrived(Desk(tmp_path), write(tmp_path))
    assert message["Reply-To"] == "Max Müller <max@example.test>"
    assert message["List-Unsubscribe"].startswith("<https://example.test/leave?who=zoe%40example.test>, <mailto:leave@")
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    page = message.get_body(("html",))
    assert page is not None
    html = page.get_content().replace("\xa0", " ").replace("\r\n", "\n")
    assert html.count('<td style="color: #123456;">') == 2
    assert "\n31. Mai 2026: 1.234,50 €, 1 Tag</p>" in html
    assert '<img src="cid:logo.png" alt="Logo">' in html
    assert "Zoë, this is for you" in html
    assert "Example Ltd<br>\n1 Road<br>" in html
    pictures = [part for part in message.walk() if part["Content-ID"]]
    assert [(part["Content-ID"], part.get_content()) for part in pictures] == [("<logo.png>", BLOBS["logo"])]
    files = {part.get_filename(): part.get_payload(decode=True) for part in message.iter_attachments()}
    assert files == {
        "Offer for Zoë.pdf": BLOBS["offer"], "Invoice 2026-7.pdf": b"%PDF-1.7 own", "invite.ics": INVITATION,
    }  # fmt: skip
    calendar = next(part for part in message.walk() if part.get_content_type() == "text/calendar")
    assert calendar.get_param("method") == "REQUEST"
