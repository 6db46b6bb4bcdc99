"""What may be typed. Nothing heavy is imported here: `--help` and `--version` answer at once."""

from __future__ import annotations

import argparse
from typing import Any

from sendoff import __version__
from sendoff.cli.audience_options import add_audiences, add_people, add_reading, add_suppressions
from sendoff.cli.campaign_options import add_again, add_failed, add_priority
from sendoff.cli.domain_options import add_check, add_domain
from sendoff.cli.numbers import row, seconds, whole
from sendoff.cli.program_options import add_program
from sendoff.cli.remedy_options import add_remedy
from sendoff.cli.triage_options import add_triage

_EPILOG = """\
exit status: 0 everything accepted or deliberately skipped; 1 finished with failures or doubts; 2 bad usage or bad
input, nothing sent; 3 paused and waiting for you; 130 interrupted, resumable. SENDOFF_HOME moves all data;
SENDOFF_PASSWORD gives a password to scripts, SMTP_HOST and its kind an account. Without a command, the window opens."""
_CAMPAIGN = "a campaign's id, name or file; the newest if left out"


def build_parser() -> argparse.ArgumentParser:
    """The whole command line. Each command's `run` names the function that does it, `module:function`."""
    promise = "Every recipient gets the message once, or you know exactly why not."
    parser = _Parser(prog="sendoff", description=promise, epilog=_EPILOG)
    parser.add_argument("--version", action="version", version=f"Sendoff {__version__}")
    parser.set_defaults(run="window:window", json=False, sandbox=False)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands", parser_class=_Parser)
    _add_try(commands)
    _add_send(commands)
    _add_campaign_commands(commands)
    _add_accounts(commands)
    _add_templates(commands)
    _add_messages(commands)
    _add_files(commands)
    add_audiences(commands, _command, _Parser)
    add_suppressions(commands, _command, _Parser)
    for one in (add_triage(commands, _command), add_remedy(commands, _command)):
        _add_place(one)
        _add_json(one)
    _add_sandbox(commands)
    add_program(commands, _command, _Parser)
    return parser


