"""The findings about SPF: whether this relay may send in the name of this domain."""

from __future__ import annotations

from collections.abc import Iterator

from sendoff.core import spf
from sendoff.core.dns_answers import Book, Found
from sendoff.core.language import tr
from sendoff.core.provider_sender import Relay
from sendoff.core.sender_findings import DnsLine, Finding, Inquiry, Standing


def spf_findings(inquiry: Inquiry, book: Book) -> tuple[list[Finding], bool | None]:
    """The findings, and whether SPF vouches for the domain; None where only a message can tell."""
    domain = inquiry.domain
    answer = book.read(domain, "TXT")
    if answer.found is Found.SILENT:
        title = tr("Nobody said which servers may send for {domain} (SPF).", domain=domain)
        return [Finding(code="spf_unknown", standing=Standing.UNKNOWN, title=title)], None
    texts = spf.records_in(answer.values)
    weight = Standing.NOTE if inquiry.bounces_elsewhere else Standing.LOOK
    if not texts:
        return ([_elsewhere(inquiry)] if inquiry.bounces_elsewhere else [_missing(inquiry)]), False
    if len(texts) > 1:
        return [_several(domain, texts, weight)], False
    own = not (inquiry.relay and inquiry.relay.facts.hosts)
    reach = spf.reach(domain, texts[0], book, addresses=own and not inquiry.bounces_elsewhere)
    faults = list(_faults(domain, texts[0], reach, weight))
    broken = any(one.code != "spf_open" for one in faults)
    if broken or inquiry.bounces_elsewhere:
        return faults or [_elsewhere(inquiry)], False
    if inquiry.relay is None:
        title = tr("{domain} says which servers may send for it (SPF).", domain=domain)
        return faults or [Finding(code="spf_there", standing=Standing.FINE, title=title)], None
    found, passes = _coverage(inquiry, inquiry.relay, texts[0], reach, book)
    return (faults if faults and passes else [*faults, found]), passes


def _missing(inquiry: Inquiry) -> Finding:
    domain, relay = inquiry.domain, inquiry.relay
    host = relay.facts.spf if relay else ""
    return Finding(
        code="spf_missing",
        standing=Standing.LOOK,
        title=tr("{domain} does not say which servers may send for it (SPF).", domain=domain),
        why=tr("Gmail, Yahoo and Outlook.com take such messages for forged, unless another proof is there."),
        remedy=tr("Add this line where the DNS of {domain} is kept.", domain=domain)
        if host
        else tr("Your provider or host names the line; it begins with v=spf1."),
        line=DnsLine(domain, "TXT", spf.fresh(host)) if host else None,
    )


def _several(domain: str, texts: list[str], weight: Standing) -> Finding:
    merged = spf.merged(texts)
    return Finding(
        code="spf_several",
        standing=weight,
        title=tr("{domain} has {count} SPF records; one is allowed.", domain=domain, count=len(texts)),
        why=tr("Receivers then heed none of them."),
        remedy=tr("Replace them with this one line.") if merged else tr("Make one of them."),
        line=DnsLine(domain, "TXT", merged) if merged else None,
    )


