"""The findings about signatures and policy: DKIM, DMARC, and whether one of the proofs stands for the From domain."""

from __future__ import annotations

from sendoff.core import dkim_key, dmarc
from sendoff.core.dns_answers import Book, Found
from sendoff.core.language import phrase, tr
from sendoff.core.sender_findings import DnsLine, Finding, Inquiry, Standing

_TEST = phrase(
    "Send a test message to a Gmail address of yours and choose “Show original” there: DKIM says PASS with {domain}."
)


def dkim_findings(inquiry: Inquiry, book: Book) -> tuple[list[Finding], bool | None]:
    """The findings, and whether a signature vouches for the domain; None where only a message can tell."""
    domain, relay = inquiry.domain, inquiry.relay
    if relay is None:
        return [], None
    keys: list[dkim_key.Key] = []
    silent = False
    for selector in relay.facts.dkim:
        answer = book.read(f"{selector}._domainkey.{domain}", "TXT")
        silent = silent or answer.found is Found.SILENT
        keys += [key for key in map(dkim_key.parse, answer.values) if key is not None and key.bits]
    if not keys:
        if silent or not relay.facts.dkim_sure:
            return [_dkim_unknown(inquiry, relay.name, relay.facts.dkim)], None
        return [
            Finding(
                code="dkim_missing",
                standing=Standing.LOOK,
                title=tr(
                    "{name} does not sign for {domain} yet (DKIM): its key is not in the DNS.",
                    name=relay.name,
                    domain=domain,
                ),
                why=tr("A signature is the proof that survives forwarding; big receivers ask for it."),
                remedy=tr(
                    "Switch DKIM on in your account at {name}, which then names the lines to add.", name=relay.name
                ),
            )
        ], False
    best = max(keys, key=lambda key: key.bits if key.kind == "rsa" else 0)
    if best.kind == "rsa" and best.bits < dkim_key.LEAST_BITS:
        title = tr("The key of {domain} (DKIM) has {bits} bits; receivers want {least}.", domain=domain, bits=best.bits,
                   least=f"{dkim_key.LEAST_BITS}")  # fmt: skip
        remedy = tr("Have {name} make a new key, of 2048 bits.", name=relay.name)
        why = tr("Signatures with so short a key count for nothing.")
        return [Finding(code="dkim_short", standing=Standing.LOOK, title=title, why=why, remedy=remedy)], False
    if best.kind == "rsa" and best.bits < dkim_key.GOOD_BITS:
        title = tr("The key of {domain} (DKIM) has {bits} bits: enough, though 2048 are advised.", domain=domain,
                   bits=best.bits)  # fmt: skip
        return [Finding(code="dkim_weak", standing=Standing.NOTE, title=title)], True
    title = tr("{name} has a key in the DNS of {domain} (DKIM).", name=relay.name, domain=domain)
    return [Finding(code="dkim_fine", standing=Standing.FINE, title=title)], True


def _dkim_unknown(inquiry: Inquiry, name: str, selectors: tuple[str, ...]) -> Finding:
    title = (
        tr("No key is under the name that {name} usually takes (DKIM); it may have another.", name=name)
        if selectors
        else tr("Whether {name} signs for {domain} (DKIM) cannot be known before a test message.", name=name,
                domain=inquiry.domain)
    )  # fmt: skip
    return Finding(code="dkim_unknown", standing=Standing.UNKNOWN, title=title, why=tr(_TEST, domain=inquiry.domain))


