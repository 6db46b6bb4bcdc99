"""Several accounts for a campaign: how they are named and whose name their messages bear."""

from __future__ import annotations

import pytest

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, Sharer
from sendoff.core.errors import InputError
from sendoff.core.sharing import check_sharers, frozen, named_weight, sender_for

ANNA, BERT = "Anna <anna@example.com>", "Bert <bert@example.com>"


def account(sender: str = BERT, *identities: str) -> Account:
    return Account(
        id="b", name="Second", host="mail.example.com", port=25, sender=sender, identities=identities,
        reply_to="bert.reply@example.com", signature="Bert",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("work:2", ("work", 2)),
        ("work", ("work", 0)),
        ("a:b:3", ("a:b", 3)),
        ("work:x", ("work:x", 0)),
        (":2", (":2", 0)),
    ],
)
def test_a_weight_stands_behind_the_name(text: str, named: tuple[str, int]) -> None:
    assert named_weight(text) == named


def test_the_campaigns_sender_is_kept_where_the_account_has_it() -> None:
    assert sender_for(ANNA, account(BERT, "Anna Lee <ANNA@example.com>")) == ANNA
    assert sender_for(ANNA, account("")) == ANNA
    assert sender_for(ANNA, account()) == BERT


def test_from_the_start_on_an_accounts_own_name_reply_address_and_signature_are_frozen() -> None:
    campaign, one = Campaign(id="c", name="Sale", sender=ANNA), Sharer(account_id="b", weight=2)
    assert frozen(campaign, one, account()) == Sharer(
        account_id="b", weight=2, sender=BERT, reply_to="bert.reply@example.com", signature="Bert"
    )
    assert frozen(campaign, one, account(ANNA)) == Sharer(account_id="b", weight=2, signature="Bert")


@pytest.mark.parametrize(
    "sharers",
    [
        [Sharer(account_id="a"), Sharer(account_id="a")],
        [Sharer(account_id=str(number)) for number in range(17)],
        [Sharer(account_id="a", weight=1001)],
    ],
)
def test_what_makes_no_sense_is_refused(sharers: list[Sharer]) -> None:
    with pytest.raises(InputError):
        check_sharers(sharers)
