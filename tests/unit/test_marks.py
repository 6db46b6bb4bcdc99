"""Marks of valid addresses: probably mistyped, a role's, thrown away after use; and what must be left alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.adapters.system.resources import load_mark_lists
from sendoff.core import triage
from sendoff.core.address import check_address
from sendoff.core.errors import InputError
from sendoff.core.recipient import Verdict
from sendoff.core.triage import Marker, MarkLists, mark_lists_from

MEANT = """
gmial.com gmail.com    gmai.com gmail.com     gmal.com gmail.com    gmail.con gmail.com     gmail.co gmail.com
gmail.cm gmail.com     gnail.com gmail.com    gamil.com gmail.com   gmaill.com gmail.com    gmail.comm gmail.com
gmail.com.com gmail.com  gmail.com.br gmail.com  gmial.con gmail.com  gmial.co gmail.com    www.gmail.com gmail.com
hotmial.com hotmail.com  hotmil.com hotmail.com  hotmai.com hotmail.com  hotmail.co hotmail.com
hotmail.co.ku hotmail.co.uk
hotmali.fr hotmail.fr  hotmial.co.uk hotmail.co.uk  yaho.com yahoo.com  yahooo.com yahoo.com  yhaoo.co.uk yahoo.co.uk
yahoo.con yahoo.com    yahoo.co yahoo.com     outlok.com outlook.com  outllook.de outlook.de  iclod.com icloud.com
icoud.com icloud.com   portonmial.com protonmail.com  googelmail.com googlemail.com  btintenet.com btinternet.com
comcast.ner comcast.net  comcst.net comcast.net  t-onlin.de t-online.de  freent.de freenet.de  gmx.dee gmx.de
wanado.fr wanadoo.fr   laposte.ent laposte.net  seznan.cz seznam.cz  yandx.ru yandex.ru    company.con company.com
firm.co.ku firm.co.uk  a.long.name.cmo a.long.name.com
"""
RIGHT = """
gmx.de gmx.net gmx.at mail.com ymail.com email.com gmail.com googlemail.com hotmail.co.uk hotmail.com.br yahoo.com.br
yahoo.co.jp live.co.uk live.com outlook.es me.com mac.com aol.com msn.com web.de qq.com 163.com gail.com mail.ru
version.net horizon.net globe.com tetra.com.br roger.com orange.net overlook.com outback.com example.com company.co
startup.co mail.co planet.de fmail.com hmail.com amail.com verizon.com comcast.com sub.gmail.example.com münchen.de
yandex.com yahoo.it libero.it alice.it tiscali.it virgin.net sky.com o2.pl wp.pl op.pl seznam.cz mailinator.com
"""


@cache
def marker() -> Marker:
    return Marker(load_mark_lists())


PAIRS = list(zip(MEANT.split()[::2], MEANT.split()[1::2], strict=True))


@pytest.mark.parametrize(("written", "meant"), PAIRS)
def test_a_mistyped_domain_is_recognised(written: str, meant: str) -> None:
    mark = marker()(f"Anna.Lee@{written}")
    assert (mark.verdict, mark.suggestion) == (Verdict.SUGGESTED, f"Anna.Lee@{meant}")


@pytest.mark.parametrize("domain", RIGHT.split())
def test_a_domain_that_may_be_right_is_left_alone(domain: str) -> None:
    assert marker().meant(domain) == ""


@given(st.sampled_from(sorted(load_mark_lists().known | load_mark_lists().disposable)))
def test_a_known_domain_is_never_corrected(domain: str) -> None:
    assert marker()(f"anna@{domain}").verdict is not Verdict.SUGGESTED


@given(st.sampled_from(sorted(load_mark_lists().likely)), st.data())
def test_what_is_meant_is_valid_and_needs_no_correction_itself(domain: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(domain) - 1))
    letter = data.draw(st.sampled_from("abcxyz.-"))
    meant = marker()(f"anna@{domain[:at]}{letter}{domain[at + 1 :]}").suggestion
    if meant:
        assert check_address(meant).address == meant
        assert marker().meant(meant.partition("@")[2]) == ""


@given(st.from_regex(r"[a-z]{1,12}\.(com|de|net|fr|co\.uk)", fullmatch=True))
def test_a_mark_is_the_same_each_time(domain: str) -> None:
    assert marker()(f"anna@{domain}") == marker()(f"anna@{domain}") == Marker(marker()._lists)(f"anna@{domain}")


@pytest.mark.parametrize(
    "local",
    ["info", "Sales", "postmaster", "no-reply", "No_Reply", "do.not.reply", "kontakt", "info+news", "büro", "инфо"],
)
def test_a_role_is_not_a_person(local: str) -> None:
    assert marker()(f"{local}@example.com").verdict is Verdict.ROLE


@pytest.mark.parametrize("local", ["anna", "anna.lee", "informer", "anna+info", "mary-sales", "ina", "joel"])
def test_a_person_is_no_role(local: str) -> None:
    assert marker()(f"{local}@example.com").verdict is Verdict.READY


def test_the_worst_is_said_first() -> None:
    assert marker()("info@gmial.com").verdict is Verdict.SUGGESTED
    assert marker()("info@mailinator.com").verdict is Verdict.ROLE
    assert marker()("anna@mailinator.com").verdict is Verdict.DISPOSABLE


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(triage, "_CACHED", 10)
    one = Marker(load_mark_lists())
    for number in range(100):
        one(f"anna@domain{number}.com")
    assert len(one._domains) <= 10
    assert one("anna@gmial.com").suggestion == "anna@gmail.com"


def test_lists_of_ones_own_add_to_the_built_in_ones(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "mine.toml").write_text(
        'known = "gmial.com mailinator.com"\ndisposable = "away.example"\n'
        'roles = "Team-Leitung"\nlikely = "bigclient.com"\n'
    )
    one = Marker(load_mark_lists(tmp_path))
    assert one("anna@gmial.com").verdict is Verdict.READY
    assert one("anna@mailinator.com").verdict is Verdict.READY
    assert one("anna@away.example").verdict is Verdict.DISPOSABLE
    assert one("teamleitung@example.com").verdict is Verdict.ROLE
    assert one("anna@bigcleint.com").suggestion == "anna@bigclient.com"
    assert one("anna@hotmial.com").suggestion == "anna@hotmail.com"


@pytest.mark.parametrize(
    ("text", "where"), [("roles = 3\n", "line 1"), ("\nrole = ''\n", "line 2"), ("endings = 'x'\n", "line 1")]
)
def test_a_wrong_list_says_where(tmp_path: Path, text: str, where: str) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "mine.toml").write_text(text)
    with pytest.raises(InputError) as caught:
        load_mark_lists(tmp_path)
    assert caught.value.where == f"mine.toml, {where}"


def test_no_ending_to_be_mended_is_one_of_a_known_domain() -> None:
    lists = load_mark_lists()
    endings = {domain.partition(".")[2] for domain in lists.known | lists.disposable}
    assert not endings & lists.endings.keys()
    assert len(lists.disposable) > 300
    assert len(lists.likely) > 100


def test_lists_add_up() -> None:
    one = mark_lists_from({"near": "mail", "families": {"mail": "de fr"}, "known": "mall.de"}, "one")
    assert one + MarkLists() == one
    assert sorted(one.likely) == ["mail.de", "mail.fr"]
    assert sorted(one.known) == ["mail.de", "mail.fr", "mall.de"]
