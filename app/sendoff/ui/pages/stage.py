"""What every page gets, and what a step of a campaign owes the frame around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance

from sendoff.core.campaign import Campaign
from sendoff.core.errors import KnownError
from sendoff.services.app import Services
from sendoff.services.preferences import Preferences
from sendoff.ui.bridge import Bridge
from sendoff.ui.context import WindowContext
from sendoff.ui.countdowns import Countdowns
from sendoff.ui.navigation import Navigator
from sendoff.ui.operations import Operations
from sendoff.ui.widgets.stepper import StepState

if TYPE_CHECKING:
    from sendoff.ui.dispatcher import Dispatcher
from sendoff.ui.filing import Filing
from sendoff.ui.looking import Looking


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The services and the window's means, given to every page's presenter."""

    services: Services
    operations: Operations
    bridge: Bridge
    navigator: Navigator
    dispatcher: Dispatcher
    looking: Looking
    filing: Filing
    countdowns: Countdowns
    """What is about to be sent and can still be taken back."""
    context: WindowContext
    preferences: Preferences
    """What was chosen in the settings."""
    meanwhile: Callable[[str, Callable[[], str]], None]
    """Say words, close the window, do something that needs the data folder closed, open again, say what it returned."""
    restart: Callable[[str, str], None]
    """Close the window and open it again at a page; what is being sent pauses."""
    say: Callable[[str], None]
    """A short note at the bottom of the window."""
    wrote: Callable[[str, Path], None]
    """Say that a file was written, with the way to its folder."""
    fail: Callable[[KnownError], None]
    """Show an error's title and remedy."""


class Step(Protocol):
    """One of the five pages of a campaign (a QWidget); the frame shows it and keeps the stepper true."""

    changed: SignalInstance
    """Emitted when the campaign (saved already) or the step's own state changed."""

    def show_campaign(self, campaign: Campaign) -> None:
        """Show this campaign; called when the step is opened and after every change."""
        ...

    def state(self) -> tuple[StepState, str]:
        """The mark and the short words under the step's name: `("done", "4,812 ready")`."""
        ...

    def primary(self) -> tuple[str, Callable[[], None]] | None:
        """The one primary button of the page (its words, what it does), or None for the frame's `Next step`."""
        ...

    def leave(self) -> None:
        """Save what is being edited; called before another step or page is shown."""
        ...


@runtime_checkable
class Hands(Protocol):
    """A step that can hand the keyboard to the page's primary button."""

    primary_wanted: SignalInstance


@runtime_checkable
class Points(Protocol):
    """A step that can show where something stands, or somebody."""

    def point_at(self, name: str) -> None:
        """Put the cursor to the merge field of this name that nothing stands in for; show who is meant."""
        ...
