"""Wires the services of lists: import, triage, audiences, the blocked list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sendoff.adapters.storage.store import Store
    from sendoff.adapters.system.paths import Home
    from sendoff.core.ports import Blobs, Clock, Files, Lists
    from sendoff.core.triage_rows import Judge
    from sendoff.services.audiences import Audiences
    from sendoff.services.bus import Bus
    from sendoff.services.campaigns import Campaigns
    from sendoff.services.domain_check import DomainCheck
    from sendoff.services.duplicates import Duplicates
    from sendoff.services.recipients import Recipients
    from sendoff.services.remedies import Remedies
    from sendoff.services.repeats import Repeats
    from sendoff.services.selections import Selections
    from sendoff.services.suppressions import Suppressions
    from sendoff.services.traces import Traces
    from sendoff.services.triage import Triage


def recipients_services(
    store: Store, home: Home, *, files: Files, lists: Lists, blobs: Blobs, bus: Bus
) -> tuple[Recipients, Judge]:
    """Importing lists, and the judge of single rows."""
    from sendoff.adapters.system.resources import load_mark_lists
    from sendoff.adapters.system.settings_file import SettingsFile
    from sendoff.core.triage import Marker
    from sendoff.core.triage_rows import judge_by
    from sendoff.services.recipients import Recipients

    marker = Marker(load_mark_lists(home.settings))
    recipients = Recipients(
        files=files,
        lists=lists,
        campaigns=store.campaigns,
        rows=store.deliveries,
        blobs=blobs,
        bus=bus,
        shapes=SettingsFile(home.settings / "lists.toml"),
        marker=marker,
        blocked=store.suppressions.keys,
    )
    return recipients, judge_by(marker)


def triage_services(store: Store, judge: Judge, *, lists: Lists, clock: Clock, bus: Bus) -> Triage:
    """Triage."""
    from sendoff.services.triage import Triage

    return Triage(
        store=store.triage,
        rows=store.deliveries,
        campaigns=store.campaigns,
        audiences=store.audiences,
        lists=lists,
        judge=judge,
        bus=bus,
        clock=clock,
    )


def domain_services(store: Store, home: Home, judge: Judge, *, clock: Clock, bus: Bus) -> DomainCheck:
    """The check of domains."""
    from sendoff.adapters.dns.resolver import DnsResolver
    from sendoff.adapters.system.domain_memory import DomainFile
    from sendoff.services.domain_check import DomainCheck

    memory = DomainFile(home.data / "domains.json")
    return DomainCheck(store=store.triage, resolver=DnsResolver(), memory=memory, judge=judge, bus=bus, clock=clock)


def selection_services(store: Store, *, lists: Lists, bus: Bus) -> Selections:
    """What rows of a list are meant."""
    from sendoff.services.selections import Selections

    return Selections(browsing=store.browser, copies=store.copies, lists=lists, bus=bus)


def audience_services(
    store: Store, recipients: Recipients, selections: Selections, *, clock: Clock, bus: Bus
) -> Audiences:
    """Lists that are kept."""
    from sendoff.services.audiences import Audiences

    return Audiences(
        store=store.audiences,
        campaigns=store.campaigns,
        rows=store.deliveries,
        copies=store.copies,
        selections=selections,
        recipients=recipients,
        clock=clock,
        bus=bus,
    )


def duplicate_services(store: Store, campaigns: Campaigns, selections: Selections) -> Duplicates:
    """A campaign once more."""
    from sendoff.services.duplicates import Duplicates

    return Duplicates(campaigns=campaigns, rows=store.deliveries, selections=selections)


def trace_services(store: Store) -> Traces:
    """A person in every list."""
    from sendoff.services.traces import Traces

    return Traces(store.browser)


def repeat_services(store: Store, triage: Triage) -> Repeats:
    """Who gets the same once more."""
    from sendoff.services.repeats import Repeats

    return Repeats(receipts=store.receipts, campaigns=store.campaigns, accounts=store.accounts, triage=triage)


def suppression_services(store: Store, *, lists: Lists, clock: Clock, bus: Bus) -> Suppressions:
    """The blocked list."""
    from sendoff.services.suppressions import Suppressions

    return Suppressions(store=store.suppressions, lists=lists, clock=clock, bus=bus)


def remedy_services(store: Store, campaigns: Campaigns, recipients: Recipients, suppressions: Suppressions) -> Remedies:
    """What is done about the failed."""
    from sendoff.services.remedies import Remedies

    return Remedies(
        rows=store.deliveries,
        campaigns=campaigns,
        recipients=recipients,
        suppressions=suppressions,
        reviews=store.reviews,
        receipts=store.receipts,
        accounts=store.accounts,
    )
