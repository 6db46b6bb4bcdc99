"""Several accounts for one campaign: how they are named, what part each takes, and whose name its messages bear."""

from __future__ import annotations

from collections.abc import Sequence

from sendoff.core.account import Account
from sendoff.core.address import duplicate_key, split_mailbox
from sendoff.core.campaign import Campaign, Sharer
from sendoff.core.errors import InputError
from sendoff.core.language import digits, tr

MOST_ACCOUNTS = 16
HIGHEST_WEIGHT = 1000


def check_sharers(sharers: Sequence[Sharer]) -> None:
    """Raise InputError for an account named twice, too many of them, or a weight out of bounds."""
    if len({one.account_id for one in sharers}) < len(sharers):
        raise InputError(tr("An account is named twice."), remedy=tr("Name each account once."), code="sharers")
    if len(sharers) > MOST_ACCOUNTS:
        raise InputError(
            tr("More than {most_accounts} accounts are named.", most_accounts=MOST_ACCOUNTS),
            remedy=tr("Leave some out."),
            code="sharers",
        )
    if any(not 0 <= one.weight <= HIGHEST_WEIGHT for one in sharers):
        raise InputError(
            tr("A weight is not between 0 and {highest_weight}.", highest_weight=digits(f"{HIGHEST_WEIGHT:,}")),
            remedy=tr("Write 1, 2, 3 and so on."),
            code="sharers",
        )


def named_weight(text: str) -> tuple[str, int]:
    """Read `work:2` as the account `work` with the weight 2; without one it is 0."""
    name, colon, weight = text.rpartition(":")
    return (name, int(weight)) if colon and name and weight.isdecimal() and len(weight) < 5 else (text, 0)  # noqa: PLR2004 -- longer is no weight


def sender_for(sender: str, account: Account) -> str:
    """The From of what an account sends: the campaign's, where the account has it as one of its own, else its own."""
    own = {_bare(one) for one in (account.sender, *account.identities) if one}
    return sender if not own or _bare(sender) in own else account.sender or sender


def frozen(campaign: Campaign, sharer: Sharer, account: Account) -> Sharer:
    """A sharer as it is from the start of the campaign on: with its From, its reply address and its signature."""
    sender = sender_for(campaign.sender, account)
    own = sender != campaign.sender
    return Sharer(
        account_id=sharer.account_id,
        weight=sharer.weight,
        sender=sender if own else "",
        reply_to=campaign.reply_to or (account.reply_to if own else ""),
        signature=account.signature,
    )


def _bare(mailbox: str) -> str:
    try:
        return duplicate_key(split_mailbox(mailbox)[1])
    except InputError:
        return mailbox.casefold().strip()
