"""A postal address in running text is told by its postcode, and years, sums, orders and rooms are not taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.postcode import has_postcode

ADDRESSES = (
    "Museum Sommer, Am Markt 1, 80331 München",
    "Museum Sommer\nAm Markt 1\n80331 München\nTel. 089 1234",
    "Museum Sommer · Am Markt 1 · D-60311 Frankfurt am Main · Impressum",
    "Am Markt 1 80331 München",
    "Schloss Bruck, 9900 Lienz",
    "Rue du Lac 4, 2000 Neuchâtel",
    "Hauptplatz 2\n2020 Hollabrunn",
    "12 Mill Lane, Exeter EX4 3PQ",
    "1 Main Street, Springfield, IL 62701-1234",
    "5 George Street, Sydney NSW 2000",
    "1 Orchard Road, Singapore 238801",
    "P.O. Box 12, Somewhere, Mumbai 400001",
    "Dam 1, 1012 AB Amsterdam",
    "Kungsgatan 3, 114 55 Stockholm",
    "ul. Długa 5, 00-238 Warszawa",
    "Rua Nova 1, 1000-001 Lisboa",
    "Av. Paulista 1000, São Paulo, 01310-100",
    "10 O'Connell Street, Dublin, D02 AF30",
    "24 Sussex Drive, Ottawa K1M 1M4",
    "〒100-0001 東京都千代田区",
)
OTHERS = (
    "",
    "Dear Herr Dr. Jäger,\nyou have been with us since 13.04.1992. Your yearly fee is 40.00 EUR.",
    "Come to our Summer Night on 12 July 2026.",
    "Sommernacht im Museum, 2026",
    "Seit 2014 sind Sie Mitglied.\n2026 Programm",
    "Your order 12345, your invoice 20231.",
    "In Room 1204 at 1930.",
    "It costs 1200 EUR, 1500 Euro.",
    "Unsere 12000 Mitglieder",
    "10000 Besucher kamen zu uns.",
    "https://shop.example/a/12345 Shop",
)


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_address_is_found(text: str) -> None:
    assert has_postcode(f"We look forward to you.\n{text}")


@pytest.mark.parametrize("text", OTHERS)
def test_what_only_has_figures_is_no_address(text: str) -> None:
    assert not has_postcode(text)


@given(st.text(alphabet=st.sampled_from("19 aA,.\n-ü〒/·"), max_size=300) | st.text(max_size=300))
def test_any_text_can_be_asked_about(text: str) -> None:
    assert has_postcode(text) in (True, False)
