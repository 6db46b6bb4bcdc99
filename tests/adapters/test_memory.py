"""Memory that is free goes back to the system."""

from __future__ import annotations

import subprocess
import sys

import pytest

CODE = """
import os
from pathlib import Path
from sendoff.adapters.system.memory import give_back

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")

blocks = [bytes(5_000) for _ in range(8_000)]
last = blocks[-1]
del blocks
before = resident()
give_back()
print(before - resident())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' allocators give back by themselves")
def test_what_lies_below_a_block_in_use_is_given_back() -> None:
    shown = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True).stdout
    assert int(shown) > 20_000_000
