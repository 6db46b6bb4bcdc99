"""Replies are read as servers write them, and every rule and trap leads where it should."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sendoff.core.errors import InputError
from sendoff.core.outcome import Kind, Outcome, Reply, Scope, Stage, classify, parse_reply
from sendoff.core.rulebook import Rule, RuleBook

RULES = Path(__file__).parents[2] / "resources" / "rules" / "replies.toml"
TABLES = tomllib.loads(RULES.read_text(encoding="utf-8"))["rule"]
BOOK = RuleBook.from_mappings(TABLES)
NOW = 1_795_305_600_000  # 2026-11-22 00:00 UTC


def read(said: str, stage: Stage = Stage.END) -> Reply:
    return parse_reply(stage, int(said[:3]), said)


def judge(said: str, stage: Stage = Stage.END, provider: str = "") -> Outcome:
    return classify(read(said, stage), BOOK, provider, now=NOW)


EXAMPLES = [(rule, said) for rule in BOOK.rules for said in rule.examples]


def test_the_knowledge_is_complete() -> None:
    assert len(BOOK.rules) == 74
    assert len(EXAMPLES) == 105
    assert len({rule.id for rule in BOOK.rules}) == 74
    assert all(rule.source for rule in BOOK.rules)


@pytest.mark.parametrize(("rule", "said"), EXAMPLES, ids=[rule.id for rule, _ in EXAMPLES])
def test_every_example_lands_on_its_own_rule(rule: Rule, said: str) -> None:
    reply = read(said, rule.stage or Stage.END)
    found = BOOK.match(reply, rule.provider, scope=rule.scope or "session")
    assert found is not None
    assert found.id == rule.id


def test_rules_for_bounces_never_match_in_a_session() -> None:
    said = "554 5.7.1 <example@icloud.com>: Relay access denied"
    in_session, in_bounce = (BOOK.match(read(said), scope=scope) for scope in ("session", "bounce"))
    assert in_session is not None
    assert in_session.scope != "bounce"
    assert in_bounce is not None
    assert in_bounce.id == "bounce-relay-denied"


def test_a_provider_s_rule_is_for_its_accounts_only() -> None:
    said = "450 The given data was invalid."
    assert judge(said, provider="mailersend") == Outcome(
        kind=Kind.AUTH, scope=Scope.ACCOUNT, permanent=True, rule="mailersend-data"
    )
    assert judge(said, provider="gmail").rule == "any-4xx"


def test_a_stage_s_rule_is_for_that_stage_only() -> None:
    assert judge("454 4.7.0 Cannot authenticate, please retry", Stage.AUTH).rule == "auth-any-4xx"
    assert judge("454 4.7.0 Cannot authenticate, please retry", Stage.RCPT).rule == "any-4xx"


def test_codes_are_matched_whole() -> None:
    assert judge("550 5.4.5 x").rule == "daily-5-4-5"
    assert judge("550 5.4.55 x").rule == "any-5xx"
    book = RuleBook.from_mappings([{"id": "x", "code": "55", "class": "auth", "action": "reconnect"}])
    assert book.match(read("550 x")) is None


def test_a_temporary_refusal_blocks_nobody_though_its_rule_says_soft() -> None:
    outcome = judge("452 4.2.2 The recipient's inbox is out of storage space.", Stage.RCPT)
    assert (outcome.kind, outcome.permanent, outcome.suppress) == (Kind.MAILBOX_FULL, False, "")
    lasting = judge("552 5.2.2 The recipient's inbox is out of storage space.", Stage.RCPT)
    assert (lasting.kind, lasting.permanent, lasting.suppress) == (Kind.MAILBOX_FULL, True, "soft")


# -- the traps: replies that look like something else ------------------------------------------------------------------

A = Scope.ACCOUNT
M = Scope.MESSAGE
R = Scope.RECIPIENT
S = Scope.SESSION


@pytest.mark.parametrize(
    ("said", "stage", "provider", "expected"),
    [
        # IONOS: not a bad mailbox but the sender's hourly cap; the cause is on the second line
        (
            "450-Requested mail action not taken: mailbox unavailable\r\n450 Mail send limit exceeded.",
            *(Stage.RCPT, "ionos", (Kind.RATE_LIMITED, A, False, 3600, "")),
        ),
        (
            "550-Requested action not taken: mailbox unavailable 550 Failure sending mail. Try again later.",
            *(Stage.RCPT, "ionos", (Kind.RATE_LIMITED, A, False, 3600, "")),
        ),
        # GMX: a spam refusal that begins like a bad mailbox
        (
            "550 Requested action not taken: mailbox unavailable Reject due to policy restrictions.",
            *(Stage.END, "gmx", (Kind.POLICY_SPAM, M, True, 0, "")),
        ),
        # Mailtrap: not the password but too many connections
        (
            "535 5.7.8 Too many connections per account",
            *(Stage.AUTH, "mailtrap_live", (Kind.RATE_LIMITED, S, False, 30, "")),
        ),
        # Mailgun: not the password but a limit, with its time
        (
            (
                "535 5.7.0 Your account is on probation and domains are limited to 100 messages / hour. "
                "Account will be enabled in 2081 seconds"
            ),
            *(Stage.AUTH, "mailgun", (Kind.RATE_LIMITED, A, False, 2081, "")),
        ),
        # SendGrid: neither temporary nor a password: the credits are used up
        (
            "451 Authentication failed: Maximum credits exceeded",
            *(Stage.AUTH, "sendgrid", (Kind.RATE_LIMITED, A, True, 0, "")),
        ),
        # MailerSend: a lasting error that says it is temporary
        ("450 The given data was invalid", Stage.END, "mailersend", (Kind.AUTH, A, True, 0, "")),
        # Mailtrap: a lasting refusal that heals in two seconds
        (
            "550 5.7.0 Requested action not taken: too many emails per second",
            *(Stage.END, "mailtrap_sandbox", (Kind.RATE_LIMITED, A, False, 2, "")),
        ),
        # Gmail: a lasting refusal that heals in a day
        (
            "550 5.4.5 Daily user sending limit exceeded",
            *(Stage.END, "gmail", (Kind.RATE_LIMITED, A, False, 86400, "")),
        ),
        # Microsoft 365: the sender's own mailbox is full
        (
            "554 5.2.2 mailbox full; STOREDRV.Submission.Exception:QuotaExceededException",
            *(Stage.END, "microsoft365", (Kind.MAILBOX_FULL, A, True, 0, "")),
        ),
        # Microsoft: reads like policy, is a missing address; with "Relay" it is the wrong server
        (
            "550 5.4.1 Recipient address rejected: Access denied",
            *(Stage.RCPT, "microsoft365", (Kind.NO_SUCH_USER, R, True, 0, "hard")),
        ),
        ("550 5.4.1 Relay Access Denied", Stage.RCPT, "microsoft365", (Kind.AUTH, A, True, 0, "")),
        # 5.4.6 is no routing loop: Zoho blocked the account, Titan's quota opens again at a moment
        (
            "550 5.4.6 Unusual sending activity detected. Learn more.",
            *(Stage.END, "zoho", (Kind.POLICY_SPAM, M, True, 0, "")),
        ),
        (
            (
                "550 5.4.6 Sender Hourly Quota Exceeded - [account=a@example.com] will not be allowed to send emails "
                "till [time=2026-11-22 10:00:00]"
            ),
            *(Stage.END, "titan", (Kind.RATE_LIMITED, A, False, 36000, "")),
        ),
        # "does not exist" is our own domain
        (
            "550 5.1.8 Domain of sender address does not exist",
            *(Stage.MAIL, "", (Kind.POLICY_SPAM, M, True, 0, "")),
        ),
        # Yandex: every try prolongs the block
        (
            "554 5.7.1 Message rejected under suspicion of SPAM",
            *(Stage.END, "yandex", (Kind.POLICY_SPAM, M, True, 90000, "")),
        ),
        # Gmail's 421 4.7.0 has many meanings: the text decides
        ("421 4.7.0 Connection expired, try reconnecting", Stage.MAIL, "gmail", (Kind.SERVER_DOWN, S, False, 1, "")),
        ("421 4.7.0 Try again later, closing connection.", Stage.END, "gmail", (Kind.SERVER_DOWN, R, False, 300, "")),
        (
            "421 4.7.0 Our system has detected an unusual rate of unsolicited mail originating from your IP address.",
            *(Stage.END, "gmail", (Kind.RATE_LIMITED, A, False, 600, "")),
        ),
        ("421 4.7.0 Must issue a STARTTLS command first", Stage.MAIL, "gmail", (Kind.TLS, A, True, 0, "")),
        (
            "421 4.7.0 This message has very low reputation of the sending domain",
            *(Stage.END, "gmail", (Kind.POLICY_SPAM, M, True, 0, "")),
        ),
        (
            "421 4.7.0 IP not in whitelist for RCPT domain, closing",
            Stage.RCPT,
            "",
            (Kind.SERVER_DOWN, S, False, 60, ""),
        ),
        # cPanel: accepted is what the server said, whatever becomes of it later
        ("250 OK id=1abc", Stage.END, "cpanel", (Kind.ACCEPTED, R, False, 0, "")),
        # a connection that closes without a reply blames nobody
        ("000 connection lost without a reply", Stage.MAIL, "yahoo", (Kind.SERVER_DOWN, S, False, 30, "")),
        # Google's typesetting of 5.7.8, 5.7.9 and 5.7.4
        ("535 5.7.80 Username and Password not accepted", Stage.AUTH, "gmail", (Kind.AUTH, A, True, 0, "")),
        ("534 5.7.90 Application-specific password required", Stage.AUTH, "gmail", (Kind.AUTH, A, True, 0, "")),
        ("504 5.7.40 Unrecognized Authentication Type", Stage.AUTH, "gmail", (Kind.AUTH, A, True, 0, "")),
    ],
)
def test_traps(said: str, stage: Stage, provider: str, expected: tuple[Kind, Scope, bool, int, str]) -> None:
    outcome = judge(said, stage, provider)
    assert (outcome.kind, outcome.scope, outcome.permanent, outcome.wait, outcome.suppress) == expected


# -- reading replies ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "text", "enhanced", "expected"),
    [
        (550, b"5.1.1 The email account\n5.1.1 does not exist.", "5.1.1", "The email account does not exist."),
        (550, "550-5.1.1 No such\r\n550 5.1.1 user", "5.1.1", "No such user"),
        (
            450,
            "450-mailbox unavailable 450 Mail send limit exceeded.",
            "",
            "mailbox unavailable Mail send limit exceeded.",
        ),
        (450, "Limit is 450 messages", "", "Limit is 450 messages"),
        (535, b"5.7.80 Not accepted", "5.7.80", "Not accepted"),
        (553, b"sorry, not in my list (#5.7.1)", "5.7.1", "sorry, not in my list (#5.7.1)"),
        (550, b"5.1.2.3 is on a list", "", "5.1.2.3 is on a list"),
        (250, b"", "", ""),
        (250, b"2.0.0", "2.0.0", ""),
        (550, b"\xff\x1b[31mbad\x00 name", "", "\ufffd [31mbad name"),
    ],
)
def test_parse_reply(code: int, text: bytes | str, enhanced: str, expected: str) -> None:
    assert parse_reply(Stage.RCPT, code, text) == Reply(Stage.RCPT, code, enhanced, expected)


def test_a_reply_is_kept_short() -> None:
    assert len(parse_reply(Stage.END, 550, b"x" * 100_000).text) == 1000


# -- waits -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("550 Too many messages. Try again in 92 seconds.", 92),
        ("550 Too many messages. Try again in 3 minutes.", 180),
        ("421 x is not allowed to send: recipient limit exceeded, try again after Sun, 22 Nov 2026 00:10:00 UTC", 600),
        ("421 x is not allowed to send: recipient limit exceeded, try again after Sat, 21 Nov 2026 00:10:00 UTC", 3600),
        ("421 x is not allowed to send: recipient limit exceeded, try again after Sun, nonsense UTC", 3600),
        ("550 5.4.6 Sender Hourly Quota Exceeded till [time=2026-11-22 00:00:01]", 1),
        ("550 5.4.6 Sender Hourly Quota Exceeded till [time=soon]", 3600),
        ("550 5.4.6 Sender Hourly Quota Exceeded till [time=9999-12-31 00:00:00]", 7 * 86400),
        ("550 Try again in 99999999999999999999 seconds.", 7 * 86400),
        ("450 4.7.1 Rate limit, retry after 30s", 30),
        ("421 4.7.0 Too fast, please try again in 5 min", 300),
        ("452 Come back in 2 hours", 7200),
        ("450 blocked until 2026-11-22 00:05:00", 300),
        ("450 blocked till 14:32", 32 * 60),
        ("450 blocked until 9:00.", 3600),
        ("451 4.7.1 You are sending too fast, slow down", 30),
        ("454 Throttling failure: Maximum sending rate exceeded", 5),
    ],
)
def test_a_wait_is_what_the_server_says_within_reason(said: str, seconds: int) -> None:
    assert judge(said).wait == seconds


def test_greylisting_that_names_a_time_is_about_its_recipient() -> None:
    found = judge("450 4.2.0 Greylisted, please try again in 5 minutes", Stage.RCPT)
    assert (found.kind, found.scope) == (Kind.GREYLISTED, Scope.RECIPIENT)


def test_a_number_with_its_unit_is_a_wait() -> None:
    rule = {"id": "x", "code": "4..", "class": "rate_limited", "action": "pause_campaign"}
    book = RuleBook.from_mappings([{**rule, "parse_wait": r"for (?P<n>\d+) ?(?P<unit>\w+)?"}])
    waits = [classify(read(said), book, now=NOW).wait for said in ("450 for 2 hours", "450 for 5 Minutes", "450 for 7")]
    assert waits == [7200, 300, 7]


# -- laws --------------------------------------------------------------------------------------------------------------

FRAGMENTS = st.sampled_from(
    [
        "5.1.1 ",
        "4.7.0 ",
        "#",
        "try again in ",
        "seconds",
        "try again after Sun, ",
        " UTC",
        "till [time=",
        "]",
        "quota exceeded",
        "\n",
    ]
)
TEXTS = st.lists(st.one_of(FRAGMENTS, st.text(max_size=8), st.integers().map(str)), max_size=12).map("".join)


@given(st.integers(200, 599), TEXTS, st.sampled_from(Stage), st.integers(0, 2**42))
@example(421, "sender hourly quota exceeded till [time=0001-01-01 00:00:00+23:59]", Stage.END, NOW)
def test_classify_never_raises_and_a_temporary_refusal_never_blocks(
    code: int, text: str, stage: Stage, now: int
) -> None:
    outcome = classify(parse_reply(stage, code, text), BOOK, now=now)
    assert outcome.accepted == (code < 300)
    assert 0 <= outcome.wait <= 7 * 86400
    if code < 500:
        assert outcome.suppress != "hard"
    if outcome.suppress:
        assert outcome.permanent
        assert outcome.scope is Scope.RECIPIENT


@given(st.integers(200, 599), st.binary(max_size=200))
def test_any_bytes_make_a_printable_reply(code: int, text: bytes) -> None:
    assert parse_reply(Stage.END, code, text).text.isprintable()


def test_a_refusal_that_no_rule_knows() -> None:
    def bare(code: int) -> Outcome:
        return classify(Reply(Stage.END, code), RuleBook(), now=NOW)

    assert (bare(450).scope, bare(450).permanent) == (Scope.RECIPIENT, False)
    assert (bare(550).scope, bare(550).permanent) == (Scope.RECIPIENT, True)
    assert (bare(354).scope, bare(354).permanent) == (Scope.SESSION, False)


# -- a user's own rules ------------------------------------------------------------------------------------------------

GOOD = {"id": "mine", "code": "550", "class": "no_such_user", "action": "drop_suppress"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"text": "("}, "`text` is not a regular expression"),
        ({"class": "spam"}, "`class` cannot be 'spam'"),
        ({"action": "panic"}, "`action` cannot be 'panic'"),
        ({"stage": "data2"}, "`stage` cannot be 'data2'"),
        ({"wait_s": -1}, "`wait_s` is not a whole number"),
        ({"text": 5}, "`text` is not a text"),
        ({"colour": "red"}, "`colour` is not known here"),
        ({"code": ""}, "`code` is empty"),
        ({"code": r"[45]\d\d", "suppress": "hard"}, "blocks an address for good"),
    ],
)
def test_a_bad_rule_is_named(change: dict[str, object], says: str) -> None:
    with pytest.raises(InputError) as caught:
        RuleBook.from_mappings([GOOD | change], ["mine.toml, line 3"])
    assert caught.value.where == "mine.toml, line 3"
    assert "Rule 'mine'" in caught.value.title
    assert says in caught.value.title


def test_a_missing_key_is_named() -> None:
    with pytest.raises(InputError, match="`action` is missing"):
        RuleBook.from_mappings([{key: value for key, value in GOOD.items() if key != "action"}])


def test_rules_are_tried_by_order_and_an_earlier_book_goes_first() -> None:
    late, early = GOOD | {"order": 2, "id": "late"}, GOOD | {"order": 1, "id": "early"}
    book = RuleBook.from_mappings([late, early])
    assert [rule.id for rule in book.rules] == ["early", "late"]
    assert (RuleBook.from_mappings([GOOD | {"order": 9}]) + BOOK).match(read("550 5.7.1 spam")) is not None
    assert (
        classify(read("550 5.7.1 x"), RuleBook.from_mappings([GOOD | {"order": 9999}]) + BOOK, now=NOW).rule == "mine"
    )
