"""Wires what belongs to the program itself: its settings, its log, and what keeps the computer awake."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sendoff.adapters.system.paths import Home
    from sendoff.services.bus import Bus
    from sendoff.services.preferences import Preferences
    from sendoff.services.staying_awake import StayingAwake


def preferences(home: Home) -> Preferences:
    """The settings of one home."""
    from sendoff.adapters.system.settings_file import SettingsFile
    from sendoff.services.preferences import Preferences

    return Preferences(SettingsFile(home.settings / "settings.toml"))


def listening(home: Home, bus: Bus) -> StayingAwake:
    """Let the log and the computer's sleep follow what happens."""
    from sendoff.adapters.system.awake import Awake
    from sendoff.core.settings import AWAKE, LOG_LEVEL
    from sendoff.services.journal import note, set_level
    from sendoff.services.staying_awake import StayingAwake

    set_level(preferences(home).text(LOG_LEVEL))
    bus.subscribe(note)
    # Read anew each time: another Sendoff may have changed it meanwhile.
    staying = StayingAwake(Awake(), lambda: preferences(home).on(AWAKE))
    bus.subscribe(staying.hear)
    return staying
