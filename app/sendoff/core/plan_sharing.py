"""The plan of a campaign with several accounts: who of them sends how many, and all of it as one plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sendoff.core.plan import Part, Plan

_JOINED = 60_000
"""Milliseconds without a message that part one part of a plan from the next."""


def divided(messages: int, plans: Sequence[Plan]) -> list[int]:
    """How many each account sends, where each plan says when that account would have sent them all alone."""
    low, high = min(one.start for one in plans), min(one.end for one in plans)
    while low < high:
        middle = (low + high) // 2
        if sum(_sent(one, middle) for one in plans) >= messages:
            high = middle
        else:
            low = middle + 1
    able = [_sent(one, low) for one in plans]
    total = sum(able)
    shares = [round(messages * one / total) if total else 0 for one in able]
    shares[able.index(max(able))] += messages - sum(shares)
    return shares


def together(plans: Sequence[Plan]) -> Plan:
    """Plans that are carried out at the same time, as one."""
    parts: list[Part] = []
    for one in sorted((part for plan in plans for part in plan.parts), key=lambda part: part.start):
        if parts and one.start - parts[-1].end < _JOINED:
            last = parts.pop()
            one = Part(start=last.start, end=max(last.end, one.end), messages=last.messages + one.messages)  # noqa: PLW2901 -- both parts are now this one
        parts.append(one)
    slowest = max(plans, key=lambda one: one.end)
    return replace(
        slowest,
        messages=sum(one.messages for one in plans),
        start=min(one.start for one in plans),
        parts=tuple(parts),
        limits=() if len(plans) > 1 else slowest.limits,
    )


def _sent(plan: Plan, at: int) -> float:
    """How many have gone by then, evenly within each part."""
    sent = 0.0
    for part in plan.parts:
        if part.end <= at:
            sent += part.messages
        elif part.start <= at:
            sent += part.messages * (at - part.start) / (part.end - part.start)
    return sent
