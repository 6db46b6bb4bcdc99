"""What the records of a domain say about its sender: SPF, DKIM, DMARC, read without asking anybody."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from hypothesis import given, settings
from hypothesis import strategies as st

from sendoff.core import dkim_key, dmarc, spf
from sendoff.core.dns_answers import Answer, Book, Found, Question
from sendoff.core.provider_sender import Relay, SenderFacts
from sendoff.core.sender_domain import examine, is_reserved
from sendoff.core.sender_findings import Inquiry, Standing

Zone = Mapping[tuple[str, str], Sequence[str]]
WORLD: Zone = {
    ("gmail.com", "MX"): ["mx.gmail.com"],
    ("gmail.com", "TXT"): ["v=spf1 redirect=_spf.google.com"],
    ("shop.net", "MX"): ["mx.shop.net"],
}
DOMAIN = "shop.net"
MAILBOX = Relay(
    name="Boxes",
    host="smtp.boxes.net",
    facts=SenderFacts(spf="_spf.boxes.net", dkim=("b1", "b2"), dkim_sure=True, bounces="own"),
    own_domains=frozenset({"boxes.net"}),
)
SERVICE = Relay(name="Bulky", host="smtp.bulky.net", facts=SenderFacts(bounces="provider"))
OWN = Relay(name="mail.shop.net", host="mail.shop.net")
BOXES: Zone = {("_spf.boxes.net", "TXT"): ["v=spf1 ip4:192.0.2.0/24 -all"]}


def rsa_key(bits: int) -> str:
    """A record with an RSA key of so many bits; its numbers are no real key's, only of their length."""
    numbers = rsa.RSAPublicNumbers(65_537, (1 << (bits - 1)) + 1) if bits >= 1024 else None
    if numbers is not None:
        der = numbers.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        return f"v=DKIM1; k=rsa; p={base64.b64encode(der).decode()}"
    modulus = ((1 << (bits - 1)) + 1).to_bytes(bits // 8, "big")
    integer = bytes([2, len(modulus) + 1, 0]) + modulus
    bare = bytes([0x30, len(integer) + 5]) + integer + bytes([2, 3, 1, 0, 1])
    return f"p={base64.b64encode(bare).decode()}"


def reply(question: Question, zone: Zone) -> Answer:
    """What a server with this zone says."""
    if values := zone.get(question):
        return Answer(Found.SOME, tuple(values))
    there = any(name == question.name or name.endswith(f".{question.name}") for name, _kind in zone)
    return Answer(Found.NOTHING if there else Found.NO_NAME)


def judged(
    zone: Zone, relay: Relay | None = MAILBOX, *, domain: str = DOMAIN, messages: int = 0
) -> dict[str, Standing]:
    """What is found, by its code."""
    whole = {**WORLD, **zone}
    known: dict[Question, Answer] = {}
    inquiry = Inquiry(domain=domain, relay=relay, free_mail=frozenset({"gmail.com", "boxes.net"}), messages=messages)
    for _round in range(12):
        book = Book(known)
        found = examine(inquiry, book)
        if not book.wanted:
            return {one.code: one.standing for one in found}
        known |= {question: reply(question, whole) for question in book.wanted}
    raise AssertionError("it never has enough")


def line(zone: Zone, code: str, relay: Relay = MAILBOX) -> str:
    """The line that a finding proposes."""
    whole = {**WORLD, **zone}
    known: dict[Question, Answer] = {}
    while True:
        book = Book(known)
        found = examine(Inquiry(domain=DOMAIN, relay=relay), book)
        if not book.wanted:
            proposed = next(one for one in found if one.code == code).line
            return proposed.text if proposed else ""
        known |= {question: reply(question, whole) for question in book.wanted}


GOOD: Zone = {
    **BOXES,
    (DOMAIN, "TXT"): ["hello", "v=spf1 include:_spf.boxes.net ~all"],
    (f"b2._domainkey.{DOMAIN}", "TXT"): [rsa_key(2048)],
    (f"_dmarc.{DOMAIN}", "TXT"): ["v=DMARC1; p=reject"],
}


def test_a_domain_in_order_is_fine() -> None:
    assert judged(GOOD) == dict.fromkeys(("spf_fine", "dkim_fine", "dmarc_fine"), Standing.FINE)


def test_a_bare_domain_is_told_what_to_add() -> None:
    assert judged({}, messages=12_000) == {
        "spf_missing": Standing.LOOK, "dkim_missing": Standing.LOOK, "dmarc_missing": Standing.LOOK,
    }  # fmt: skip
    assert line({}, "spf_missing") == f"{DOMAIN}  TXT  v=spf1 include:_spf.boxes.net ~all"
    assert line({}, "dmarc_missing") == f"_dmarc.{DOMAIN}  TXT  v=DMARC1; p=none"


def test_a_policy_is_asked_of_bulk_senders_only() -> None:
    assert judged({}, messages=4_999)["dmarc_missing"] is Standing.NOTE
    assert judged({}, messages=5_000)["dmarc_missing"] is Standing.LOOK


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("v=spf1 include:_spf.boxes.net +all", "spf_open"),
        ("v=spf1 include:_spf.boxes.net all", "spf_open"),
        ("v=spf1 inlcude:_spf.boxes.net ~all", "spf_syntax"),
        ("v=spf1 ip4:300.1.1.1 ~all", "spf_syntax"),
        ("v=spf1 include:nobody.net ~all", "spf_dead"),
        (f"v=spf1 include:{DOMAIN} ~all", "spf_loop"),
        ("v=spf1 mx ~all", "spf_not_covered"),
        ("v=spf1 -include:_spf.boxes.net ~all", "spf_not_covered"),
        ("v=spf1 -all include:_spf.boxes.net", "spf_not_covered"),
        (" ".join(["v=spf1 include:_spf.boxes.net", *(f"a:h{n}.net" for n in range(10)), "~all"]), "spf_lookups"),
        ("v=spf1 exists:%{i}.ok.net ~all", "spf_unclear"),
        ("v=spf1 redirect=_spf.boxes.net", "spf_fine"),
        ("V=SPF1 INCLUDE:_SPF.BOXES.NET. ~ALL", "spf_fine"),
        ("v=spf1 ip4:192.0.2.0/23 -all", "spf_fine"),
        ("v=spf1 include:half.net -all", "spf_unclear"),
    ],
)
def test_an_spf_record_is_read_as_receivers_read_it(text: str, code: str) -> None:
    half = {("half.net", "TXT"): ["v=spf1 ip4:192.0.2.0/25 ip4:192.0.2.128/26 exists:%{l}.half.net -all"]}
    found = judged({**GOOD, **half, (DOMAIN, "TXT"): [text]})
    assert [one for one in found if one.startswith("spf")] == [code]


