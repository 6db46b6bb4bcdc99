"""Which provider an address belongs to: by its domain, its mail exchangers (MX), or its services in DNS (SRV)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sendoff.core.account import Security
from sendoff.core.address import check_address
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.provider import Endpoint, Preset

SERVICES = (("_submissions._tcp", Security.TLS), ("_submission._tcp", Security.STARTTLS))
"""The services of RFC 8314 (5.1) and RFC 6186 (3.1), the better protected one first."""
OWN, HOSTED = "custom", "cpanel"
"""The presets for a server of one's own, and for one at a web host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A server for submission that a domain names in DNS."""

    host: str
    port: int
    security: Security


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What to start an account from. `host` is empty where nothing is known; `sure` is false for a guess."""

    preset_id: str
    host: str
    port: int
    security: Security
    why: str
    """One sentence for people."""
    sure: bool


def domain_of(address: str) -> str:
    """The domain of an address in ASCII form. Raises InputError for what is none."""
    checked = check_address(address)
    if checked.problem:
        raise InputError(
            tr("“{address}” is not an address. {problem}", address=address, problem=checked.problem),
            remedy=tr("Write it whole, like anna@example.com."),
            where="address",
            code="address",
        )
    return checked.ascii_domain


def by_domain(domain: str, presets: Iterable[Preset]) -> Suggestion | None:
    """The provider whose mail domain this is; DNS need not be asked."""
    for preset in presets:
        if domain in preset.domains:
            special = next((one for one in preset.endpoints if domain in one.domains), preset.endpoint)
            return _known(preset, special, tr("{domain} belongs to {name}.", domain=domain, name=preset.shown))
    return None


def discover(
    address: str, presets: Mapping[str, Preset], mx: Sequence[str] | None, srv: Sequence[Service] | None
) -> Suggestion:
    """Say whose address this is.

    `mx` are the domain's mail exchangers, the preferred first, `srv` its services for submission; None = nobody
    answered. Raises InputError for what is no address.
    """
    domain = domain_of(address)
    return (
        by_domain(domain, presets.values())
        or _by_mx(domain, presets.values(), mx or ())
        or _by_srv(domain, presets, srv or ())
        or _guess(domain, presets, mx)
    )


def preset_of_host(host: str, presets: Iterable[Preset]) -> Preset | None:
    """The provider that a server belongs to."""
    wanted = host.casefold().rstrip(".")
    for preset in presets:
        head, _, tail = preset.host_template.partition("{region}")
        if preset.id in (OWN, HOSTED):
            continue  # their hosts are examples
        templated = bool(tail) and wanted.startswith(head) and wanted.endswith(tail)
        if templated or any(one.host == wanted for one in preset.endpoints if not _local(one.host)):
            return preset
    return None


def _by_mx(domain: str, presets: Iterable[Preset], mx: Sequence[str]) -> Suggestion | None:
    known = {suffix: preset for preset in presets for suffix in preset.mx}
    for exchanger in mx:
        suffix = max((one for one in known if _within(exchanger, one)), key=len, default="")
        if suffix:
            preset = known[suffix]
            special = next((one for one in preset.endpoints if suffix in one.mx), preset.endpoint)
            return _known(
                preset,
                special,
                tr(
                    "Mail for {domain} goes to {name} ({exchanger}).",
                    domain=domain,
                    name=preset.shown,
                    exchanger=_plain(exchanger),
                ),
            )
    return None


def _by_srv(domain: str, presets: Mapping[str, Preset], srv: Sequence[Service]) -> Suggestion | None:
    for service in srv:
        host = _plain(service.host)
        if not host:
            continue  # RFC 2782: the target "." says that the service is decidedly not offered
        preset = preset_of_host(host, presets.values())
        return Suggestion(
            preset_id=preset.id if preset else OWN,
            host=host,
            port=service.port,
            security=service.security,
            why=tr("{domain} says that its server for sending is {host}.", domain=domain, host=host),
            # RFC 6186, 6: a name outside the domain may be an attacker's; a person confirms it.
            sure=preset is not None or _within(host, domain),
        )
    return None


def _guess(domain: str, presets: Mapping[str, Preset], mx: Sequence[str] | None) -> Suggestion:
    own = next((_plain(one) for one in mx or () if _within(one, domain)), "")
    if own and HOSTED in presets:
        hosted = presets[HOSTED].endpoint
        host = f"mail.{domain}" if own == domain else own
        why = tr(
            "Mail for {domain} arrives at {own}. That the same server also sends is a guess.",
            domain=domain,
            own=own,
        )
        return Suggestion(preset_id=HOSTED, host=host, port=hosted.port, security=hosted.security, why=why, sure=False)
    if mx is None:
        why = tr(
            "Nothing can be looked up now, so nothing is known of {domain}. Check that this computer is online.",
            domain=domain,
        )
    elif mx:
        why = tr(
            "Mail for {domain} goes to {mx}, which Sendoff does not know. Ask your provider for its server.",
            domain=domain,
            mx=_plain(mx[0]),
        )
    else:
        why = tr(
            "No mail server is known for {domain}. Look for a typing mistake, or ask your provider.", domain=domain
        )
    start = presets[OWN].endpoint
    return Suggestion(preset_id=OWN, host="", port=start.port, security=start.security, why=why, sure=False)


def _known(preset: Preset, endpoint: Endpoint, why: str) -> Suggestion:
    return Suggestion(
        preset_id=preset.id, host=endpoint.host, port=endpoint.port, security=endpoint.security, why=why, sure=True
    )


def _within(name: str, domain: str) -> bool:
    return _plain(name) == domain or _plain(name).endswith(f".{domain}")


def _plain(name: str) -> str:
    return name.rstrip(".").casefold()


def _local(host: str) -> bool:
    return not host or host.startswith("127.") or host == "localhost"
