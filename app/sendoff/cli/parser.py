"""What may be typed. Nothing heavy is imported here: `--help` and `--version` answer at once."""

from __future__ import annotations

import argparse
from typing import Any

from sendoff import __version__
from sendoff.cli.account_commands import add_accounts
from sendoff.cli.audience_options import add_audiences, add_find, add_forget, add_people, add_reading, add_suppressions
from sendoff.cli.campaign_commands import add_campaigns
from sendoff.cli.campaign_options import add_again, add_failed, add_priority
from sendoff.cli.domain_options import add_check
from sendoff.cli.explaining import explain
from sendoff.cli.grammar import CAMPAIGN, Parser, add_json, add_place, add_secret, command
from sendoff.cli.message_commands import add_messages, add_templates
from sendoff.cli.numbers import seconds, whole
from sendoff.cli.program_options import add_program
from sendoff.cli.remedy_options import add_remedy
from sendoff.cli.triage_options import add_triage
from sendoff.core.rehearsal import ANSWERS

_EPILOG = """\
exit status: 0 everything accepted or deliberately skipped; 1 finished with failures or doubts; 2 bad usage or bad
input, nothing sent; 3 paused and waiting for you; 70 a bug in Sendoff; 130 interrupted, resumable. SENDOFF_HOME moves
all data; SENDOFF_PASSWORD gives a password to scripts, SMTP_HOST and its kind an account. Without a command, the
window opens."""


def build_parser() -> argparse.ArgumentParser:
    """The whole command line. Each command's `run` names the function that does it, `module:function`."""
    promise = "Every recipient gets the message once, or you know exactly why not."
    parser = Parser(prog="sendoff", description=promise, epilog=_EPILOG)
    parser.add_argument("--version", action="version", version=f"Sendoff {__version__}")
    parser.set_defaults(run="window:window", json=False, sandbox=False)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands", parser_class=Parser)
    _add_try(commands)
    _add_send(commands)
    add_campaigns(commands)
    _add_campaign_commands(commands)
    add_accounts(commands)
    add_templates(commands)
    add_messages(commands)
    _add_files(commands)
    add_audiences(commands, command, Parser)
    add_suppressions(commands, command, Parser)
    add_find(commands, command)
    add_forget(commands, command)
    for one in (add_triage(commands, command), add_remedy(commands, command)):
        add_place(one)
        add_json(one)
    _add_sandbox(commands)
    add_program(commands, command, Parser)
    explain(parser)
    return parser


def _add_try(commands: Any) -> None:
    parser = command(
        commands, "try", "trial:trial", "the whole job on the built-in sandbox: no account, nothing leaves the machine"
    )
    parser.add_argument("--terminal", action="store_true", help="stay in the terminal, also where a window could open")
    parser.add_argument("--recipients", type=whole(1, 10_000_000), metavar="N", help="a made-up list of N recipients")
    add_json(parser)
    parser.set_defaults(sandbox=True)


def _add_send(commands: Any) -> None:
    parser = command(commands, "send", "several:send", "send a campaign, or go on with one that was interrupted")
    parser.add_argument(
        "campaign", metavar="CAMPAIGN", nargs="+", help="a campaign file, several at once; or a draft's name"
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--account", metavar="NAME[:W]", action="append",
        help="the account to send with; several times for several accounts, with weights if they share by them",
    )  # fmt: skip
    way.add_argument("--sandbox", action="store_true", help="send to the built-in sandbox: nothing leaves the machine")
    way.add_argument("--smtp", metavar="URL", help="smtp://user@host:587?security=starttls|tls|none, without password")
    add_people(parser)
    pace = parser.add_argument_group("pace")
    pace.add_argument("--connections", type=whole(1, 64), metavar="N", help="connections at the same time")
    pace.add_argument("--delay", type=seconds, metavar="S", help="seconds between messages")
    pace.add_argument("--no-limits", action="store_true", help="ignore the limits of account and campaign file")
    pace.add_argument("--first", type=whole(0, 10_000_000), metavar="N", help="pause by itself after N messages")
    pace.add_argument(
        "--priority", choices=("high", "normal", "low"), help="who goes first where several use one account"
    )
    pace.add_argument("--window", metavar="HOURS", help="send only then: 9:00-17:00")
    pace.add_argument("--days", metavar="DAYS", help="send only on these: mon-fri, or mon,wed,sat")
    pace.add_argument("--zone", metavar="Z", help="whose clock counts: Europe/Vienna; this computer's if left out")
    pace.add_argument("--zone-column", metavar="C", help="the column that names each recipient's own time zone")
    first = parser.add_argument_group("before sending")
    only = first.add_mutually_exclusive_group()
    only.add_argument("--dry-run", action="store_true", help="check everything and send nothing")
    only.add_argument("--test", metavar="ADDRESS", help="send the first row's message to ADDRESS, and nothing else")
    first.add_argument(
        "--accept", action="append", default=[], metavar="KIND",
        help="send although the check found this; the kind is named in what it says",
    )  # fmt: skip
    first.add_argument(
        "--at",
        default="",
        metavar="TIME",
        help="send then: “2026-12-01 09:00”, “Tuesday 9am”, “in 8 days”, 17:30; it waits",
    )
    first.add_argument("--yes", action="store_true", help="do not ask before sending")
    add_secret(parser)
    add_json(parser)


