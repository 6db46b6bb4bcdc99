"""Every fault at every verb and between the replies of one flight, in every wire mode: what is certain stays so."""

from __future__ import annotations

import select
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from tests.fakes.sink import SinkProcess

from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.core.account import Account, Security, SignIn, WireMode
from sendoff.core.envelope import Envelope
from sendoff.core.errors import Phase
from sendoff.core.flight import Cut, Flight, Held, Settled, Sign

CONTENT = b"From: a@a.example\r\nMessage-ID: <%d@a.example>\r\nSubject: hi\r\n\r\n.a line that begins with a dot\r\n"
ANSWERED = {"421": 0.02, "451": 0.02, "554": 0.02, "close": 0.02, "garbage": 0.02, "drip": 0.004}
FAULTS = {
    "mail": ANSWERED,
    "rcpt": ANSWERED,
    "data": ANSWERED,
    "body": {"close": 0.02},
    "dot": {**ANSWERED, "lost": 0.02},
    "rset": {"421": 0.05, "close": 0.05, "garbage": 0.05},
}
SPEC = ",".join(f"{stage}={action}:{chance}" for stage, actions in FAULTS.items() for action, chance in actions.items())
ALL = {(stage, action) for stage, actions in FAULTS.items() for action in actions}
ALONE: dict[str, set[str]] = {"": set(FAULTS) - {"body"}, "careful": {"dot"}, "overlapped": set(), "windowed": set()}
"""What is answered when nothing else is under way, by the mode (empty: one by one); all else is amid a flight."""
WINDOW, BATCH, MOST = 8, 100, 40


@dataclass
class Post:
    """What a sender without a disk knows of its messages."""

    told: set[int] = field(default_factory=set)
    refused: set[int] = field(default_factory=set)
    doubtful: set[int] = field(default_factory=set)
    waiting: list[int] = field(default_factory=list)

    def sort(self, key: int, sign: Sign) -> bool:
        """Put a message where it belongs; say whether it is in doubt."""
        doubt = isinstance(sign, Cut) and sign.phase is Phase.COMMITTED
        if doubt:
            self.doubtful.add(key)
        elif not isinstance(sign, Settled) or sign.reply.code // 100 == 4:
            self.waiting.append(key)  # certain: it goes again
        elif sign.reply.code == 250:
            self.told.add(key)
        else:
            self.refused.add(key)
        return doubt

    def session(self, flight: Flight, most_in_doubt: int) -> None:
        """Send what waits until nothing does or the session is over."""
        aloft, doubts = set[int](), 0
        while flight.usable and (self.waiting or aloft):
            while self.waiting and flight.room and not flight.worn:
                aloft.add(key := self.waiting.pop(0))
                flight.give(key, Envelope("a@a.example", f"u{key}@b.example", CONTENT % key))
            signs = list(flight.advance())
            while signs:
                sign = signs.pop(0)
                if isinstance(sign, Held):
                    signs += flight.grant([sign.key], flight.moment())
                else:
                    aloft.remove(sign.key)
                    doubts += self.sort(sign.key, sign)
            if flight.worn and not aloft:
                break
            if flight.usable and aloft:
                select.select([flight], [flight] if flight.wants_write else [], [], 5)
        assert doubts <= most_in_doubt
        assert not aloft


@pytest.mark.timeout(300)
@pytest.mark.parametrize("wire", ["", *WireMode])
def test_every_fault_at_every_verb(wire: str, tmp_path: Path) -> None:
    account = Account(
        id="a", name="a", host="127.0.0.1", security=Security.NONE, sign_in=SignIn.NONE, port=1,
        wire=WireMode(wire or "careful"), window=WINDOW,
    )  # fmt: skip
    expected = {
        (stage, action, int(stage not in ALONE[wire])) for stage, action in ALL if (wire, stage) != ("windowed", "data")
    }
    post, sent, struck = Post(), 0, Counter[tuple[str, str, int]]()
    options = ["--faults", SPEC, "--seed", "1", *([] if wire else ["--no-pipelining"])]
    with SinkProcess(tmp_path / "log", *options) as sink:
        for _ in range(MOST):
            post.waiting += range(sent, sent := sent + BATCH)
            while post.waiting:
                transport = SmtpTransport(replace(account, port=sink.port), str)
                transport.connect()
                post.session(transport.flight(), WINDOW if wire == WireMode.WINDOWED else 1)
                transport.drop()
            struck = Counter((one["stage"], one["action"], one["amid"]) for one in sink.events("struck"))
            if set(struck) >= expected:
                break
        assert set(struck) >= expected
        accepted = Counter(int(record["recipient"][1:].partition("@")[0]) for record in sink.records())
        assert not sink.events("violation")
    print(f"{wire or 'one by one'}, {sent} messages: {sorted(struck.items())}")
    assert max(accepted.values()) == 1
    assert post.told <= set(accepted) <= post.told | post.doubtful
    assert post.told | post.refused | post.doubtful == set(range(sent))
    assert len(post.told) + len(post.refused) + len(post.doubtful) == sent