class _Parser(argparse.ArgumentParser):
    """No abbreviated options: a script must not change its meaning when an option is added."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)


def _command(commands: Any, name: str, run: str, text: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(run=run)
    return parser


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one last line of JSON; sentences go to stderr")


def _add_place(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sandbox", action="store_true", help="the sandbox's campaigns instead of the real ones")


def _add_secret(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--password-stdin", action="store_true", help="read the password from the first line of stdin")


def _add_try(commands: Any) -> None:
    parser = _command(
        commands, "try", "trial:trial", "the whole job on the built-in sandbox: no account, nothing leaves the machine"
    )
    parser.add_argument("--terminal", action="store_true", help="stay in the terminal, also where a window could open")
    parser.add_argument("--recipients", type=whole(1, 10_000_000), metavar="N", help="a made-up list of N recipients")
    _add_json(parser)
    parser.set_defaults(sandbox=True)


def _add_send(commands: Any) -> None:
    parser = _command(commands, "send", "several:send", "send a campaign, or go on with one that was interrupted")
    parser.add_argument("campaign", metavar="CAMPAIGN.toml", nargs="+", help="the campaign file; several at once")
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
        "--at", default="", metavar="TIME", help="send then: “2026-12-01 09:00”, “tomorrow 9:00”, 17:30; it waits"
    )
    first.add_argument("--yes", action="store_true", help="do not ask before sending")
    _add_secret(parser)
    _add_json(parser)


def _add_campaign_commands(commands: Any) -> None:
    for name, text in (
        ("status", "how a campaign stands, also while it is being sent elsewhere"),
        ("pause", "pause a campaign, also one that another Sendoff is sending"),
        ("resume", "go on with a paused campaign"),
        ("stop", "end a campaign before its end: who still waits is cancelled"),
    ):
        parser = _command(commands, name, f"campaigns:{name}", text)
        parser.add_argument("campaign", metavar="CAMPAIGN", nargs="?", default="", help=_CAMPAIGN)
        _add_place(parser)
        _add_json(parser)
        if name == "resume":
            _add_secret(parser)
    parser = _command(commands, "report", "reports:report", "what happened, by cause or by row")
    parser.add_argument("campaign", metavar="CAMPAIGN", nargs="?", default="", help=_CAMPAIGN)
    parser.add_argument("--rows", action="store_true", help="every recipient instead of every cause")
    parser.add_argument("--csv", metavar="FILE", help="write every recipient to a CSV file")
    parser.add_argument("--xlsx", metavar="FILE", help="write every recipient to an Excel workbook")
    parser.add_argument("--pdf", metavar="FILE", help="write a report of one page, to print or to pass on")
    _add_place(parser)
    _add_json(parser)
    for parser in add_again(commands, _command):
        _add_place(parser)
        _add_secret(parser)
        _add_json(parser)
    parser = add_failed(commands, _command)
    _add_place(parser)
    _add_json(parser)
    parser = add_priority(commands, _command)
    _add_place(parser)
    _add_json(parser)
    parser = _command(commands, "doubts", "doubts:doubts", "who is in doubt, and looking for them in the Sent folder")
    parser.add_argument("campaign", metavar="CAMPAIGN", nargs="?", default="", help=_CAMPAIGN)
    parser.add_argument("--look", action="store_true", help="look where the provider keeps copies; nothing is sent")
    _add_place(parser)
    _add_secret(parser)
    _add_json(parser)
    parser = _command(commands, "file-copies", "copies:file", "file copies of what was accepted in the Sent folder")
    parser.add_argument("campaign", metavar="CAMPAIGN", nargs="?", default="", help=_CAMPAIGN)
    _add_place(parser)
    _add_secret(parser)
    _add_json(parser)
    parser = _command(commands, "resolve", "campaigns:resolve", "settle a doubt by what you found out")
    parser.add_argument("campaign", metavar="CAMPAIGN", help="a campaign's id, name or file")
    parser.add_argument("address", metavar="ADDRESS", help="the recipient in doubt")
    found = parser.add_mutually_exclusive_group(required=True)
    found.add_argument("--accepted", action="store_true", help="it arrived, or the Sent folder has it")
    found.add_argument("--not-accepted", action="store_true", help="it did not arrive, so it has failed")
    _add_place(parser)
    _add_json(parser)


def _add_accounts(commands: Any) -> None:
    accounts = commands.add_parser("accounts", help="find, add, change, test and remove accounts")
    each = accounts.add_subparsers(metavar="ACTION", required=True, parser_class=_Parser)
    _add_json(_command(each, "list", "accounts:show", "the accounts there are"))
    one = _command(each, "show", "providers:account", "one account, with its provider's limits and how sure they are")
    one.add_argument("name", metavar="NAME")
    presets = _command(each, "presets", "providers:presets", "the providers Sendoff knows, or all it knows about one")
    presets.add_argument("id", metavar="ID", nargs="?", default="", help="one provider, with its limits")
    _add_json(one)
    _add_json(presets)
    find = _command(each, "find", "accounts:find", "which provider an address belongs to; asks name servers")
    find.add_argument("address", metavar="ADDRESS")
    _add_json(find)
    add = _command(each, "add", "accounts:add", "add an account; the password goes to the system's keyring")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--preset", default="custom", metavar="ID", help="the provider; see `sendoff accounts presets`")
    edit = _command(each, "edit", "accounts:edit", "change an account; what is not named stays as it is")
    edit.add_argument("name", metavar="NAME")
    for parser in (add, edit):
        _add_account_options(parser)
        _add_secret(parser)
        _add_json(parser)
    test = _command(each, "test", "doctor:test", "examine the connection step by step, without sending anything")
    domain = add_domain(each, _command)
    rename = _command(each, "rename", "accounts:rename", "give an account another name")
    duplicate = _command(each, "duplicate", "accounts:duplicate", "copy an account, without its password")
    remove = _command(each, "remove", "accounts:remove", "forget an account and its passwords")
    for parser in (test, domain, rename, duplicate, remove):
        parser.add_argument("name", metavar="NAME")
        _add_json(parser)
    rename.add_argument("new", metavar="NEW", help="the new name")
    duplicate.add_argument(
        "new", metavar="NEW", nargs="?", default="", help="the copy's name; “NAME (copy)” if left out"
    )
    _add_secret(test)
    _add_account_files(each)
    _add_browser_sign_in(each)


def _add_account_options(parser: argparse.ArgumentParser) -> None:
    who = parser.add_argument_group("identity")
    who.add_argument("--user", metavar="U", help="user name, usually the whole address")
    who.add_argument("--from", dest="sender", metavar="F", help="the sender, “Anna Lee <anna@example.com>”")
    who.add_argument("--identity", action="append", metavar="F", help="another sender; may be given several times")
    who.add_argument("--reply-to", metavar="R")
    who.add_argument("--signature", metavar="TEXT", help="kept with the account; plain text")
    server = parser.add_argument_group("server")
    server.add_argument("--host", metavar="H")
    server.add_argument(
        "--region", default="", metavar="R", help="where the provider has several servers: EU, eu-west-1"
    )
    server.add_argument("--port", type=whole(1, 65_535), metavar="P")
    server.add_argument("--security", choices=("tls", "starttls", "none"))
    server.add_argument("--route", choices=("smtp", "gmail_api", "graph"), help="Google and Microsoft: not by SMTP")
    pace = parser.add_argument_group("pace")
    pace.add_argument(
        "--limit", action="append", metavar="L", help="80/hour, gmail.com 20/min, 20/day x1.5 to 500; repeat; or none"
    )
    pace.add_argument("--connections", type=whole(1, 64), metavar="N")
    pace.add_argument("--delay", type=seconds, metavar="S", help="seconds between messages")
    safe = parser.add_argument_group("security and network")
    safe.add_argument("--ca", metavar="FILE", help="certificates to trust instead of the system's")
    safe.add_argument("--pin", metavar="SHA256", help="the one certificate to trust, by its fingerprint")
    safe.add_argument("--client-cert", metavar="FILE", help="the certificate this machine shows, in PEM form")
    safe.add_argument("--client-key", metavar="FILE", help="its key, where it is not in the same file")
    safe.add_argument(
        "--proxy", metavar="URL", help="none, system, socks5://[user@]host:port or http://[user@]host:port"
    )
    safe.add_argument(
        "--imap", metavar="URL", help="the Sent folder, to look for those in doubt: imaps://host, imap://host or none"
    )
    safe.add_argument(
        "--file-copies", action=argparse.BooleanOptionalAction, help="file a copy of every accepted message in Sent"
    )
    safe.add_argument("--step-seconds", type=seconds, metavar="S", help="how long each step of connecting may take")
    safe.add_argument("--local-name", metavar="NAME", help="the name given in EHLO")
    safe.add_argument(
        "--wire", choices=("careful", "overlapped", "windowed"), help="how closely messages follow one another"
    )
    safe.add_argument("--window", type=int, metavar="N", help="messages in flight on a windowed connection")
    safe.add_argument("--client-id", metavar="ID", help="one's own OAuth client")
    safe.add_argument("--tenant", metavar="T", help="Microsoft's directory")


def _add_account_files(each: Any) -> None:
    export = _command(each, "export", "account_files:export", "write accounts to a file, without their passwords")
    export.add_argument("file", metavar="FILE.toml")
    export.add_argument("names", metavar="NAME", nargs="*", help="every account if left out")
    bring = _command(each, "import", "account_files:bring", "add the accounts of such a file")
    bring.add_argument("file", metavar="FILE.toml")
    env = _command(
        each, "import-env", "account_files:bring_env",
        "add the account of a .env file: SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASS, SMTP_SECURE, MAX_EMAILS_PER_HOUR",
    )  # fmt: skip
    env.add_argument("file", metavar="FILE", help="- reads standard input")
    env.add_argument("--name", default="", metavar="N", help="the account's name; user and host if left out")
    for parser in (export, bring, env):
        _add_json(parser)


def _add_browser_sign_in(each: Any) -> None:
    enter = _command(each, "sign-in", "signin:sign_in", "sign in with Google or Microsoft in the browser")
    enter.add_argument("--client-id", metavar="ID", help="your own client ID there; docs/oauth.md shows how")
    enter.add_argument(
        "--client-secret-stdin", action="store_true", help="read its secret (Google gives one) from stdin's first line"
    )
    enter.add_argument("--tenant", metavar="T", help="Microsoft's directory, where your client ID is for one only")
    leave = _command(each, "sign-out", "signin:sign_out", "forget a sign-in by browser on this computer")
    for parser in (enter, leave):
        parser.add_argument("name", metavar="NAME")
        _add_json(parser)


def _add_templates(commands: Any) -> None:
    templates = commands.add_parser("templates", help="messages to begin with, and the versions of a draft's message")
    each = templates.add_subparsers(metavar="ACTION", required=True, parser_class=_Parser)
    draft = "a draft's id or name"
    for name, text, given in (
        ("list", "own templates, and the layouts that come with Sendoff", ()),
        ("show", "what a template says", ("template",)),
        ("save", "keep a campaign's message as an own template", ("campaign", "name")),
        ("use", "put a template's message into a draft; the old one stays among its versions", ("template",)),
        ("rename", "give an own template another name", ("template", "new")),
        ("duplicate", "copy a template; a copy of a layout can be changed", ("template",)),
        ("delete", "forget an own template", ("template",)),
        ("import", "keep the message of an .html, .eml or .mjml file as an own template", ("file",)),
        ("versions", "what a campaign's message was, newest first", ("campaign",)),
        ("restore", "go back to a version of a draft's message", ("campaign",)),
    ):
        parser = _command(each, name, f"templates:{'bring' if name == 'import' else name}", text)
        for one in given:
            parser.add_argument(one, metavar=one.upper(), help=draft if one == "campaign" else None)
        if name == "show":
            parser.add_argument("--html", metavar="FILE", help="write its page, with empty fields, to look at")
        elif name == "save":
            parser.add_argument("--over", action="store_true", help="replace the own template of that name")
        elif name == "use":
            into = parser.add_mutually_exclusive_group(required=True)
            into.add_argument("campaign", metavar="CAMPAIGN", nargs="?", help=draft)
            into.add_argument("--new", metavar="NAME", help="begin a new draft of that name")
        elif name == "duplicate":
            parser.add_argument("new", metavar="NEW", nargs="?", default="", help="“TEMPLATE (copy)” if left out")
        elif name == "import":
            parser.add_argument("--name", default="", metavar="N", help="the template's name; the file's if left out")
        elif name == "restore":
            parser.add_argument("version", type=whole(1, 10**9), metavar="VERSION", help="its number")
        _add_place(parser)
        _add_json(parser)


def _add_messages(commands: Any) -> None:
    parser = _command(
        commands, "import-message", "messages:bring", "put the message of an .html, .eml or .mjml file into a draft"
    )
    parser.add_argument("campaign", metavar="CAMPAIGN", help="a draft's id or name")
    parser.add_argument("file", metavar="FILE")
    _add_place(parser)
    _add_json(parser)
    parser = _command(commands, "preview", "messages:preview", "one recipient's message, as it is sent")
    parser.add_argument("campaign", metavar="CAMPAIGN", nargs="?", default="", help=_CAMPAIGN)
    parser.add_argument(
        "--row",
        type=row,
        default=1,
        metavar="N",
        help="the row of the list, or longest, shortest, or empty: the first with an empty field; 1 if left out",
    )
    parser.add_argument("--eml", metavar="FILE", help="write the message, byte for byte, to an .eml file")
    parser.add_argument("--html", metavar="FILE", help="write its page")
    _add_place(parser)
    _add_json(parser)


def _add_files(commands: Any) -> None:
    _add_import(commands)
    _add_json(add_check(commands, _command))


def _add_import(commands: Any) -> None:
    parser = _command(commands, "import", "recipients:look", "what a list of recipients holds; nothing is stored")
    parser.add_argument("file", metavar="FILE", help="csv, tsv, txt, xlsx, xls, ods or vcf; - reads standard input")
    add_reading(parser)
    parser.add_argument("--remember", action="store_true", help="read the next list of this shape in the same way")
    parser.add_argument("--into", default="", metavar="LIST", help="the campaign or audience to compare with")
    parser.add_argument("--compare", action="store_true", help="say who is new, changed and gone there")
    _add_place(parser)
    _add_json(parser)


def _add_sandbox(commands: Any) -> None:
    parser = _command(commands, "sandbox", "sandbox:serve", "the sandbox server alone: it delivers nothing")
    parser.add_argument("--port", type=whole(0, 65_535), default=1025, metavar="N", help="1025 if left out; 0 = any")
    parser.add_argument("--folder", metavar="DIR", help="keep every message there as an .eml file")
    parser.add_argument(
        "--refuse", action="store_true", help="refuse addresses that begin with bounce, grey, full, blocked or lost"
    )
