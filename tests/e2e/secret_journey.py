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
        command, input=said, capture_output=True, text=True, env=os.environ | environ, timeout=60, check=False
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
        deadline = time.monotonic() + 30
        while log.read_bytes().count(b"accepted") < after:
            assert process.poll() is None, "the send was over before it could be killed"
            assert time.monotonic() < deadline
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
        process.wait()


def travel(given: dict[str, Any]) -> None:
    """Add, test, mistype, send, crash, go on, report, log, remove."""
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
    sendoff("report", "--csv", "report.csv")
    sendoff("accounts", "list", "--json")
    sendoff("accounts", "remove", "work")
    assert keyring.get_password("Sendoff", account) is None
    print("arrived")


if __name__ == "__main__":
    travel(json.load(sys.stdin))
