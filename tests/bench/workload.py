"""The same work for every sender: a list, a subject, a text and an HTML part, about 5 KB on the wire."""

from __future__ import annotations

from pathlib import Path

FIRST = ["Anna", "Björn", "Chloé", "Dilek", "Erik", "Françoise", "Grzegorz", "Hana", "İpek", "João", "Zoë"]
CITIES = ["Köln", "Zürich", "Łódź", "São Paulo", "Málaga", "Århus", "Paris"]
SUBJECT = "{{ first_name }}, your spring offer for {{ city }} – code {{ code }}"
SENDER = '"Anna Lee" <anna@sender.example>'
REPLY_TO = "offers@sender.example"
PARAGRAPH = (
    "This spring we have put together a selection for you in {{ city }}: fresh colours, honest prices – from 19,90 € – "
    "and delivery to your door. Your personal code {{ code }} is good until the end of the month."
)

CAMPAIGN = """\
name = "Benchmark"
from = '{sender}'
reply_to = "{reply_to}"
subject = "{subject}"
html = "message.html"
text = "message.txt"
recipients = "people.csv"
"""


def address(number: int) -> str:
    """The address of the n-th recipient, counted from 1."""
    return f"recipient.{number}@list.example"


def write(folder: Path, recipients: int) -> Path:
    """Write the list, both parts and a campaign file into `folder`; return the campaign file."""
    with (folder / "people.csv").open("w", encoding="utf-8", newline="") as people:
        people.write("email,first_name,city,code\n")
        for n in range(1, recipients + 1):
            people.write(f"{address(n)},{FIRST[n % len(FIRST)]},{CITIES[n % len(CITIES)]},SPRING-{n:07d}\n")
    greeting = "Hello {{ first_name }},"
    text = [greeting, *[PARAGRAPH] * 7, "Best wishes\nAnna"]
    html = "".join(f'<p style="margin:0 0 12px;color:#333">{part}</p>\n' for part in [greeting, *[PARAGRAPH] * 8])
    (folder / "message.txt").write_text("\n\n".join(text) + "\n", encoding="utf-8")
    page = ["<!doctype html>", '<html><body style="font-family:sans-serif">', "<h1>Spring in {{ city }}</h1>", html]
    (folder / "message.html").write_text("\n".join([*page, "</body></html>\n"]), encoding="utf-8")
    campaign = folder / "campaign.toml"
    campaign.write_text(CAMPAIGN.format(sender=SENDER, reply_to=REPLY_TO, subject=SUBJECT), encoding="utf-8")
    return campaign
