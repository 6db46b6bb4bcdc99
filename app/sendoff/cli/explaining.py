"""What `--help` adds to the options: what each name stands for, and examples. A test types every one of them."""

from __future__ import annotations

import argparse

EXAMPLES: dict[str, tuple[str, ...]] = {
    "try": ("sendoff try", "sendoff try --terminal --recipients 1000"),
    "send": (
        "sendoff send campaign.toml --dry-run",
        "sendoff send campaign.toml --test me@example.com",
        "sendoff send campaign.toml --first 20",
        'sendoff send campaign.toml --at "tomorrow 9:00"',
        'sendoff send "Spring sale (copy)"',
    ),
    "campaigns": ("sendoff campaigns", "sendoff campaigns spring"),
    "duplicate": ('sendoff duplicate "Spring sale" --name "Summer sale"',),
    "rename": ('sendoff rename "Untitled campaign" "Summer sale"',),
    "delete": ('sendoff delete "Summer sale"',),
    "status": ("sendoff status", 'sendoff status "Spring sale" --json'),
    "report": ("sendoff report", 'sendoff report "Spring sale" --xlsx results.xlsx --pdf report.pdf'),
    "retry": ('sendoff retry "Spring sale"', 'sendoff retry "Spring sale" --cause given_up'),
    "resolve": ('sendoff resolve "Spring sale" anna@example.com --accepted',),
    "doubts": ("sendoff doubts --look",),
    "preview": ("sendoff preview", 'sendoff preview "Spring sale" --row anna@example.com --eml anna.eml'),
    "import": (
        "sendoff import people.xlsx",
        "sendoff import people.csv --map email=Mailadresse",
        'sendoff import people.csv --into "Spring sale (copy)" --replace',
    ),
    "check": ("sendoff check campaign.toml", 'sendoff check "Spring sale (copy)" --offline'),
    "triage": ("sendoff triage", "sendoff triage Customers --fix-typos", "sendoff triage Customers --tab invalid"),
    "remedy": ('sendoff remedy "Spring sale" no_such_user --block',),
    "backup": ("sendoff backup sendoff.zip",),
    "restore": ("sendoff restore sendoff.zip --look", "sendoff restore sendoff.zip"),
    "forget": ("sendoff forget anna@example.com --look", "sendoff forget anna@example.com"),
    "sandbox": ("sendoff sandbox --refuse",),
    "completion": ("sendoff completion bash",),
    "log": ("sendoff log --level warning",),
    "accounts add": (
        "sendoff accounts add Work --preset gmail --user anna@gmail.com",
        'sendoff accounts add Office --host smtp.example.com --user anna --from "Anna Lee <anna@example.com>"',
    ),
    "accounts find": ("sendoff accounts find anna@example.com",),
    "accounts edit": (
        "sendoff accounts edit Work --limit 80/hour --limit 500/day",
        "sendoff accounts edit Work --limit none",
    ),
    "accounts test": ("sendoff accounts test Work",),
    "audiences import": (
        "sendoff audiences import Customers people.xlsx --tag shop",
        "sendoff audiences import Customers newer.xlsx --merge --preview",
    ),
    "audiences segment": ("sendoff audiences segment Customers 'city = \"Paris\" and age >= 18' --as Parisians",),
    "audiences use": ('sendoff audiences use Customers --new "Summer sale" --segment \'city = "Paris"\'',),
    "audiences combine": ("sendoff audiences combine Everybody Customers union Subscribers",),
    "templates use": ('sendoff templates use Welcome --new "A welcome"',),
    "templates save": ('sendoff templates save "Spring sale" "Our sale"',),
    "settings set": ("sendoff settings set undo_seconds 30",),
}
"""By command."""
_MEANINGS = {
    "accounts NAME": "the account's name",
    "accounts FILE.toml": "the file",
    "accounts ADDRESS": "an e-mail address",
    "templates TEMPLATE": "the template's name",
    "templates NAME": "the name to keep it under",
    "templates FILE": "an .html, .eml or .mjml file",
    "import-message FILE": "an .html, .eml or .mjml file",
    "audiences TEXT": "a part of an address or name",
    "audiences TAG": "a word to find it by",
    "audiences FIRST": "an audience",
    "audiences how": "in either, in the first only, or in both",
    "audiences SECOND": "another audience",
    "priority priority": "whose turn it is",
    "backup FILE.zip": "the file to write",
    "restore FILE.zip": "a backup",
    "settings SETTING": "its name, as `sendoff settings list` shows it",
    "settings VALUE": "as `sendoff settings list` shows it",
    "log WORD": "only entries with these words",
    "settings WORD": "only settings with these words",
    "--reply-to": "where replies go, if not to the sender",
    "--host": "the server's name, such as smtp.example.com",
    "--port": "the server's port: usually 465 with tls, 587 with starttls",
    "--security": "how the connection is encrypted; none is for a network of your own",
    "--connections": "connections at the same time",
    "--tag": "a word to find it by; may be given several times",
    "--reason": "why they are blocked",
    "NEW": "the new name",
    "FILE": "a list of addresses",
    "FILE.csv": "the file to write",
    "ADDRESS": "an e-mail address",
}
"""What an argument stands for where its command does not say: by the command's first word, or for all."""


def explain(parser: argparse.ArgumentParser) -> None:
    """Complete the help of a parser and of every command below it."""
    _, _, name = parser.prog.partition(" ")
    if name in EXAMPLES:
        parser.epilog = "\n  ".join(("examples:", *EXAMPLES[name]))
    for action in parser._actions:  # noqa: SLF001 -- argparse tells of its arguments in no other way
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 -- likewise
            for below in action.choices.values():
                explain(below)
        elif not action.help:
            word = (action.option_strings or [str(action.metavar or action.dest)])[0]
            action.help = _MEANINGS.get(f"{name.partition(' ')[0]} {word}") or _MEANINGS.get(word)
