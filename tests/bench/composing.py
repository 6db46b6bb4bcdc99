"""What a message costs: the templates' own rendering by Jinja, and all that Sendoff adds to make it bytes.

    python -m tests.bench.composing [--messages 20000]

The message is the 5 KB one of the other benchmarks, in four shapes. Both are measured in turns of 500 messages in the
same run, by the processor time of this process.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from statistics import median

from tests.bench.workload import CITIES, FIRST, PARAGRAPH, REPLY_TO, SENDER, SUBJECT, address

from sendoff.core.body import compile_body
from sendoff.core.campaign import Attachment, Campaign, Content, Image
from sendoff.core.delivery import Delivery
from sendoff.core.message import Composer

FIELDS = ("email", "first_name", "city", "code")
DATE = 1_790_000_000_000
TURN = 500
WORDS = [f"{n}. {PARAGRAPH}" for n in range(1, 9)]
"""No two alike, so that no line of one message is encoded for another."""
GREETING = "Hello {{ first_name }},"
BLOBS = {"logo": bytes(range(256)) * 40, "offer": bytes(range(256)) * 200}


def plain() -> Content:
    """The message of `tests.bench.workload`."""
    text = "\n\n".join([GREETING, *WORDS[:7], "Best wishes\nAnna"]) + "\n"
    rows = "".join(f'<p style="margin:0 0 12px;color:#333">{part}</p>\n' for part in [GREETING, *WORDS])
    page = '<!doctype html>\n<html><body style="font-family:sans-serif">\n<h1>Spring in {{ city }}</h1>\n'
    return Content(subject=SUBJECT, html=f"{page}{rows}\n</body></html>\n", text=text)


def shapes() -> dict[str, Content]:
    """The same message, richer from line to line."""
    first = plain()
    marked = replace(first, html="", text="", markdown="\n\n".join([f"# {GREETING}", *WORDS]))
    whole = replace(
        first,
        preheader="{{ first_name }}, your code is inside",
        unsubscribe="https://sender.example/leave?who={{ email | urlencode }} mailto:leave@sender.example",
        postal="Sender Ltd\n1 Road\nTown",
    )
    picture = Image(cid="logo", name="logo.png", blob="logo")
    files = replace(
        whole,
        html=whole.html.replace("<h1>", '<img src="cid:logo" alt="Sender"><h1>'),
        images=(picture,),
        attachments=(Attachment(name="For {{ first_name }}.pdf", blob="offer"),),
    )
    return {
        "HTML and text": first,
        "Markdown, plain part made": marked,
        "preheader, unsubscribe, footer": whole,
        "and a 10 KB picture, a 50 KB file": files,
    }


def deliveries(number: int) -> list[Delivery]:
    """The first rows of the list."""
    rows = []
    for n in range(1, number + 1):
        first, city = FIRST[n % len(FIRST)], CITIES[n % len(CITIES)]
        fields = {"email": address(n), "first_name": first, "city": city, "code": f"SPRING-{n:07d}"}
        rows.append(Delivery(id=n, campaign_id="bench", position=n, address=address(n), name=first, fields=fields))
    return rows


def measure(content: Content, rows: list[Delivery]) -> tuple[float, float, int]:
    """Milliseconds of Jinja's rendering and of the whole message, medians of turns, and the bytes of a message."""
    campaign = Campaign(id="bench", name="Bench", sender=SENDER, reply_to=REPLY_TO, content=content)
    composer = Composer(campaign=campaign, read_blob=BLOBS.__getitem__, fields=FIELDS)
    used = (*compile_body(replace(content, preheader="")).used, *composer.side_templates)
    extra = {"unsubscribe_url": "", "postal_address": ""}
    jinja, whole, size = [], [], 0
    for start in range(0, len(rows), TURN):
        turn = rows[start : start + TURN]
        began = time.process_time()
        for row in turn:
            values = {**row.fields, **extra}
            for template in used:
                template.render(values)
        between = time.process_time()
        for row in turn:
            size = len(composer.compose(row, date=DATE).content)
        jinja.append((between - began) / len(turn) * 1e3)
        whole.append((time.process_time() - between) / len(turn) * 1e3)
    return median(jinja), median(whole), size


def main() -> None:
    """Print one line for each shape."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--messages", type=int, default=20_000)
    rows = deliveries(options.parse_args().messages)
    print("| message | bytes | Jinja ms | whole ms | on top ms |\n|---|---|---|---|---|")
    for name, content in shapes().items():
        jinja, whole, size = measure(content, rows)
        print(f"| {name} | {size:,} | {jinja:.3f} | {whole:.3f} | {whole - jinja:.3f} |", flush=True)


if __name__ == "__main__":
    main()
