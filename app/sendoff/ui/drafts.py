"""New campaigns as the window makes them: an empty one ready to be filled, and the sample in the sandbox."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sendoff.core.account import Account
from sendoff.core.address import check_address
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.language import phrase, spoken, tr
from sendoff.core.review import Tested
from sendoff.core.template_words import template_words
from sendoff.services.app import Services
from sendoff.ui.context import SandboxHandle
from sendoff.ui.sandbox import sandbox_account

UNTITLED = phrase("Untitled campaign")
_LONGEST_NAME = 60
"""Characters of a subject that a campaign is called by."""
_SAMPLE = Path("spring-sale") / "campaign.toml"
_SAMPLE_DELAY = 0.05
"""Seconds between the sample's messages: slow enough to be watched."""


def new_draft(services: Services) -> Campaign:
    """Start a draft with the account that was last sent through or chosen, or with the only one there is."""
    every = services.campaigns.all()
    used = sorted(every, key=lambda one: (one.started_at, one.created_at), reverse=True)
    account = _likely(services.accounts.all(), [one.account_id for one in used])
    draft = services.campaigns.new(tr(UNTITLED))
    if account is not None:
        draft = replace(draft, account_id=account.id, sender=account.sender, reply_to=account.reply_to)
        services.campaigns.save(draft)
    return draft


def _likely(accounts: Sequence[Account], used: Sequence[str]) -> Account | None:
    real = [one for one in accounts if not one.is_sandbox]
    by_id = {one.id: one for one in real or accounts}
    only = next(iter(by_id.values())) if len(by_id) == 1 else None  # of several none is guessed
    return next((by_id[one] for one in used if one in by_id), only)


def sample_campaign(services: Services, samples: Path, sandbox: SandboxHandle) -> Campaign:
    """The sample campaign in the sandbox: the one that is not finished yet, or a new one. Raises InputError.

    It is written in the language in force where there is one in it, else in English.
    """
    account = sandbox_account(services, sandbox)
    own = samples / spoken().code / _SAMPLE
    path = own if own.is_file() else samples / _SAMPLE
    said, known = services.campaigns.named_in(path)
    unfinished = (CampaignState.DRAFT, CampaignState.RUNNING, CampaignState.PAUSED)
    if known is not None and known.state in unfinished and known.account_id == account.id:
        return known
    draft, _imported = services.campaigns.from_file(path, said, account.id, "")
    draft = replace(draft, pace=replace(draft.pace, delay=_SAMPLE_DELAY))
    services.campaigns.save(draft)
    return draft


def named(draft: Campaign, before: Campaign) -> Campaign:
    """Call a draft by its subject, and by each later one, until a person gives it a name."""
    if draft.name not in (UNTITLED, tr(UNTITLED), _subject_name(before)):
        return draft
    return replace(draft, name=_subject_name(draft) or tr(UNTITLED))


def _subject_name(campaign: Campaign) -> str:
    words = " ".join(template_words(campaign.content.subject, campaign.titles).split())
    return words if len(words) <= _LONGEST_NAME else f"{words[: _LONGEST_NAME - 1].rstrip()}…"


def written(campaign: Campaign) -> bool:
    """Say whether the message has a subject and a text."""
    content = campaign.content
    body = content.html or content.markdown or content.design or content.text
    return bool(content.subject.strip() and body.strip())


def own_address(campaign: Campaign, account: Account | None) -> str:
    """Where a test to oneself goes: the account's address; the sender's in the sandbox, which has no mailbox."""
    real = account is not None and not account.is_sandbox
    return check_address((account.sender if account and real else "") or campaign.sender).address


def trial_address(campaign: Campaign, account: Account | None, accounts: Iterable[Account], last: Tested | None) -> str:
    """Where the next test goes: where the last one went, if somebody typed that address; else to oneself."""
    if last is None or last.to in {own_address(campaign, one) for one in (None, *accounts)}:
        return own_address(campaign, account)
    return last.to
