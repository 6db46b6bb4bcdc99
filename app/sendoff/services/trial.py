"""Made-up recipients for `sendoff try --recipients N`: the same ones every time, at addresses that do not exist."""

from __future__ import annotations

from collections.abc import Iterator

HEADERS = ("email", "first_name", "last_name", "city", "company", "voucher")
_FIRST = ("Anna", "Jonas", "Zoë", "José", "Mira", "Lee", "Aylin", "Søren", "Ines", "Pavel", "Noor")
_LAST = ("Weber", "Martin", "Álvarez", "Holm", "Novák", "Öztürk", "Rossi", "Lind", "Okafor")
_CITY = ("London", "Hamburg", "Lyon", "Sevilla", "Praha", "Malmö", "Torino")
_COMPANY = ("Harbour Books", "Ateliers Réunis", "Øst Design", "Nordlicht", "Casa Blanca")


def people(number: int) -> Iterator[tuple[str, ...]]:
    """`number` rows under HEADERS; the lengths of the columns share no divisor, so that the people differ."""
    for row in range(number):
        yield (
            f"person{row + 1}@example.test",
            _FIRST[row % len(_FIRST)],
            _LAST[row % len(_LAST)],
            _CITY[row % len(_CITY)],
            _COMPANY[row % len(_COMPANY)],
            f"SPRING-{row + 1:06X}",
        )