def test_ten_look_ups_are_allowed_and_eleven_are_not() -> None:
    def chain(length: int) -> Zone:
        links = {(f"c{n}.net", "TXT"): [f"v=spf1 include:c{n + 1}.net ~all"] for n in range(length - 1)}
        return {**GOOD, **links, (f"c{length - 1}.net", "TXT"): ["v=spf1 include:_spf.boxes.net -all"],
                (DOMAIN, "TXT"): ["v=spf1 include:c0.net ~all"]}  # fmt: skip

    assert "spf_fine" in judged(chain(9))
    assert "spf_lookups" in judged(chain(10))


def test_nothing_is_said_against_a_record_while_the_provider_s_is_not_known() -> None:
    known = {Question(DOMAIN, "TXT"): Answer(Found.SOME, ("v=spf1 ip4:192.0.2.0/24 -all",))}
    whole = {
        question: reply(question, WORLD) for question in (Question("gmail.com", "MX"), Question("gmail.com", "TXT"))
    }
    found = examine(Inquiry(domain=DOMAIN, relay=MAILBOX), Book({**whole, **known}))
    assert "spf_unclear" in {one.code for one in found}


def test_two_spf_records_become_one() -> None:
    zone = {**GOOD, (DOMAIN, "TXT"): ["v=spf1 mx ~all", "v=spf1 include:_spf.boxes.net mx -all"]}
    assert judged(zone)["spf_several"] is Standing.LOOK
    assert line(zone, "spf_several") == f"{DOMAIN}  TXT  v=spf1 mx include:_spf.boxes.net -all"


def test_the_proposed_line_keeps_what_is_there() -> None:
    zone = {(DOMAIN, "TXT"): ["v=spf1 mx ip4:203.0.113.9 -all"]}
    assert line({**BOXES, **zone}, "spf_not_covered").endswith("v=spf1 mx ip4:203.0.113.9 include:_spf.boxes.net -all")


def test_a_server_of_ones_own_is_known_by_its_address() -> None:
    zone: Zone = {
        ("mail.shop.net", "A"): ["203.0.113.9"],
        ("mx.shop.net", "A"): ["203.0.113.1"],
        (DOMAIN, "TXT"): ["v=spf1 mx a:mail.shop.net/32 -all"],
    }
    assert "spf_fine" in judged(zone, OWN)
    assert "spf_fine" in judged({**zone, (DOMAIN, "TXT"): ["v=spf1 mx/24 -all"]}, OWN)
    assert judged({**zone, (DOMAIN, "TXT"): ["v=spf1 mx -all"]}, OWN)["spf_unclear"] is Standing.UNKNOWN


