"""Runs campaigns beside the window: one QThread a campaign, each hosting the engine's blocking `run`."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from sendoff.core.errors import KnownError
from sendoff.services.app import Services
from sendoff.services.sending.course import CLOSED

_POLL_MS = 200


class Host(QThread):
    """One campaign's engine. It touches no QObject: its end is read from plain attributes after `finished`."""

    def __init__(self, services: Services, campaign_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self.campaign_id = campaign_id
        self.error: BaseException | None = None
        self._services = services

    def run(self) -> None:
        """The thread's work."""
        try:
            self._services.sending.run(self.campaign_id)
        except BaseException as error:  # noqa: BLE001 -- a thread's last resort: the dispatcher shows it
            self.error = error


class Dispatcher(QObject):
    """Starts and ends campaigns for the pages, and hears the requests of other terminals."""

    failed = Signal(object)
    """A KnownError that ended a run."""
    crashed = Signal(object)
    """Any other error that ended a run."""
    ended = Signal(str)
    """A campaign's engine has ended; its id."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._hosts: dict[str, Host] = {}
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._poll)
        self._timer.start()

    def start(self, campaign_id: str) -> None:
        """Run a campaign that `sending.begin` has set running; call it on the GUI thread."""
        if campaign_id in self._hosts:
            # Its engine has ended, or `begin` would not have let it run again; the thread follows in a moment.
            self._hosts[campaign_id].wait()
            self._over()
        host = Host(self._services, campaign_id, self)
        self._hosts[campaign_id] = host
        host.finished.connect(self._over)
        host.start()

    def running(self) -> list[str]:
        """Campaigns that are being sent."""
        return list(self._hosts)

    def close(self, *, seconds: float = 30.0) -> None:
        """Pause every campaign and wait for the messages in flight; then drop the connections."""
        self._timer.stop()
        for campaign_id in self._hosts:
            self._services.sending.pause(campaign_id, CLOSED)
        for campaign_id, host in list(self._hosts.items()):
            if not host.wait(round(1000 * seconds)):
                self._services.sending.abort(campaign_id)
                host.wait()
        self._hosts.clear()

    @Slot()
    def _over(self) -> None:
        for host in [host for host in self._hosts.values() if host.isFinished()]:
            del self._hosts[host.campaign_id]
            if isinstance(host.error, KnownError):
                self.failed.emit(host.error)
            elif host.error is not None:
                self.crashed.emit(host.error)
            self.ended.emit(host.campaign_id)
            host.deleteLater()

    @Slot()
    def _poll(self) -> None:
        self._services.remote.poll(self.start)
