"""Lists as the world's programs write them, each with what must be understood of it written beside it."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import openpyxl
from tests.fakes.workbooks import Cells, inline, ods, xls, xlsx


@dataclass(frozen=True, kw_only=True)
class Case:
    """One list and its outcome; `says` is what a person has to say about it, where the guess cannot know."""

    what: str
    file: str
    raw: bytes
    kind: str = "csv"
    encoding: str = ""
    delimiter: str = ""
    header: int = 1
    email: str = "email"
    figures: tuple[int, int, int]
    """Ready, invalid, duplicate."""
    values: dict[str, str] = field(default_factory=dict)
    """Some fields of the first row."""
    says: dict[str, object] = field(default_factory=dict)


def excel(*sheets: Cells, names: Sequence[str] = (), hidden: Sequence[int] = (), merge: str = "") -> bytes:
    """A workbook as Excel writes it."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(names[number] if names else f"Sheet{number + 1}")
        for row in rows:
            sheet.append(list(row))
        if number in hidden:
            sheet.sheet_state = "hidden"
        if merge:
            sheet.merge_cells(merge)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def table(rows: Cells, delimiter: str = ",", end: str = "\r\n", quoting: int = csv.QUOTE_MINIMAL) -> str:
    """Delimited text."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)  # type: ignore[arg-type]  # a flag
    return buffer.getvalue()


def people(header: str, *names: str) -> list[list[str]]:
    """A column of names after one of addresses."""
    return [["email", header], *([f"p{number}@example.com", name] for number, name in enumerate(names))]


GERMAN = [
    ["Anrede", "Vorname", "Nachname", "E-Mail-Adresse", "PLZ"],
    ["Frau", "Jörg", "Müller", "joerg@example.com", "01067"],
    ["Herr", "Björn", "Weiß", "bjoern@example.com", "50667"],
]
FRENCH = [["Prénom", "Nom", "Courriel"], ["Zoé", "Lefèvre", "zoe@example.com"], ["Noël", "Garçon", "noel@example.com"]]
POLISH = people("imię", "Małgorzata Wąż", "Łukasz Żółć", "Błażej Święs")
CZECH = people("jméno", "Jiří Dvořák", "Zdeněk Růžička", "Tomáš Kučera")
TURKISH = people("ad", "Şule Yıldız", "Çağrı Güneş", "İbrahim Dağ")
RUSSIAN = people("имя", "Анна Иванова", "Сергей Петров", "Ольга Смирнова")
GREEK = people("όνομα", "Γιώργος Παπαδόπουλος", "Μαρία Ιωάννου", "Ελένη Νικολάου")
HEBREW = people("שם", "נועה כהן", "דוד לוי", "שרה אברהם")
ARABIC = people("الاسم", "نور الهدى", "محمد العلي", "فاطمة الزهراء")
JAPANESE = people("名前", "山田 太郎さん", "鈴木 花子さん", "佐藤 ひろし")
CHINESE = people("姓名", "王芳", "李小明", "张建国", "刘洋", "陈静", "赵雪")
TAIWANESE = people("姓名", "王怡君", "陳淑芬", "林志明", "張家豪")
KOREAN = people("이름", "김민수", "이영희", "박지훈")
GOOGLE = [
    [
        "First Name",
        "Last Name",
        "Labels",
        "E-mail 1 - Label",
        "E-mail 1 - Value",
        "E-mail 2 - Value",
        "Phone 1 - Value",
    ],
    ["Anna", "Lee", "* myContacts", "* Work", "anna@example.com", "a.lee@example.org", "+49 151 1"],
    ["Bob", "Ray", "* myContacts", "", "", "", ""],
]
OUTLOOK = [
    ["Title", "First Name", "Last Name", "E-mail Address", "E-mail Type", "E-mail 2 Address", "Notes"],
    ["", "Anna", "Lee", "anna@example.com", "SMTP", "", "likes\r\npaper"],
    ["Dr.", "Bob", "Ray", "Bob@Example.com", "SMTP", "anna@example.com", ""],
    ["", "Bob", "Again", "bob@example.com", "SMTP", "", ""],
]
MAILCHIMP = [
    ["Email Address", "First Name", "Last Name", "MEMBER_RATING", "OPTIN_TIME", "LATITUDE"],
    ["anna@example.com", "Anna", "Lee", "2", "2024-05-01 09:05:00", ""],
]
V21 = """BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;\r
EMAIL;INTERNET;HOME:old@example.com\r
EMAIL;PREF;INTERNET:joerg@example.com\r
END:VCARD\r
"""
V3 = """BEGIN:VCARD
VERSION:3.0
N:Lee;Anna;;;
FN:Anna Lee
ORG:Paper\\, Ink;Sales
item1.EMAIL;type=INTERNET;type=pref:anna@
 example.com
