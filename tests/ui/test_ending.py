"""How the program's process ends, with messages shown and while it sends: in order, with its status, by each way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sendoff.bootstrap import open_services
from sendoff.bootstrap.program import home_of
from sendoff.core.campaign import CampaignState

ROOT = Path(__file__).parents[2]

PROGRAM = """
import os, signal, smtplib, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from sendoff import bootstrap
from sendoff.adapters.sandbox.server import SandboxServer
from sendoff.ui.app import Opened
from sendoff.ui.leaving import LeavingDialog
from sendoff.ui.widgets.mail_view import MailView

LETTER = b"Subject: Hi\\r\\nMIME-Version: 1.0\\r\\nContent-Type: text/html\\r\\n\\r\\n<p>Hello</p>\\r\\n"
bootstrap.sandbox_server = lambda: SandboxServer(delay=0.2)

def way(opened, end):
    navigator, sandbox = opened.window.navigator, opened.sandbox
    def shown():
        views = [one for one in opened.window.findChildren(MailView) if one.isVisible()]
        return bool(views) and views[0]._reader is not None
    while navigator.current != "campaign":
        yield
    campaign, = opened.stage.services.campaigns.all()
    flow = navigator.open("campaign", campaign.id + "/message")
    while not shown():
        yield
    page = navigator.open("sandbox")
    sandbox.start()
    with smtplib.SMTP("127.0.0.1", int(page.presenter.address.rpartition(":")[2])) as client:
        client.sendmail("a@example.com", ["b@example.com"], LETTER)
    page.presenter.look(1)
    while not shown():
        yield
    print("shown", flush=True)
    navigator.open("campaign", campaign.id + "/send")
    if end == "quit":
        opened.window.quit_wanted.emit()
        return
    opened.stage.services.sending.begin(campaign.id)
    opened.stage.dispatcher.start(campaign.id)
    before = sandbox.count
    while sandbox.count < before + 3:
        yield
    if end == "terminate":
        opened.window.hide()  # as in the tray
        os.kill(os.getpid(), signal.SIGTERM)
        return
    opened.window.quit_wanted.emit()
    while opened.leave.question is None:
        yield
    opened.leave.question.stop.click()

def begin(opened):
    first(opened)
    steps = way(opened, sys.argv[1])
    clock = QTimer(opened.window, interval=20)
    clock.timeout.connect(lambda: next(steps, None))
    clock.start()

first, Opened.begin = Opened.begin, begin
sys.exit(bootstrap.main(["try"]))
"""


@pytest.mark.parametrize("end", ["quit", "stop", "terminate"])
def test_the_program_ends_in_order_with_messages_shown(tmp_path: Path, end: str) -> None:
    if end == "terminate" and sys.platform == "win32":
        pytest.skip("Windows ends a process without asking it")
    place = {"SENDOFF_HOME": str(tmp_path), "PYTHONPATH": str(ROOT / "app"), "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, end],
        env=os.environ | place,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (0, "shown\n"), ended.stderr
    assert "Release of profile" not in ended.stderr
    assert "Traceback" not in ended.stderr
    services = open_services(home_of(place, sandbox=True), "tests", environ={}, read_only=True)
    try:
        (campaign,) = services.campaigns.all()
        states = {"quit": CampaignState.DRAFT, "stop": CampaignState.STOPPED, "terminate": CampaignState.PAUSED}
        assert campaign.state is states[end]
        assert end == "quit" or services.reports.counts(campaign)["in_doubt"] == 0
    finally:
        services.close()
