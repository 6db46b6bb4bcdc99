"""What a new account is called before a person names it."""

from __future__ import annotations

from collections.abc import Collection

from sendoff.core.free_names import first_free


def proposed_name(provider: str, address: str, taken: Collection[str] = ()) -> str:
    """The address, which tells accounts apart at a glance; the provider's name where there is none yet.

    Beside another of this name the provider follows in brackets, and then a number.
    """
    plain = address.strip() or provider
    if plain not in taken:
        return plain
    named = f"{plain} ({provider})" if address.strip() else provider
    return first_free(named, lambda number: f"{named} {number}", taken)