item1.X-ABLabel:work
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ
 SkZJRg
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:No Mail
END:VCARD
"""
V4 = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:王芳\r\nN:王;芳;;;\r\nEMAIL;PREF=1:wang@example.com\r\nEND:VCARD\r\n"
FORM = "".join(
    f'<row r="{number}">{inline(f"A{number}", stamp)}{inline(f"B{number}", who)}{inline(f"C{number}", mail)}</row>'
    for number, (stamp, who, mail) in enumerate(
        [
            ("Timestamp", "What is your name?", "Your e-mail"),
            ("5/1/2024 9:05:00", "Anna", "anna@example.com"),
            ("5/1/2024 9:06:00", "Bob", "n/a"),
        ],
        1,
    )
)
OFFICE: Cells = [
    ["email", "plz", "kunde seit", "betrag", "aktiv", "nr"],
    ["anna@example.com", "01067", dt.date(2024, 5, 1), 12.5, True, 12345.0],
    [None] * 6,
    ["bob@example.com", "50667", dt.datetime(2024, 5, 1, 9, 5), 0.1 + 0.2, False, 4915112345678],  # noqa: DTZ001 -- cells have no time zone
]
TITLED: Cells = [
    ["Kundenliste 2024"], [], ["Stand:", "1.5."], ["Kunde", "E-Mail", "Ort"], ["Anna", "anna@example.com", "Köln"],
]  # fmt: skip
MERGED: Cells = [
    ["E-Mail", "Name", None, "Anschrift", None, None],
    [None, "Vorname", "Nachname", "Straße", "PLZ", "Ort"],
    ["anna@example.com", "Anna", "Lee", "Am Markt 1", "01067", "Dresden"],
]
GROUPED: Cells = [
    ["Person", None, None, "Firma", None],
    ["First name", "Last name", "Email", "Name", "Town"],
    ["Anna", "Lee", "anna@example.com", "Paper", "Bonn"],
]


def _text(what: str, rows: Cells, encoding: str, *, delimiter: str = ",", **outcome: object) -> Case:
    defaults = {"file": "list.csv", "encoding": encoding, "figures": (len(rows) - 1, 0, 0), "delimiter": delimiter}
    return Case(what=what, raw=table(rows, delimiter).encode(encoding), **{**defaults, **outcome})  # type: ignore[arg-type]  # by name


def _first(rows: Sequence[Sequence[str]], name: str) -> dict[str, str]:
    return {name: rows[1][1]}


_MIXED = "email,name\nanna@example.com,Zoë\nbob@example.com,Jürgen Größe\n".encode() + "c@example.com,Noël\n".encode(
    "cp1252"
)
_QUOTED = 'email,note,name\r\nanna@example.com,"Mill Lane 1,\r\n12345 ""Town""",Anna\r\nbob@,x,Bob\r\n'