def _faults(domain: str, text: str, reach: spf.Reach, weight: Standing) -> Iterator[Finding]:
    """What is wrong with a record, whoever sends."""
    if reach.everyone:
        closed = spf.closed(text)
        yield Finding(
            code="spf_open",
            standing=Standing.LOOK,
            title=tr("Every server of the world may send as {domain}.", domain=domain),
            why=tr("Its SPF record ends in +all. Forgers use that, and filters distrust the domain for it."),
            remedy=tr("Replace the record with this line.") if closed != text else tr("Take +all out of its includes."),
            line=DnsLine(domain, "TXT", closed) if closed != text else None,
        )
    no_sense = tr("Receivers then take the whole record for an error, as if there were none.")
    if reach.wrong:
        yield Finding(code="spf_syntax", standing=weight, why=no_sense, remedy=tr("Correct or remove it."),
                      title=tr("The SPF record of {domain} has “{word}”, which is none of its words.", domain=domain,
                               word=reach.wrong[:60]))  # fmt: skip
    elif reach.loops:
        yield Finding(code="spf_loop", standing=weight, why=no_sense, remedy=tr("Take one of the includes out."),
                      title=tr("The SPF record of {domain} leads back to {name}, in a circle.", domain=domain,
                               name=min(reach.loops)))  # fmt: skip
    elif reach.dead:
        yield Finding(code="spf_dead", standing=weight, why=no_sense, remedy=tr("Take that include out."),
                      title=tr("The SPF record of {domain} includes {name}, which has none.", domain=domain,
                               name=min(reach.dead)))  # fmt: skip
    elif reach.lookups > spf.MOST_LOOKUPS:
        yield Finding(
            code="spf_lookups",
            standing=weight,
            title=tr("The SPF record of {domain} needs {count} look-ups; receivers make {most}.", domain=domain,
                     count=reach.lookups, most=spf.MOST_LOOKUPS),
            why=no_sense,
            remedy=tr("Take out the includes of services that you do not send with any more."),
        )  # fmt: skip


def _coverage(inquiry: Inquiry, relay: Relay, text: str, reach: spf.Reach, book: Book) -> tuple[Finding, bool | None]:
    domain = inquiry.domain
    covered = _covers(relay, reach, book)
    if covered:
        title = tr("{name} may send for {domain} (SPF).", name=relay.name, domain=domain)
        return Finding(code="spf_fine", standing=Standing.FINE, title=title), True
    if covered is None:
        title = tr("Whether {name} may send for {domain} (SPF) cannot be read from its record.", name=relay.name,
                   domain=domain)  # fmt: skip
        why = tr("A server may send from another address than the one it is reached at. Only a test message can tell.")
        return Finding(code="spf_unclear", standing=Standing.UNKNOWN, title=title, why=why), None
    host = relay.facts.spf
    return Finding(
        code="spf_not_covered",
        standing=Standing.LOOK,
        title=tr("{name} is not among the servers that may send for {domain} (SPF).", name=relay.name, domain=domain),
        why=tr("Receivers then put messages into the spam folder or refuse them, unless they are signed (DKIM)."),
        remedy=tr("Replace the SPF record with this line.")
        if host
        else tr("{name} names the include to add to the record.", name=relay.name),
        line=DnsLine(domain, "TXT", spf.with_include(text, host)) if host else None,
    ), False


def _covers(relay: Relay, reach: spf.Reach, book: Book) -> bool | None:
    """Say whether a record lets a relay send; None where that cannot be read from it."""
    hosts = relay.facts.hosts
    if reach.everyone or reach.includes & hosts:
        return True
    if not hosts:
        return True if any(reach.holds([one]) for one in spf.host_networks(relay.host, book)) else None
    theirs = spf.Reach()
    silent = False
    for host in hosts:
        answer = book.read(host, "TXT")
        silent = silent or answer.found is Found.SILENT
        for text in spf.records_in(answer.values)[:1]:
            theirs.networks |= spf.reach(host, text, book).networks
    if reach.holds(sorted(theirs.networks, key=str)):
        return True
    partly = any(reach.holds([one]) for one in theirs.networks)
    flattened = silent and bool(reach.networks)  # perhaps: some put a provider's addresses in the place of its include
    return None if partly or reach.unclear or flattened else False


def _elsewhere(inquiry: Inquiry) -> Finding:
    name = inquiry.relay.name if inquiry.relay else ""
    return Finding(
        code="spf_elsewhere",
        standing=Standing.FINE,
        title=tr("SPF is asked of {name}'s own domain, because bounces go there.", name=name),
        why=tr("So the signature (DKIM) has to stand for {domain}.", domain=inquiry.domain),
    )
