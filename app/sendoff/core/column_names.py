"""What the columns of a list are by their names, in many languages and as people really write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Mapping, Sequence

from jinja2.lexer import name_re  # type: ignore[attr-defined]  # the lexer's own rule, re-exported by it

from sendoff.core.delivery import Line
from sendoff.core.free_names import first_free

_WORDS = """
email: email e_mail mail email_address e_mail_address mail_address emailaddress e_mail_adresse email_adresse mailadresse
email: courriel adresse_e_mail correo correo_electronico correo_electrónico posta_elettronica e_post epost sähköposti
email: e_posta eposta почта электронная_почта メール メールアドレス 邮箱 电子邮件 البريد_الإلكتروني
first_name: first_name firstname first fname given_name given_names givenname given forename forenames
first_name: vorname vornamen prénom prénoms prenom nombre nombres voornaam förnamn
first_name: fornavn fornamn etunimi imię imie jméno jmeno meno keresztnév utónév ad adı prenume имя ім_я όνομα 名
first_name: שם_פרטי الاسم_الأول
last_name: last_name lastname last lname surname family_name familyname family nachname familienname zuname nom
last_name: nom_de_famille apellido apellidos cognome sobrenome apelido achternaam efternamn efternavn etternavn
last_name: sukunimi nazwisko příjmení prijmeni priezvisko vezetéknév soyad soyadı nume фамилия прізвище επώνυμο 姓
last_name: שם_משפחה اسم_العائلة
name: name full_name fullname display_name contact contact_name recipient recipient_name vollständiger_name
name: ansprechpartner nom_complet nombre_completo nome nome_completo nome_e_cognome volledige_naam naam namn navn nimi
name: first_and_last_name vor_und_nachname vor_und_zuname name_und_vorname prénom_et_nom nom_et_prénom nom_prénom
name: nombre_y_apellidos nombre_y_apellido imię_i_nazwisko nome_cognome cognome_e_nome
name: фио полное_имя 姓名 名前 氏名 이름 שם الاسم الاسم_الكامل
"""
_MEANINGS: Mapping[str, str] = {
    word: meaning
    for meaning, _, words in (line.partition(": ") for line in _WORDS.strip().splitlines())
    for word in words.split()
}
"""What a column of this name usually holds, by the field it then also offers."""
STANDARD = ("email", "first_name", "last_name", "name")
"""The fields with a meaning of their own."""
_TELLING = (
    "first_name", "firstname", "given_name", "vorname", "prénom", "prenom", "voornaam",
    "last_name", "lastname", "surname", "family_name", "nachname", "familienname", "achternaam",
)  # fmt: skip
"""Words that say the same within a longer name, as in `Customer first name`."""
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_BETWEEN = re.compile(r"[/|,;&+•·–—\n]|\s-\s")
_WHOLE = ({"first_name", "last_name"}, {"first_name", "name"})
"""Both parts of a name in one column: `Vorname / Nachname`, `Name, Vorname`."""
_RESERVED = frozenset(("and", "else", "false", "if", "in", "is", "none", "not", "or", "true"))
"""Words a template would not take for a field."""


def normalise_field(header: str, position: int = 1) -> str:
    """Make a header into a field name a template can use: `E-Mail / Büro` is `e_mail_büro`.

    Any script is kept; everything that is no letter, digit or mark becomes one underscore. An empty header becomes
    `column_<position>`, counted from 1.
    """
    text = unicodedata.normalize("NFKC", header).lower()
    # Jinja2 knows the marks of an older Unicode than Python, so both must take the letter.
    words = "".join(
        letter if f"a{letter}".isidentifier() and name_re.fullmatch(letter) else " "
        for letter in text.replace("_", " ")
    ).split()
    name = "_".join(words) or f"column_{position}"
    return name if name.isidentifier() and name not in _RESERVED else f"_{name}"


def means_email(header: str) -> bool:
    """Say whether a column of this name usually holds addresses."""
    return meaning_of(header) == "email"


def meaning_of(header: str) -> str:
    """The field a column of this name usually holds (`email`, `first_name`, `last_name`, `name`); else empty.

    A name may say it twice (`Vorname / Given`), with an aside (`Surname (family)`), or with more words (`Customer first
    name`).
    """
    return _MEANINGS.get(normalise_field(header)) or _by_parts(header) or _by_telling_words(header)


def meant(headers: Sequence[str], meaning: str) -> int | None:
    """The column that holds it: the first that says so plainly, else the first that says so among more; or None."""
    plain = (index for index, one in enumerate(headers) if _MEANINGS.get(normalise_field(one)) == meaning)
    among = (index for index, one in enumerate(headers) if meaning_of(one) == meaning)
    return next(plain, next(among, None))


def twins_of(columns: Sequence[str], sample: Sequence[Line]) -> dict[str, tuple[str, ...]]:
    """The columns that say the same as one with a meaning, in every row looked at: `vorname` beside `first_name`."""
    standard = [name for name in STANDARD if name in columns]
    found: dict[str, tuple[str, ...]] = {}
    for name in standard:
        said = [line.fields.get(name, "") for line in sample]
        own = [one for one in columns if one not in standard] if any(said) else []
        same = _as_addresses if name == "email" else list
        wanted = same(said)
        found[name] = tuple(one for one in own if same([line.fields.get(one, "") for line in sample]) == wanted)
    return found


def _as_addresses(cells: list[str]) -> list[str]:
    """A domain in capitals is the same address."""
    return [cell.strip().casefold() for cell in cells]


def _by_parts(header: str) -> str:
    written = [one for one in _BETWEEN.split(_ASIDE.sub(" ", header)) if one.strip()]
    said = [_MEANINGS.get(normalise_field(one), "") for one in written]
    found = {one for one in said if one}
    if found in _WHOLE:
        return "name"
    if found == {"last_name", "name"}:  # in German lists `Name` is the last one
        return "last_name"
    return said[0] if said and len(found) == 1 else ""


def _by_telling_words(header: str) -> str:
    name = f"_{normalise_field(_ASIDE.sub(' ', header))}_"
    found = {_MEANINGS[word] for word in _TELLING if f"_{word}_" in name}
    return found.pop() if len(found) == 1 else "name" if found else ""


def free_name(name: str, taken: Container[str]) -> str:
    """The name, or where it is taken the first of `name_2`, `name_3` and so on that is not."""
    return first_free(name, lambda number: f"{name}_{number}", taken)