CORPUS: tuple[Case, ...] = (
    # Excel's own CSV
    _text(
        "Excel, Germany",
        GERMAN,
        "cp1252",
        delimiter=";",
        email="E-Mail-Adresse",
        values={"nachname": "Müller", "plz": "01067"},
    ),
    _text(
        "Excel, CSV UTF-8", GERMAN, "utf-8-sig", delimiter=";", email="E-Mail-Adresse", values={"first_name": "Jörg"}
    ),
    _text(
        "Excel, Unicode text",
        GERMAN,
        "utf-16",
        delimiter="\t",
        file="list.txt",
        email="E-Mail-Adresse",
        values={"vorname": "Jörg"},
    ),
    _text("Excel for DOS", GERMAN, "cp850", delimiter=";", email="E-Mail-Adresse", values={"nachname": "Müller"}),
    _text("Excel for Mac", FRENCH, "mac_roman", delimiter=";", email="Courriel", values={"last_name": "Lefèvre"}),
    _text("Excel, France", FRENCH, "cp1252", delimiter=";", email="Courriel", values={"first_name": "Zoé"}),
    Case(
        what="with a line for the delimiter",
        file="list.csv",
        raw=b"sep=;\r\nemail;x\r\nanna@example.com;1,5\r\n",
        encoding="utf-8",
        delimiter=";",
        figures=(1, 0, 0),
        values={"x": "1,5"},
    ),
    # older encodings
    _text("Poland", POLISH, "cp1250", delimiter=";", values=_first(POLISH, "imię")),
    _text("Czechia", CZECH, "cp1250", delimiter=";", values=_first(CZECH, "jméno")),
    _text("Turkey", TURKISH, "cp1254", delimiter=";", values=_first(TURKISH, "ad")),
    _text("Russia", RUSSIAN, "cp1251", delimiter=";", values=_first(RUSSIAN, "имя")),
    _text("Russia, Unix", RUSSIAN, "koi8-r", values=_first(RUSSIAN, "имя")),
    _text("Greece", GREEK, "cp1253", delimiter=";", values=_first(GREEK, "όνομα")),
    _text("Israel", HEBREW, "cp1255", values=_first(HEBREW, "name")),
    _text("Egypt", ARABIC, "cp1256", values=_first(ARABIC, "name")),
    _text("Japan", JAPANESE, "cp932", values=_first(JAPANESE, "name")),
    _text("Japan, Unix", JAPANESE, "euc_jp", values=_first(JAPANESE, "name")),
    _text("China", CHINESE, "gb18030", values=_first(CHINESE, "name")),
    _text("Taiwan", TAIWANESE, "big5", values=_first(TAIWANESE, "name")),
    _text("Korea", KOREAN, "cp949", values=_first(KOREAN, "name")),
    Case(
        what="Russia, said",
        file="list.csv",
        raw="email;имя\nanna@example.com;МНОГО\n".encode("koi8-r"),
        encoding="koi8-r",
        delimiter=";",
        figures=(1, 0, 0),
        values={"имя": "МНОГО"},
        says={"encoding": "koi8-r"},
    ),
    # Unicode, and right to left
    _text("Hebrew", HEBREW, "utf-8", values=_first(HEBREW, "name")),
    _text(
        "Arabic",
        [["البريد الإلكتروني", "الاسم"], *ARABIC[1:]],
        "utf-8-sig",
        email="البريد الإلكتروني",
        values=_first(ARABIC, "name"),
    ),
    _text("Unicode without a mark", FRENCH, "utf-16-le", email="Courriel", values={"prénom": "Zoé"}),
    _text("UTF-32", RUSSIAN, "utf-32", values=_first(RUSSIAN, "имя")),
    Case(
        what="two encodings in one file",
        file="joined.csv",
        raw=_MIXED,
        encoding="utf-8+cp1252",
        delimiter=",",
        figures=(3, 0, 0),
        values={"name": "Zoë"},
    ),
    # delimiters and quotation marks
    Case(
        what="quoted line ends",
        file="list.csv",
        raw=_QUOTED.encode(),
        encoding="utf-8",
        delimiter=",",
        figures=(1, 1, 0),
        values={"note": 'Mill Lane 1,\r\n12345 "Town"', "name": "Anna"},
    ),
    Case(
        what="everything quoted",
        file="list.csv",
        raw=table(GERMAN, quoting=csv.QUOTE_ALL).encode(),
        encoding="utf-8",
        delimiter=",",
        email="E-Mail-Adresse",
        figures=(2, 0, 0),
        values={"plz": "01067"},
    ),
    _text("bars", GERMAN, "utf-8", delimiter="|", email="E-Mail-Adresse"),
    _text("tabs", GERMAN, "utf-8", delimiter="\t", file="list.tsv", email="E-Mail-Adresse"),
    Case(
        what="a delimiter of one's own",
        file="list.csv",
        raw=b"email^name\nanna@example.com^Anna\n",
        encoding="utf-8",
        delimiter="^",
        figures=(1, 0, 0),
        values={"name": "Anna"},
        says={"delimiter": "^"},
    ),
    Case(
        what="old Mac line ends",
        file="list.csv",
        raw=b"email,name\ranna@example.com,Anna\rBOB@EXAMPLE.com,Bob\rbob@example.com,B\r",
        encoding="utf-8",
        delimiter=",",
        figures=(2, 0, 1),
    ),
    # headers
    Case(
        what="no header",
        file="list.csv",
        raw=b"Anna,anna@example.com\nBob,bob@example.com\n",
        encoding="utf-8",
        delimiter=",",
        header=0,
        email="column_2",
        figures=(2, 0, 0),
        values={"column_1": "Anna"},
    ),
    Case(
        what="no header, a typing error first",
        file="list.csv",
        raw=b"Anna,anna@example,x\nBob,bob@example.com,y\n",
        encoding="utf-8",
        delimiter=",",
        header=0,
        email="column_2",
        figures=(1, 1, 0),
    ),
    Case(
        what="titles above",
        file="list.csv",
        raw=table([[cell or "" for cell in row] for row in TITLED], ";").encode("cp1252"),
        encoding="cp1252",
        delimiter=";",
        header=4,
        email="E-Mail",
        figures=(1, 0, 0),
        values={"ort": "Köln"},
    ),
    Case(
        what="a header further down, said",
        file="list.csv",
        raw=b"a,b\nc,d\nwho,where\nanna@example.com,Bonn\n",
        encoding="utf-8",
        delimiter=",",
        header=3,
        email="who",
        figures=(1, 0, 0),
        values={"where": "Bonn"},
        says={"header": 3},
    ),
    Case(
        what="two columns of one name",
        file="list.csv",
        raw=b"email,town,town\nanna@example.com,Bonn,Ulm\n",
        encoding="utf-8",
        delimiter=",",
        figures=(1, 0, 0),
        values={"town": "Bonn", "town_2": "Ulm"},
    ),
    Case(
        what="the address under another name",
        file="list.csv",
        raw=b"Kontakt,email\nanna@example.com,yes\nbob@example.com,no\n",
        encoding="utf-8",
        delimiter=",",
        email="Kontakt",
        figures=(2, 0, 0),
        values={"email": "anna@example.com", "email_2": "yes"},
    ),
    # programs
    _text(
        "Google Contacts",
        GOOGLE,
        "utf-8",
        email="E-mail 1 - Value",
        figures=(1, 1, 0),
        values={"first_name": "Anna", "phone_1_value": "+49 151 1"},
    ),
    _text("Outlook", OUTLOOK, "utf-8", email="E-mail Address", figures=(2, 0, 1), values={"notes": "likes\r\npaper"}),
    _text("Mailchimp", MAILCHIMP, "utf-8", email="Email Address", values={"optin_time": "2024-05-01 09:05:00"}),
    Case(
        what="Excel",
        file="list.xlsx",
        raw=excel(OFFICE),
        kind="workbook",
        figures=(2, 0, 0),
        values={"plz": "01067", "kunde_seit": "2024-05-01", "betrag": "12.5", "aktiv": "TRUE", "nr": "12345"},
    ),
    Case(
        what="Excel, titles above",
        file="list.xlsx",
        raw=excel(TITLED),
        kind="workbook",
        header=4,
        email="E-Mail",
        figures=(1, 0, 0),
        values={"kunde": "Anna"},
    ),
    Case(
        what="Excel, merged headers",
        file="list.xlsx",
        raw=excel(MERGED, merge="B1:C1"),
        kind="workbook",
        header=2,
        email="E-Mail",
        figures=(1, 0, 0),
        values={"last_name": "Lee", "ort": "Dresden"},
    ),
    Case(
        what="Excel, groups above",
        file="list.xlsx",
        raw=excel(GROUPED, merge="A1:C1"),
        kind="workbook",
        header=2,
        email="Email",
        figures=(1, 0, 0),
        values={"town": "Bonn"},
    ),
    Case(
        what="Excel, a hidden and an empty sheet first",
        file="list.xlsx",
        raw=excel([["secret@example.com"]], [], OFFICE, names=("Alt", "Leer", "Kunden"), hidden=(0,)),
        kind="workbook",
        figures=(2, 0, 0),
    ),
    Case(
        what="Excel, the hidden sheet, said",
        file="list.xlsx",
        raw=excel([["secret@example.com"]], OFFICE, names=("Alt", "Kunden"), hidden=(0,)),
        kind="workbook",
        header=0,
        email="column_1",
        figures=(1, 0, 0),
        says={"sheet": "alt"},
    ),
    Case(
        what="Excel 97",
        file="list.xls",
        raw=xls([["E-Mail", "PLZ", "Größe"], ["anna@example.com", "01067", 5.0], ["Bob", "1", 0.5]]),
        kind="workbook",
        email="E-Mail",
        figures=(1, 1, 0),
        values={"plz": "01067", "größe": "5"},
    ),
    Case(
        what="LibreOffice",
        file="list.ods",
        raw=ods(
            [
                ["E-Mail", "Ort", "n"],
                ["anna@example.com", "Köln", 5],
                [None, None, None],
                ["anna@example.com", None, None],
            ]
        ),
        kind="workbook",
        email="E-Mail",
        figures=(1, 0, 1),
        values={"ort": "Köln", "n": "5"},
    ),
    Case(
        what="Google Forms",
        file="list.xlsx",
        raw=xlsx(FORM),
        kind="workbook",
        email="Your e-mail",
        figures=(1, 1, 0),
        values={"what_is_your_name": "Anna"},
    ),
    Case(what="a workbook called CSV", file="list.csv", raw=excel(OFFICE), kind="workbook", figures=(2, 0, 0)),
    Case(
        what="a CSV called XLS",
        file="export.xls",
        raw=table(GERMAN, "\t").encode("utf-16"),
        encoding="utf-16",
        delimiter="\t",
        email="E-Mail-Adresse",
        figures=(2, 0, 0),
    ),
    # address books and plain lists
    Case(
        what="vCard 2.1",
        file="people.vcf",
        raw=V21.encode(),
        kind="vcard",
        encoding="utf-8",
        header=0,
        figures=(1, 0, 0),
        values={"name": "Jörg Müller", "other_emails": "old@example.com"},
    ),
    Case(
        what="vCard 3, from a Mac",
        file="people.vcf",
        raw=V3.encode(),
        kind="vcard",
        encoding="utf-8",
        header=0,
        figures=(1, 1, 0),
        values={"email": "anna@example.com", "company": "Paper, Ink"},
    ),
    Case(
        what="vCard 4",
        file="people.vcf",
        raw=V4.encode(),
        kind="vcard",
        encoding="utf-8",
        header=0,
        figures=(1, 0, 0),
        values={"last_name": "王"},
    ),
    Case(
        what="pasted from a spreadsheet",
        file="Pasted list.txt",
        raw=table(OUTLOOK[:1] + GERMAN[1:], "\t").replace("\r\n", "\n").encode(),
        encoding="utf-8",
        delimiter="\t",
        email="E-mail Address",
        figures=(2, 0, 0),
    ),
    Case(
        what="pasted from Outlook",
        file="Pasted list.txt",
        raw=b"Lee, Anna <anna@example.com>; Bob Ray <bob@example.com>; anna@example.com",
        kind="addresses",
        encoding="utf-8",
        header=0,
        figures=(2, 0, 1),
        values={"name": "Lee, Anna"},
    ),
    Case(
        what="pasted from a To line",
        file="Pasted list.txt",
        raw=b'"Lee, Anna" <anna@example.com>, bob@example.com,\n carl@example.com',
        kind="addresses",
        encoding="utf-8",
        header=0,
        figures=(3, 0, 0),
        values={"name": "Lee, Anna"},
    ),
    Case(
        what="one a line",
        file="list.txt",
        raw="Anna Lee <anna@example.com>,\n\nzoë@example.com;\nbob@example.com\n".encode(),
        kind="addresses",
        encoding="utf-8",
        header=0,
        figures=(3, 0, 0),
        values={"name": "Anna Lee"},
    ),
)
