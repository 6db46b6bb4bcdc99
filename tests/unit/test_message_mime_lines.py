"""Encoding line by line: readers get the text back, and no line is too long or begins with a dot."""

from __future__ import annotations

from binascii import a2b_qp

from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.mime import encoded_text, settled


@given(st.text(alphabet=st.one_of(st.sampled_from("\n\t .=a-äß漢"), st.characters(codec="utf-8"))).map(settled))
def test_an_encoded_text_is_read_back(text: str) -> None:
    coded = encoded_text(text)
    assert a2b_qp(coded).decode() == text.replace("\n", "\r\n")
    for line in coded.split(b"\r\n"):
        assert len(line) <= 76
        assert not line.startswith(b".")
        assert not line.endswith((b" ", b"\t"))


def test_a_line_too_long_to_remember_is_encoded_all_the_same() -> None:
    text = "x" * 5_000 + "\n" + "é" * 5_000 + "." * 500
    assert a2b_qp(encoded_text(text)).decode() == text.replace("\n", "\r\n")
