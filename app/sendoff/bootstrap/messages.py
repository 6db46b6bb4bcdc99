"""Wires the services of messages: versions, templates, files and checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sendoff.adapters.storage.store import Store
    from sendoff.core.ports import Blobs, Clock, Files
    from sendoff.services.bus import Bus
    from sendoff.services.campaigns import Campaigns
    from sendoff.services.checks import Checks
    from sendoff.services.message_files import MessageFiles
    from sendoff.services.own_files import OwnFiles
    from sendoff.services.previews import Previews
    from sendoff.services.selections import Selections
    from sendoff.services.sender_domain import SenderDomains
    from sendoff.services.templates import Templates
    from sendoff.services.versions import Versions


def version_services(store: Store, clock: Clock) -> Versions:
    """What drafts' messages were."""
    from sendoff.services.versions import Versions

    return Versions(store=store.versions, clock=clock)


def template_services(store: Store, campaigns: Campaigns, clock: Clock) -> Templates:
    """Own templates and the layouts that come with the program."""
    from sendoff.adapters.system.resources import load_layouts
    from sendoff.core.language import spoken
    from sendoff.services.templates import Templates

    return Templates(
        store=store.templates,
        layouts=lambda: load_layouts(spoken().code),
        campaigns=campaigns,
        versions=version_services(store, clock),
        clock=clock,
    )


def check_services(
    store: Store, campaigns: Campaigns, blobs: Blobs, bus: Bus, clock: Clock, senders: SenderDomains
) -> Checks:
    """The check before sending."""
    from sendoff.adapters.system.resources import load_content_words
    from sendoff.adapters.system.spamassassin import SpamAssassin
    from sendoff.services.checks import Checks

    return Checks(
        campaigns=campaigns,
        rows=store.deliveries,
        blobs=blobs,
        reviews=store.reviews,
        words=load_content_words,
        spam=SpamAssassin(),
        missing_domain=lambda sender: senders.known_missing(sender),  # noqa: PLW0108 -- it is made when it is asked
        bus=bus,
        clock=clock,
    )


def message_file_services(files: Files, blobs: Blobs, campaigns: Campaigns) -> MessageFiles:
    """Messages in files."""
    from sendoff.services.message_files import MessageFiles

    return MessageFiles(files=files, blobs=blobs, campaigns=campaigns)


def own_file_services(store: Store, campaigns: Campaigns, files: Files, blobs: Blobs) -> OwnFiles:
    """Files that go to one recipient each."""
    from sendoff.services.own_files import OwnFiles

    return OwnFiles(campaigns=campaigns, rows=store.deliveries, blobs=blobs, files=files)


def preview_services(store: Store, campaigns: Campaigns, selections: Selections) -> Previews:
    """Messages as somebody will see them."""
    from sendoff.services.previews import Previews

    return Previews(campaigns=campaigns, rows=store.deliveries, selections=selections)