def test_spf_is_not_asked_of_whoever_lets_bounces_go_to_the_provider() -> None:
    found = judged({(f"_dmarc.{DOMAIN}", "TXT"): ["v=DMARC1; p=reject"]}, SERVICE)
    assert found == {
        "spf_elsewhere": Standing.FINE, "dkim_unknown": Standing.UNKNOWN, "dmarc_unclear": Standing.UNKNOWN,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("record", "code", "standing"),
    [
        (rsa_key(512), "dkim_short", Standing.LOOK),
        (rsa_key(1024), "dkim_weak", Standing.NOTE),
        (rsa_key(2048), "dkim_fine", Standing.FINE),
        ("v=DKIM1; p=", "dkim_missing", Standing.LOOK),
        ("v=DKIM1; p=!!!", "dkim_missing", Standing.LOOK),
        ("v=spf1 -all", "dkim_missing", Standing.LOOK),
    ],
)
def test_a_key_is_measured(record: str, code: str, standing: Standing) -> None:
    found = judged({**GOOD, (f"b2._domainkey.{DOMAIN}", "TXT"): [record]}, messages=5_000)
    assert (code, standing) in found.items()


def test_for_few_messages_one_proof_is_enough() -> None:
    unsigned = {**GOOD, (f"b2._domainkey.{DOMAIN}", "TXT"): []}
    unnamed = {**GOOD, (DOMAIN, "TXT"): ["hello"]}
    assert judged(unsigned)["dkim_missing"] is judged(unnamed)["spf_missing"] is Standing.NOTE
    assert judged(unsigned, messages=5_000)["dkim_missing"] is Standing.LOOK
    assert judged(unnamed, messages=5_000)["spf_missing"] is Standing.LOOK
    assert judged({**GOOD, (DOMAIN, "TXT"): ["v=spf1 mx -all"]})["spf_not_covered"] is Standing.LOOK


def test_keys_of_both_kinds_are_read() -> None:
    raw = ed25519.Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    assert dkim_key.parse(f"v=DKIM1; k=ed25519; p={base64.b64encode(raw).decode()}") == dkim_key.Key("ed25519", 256)
    assert dkim_key.parse(rsa_key(512)) == dkim_key.Key("rsa", 512)
    assert dkim_key.parse(rsa_key(4096)) == dkim_key.Key("rsa", 4096)


@pytest.mark.parametrize(
    ("zone", "code"),
    [
        ({f"_dmarc.{DOMAIN}": "v=DMARC1; p=none"}, "dmarc_not_aligned"),
        ({f"_dmarc.{DOMAIN}": "v=DMARC1; rua=mailto:a@shop.net"}, "dmarc_no_policy"),
        ({f"_dmarc.{DOMAIN}": "v=DMARC1 p=none"}, "dmarc_broken"),
        ({f"_dmarc.{DOMAIN}": "v=spf1 -all"}, "dmarc_missing"),
    ],
)
def test_a_policy_is_read(zone: Mapping[str, str], code: str) -> None:
    assert code in judged({(name, "TXT"): [text] for name, text in zone.items()})


def test_nothing_that_proves_it_and_a_policy_that_refuses() -> None:
    zone = {(f"_dmarc.{DOMAIN}", "TXT"): ["v=DMARC1; p=reject"], (DOMAIN, "TXT"): ["v=spf1 mx -all"], **BOXES}
    assert judged(zone)["dmarc_not_aligned"] is Standing.LOOK
    assert "dmarc_fine" in judged({**zone, (f"b1._domainkey.{DOMAIN}", "TXT"): [rsa_key(2048)]})


def policy(domain: str, records: Mapping[str, str]) -> dmarc.Policy:
    known: dict[Question, Answer] = {}
    while True:
        book = Book(known)
        found = dmarc.discover(domain, book)
        if not book.wanted:
            assert len(known) <= dmarc.MOST_QUERIES
            return found
        known |= {
            one: reply(one, {(f"_dmarc.{name}", "TXT"): [text] for name, text in records.items()})
            for one in book.wanted
        }