def _add_campaign_commands(commands: Any) -> None:
    for name, text in (
        ("status", "how a campaign stands, also while it is being sent elsewhere"),
        ("pause", "pause a campaign, also one that another Sendoff is sending"),
        ("resume", "go on with a paused campaign"),
        ("stop", "end a campaign before its end: who still waits is cancelled"),
    ):
        parser = command(commands, name, f"campaigns:{name}", text)
        parser.add_argument("campaign", metavar="CAMPAIGN", nargs="?", default="", help=CAMPAIGN)
        add_place(parser)
        add_json(parser)
        if name == "resume":
            add_secret(parser)
    parser = command(commands, "report", "reports:report", "what happened, by cause or by row")
    parser.add_argument("campaign", metavar="CAMPAIGN", nargs="?", default="", help=CAMPAIGN)
    parser.add_argument("--rows", action="store_true", help="every recipient instead of every cause")
    parser.add_argument("--csv", metavar="FILE", help="write every recipient to a CSV file")
    parser.add_argument("--xlsx", metavar="FILE", help="write every recipient to an Excel workbook")
    parser.add_argument("--pdf", metavar="FILE", help="write a report of one page, to print or to pass on")
    add_place(parser)
    add_json(parser)
    for parser in add_again(commands, command):
        add_place(parser)
        add_secret(parser)
        add_json(parser)
    parser = add_failed(commands, command)
    add_place(parser)
    add_json(parser)
    parser = add_priority(commands, command)
    add_place(parser)
    add_json(parser)
    parser = command(commands, "doubts", "doubts:doubts", "who is in doubt, and looking for them in the Sent folder")
    parser.add_argument("campaign", metavar="CAMPAIGN", nargs="?", default="", help=CAMPAIGN)
    parser.add_argument("--look", action="store_true", help="look where the provider keeps copies; nothing is sent")
    add_place(parser)
    add_secret(parser)
    add_json(parser)
    parser = command(commands, "file-copies", "copies:file", "file copies of what was accepted in the Sent folder")
    parser.add_argument("campaign", metavar="CAMPAIGN", nargs="?", default="", help=CAMPAIGN)
    add_place(parser)
    add_secret(parser)
    add_json(parser)
    parser = command(commands, "resolve", "campaigns:resolve", "settle a doubt by what you found out")
    parser.add_argument("campaign", metavar="CAMPAIGN", help="a campaign's id, name or file")
    parser.add_argument("address", metavar="ADDRESS", help="the recipient in doubt")
    found = parser.add_mutually_exclusive_group(required=True)
    found.add_argument("--accepted", action="store_true", help="it arrived, or the Sent folder has it")
    found.add_argument("--not-accepted", action="store_true", help="it did not arrive, so it has failed")
    add_place(parser)
    add_json(parser)


def _add_files(commands: Any) -> None:
    _add_import(commands)
    add_json(add_check(commands, command))


def _add_import(commands: Any) -> None:
    parser = command(
        commands, "import", "recipients:look", "what a list of recipients holds; stores nothing unless told to"
    )
    parser.add_argument("file", metavar="FILE", help="csv, tsv, txt, xlsx, xls, ods or vcf; - reads standard input")
    add_reading(parser)
    parser.add_argument("--remember", action="store_true", help="read the next list of this shape in the same way")
    parser.add_argument(
        "--into", default="", metavar="LIST", help="a draft (with --replace), or a campaign or audience"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--compare", action="store_true", help="say who is new, changed and gone there")
    what.add_argument("--replace", action="store_true", help="make it the draft's list, in place of what it has")
    add_place(parser)
    add_json(parser)


_ANSWERS = [f"{one.value}: {words}" for one, words in ANSWERS]


def _add_sandbox(commands: Any) -> None:
    parser = command(commands, "sandbox", "sandbox:serve", "the sandbox server alone: it delivers nothing")
    parser.add_argument("--port", type=whole(0, 65_535), default=1025, metavar="N", help="1025 if left out; 0 = any")
    parser.add_argument("--folder", metavar="DIR", help="keep every message there as an .eml file")
    parser.add_argument(
        "--refuse", action="store_true", help="refuse addresses that begin with bounce, grey, full, blocked or lost"
    )
    each = parser.add_subparsers(metavar="ACTION", required=False, parser_class=Parser)
    answers = command(each, "answers", "sandbox:answers", "what the sandbox does to addresses of your own")
    answer = command(
        each, "answer", "sandbox:answer", "refuse, defer or lose addresses of your own, also in the window"
    )
    answer.add_argument("what", choices=[one.value for one, _words in ANSWERS], help="; ".join(_ANSWERS))
    answer.add_argument(
        "addresses", metavar="ADDRESS", nargs="+", help="anna@example.com, or *@gmx.de for everybody there"
    )
    forget = command(each, "forget", "sandbox:forget", "take addresses as any other again; all of them if left out")
    forget.add_argument("addresses", metavar="ADDRESS", nargs="*")
    for one in (answers, answer, forget):
        add_json(one)
