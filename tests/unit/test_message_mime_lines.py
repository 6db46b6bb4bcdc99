"""Encoding line by line gives what encoding the whole text gives."""

from __future__ import annotations

from binascii import b2a_qp

from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.mime import encoded_text, settled


@given(st.text(alphabet=st.one_of(st.sampled_from("\n\t .=a-äß漢"), st.characters(codec="utf-8"))).map(settled))
def test_lines_encode_like_the_whole(text: str) -> None:
    assert encoded_text(text) == b2a_qp(text.encode(), istext=True).replace(b"\n", b"\r\n")


def test_a_line_too_long_to_remember_is_encoded_all_the_same() -> None:
    text = "x" * 5_000 + "\n" + "é" * 5_000
    assert encoded_text(text) == b2a_qp(text.encode(), istext=True).replace(b"\n", b"\r\n")
