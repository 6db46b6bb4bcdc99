"""All services of one data folder, as the faces get them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sendoff.core.ports import Clock
    from sendoff.services.account_files import AccountFiles
    from sendoff.services.accounts import Accounts
    from sendoff.services.audiences import Audiences
    from sendoff.services.backups import Backups
    from sendoff.services.bus import Bus
    from sendoff.services.campaigns import Campaigns
    from sendoff.services.checks import Checks
    from sendoff.services.continuity import Continuity
    from sendoff.services.copies import Copies
    from sendoff.services.doctor import Doctor
    from sendoff.services.domain_check import DomainCheck
    from sendoff.services.doubts import Doubts
    from sendoff.services.duplicates import Duplicates
    from sendoff.services.forgetting import Forgetting
    from sendoff.services.message_files import MessageFiles
    from sendoff.services.own_files import OwnFiles
    from sendoff.services.plans import Plans
    from sendoff.services.previews import Previews
    from sendoff.services.recipients import Recipients
    from sendoff.services.remedies import Remedies
    from sendoff.services.remote import Remote
    from sendoff.services.repeats import Repeats
    from sendoff.services.reports import Reports
    from sendoff.services.schedule import Schedule
    from sendoff.services.selections import Selections
    from sendoff.services.sender_domain import SenderDomains
    from sendoff.services.sending.course import Interruption
    from sendoff.services.sending.service import Sending
    from sendoff.services.signin import SignIns
    from sendoff.services.suppressions import Suppressions
    from sendoff.services.templates import Templates
    from sendoff.services.traces import Traces
    from sendoff.services.triage import Triage


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What a face works with. Close it when done."""

    accounts: Accounts
    account_files: AccountFiles
    doctor: Doctor
    sign_ins: SignIns
    campaigns: Campaigns
    duplicates: Duplicates
    checks: Checks
    templates: Templates
    message_files: MessageFiles
    own_files: OwnFiles
    plans: Plans
    schedule: Schedule
    previews: Previews
    recipients: Recipients
    selections: Selections
    audiences: Audiences
    traces: Traces
    forgetting: Forgetting
    suppressions: Suppressions
    reports: Reports
    remedies: Remedies
    repeats: Repeats
    sending: Sending
    triage: Triage
    domains: DomainCheck
    sender_domains: SenderDomains
    doubts: Doubts
    copies: Copies
    remote: Remote
    backups: Backups
    continuity: Continuity
    bus: Bus
    clock: Clock
    close: Callable[[], None]
    interrupted: Sequence[Interruption] = field(default=())
    """What a crash left behind, found at the start."""
