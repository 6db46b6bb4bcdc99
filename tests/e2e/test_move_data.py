"""The data folder moves with a checked copy, and is used from its new place; what is wrong changes nothing."""

from __future__ import annotations

import smtplib
from pathlib import Path

import pytest

from sendoff.bootstrap import open_services, window_context
from sendoff.bootstrap.program import home_of, moving
from sendoff.core.errors import HeldError, InputError, StorageError
from sendoff.ui.sandbox import OneSandbox


def environ(folder: Path) -> dict[str, str]:
    return {"SENDOFF_HOME": str(folder / "home")}


def named(folder: Path) -> list[str]:
    services = open_services(home_of(environ(folder)), "tests", environ={})
    try:
        return [one.name for one in services.campaigns.all()]
    finally:
        services.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    services = open_services(home_of(environ(tmp_path)), "tests", environ={})
    services.campaigns.save(services.campaigns.new("Spring sale"))
    services.close()
    (tmp_path / "home" / "blobs").mkdir(exist_ok=True)
    (tmp_path / "home" / "blobs" / "one").write_bytes(b"enclosed")
    return tmp_path


def move(folder: Path, target: Path) -> str:
    with moving(home_of(environ(folder)), "tests") as one:
        return one.move(target)


def test_it_is_used_from_the_new_place_and_not_from_the_old_one(folder: Path) -> None:
    target = folder / "disk" / "mail"
    said = move(folder, target)
    assert said.startswith("2 files were copied to ")
    assert home_of(environ(folder)).data == target
    assert home_of(environ(folder), sandbox=True).data == target / "sandbox"
    assert named(folder) == ["Spring sale"]
    assert (target / "blobs" / "one").read_bytes() == b"enclosed"
    assert not (folder / "home" / "sendoff.db").exists()
    assert (folder / "home" / "sendoff.db.moved").exists()
    move(folder, folder / "again")
    assert named(folder) == ["Spring sale"]


def test_a_disk_that_is_gone_is_said_and_nothing_is_begun_anew(folder: Path) -> None:
    target = folder / "disk"
    move(folder, target)
    target.rename(folder / "unplugged")
    with pytest.raises(StorageError, match="is not there") as caught:
        home_of(environ(folder))
    assert caught.value.code == "moved_away"
    assert not target.exists()


@pytest.mark.parametrize(("where", "code"), [("home/inside", "inside"), ("full", "taken"), ("people.csv", "taken")])
def test_a_place_that_cannot_be_used_changes_nothing(folder: Path, where: str, code: str) -> None:
    (folder / "full").mkdir()
    (folder / "full" / "letter.txt").write_text("mine", encoding="utf-8")
    (folder / "people.csv").write_text("a", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        move(folder, folder / where)
    assert caught.value.code == code
    assert (folder / "full" / "letter.txt").read_text("utf-8") == "mine"
    assert home_of(environ(folder)).data == folder / "home"
    assert named(folder) == ["Spring sale"]


def test_a_folder_in_use_does_not_move(folder: Path) -> None:
    services = open_services(home_of(environ(folder)), "tests", environ={})
    try:
        with pytest.raises(HeldError):
            move(folder, folder / "disk")
    finally:
        services.close()


def test_a_folder_whose_sandbox_is_in_use_does_not_move(folder: Path) -> None:
    services = open_services(home_of(environ(folder), sandbox=True), "sendoff try", environ={})
    try:
        with pytest.raises(HeldError, match="sendoff try"):
            move(folder, folder / "disk")
        assert home_of(environ(folder)).data == folder / "home"
        assert not (folder / "disk").exists()
    finally:
        services.close()
    assert named(folder) == ["Spring sale"]
    move(folder, folder / "disk")
    assert home_of(environ(folder), sandbox=True).data == folder / "disk" / "sandbox"


def test_what_the_sandbox_took_last_moves_along(folder: Path) -> None:
    context = window_context(environ(folder))
    services = context.open_services()
    sandbox = OneSandbox(context.sandbox)
    sandbox.start()
    with smtplib.SMTP("127.0.0.1", int(sandbox.url.rpartition(":")[2].partition("?")[0])) as client:
        client.sendmail("a@example.com", ["mia@example.com"], "Subject: Last\r\n\r\nJust now.\r\n")
    sandbox.stop()
    services.close()
    move(folder, folder / "disk")
    assert context.renewed is not None
    kept = OneSandbox(context.renewed().sandbox)
    kept.look()
    assert [one.subject for one in kept.received] == ["Last"]
    assert b"Just now." in (kept.message(1) or b"")
