"""Sleep is held off on a real message bus, as long as a campaign is sent and no longer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from sendoff.adapters.system import awake
from sendoff.adapters.system.awake import Awake
from sendoff.core.campaign import CampaignState
from sendoff.core.events import CampaignChanged
from sendoff.services.staying_awake import StayingAwake

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("dbus-daemon"), reason="there is no message bus here"
)

NAMES = ("org.freedesktop.PowerManagement.Inhibit", "org.freedesktop.login1")


class Desktop:
    """A power manager and a logind, both on one private bus."""

    def __init__(self) -> None:
        command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
        self._daemon = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()
        self.cookies: dict[int, tuple[str, ...]] = {}
        self.pipes: list[tuple[int, tuple[str, ...]]] = []
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        assert self._ready.wait(60)

    def _serve(self) -> None:
        from jeepney import DBusAddress, HeaderFields, new_method_call, new_method_return
        from jeepney.io.blocking import open_dbus_connection
        from jeepney.low_level import MessageType

        connection = open_dbus_connection(bus=self.address, enable_fds=True)
        bus = DBusAddress("/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus")
        for name in NAMES:
            connection.send_and_get_reply(new_method_call(bus, "RequestName", "su", (name, 0)))
        self._ready.set()
        while True:
            try:
                message: Any = connection.receive()
            except OSError:
                connection.close()
                return
            if message.header.message_type is not MessageType.method_call:
                continue
            member = message.header.fields[HeaderFields.member]
            if member == "UnInhibit":
                self.cookies.pop(message.body[0])
                connection.send(new_method_return(message))
            elif len(message.body) == 2:  # the power manager's; logind's has four
                self.cookies[7] = message.body
                connection.send(new_method_return(message, "u", (7,)))
            else:
                ours, theirs = os.pipe()
                self.pipes.append((ours, message.body))  # before the answer, after which the test goes on
                connection.send(new_method_return(message, "h", (theirs,)))
                os.close(theirs)

    def let_go(self) -> bool:
        """Whether every descriptor that logind gave out was closed again; waits for it."""
        return all(os.read(ours, 1) == b"" for ours, _said in self.pipes)

    def close(self) -> None:
        self._daemon.terminate()
        self._daemon.wait()
        self._thread.join(60)
        for ours, _said in self.pipes:
            os.close(ours)
        assert self._daemon.stdout is not None
        self._daemon.stdout.close()


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    monkeypatch.setattr(awake, "_PATIENCE", 60.0)  # a busy machine is no desktop that does not answer
    made = Desktop()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", made.address)
    yield made
    made.close()


def test_the_desktop_and_logind_are_asked_and_told_when_it_is_over(desktop: Desktop) -> None:
    staying = StayingAwake(Awake(), lambda: True)
    for one in ("spring", "summer"):
        staying.hear(CampaignChanged(one, CampaignState.RUNNING))
    assert staying.held
    assert desktop.cookies == {7: ("Sendoff", "Sendoff is sending a campaign.")}
    assert [said for _pipe, said in desktop.pipes] == [("idle", "Sendoff", "Sendoff is sending a campaign.", "block")]
    staying.hear(CampaignChanged("spring", CampaignState.FINISHED))
    assert desktop.cookies
    staying.hear(CampaignChanged("summer", CampaignState.PAUSED, "Waiting"))
    assert desktop.cookies == {}
    assert desktop.let_go()


def test_nothing_is_held_where_that_is_switched_off_or_nothing_is_sent(desktop: Desktop) -> None:
    staying = StayingAwake(Awake(), lambda: False)
    staying.hear(CampaignChanged("spring", CampaignState.RUNNING))
    assert not staying.held
    wanted = StayingAwake(Awake(), lambda: True)
    wanted.hear(CampaignChanged("spring", CampaignState.DRAFT))
    assert (desktop.cookies, desktop.pipes) == ({}, [])


def test_the_end_of_the_program_lets_go(desktop: Desktop) -> None:
    staying = StayingAwake(Awake(), lambda: True)
    staying.hear(CampaignChanged("spring", CampaignState.RUNNING))
    staying.close()
    assert desktop.cookies == {}
    assert desktop.let_go()


def test_a_machine_without_a_bus_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SESSION", "SYSTEM"):
        monkeypatch.setenv(f"DBUS_{name}_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    awake = Awake()
    assert not awake.hold("why")
    awake.release()
