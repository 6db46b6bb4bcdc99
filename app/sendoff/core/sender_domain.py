"""Will receivers believe this sender? Judged from what name servers say, before the first message leaves.

What receivers look at: the domain exists and takes bounces (RFC 5321), its SPF record (RFC 7208) lets the relay send,
the relay's key is there (DKIM, RFC 6376), the policy (DMARC, RFC 9989) and whether one of the proofs stands for the
domain of From. What cannot be known before a message is said to be unknown; nothing is guessed.
"""

from __future__ import annotations

from dataclasses import replace

from sendoff.core import dmarc, spf
from sendoff.core.dns_answers import Book, Found
from sendoff.core.language import tr
from sendoff.core.said import said
from sendoff.core.sender_findings import Finding, Inquiry, SenderReport, Standing, heaviest_first
from sendoff.core.sender_proofs import consequence, dkim_findings, dmarc_findings
from sendoff.core.sender_spf import spf_findings

__all__ = ["Finding", "Inquiry", "SenderReport", "Standing", "examine", "is_reserved"]

CONTROLS = ("gmail.com", "outlook.com")
"""Domains with mail and an SPF record. Name servers that know of neither, a hotel's perhaps, know nothing of others."""
NOBODY = "sendoff-asks-for-nobody"
"""A name below them that does not exist. Name servers that have an address for it have one for everything."""
_RESERVED = frozenset({"test", "example", "invalid", "localhost", "local", "internal", "lan", "home", "arpa", "onion"})
_EXAMPLES = frozenset({"example.com", "example.net", "example.org"})
_ONE_IS_ENOUGH = frozenset({"spf_missing", "dkim_missing", "dkim_short"})
"""What does no harm to few messages while the other proof is there. A record that leaves the sender out does."""


def is_reserved(domain: str) -> bool:
    """Say whether a domain is for examples, tests and local networks (RFC 2606, 6761, 8375): nobody outside has it."""
    labels = domain.rstrip(".").split(".")
    return len(labels) < 2 or labels[-1] in _RESERVED or ".".join(labels[-2:]) in _EXAMPLES  # noqa: PLR2004 -- a name and its ending


def examine(inquiry: Inquiry, book: Book) -> tuple[Finding, ...]:
    """Everything worth saying, the heaviest first. It holds once the book wants nothing more."""
    trusted = _trust(book)
    existence = _existence(inquiry.domain, book)
    rest = _mailbox_domain(inquiry, book) if inquiry.domain in inquiry.free_mail else _own_domain(inquiry, book)
    if trusted is not None:
        return (trusted,)
    if existence is not None and existence.standing is Standing.BLOCKS:
        return (existence,)
    found = [*([existence] if existence else []), *rest]
    return heaviest_first(found)


def _own_domain(inquiry: Inquiry, book: Book) -> list[Finding]:
    relay = inquiry.relay
    if relay is not None and inquiry.domain in relay.own_domains:
        return [_of_provider(inquiry.domain, relay.name)]
    by_spf, passes = spf_findings(inquiry, book)
    by_dkim, signed = dkim_findings(inquiry, book)
    if not inquiry.bulk:  # then one of the two is enough for everybody
        by_spf = [_milder(one, proven=bool(signed)) for one in by_spf]
        by_dkim = [_milder(one, proven=bool(passes)) for one in by_dkim]
    return [*by_spf, *by_dkim, *dmarc_findings(inquiry, book, by_spf=passes, by_dkim=signed)]


def _milder(one: Finding, *, proven: bool) -> Finding:
    return replace(one, standing=Standing.NOTE) if proven and one.code in _ONE_IS_ENOUGH else one


def _of_provider(domain: str, name: str) -> Finding:
    title = tr("{domain} belongs to {name}, which vouches for it itself.", domain=domain, name=name)
    return Finding(code="provider_domain", standing=Standing.FINE, title=title)


def _mailbox_domain(inquiry: Inquiry, book: Book) -> list[Finding]:
    """A domain whose owner alone can let others send in its name: a provider of free mailboxes."""
    domain, relay = inquiry.domain, inquiry.relay
    policy = dmarc.discover(domain, book)
    if relay is None:
        return []
    if domain in relay.own_domains:
        return [_of_provider(domain, relay.name)]
    return [
        Finding(
            code="free_mail",
            standing=Standing.LOOK,
            title=tr("Only the servers of {domain} itself may send for it, and {name} is none of them.", domain=domain,
                     name=relay.name),
            why=tr("Such messages are refused or go to the spam folder. {consequence}",
                   consequence=consequence(policy.wish)),
            remedy=tr("Write from a domain of your own, or send through an account at {domain}.", domain=domain),
        )
    ]  # fmt: skip


def _existence(domain: str, book: Book) -> Finding | None:
    exchangers = book.read(domain, "MX")
    addresses = [book.read(domain, kind) for kind in ("A", "AAAA")]
    every = [exchangers, *addresses]
    if all(answer.found is Found.NO_NAME for answer in every):
        return Finding(
            code="no_domain",
            standing=Standing.BLOCKS,
            title=said("The domain {domain} does not exist.", domain=domain),
            why=said("Nearly every server refuses messages from it, and no reply or bounce comes back."),
            remedy=said("Look for a typing mistake in From."),
        )
    if any(answer.found is Found.SILENT for answer in every):
        return None
    null = exchangers.found is Found.SOME and not any(one.strip(".") for one in exchangers.values)  # RFC 7505
    if null or not any(answer.found is Found.SOME for answer in every):
        return Finding(
            code="no_mail",
            standing=Standing.LOOK,
            title=tr("{domain} takes no mail.", domain=domain),
            why=tr("Replies and bounces have nowhere to go, and many servers refuse such senders."),
            remedy=tr("Write from a domain that has a mail server (MX)."),
        )
    return None


def _trust(book: Book) -> Finding | None:
    """Why the name servers cannot be believed; None where they can."""
    silent = lying = good = 0
    for control in CONTROLS:
        exchangers, texts = book.read(control, "MX"), book.read(control, "TXT")
        lying += book.read(f"{NOBODY}.{control}", "A").found is Found.SOME
        silent += Found.SILENT in (exchangers.found, texts.found)
        good += exchangers.found is Found.SOME and bool(spf.records_in(texts.values))
    if lying:
        good = 0
    if good:
        return None
    if silent == len(CONTROLS):
        return Finding(
            code="offline",
            standing=Standing.UNKNOWN,
            title=tr("The sender's domain could not be looked up: no name server answers."),
            remedy=tr("Look again when this computer is online."),
        )
    return Finding(
        code="not_believed",
        standing=Standing.UNKNOWN,
        title=tr("The sender's domain could not be looked up: this network's name servers give false answers."),
        why=tr(
            "They do not know Gmail or Outlook.com, or know names that do not exist, as in some hotels and offices."
        ),
        remedy=tr("Look again in another network."),
    )
