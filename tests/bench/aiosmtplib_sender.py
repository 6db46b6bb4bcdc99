"""The comparison's asyncio sender, run by a Python that has aiosmtplib: one client a connection over one list.

Use: aiosmtplib_sender.py <folder of the workload> <port> <connections> <certificate to trust, or empty>
"""

from __future__ import annotations

import asyncio
import csv
import re
import ssl
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path
from typing import Any

FIELD = re.compile(r"\{\{ (\w+) \}\}")
SUBJECT = "{{ first_name }}, your spring offer for {{ city }} – code {{ code }}"


def messages(folder: Path) -> Iterator[EmailMessage]:
    """The message of each person of the list."""
    text, html = ((folder / name).read_text(encoding="utf-8") for name in ("message.txt", "message.html"))
    with (folder / "people.csv").open(encoding="utf-8", newline="") as people:
        for person in csv.DictReader(people):

            def fill(template: str, person: dict[str, str] = person) -> str:
                return FIELD.sub(lambda found: person[found[1]], template)

            message = EmailMessage()
            message["From"], message["Reply-To"] = '"Anna Lee" <anna@sender.example>', "offers@sender.example"
            message["To"], message["Subject"] = person["email"], fill(SUBJECT)
            message["Date"], message["Message-ID"] = formatdate(), make_msgid(domain="sender.example")
            message["List-Unsubscribe"] = "<mailto:offers@sender.example?subject=unsubscribe>"
            message.set_content(fill(text))
            message.add_alternative(fill(html), subtype="html")
            yield message


async def work(waiting: Iterator[EmailMessage], port: int, ca: str) -> None:
    """Send what is next until nothing is."""
    import aiosmtplib  # type: ignore[import-not-found,unused-ignore]  # a peer's library, found at run time

    how: dict[str, Any] = {"use_tls": bool(ca), "start_tls": False}
    if ca:
        how["tls_context"] = ssl.create_default_context(cafile=ca)
    async with aiosmtplib.SMTP(hostname="127.0.0.1", port=port, **how) as client:
        for message in waiting:
            await client.send_message(message)


async def main() -> None:
    """As many workers as connections, over one list."""
    folder, port, connections, ca = sys.argv[1:]
    waiting = messages(Path(folder))
    await asyncio.gather(*(work(waiting, int(port), ca) for _ in range(int(connections))))


asyncio.run(main())
