"""One vocabulary of faults: every code a transport can raise is in the doctor's table, so that the two cannot drift."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from sendoff.core.account import Account
from sendoff.core.doctor_faults import BY_CODE, FAULTS
from sendoff.core.doctor_fixes import usual_fix
from sendoff.core.doctor_steps import FixKind

APP = Path(__file__).parents[2] / "app" / "sendoff"
TRANSPORTS = ("adapters/smtp", "adapters/api", "adapters/oauth", "services/signin.py")
"""Who opens sessions, and who gives them their tokens."""
AT_THE_BROWSER = frozenset(
    {
        "no_client_id", "signin_code", "signin_listener", "signin_other_person", "signin_state", "signin_timeout",
    }
)  # fmt: skip
"""Only a person who signs in by browser meets these, never a session."""
AT_THE_SENT_FOLDER = frozenset({"copies_lost", "may_not_read"})
"""Only who looks for copies meets these, after everything was sent."""
COMPUTED = frozenset({"found.code"})
"""A code that was taken from the table itself."""
MADE_OF_FACTS = frozenset(
    {FixKind.SERVER, FixKind.HOST, FixKind.PIN, FixKind.USERNAME, FixKind.LINK, FixKind.GOOGLE}
)  # fmt: skip
"""Buttons that need more than the account; Google's comes with Microsoft's."""


def test_every_code_of_a_transport_is_in_the_table() -> None:
    raised = {code for path in sources() for code in codes(ast.parse(path.read_text("utf-8")))}
    assert {"pin_changed", "proxy_refused", "waits_for_tls", "signin_needed", "token_revoked", "signin_denied"} < raised
    elsewhere = AT_THE_BROWSER | AT_THE_SENT_FOLDER
    assert raised - elsewhere - BY_CODE.keys() == set()
    assert elsewhere.isdisjoint(BY_CODE), "the lists above are out of date"
    assert all(BY_CODE[code].remedy for code in raised - elsewhere)


def test_the_codes_are_found_in_every_way_of_writing_them() -> None:
    written = ast.parse(
        'A, B = "one", "two"\n'
        'def f(x):\n    mine = "three" if x else "four"\n    raise TheError(code=mine if x else "five")\n'
        "def _fault(code: str, title):\n    return TheError(title, code=code)\n"
        'def _final(title, code: str):\n    return TheError(title, code=f"signin_{code}")\n'
        'raise TheError("title", code=A)\nraise _fault("six", "title")\nraise _final("title", "seven")'
    )
    assert set(codes(written)) == {"one", "three", "four", "five", "six", "signin_seven"}
    assert set(codes(ast.parse("raise TheError(code=elsewhere)"))) == {"? elsewhere"}


def test_every_fault_has_its_button_or_none() -> None:
    assert len(BY_CODE) == len(FAULTS), "a code stands twice in the table"
    known = {fix.kind for code in BY_CODE if (fix := usual_fix(code, ACCOUNT))}
    missing = {one.fix for one in FAULTS if one.fix} - known - MADE_OF_FACTS
    assert missing == {FixKind.NO_PROXY, FixKind.CONNECTIONS, FixKind.SENDER}, "these need a proxy, and so on"


ACCOUNT = Account(
    id="a", name="a", host="a.example", port=1, preset="outlook", username="a@a.example", sender="a@a.example"
)


def sources() -> Iterator[Path]:
    for place in map(APP.joinpath, TRANSPORTS):
        yield from [place] if place.is_file() else place.rglob("*.py")


def codes(tree: ast.Module) -> Iterator[str]:
    """Every code that is given to an error in this module; `? name` where the test cannot tell."""
    given, made = assigned(tree), makers(tree)
    inside = {id(node) for maker in made for node in ast.walk(maker)}
    places = {maker.name: at for maker, at in made.items()}
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name in places:
            prefix = "signin_" if name == "_final" else ""
            yield from (prefix + code for code in values(call.args[places[name]], given))
        if name.endswith("Error") and id(call) not in inside:
            for keyword in call.keywords:
                if keyword.arg == "code":
                    yield from values(keyword.value, given)


def makers(tree: ast.Module) -> dict[ast.FunctionDef, int]:
    """The module's own functions that make an error of a code they are given, and which argument it is."""
    return {
        node: at
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        for at, argument in enumerate(node.args.args)
        if argument.arg == "code" and argument.annotation and ast.unparse(argument.annotation) == "str"
    }


def assigned(tree: ast.Module) -> dict[str, list[ast.expr]]:
    """What is assigned to each name, tuples taken apart."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            pairs = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts, strict=True))
            for name, value in pairs:
                if isinstance(name, ast.Name):
                    found.setdefault(name.id, []).append(value)
    return found


def values(node: ast.expr, given: dict[str, list[ast.expr]]) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(code)):
            yield code
        case ast.IfExp(body=body, orelse=other):
            yield from values(body, given)
            yield from values(other, given)
        case ast.Name(id=name) if name in given:
            for each in given[name]:
                yield from values(each, given)
        case _ if ast.unparse(node) not in COMPUTED:
            yield f"? {ast.unparse(node)}"