def dmarc_findings(inquiry: Inquiry, book: Book, *, by_spf: bool | None, by_dkim: bool | None) -> list[Finding]:
    """The findings about the policy, and what it does to these messages."""
    domain = inquiry.domain
    policy = dmarc.discover(domain, book)
    weight = Standing.LOOK if inquiry.bulk else Standing.NOTE
    demand = (
        tr("Gmail, Yahoo and Outlook.com ask everybody for it who sends 5,000 messages a day.")
        if inquiry.bulk
        else tr("For few messages it is not asked for.")
    )
    if policy.several or (policy.broken and policy.record is None):
        title = (
            tr("{domain} has several DMARC records; one is allowed.", domain=domain)
            if policy.several
            else tr("The DMARC record of {domain} cannot be read: {text}", domain=domain, text=policy.broken[:80])
        )
        return [
            Finding(code="dmarc_several" if policy.several else "dmarc_broken", standing=weight, title=title,
                    why=tr("Receivers act as if there were none. {demand}", demand=demand),
                    remedy=tr("Replace it with one line like this."), line=_first_policy(domain))
        ]  # fmt: skip
    if policy.record is None:
        if policy.silent:
            title = tr("Nobody said what {domain} asks of receivers (DMARC).", domain=domain)
            return [Finding(code="dmarc_unknown", standing=Standing.UNKNOWN, title=title)]
        title = tr("{domain} does not say what becomes of forged messages (DMARC).", domain=domain)
        remedy = tr("This line is enough; it changes nothing else.")
        return [Finding(code="dmarc_missing", standing=weight, title=title, why=demand, remedy=remedy,
                        line=_first_policy(domain))]  # fmt: skip
    if not policy.record.policy:
        line = DnsLine(f"_dmarc.{policy.at}", "TXT", dmarc.with_policy(policy.record.text))
        return [
            Finding(
                code="dmarc_no_policy",
                standing=weight,
                title=tr("The DMARC record of {at} has no policy (p).", at=policy.at),
                why=tr("New receivers read it as p=none, older ones as if there were no record."),
                remedy=tr("Replace it with this line."),
                line=line,
            )
        ]
    return [_alignment(inquiry, policy, by_spf=by_spf, by_dkim=by_dkim)]


def _first_policy(domain: str) -> DnsLine:
    return DnsLine(f"_dmarc.{domain}", "TXT", "v=DMARC1; p=none")


def consequence(wish: str) -> str:
    """What receivers do with a message that no proof stands for."""
    return {
        "reject": tr("Its policy asks receivers to refuse messages without one (p=reject)."),
        "quarantine": tr("Its policy asks receivers to put messages without one into the spam folder (p=quarantine)."),
    }.get(wish, tr("Its policy asks for nothing more (p=none), but receivers weigh it."))


def _alignment(inquiry: Inquiry, policy: dmarc.Policy, *, by_spf: bool | None, by_dkim: bool | None) -> Finding:
    domain, relay = inquiry.domain, inquiry.relay
    wish = policy.wish
    if by_spf or by_dkim:
        proof = "SPF and DKIM" if by_spf and by_dkim else "SPF" if by_spf else "DKIM"
        return Finding(
            code="dmarc_fine",
            standing=Standing.FINE,
            title=tr("{domain} has a DMARC policy (p={wish}), and {proof} can stand for it.", domain=domain, wish=wish,
                     proof=proof),
        )  # fmt: skip
    if relay is None or by_spf is None or by_dkim is None:
        title = tr("{domain} has a DMARC policy (p={wish}).", domain=domain, wish=wish)
        if relay is None:
            return Finding(code="dmarc_there", standing=Standing.FINE, title=title)
        return Finding(
            code="dmarc_unclear",
            standing=Standing.UNKNOWN,
            title=title,
            why=tr("Whether a proof stands for {domain}, only a test message can tell. {consequence}", domain=domain,
                   consequence=consequence(wish)),
        )  # fmt: skip
    return Finding(
        code="dmarc_not_aligned",
        standing=Standing.LOOK if wish != "none" or inquiry.bulk else Standing.NOTE,
        title=tr("Nothing proves that {name} sends for {domain} (DMARC): neither SPF nor DKIM.", name=relay.name,
                 domain=domain),
        why=consequence(wish),
        remedy=tr("Correct one of the two."),
    )  # fmt: skip
