"""Columns of two lists that are the same: by their field, or by what they mean, such as “Ort” and “City”."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sendoff.core.column_names import free_name, meaning_of, normalise_field
from sendoff.core.titles import UNTITLED, Titles

_WORDS = """
city: city town ort stadt wohnort ville ciudad città cidade plaats woonplaats by stad miasto город
country: country land pays país paese kraj страна
postcode: postcode post_code postal_code zip zip_code zipcode plz postleitzahl code_postal código_postal cap
street: street strasse straße rue calle via straat ulica улица
company: company organisation organization firma unternehmen société societe empresa azienda bedrijf firm компания
phone: phone telephone phone_number tel telefon telefonnummer téléphone teléfono telefono телефон
mobile: mobile mobile_phone cell cell_phone handy mobil mobiltelefon mobilnummer portable móvil cellulare
language: language sprache langue idioma lingua taal język язык
birthday: birthday date_of_birth birth_date geburtstag geburtsdatum date_de_naissance fecha_de_nacimiento
salutation: salutation anrede civilité tratamiento aanhef
gender: gender sex geschlecht sexe género
"""
_ROLES: Mapping[str, str] = {
    word: role
    for role, _, words in (line.partition(": ") for line in _WORDS.strip().splitlines())
    for word in words.split()
}
_TWIN = "@ "
"""Before a field that says the same as another of its list; as a field of frozen files, it is offered to nobody."""


def role_of(field: str) -> str:
    """What a column of this name holds in most lists; empty where that cannot be said."""
    return meaning_of(field) or _ROLES.get(normalise_field(field), "")


def leaders(fields: Sequence[str], titles: Titles) -> list[str]:
    """For each field the one that stands for its column: `first_name` for `vorname`, where both are one."""
    first = {field: group[0] for group in titles.columns(fields) for field in group}
    return [first[field] for field in fields]


def aligned(
    fields: Sequence[str], titles: Titles, others: Sequence[str], other_titles: Titles, same: Mapping[str, str]
) -> tuple[str, ...]:
    """The fields of another list by the names they have in this one, in the other one's order.

    `same` says it of some: the other's field → this list's, or an empty text where it stays a column of its own. A
    second field of one column gets a name that nobody is offered.
    """
    own = dict(zip(fields, leaders(fields, titles), strict=True))
    by_role = _by_role(dict.fromkeys(own.values()))
    groups = other_titles.columns(others)
    names: dict[str, str] = {}
    for group in groups:
        said = next((same[field] for field in group if field in same), None)
        known = next((own[field] for field in group if field in own), "") if said is None else own.get(said, "")
        if known and known not in names.values():
            names[group[0]] = known
    for group in groups:
        if group[0] in names:
            continue
        told = any(field in same for field in group)
        roles = set() if told else {role for field in group if (role := role_of(field))}
        known = next((by_role[role] for role in sorted(roles) if role in by_role), "")
        taken = {*names.values(), *own}
        names[group[0]] = known if known and known not in names.values() else free_name(group[0], taken)
    return tuple(names.get(field, f"{_TWIN}{field}") for field in others)


def shown_as(asked: Iterable[str], fields: Sequence[str], titles: Titles) -> dict[str, str]:
    """Fields of a list → those a message asks for that the list has under another name, such as “Ort” for `city`."""
    missing = [name for name in asked if name not in fields]
    names = aligned(missing, UNTITLED, fields, titles, {})
    return {field: name for field, name in zip(fields, names, strict=True) if name in missing}


def _by_role(columns: Mapping[str, object]) -> dict[str, str]:
    """The column of each role that only one has."""
    roles = {column: role_of(column) for column in columns}
    many = Counter(roles.values())
    return {role: column for column, role in roles.items() if role and many[role] == 1}