def test_a_policy_is_found_up_the_tree() -> None:
    assert policy("a.b.shop.net", {"shop.net": "v=DMARC1; p=reject; sp=quarantine"}).wish == "quarantine"
    assert policy("shop.net", {"shop.net": "v=DMARC1; p=reject; t=y"}).wish == "quarantine"
    assert policy("shop.net", {"shop.net": "v=DMARC1;"}).wish == "none"
    long = "a.b.c.d.e.f.g.h.i.shop.net"
    assert policy(long, {"shop.net": "v=DMARC1; p=reject"}).at == "shop.net"
    suffix = policy("x.shop.co.net", {"co.net": "v=DMARC1; p=reject; psd=y"})
    assert (suffix.organisation, suffix.at, suffix.wish) == ("shop.co.net", "co.net", "reject")
    here = policy("a.b.shop.net", {"b.shop.net": "v=DMARC1; p=none; psd=n", "shop.net": "v=DMARC1; p=reject"})
    assert (here.organisation, here.wish) == ("b.shop.net", "none")


def test_a_mailbox_of_anybody_is_sent_from_its_own_servers_only() -> None:
    assert judged({}, MAILBOX, domain="gmail.com") == {"free_mail": Standing.LOOK}
    assert judged({("boxes.net", "MX"): ["mx"]}, MAILBOX, domain="boxes.net") == {"provider_domain": Standing.FINE}


def test_a_domain_that_does_not_exist_is_all_there_is_to_say() -> None:
    assert judged({}, domain="shpo.net") == {"no_domain": Standing.BLOCKS}
    assert judged({("shpo.net", "MX"): [""]}, domain="shpo.net")["no_mail"] is Standing.LOOK
    assert judged({("www.shpo.net", "A"): ["192.0.2.1"]}, domain="shpo.net")["no_mail"] is Standing.LOOK


def test_servers_that_do_not_know_the_world_are_not_believed() -> None:
    none: Zone = {("gmail.com", "MX"): [], ("gmail.com", "TXT"): []}
    assert judged(none, domain="shpo.net") == {"not_believed": Standing.UNKNOWN}
    everything = {("sendoff-asks-for-nobody.gmail.com", "A"): ["192.0.2.99"]}
    assert judged(everything, domain="shpo.net") == {"not_believed": Standing.UNKNOWN}


@pytest.mark.parametrize(
    ("domain", "reserved"),
    [("example.com", True), ("mail.example.org", True), ("a.test", True), ("host", True), ("printer.local", True),
     ("shop.net", False), ("example.shop", False)],
)  # fmt: skip
def test_domains_for_examples_are_nobodys(domain: str, reserved: bool) -> None:
    assert is_reserved(domain) is reserved


WORDS = st.sampled_from(
    ["all", "+all", "-all", "a", "mx/24", "ptr", "ip4:192.0.2.0/24", "ip6:::/0", "ip4:x", "exp=a", "exists:%{i}",
     "?mx:",      "include:", *(f"include:{name}.net" for name in "abcd"), *(f"redirect={name}.net" for name in "abcd")]
)  # fmt: skip
RECORDS = st.lists(WORDS, max_size=12).map(lambda words: " ".join(["v=spf1", *words]))
TAGS = st.sampled_from(["p=none", "p=reject", "p=x", "sp=none", "psd=y", "psd=n", "t=y", "np=", "=", "adkim=s", ";"])
POLICIES = st.lists(TAGS, max_size=6).map(lambda tags: "; ".join(["v=DMARC1", *tags]))


@settings(max_examples=50)
@given(st.text(max_size=80))
def test_whatever_stands_in_the_dns_is_read(text: str) -> None:
    spf.parse(f"v=spf1 {text}")
    spf.merged([f"v=spf1 {text}", text])
    spf.with_include(text, "a.net")
    dmarc.parse(f"v=DMARC1; {text}")
    dmarc.with_policy(text)
    dkim_key.parse(f"v=DKIM1; p={text}")
    dkim_key.parse(text)


@settings(max_examples=50)
@given(st.binary(max_size=80))
def test_whatever_a_key_is_it_has_a_length(key: bytes) -> None:
    found = dkim_key.parse(f"p={base64.b64encode(key).decode()}")
    assert found is not None
    assert 0 <= found.bits <= 8 * len(key)


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from([f"{name}.net" for name in "abcd"] + [DOMAIN]), st.lists(RECORDS, max_size=2)),
    st.lists(POLICIES, max_size=2),
    st.sampled_from([MAILBOX, SERVICE, OWN, None]),
)
def test_the_look_ends_whatever_the_zones_say(
    zone: Mapping[str, Sequence[str]], policies: Sequence[str], relay: Relay | None
) -> None:
    records: dict[tuple[str, str], Sequence[str]] = {(name, "TXT"): texts for name, texts in zone.items() if texts}
    if policies:
        records[(f"_dmarc.{DOMAIN}", "TXT")] = policies
    found = judged(records, relay)
    assert Standing.BLOCKS not in found.values()
