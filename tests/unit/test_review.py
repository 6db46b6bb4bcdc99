"""What is kept of a check: all that was said, with the first rows, and the same after it was written and read."""

from __future__ import annotations

from sendoff.core import review as reviews
from sendoff.core.content_remarks import ContentKind, Place, Remark, Severity
from sendoff.core.delivery import State
from sendoff.core.message import ProblemKind
from sendoff.core.remedies import Origin
from sendoff.core.review import KEPT, Check, Finding, Review, review_from_json, review_to_json

CHECK = Check(
    rows=400,
    findings=(
        Finding(
            kind=ProblemKind.LEFTOVER, count=30, rows=15, examples=tuple((n, f"p{n}@b.example", "{{") for n in range(9))
        ),
    ),
    remarks=(
        Remark(
            kind=ContentKind.DEAD_LINK,
            severity=Severity.BLOCKING,
            sentence="A link leads nowhere.",
            why="It has no address.",
            places=(Place("“Shop”", 3),),
            count=2,
        ),
    ),
)


def test_a_review_keeps_what_the_check_said() -> None:
    tested = reviews.Tested(to="me@b.example", at=7, digest="m")
    origin = Origin(name="Old", state=State.FAILED, reason="message", count=3, sentence="No.", said="552 no")
    review = Review(tested=tested, origin=origin).checked("d", CHECK).accepting(("leftover",))
    again = review_from_json(review_to_json(review))
    assert again == review
    assert again.closing == ("dead_link",)
    check = again.check
    assert check is not None
    assert (check.rows, check.remarks, check.accepted) == (400, CHECK.remarks, frozenset({"leftover"}))
    assert check.findings[0].examples == CHECK.findings[0].examples[:KEPT]
    assert (check.findings[0].count, check.findings[0].rows) == (30, 15)


def test_a_review_of_before_has_no_check() -> None:
    review = review_from_json('{"digest": "d", "blocking": ["leftover"], "accepted": ["leftover"], "tested": null}')
    assert review.check is None
    assert review.closing == ()
