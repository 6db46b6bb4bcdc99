"""What a person does with passwords in a life with Sendoff, on the command line; run inside a session with a keyring.

`python -m tests.e2e.secret_journey` reads its values as one JSON object from standard input, because a command line
and a file are just where no password may be. Everything the commands say goes to `said.txt`.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import keyring

OUT = Path("said.txt")
# The log of the command line holds no debugging; this is the same send with everything that can be logged.
LOUD = """
import logging, os, sys
from pathlib import Path
from sendoff.adapters.system.logs import start_logging
from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap import open_services
home = find_home(os.environ)
services = open_services(home, "test", environ=os.environ)
start_logging(home.logs, logging.DEBUG, "debug.log")
logging.getLogger().setLevel(logging.DEBUG)
said, _ = services.campaigns.named_in(Path(sys.argv[1]))
account = services.accounts.from_url(sys.argv[2])
campaign, _ = services.campaigns.from_file(Path(sys.argv[1]), said, account.id, "")
services.sending.begin(campaign.id)
assert services.sending.run(campaign.id).finished
logging.getLogger("sendoff").debug("the password is %s", os.environ["SENDOFF_PASSWORD"])
services.close()
"""


def sendoff(*arguments: str, status: int | tuple[int, ...] = 0, said: str = "", **environ: str) -> str:
    """Run a command to its end; returns its standard output."""
    return _run([sys.executable, "-m", "sendoff", *arguments], status, said, environ)


def _run(command: list[str], status: int | tuple[int, ...], said: str, environ: dict[str, str]) -> str:
    done = subprocess.run(
        command, input=said, capture_output=True, text=True, env=os.environ | environ, timeout=120, check=False
    )
    with OUT.open("a") as out:
        out.write(f"{done.stdout}\n{done.stderr}\n")
    assert done.returncode in (status if isinstance(status, tuple) else (status,)), (
        command,
        done.returncode,
        done.stderr[-2000:],
    )
    return done.stdout


def killed(command: list[str], log: Path, after: int) -> None:
    """Start a send and kill it when so many messages were accepted."""
    with OUT.open("a") as out:
        process = subprocess.Popen([sys.executable, "-m", "sendoff", *command], stdout=out, stderr=out)
        deadline = time.monotonic() + 60
        while log.read_bytes().count(b"accepted") < after:
            assert process.poll() is None, "the send was over before it could be killed"
            assert time.monotonic() < deadline
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
        process.wait()


def through_a_proxy(port: int, secrets: dict[str, str]) -> None:
    """Send with a proxy that wants a sign-in, and be examined there, mistyped first."""
    change = ("accounts", "edit", "work", "--proxy", f"http://bob@127.0.0.1:{port}")
    test = ("accounts", "test", "work", "--json")
    typed(
        (0, {"SENDOFF_PROXY_PASSWORD": secrets["wrong"]}, "", *change),
        (2, {}, "", *test),
    )
    typed(
        (0, {"SENDOFF_PROXY_PASSWORD": secrets["proxy"]}, "", *change),
        (0, {}, "", *test),
        (2, {"SENDOFF_PASSWORD": secrets["wrong"]}, "", *test),
        (0, {}, "", "send", "fourth/campaign.toml", "--account", "work", "--yes"),
        (0, {}, "", "accounts", "show", "work", "--json"),
    )


def by_browser(secrets: dict[str, str]) -> None:
    """Sign in at the authority, mistyped and as the wrong person first, send by Graph while tokens run out, export."""
    graph = ("--preset", "outlook", "--route", "graph", "--user")
    enter = ("--client-id", "own-client-id", "--client-secret-stdin", "--json")
    typed(
        (0, {}, "", "accounts", "add", "other", *graph, "bea@example.com"),
        (0, {}, "", "accounts", "add", "post", *graph, "anna@example.com"),
        (2, {}, secrets["wrong"], "accounts", "sign-in", "other", *enter),
        (2, {}, secrets["client"], "accounts", "sign-in", "other", *enter),
        (0, {}, secrets["client"], "accounts", "sign-in", "post", *enter),
        (0, {}, "", "accounts", "test", "post", "--json"),
        (0, {}, "", "send", "fifth/campaign.toml", "--account", "post", "--yes", "--json"),
        (0, {}, "", "accounts", "sign-out", "other"),
        (0, {}, "", "accounts", "export", "exported.toml"),
    )


def typed(*steps: tuple[Any, ...]) -> None:
    """Type commands in one process: for each its exit status, its environment, its standard input and its words."""
    _run([sys.executable, "-m", "tests.e2e.secret_browser"], 0, json.dumps(steps), {})


def crash() -> None:
    """Let the window meet a bug whose message holds everything it knows."""
    told = _run([sys.executable, "-m", "tests.e2e.secret_crash"], 0, "", {"QT_QPA_PLATFORM": "offscreen"})
    assert "RuntimeError" in told


def travel(given: dict[str, Any]) -> None:
    """Add, test, mistype, send, crash, go on, sign in by browser, report, export, log, remove."""
    urls: dict[str, str] = given["urls"]
    secrets: dict[str, str] = given["secrets"]
    first, second, third = (f"{name}/campaign.toml" for name in ("first", "second", "third"))
    added = sendoff(
        *("accounts", "add", "work", "--preset", "custom", "--user", given["user"], "--host", "127.0.0.1", "--port"),
        *(str(given["port"]), "--security", "starttls", "--ca", given["ca"], "--connections", "2", "--limit"),
        *("100000/hour", "--password-stdin", "--json"),
        said=f"{secrets['keyring']}\n",
    )
    account = json.loads(added.splitlines()[-1])["account"]["id"]
    assert keyring.get_password("Sendoff", account) == secrets["keyring"]
    sendoff("accounts", "test", "work")
    sendoff("accounts", "test", "work", status=2, SENDOFF_PASSWORD=secrets["wrong"])
    killed(["send", first, "--account", "work", "--yes"], Path(given["log"]), 20)
    shutil.copytree(os.environ["SENDOFF_HOME"], "after-the-kill")
    sendoff("send", first, "--account", "work", "--yes", "--json", status=(0, 1))  # 1: the kill left a doubt
    sendoff("send", second, "--smtp", urls["stdin"], "--yes", "--password-stdin", status=2, said=secrets["wrong"])
    sendoff("send", second, "--smtp", urls["stdin"], "--yes", "--password-stdin", said=f"{secrets['stdin']}\n")
    _run([sys.executable, "-c", LOUD, third, urls["environ"]], 0, "", {"SENDOFF_PASSWORD": secrets["environ"]})
    through_a_proxy(given["proxy"], secrets)
    by_browser(secrets)
    sendoff("report", "--csv", "report.csv")
    crash()
    sendoff("accounts", "list", "--json")
    sendoff("accounts", "remove", "work")
    assert keyring.get_password("Sendoff", account) is None
    print("arrived")


if __name__ == "__main__":
    travel(json.load(sys.stdin))
