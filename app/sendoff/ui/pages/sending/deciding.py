"""What is decided before the start and kept with the draft: through whom it goes, how fast, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QDate, QObject, Signal, Slot

from sendoff.core.campaign import Campaign, Sharer
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.moments import moment_said, offered_moments, written
from sendoff.core.schedule import Standing
from sendoff.core.wording import date_text
from sendoff.ui.local_time import local_zone
from sendoff.ui.pages.sending.before import BeforeView
from sendoff.ui.pages.sending.sharing import save_account, save_sharers
from sendoff.ui.pages.stage import Stage


class Deciding(QObject):
    """Behind the options of a draft, and the banner of one that has a time."""

    changed = Signal()

    def __init__(self, view: BeforeView, stage: Stage, send_now: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._stage = stage
        self._send_now = send_now
        self._campaign: Campaign | None = None
        view.options.chosen.connect(self._keep)
        view.options.written.connect(self._say_back)
        view.options.timed.connect(self._say_back_in_full)
        view.options.start_time.calendar_wanted.connect(self._ask_day)
        view.options.start_time.day_chosen.connect(self._take_day)
        view.summary.account_chosen.connect(self._choose_account)
        view.summary.sharing.chosen.connect(self._share)

    def show(self, campaign: Campaign, *, for_session: bool = False) -> None:
        """Show what was decided for a draft; `for_session`: its password is known until Sendoff ends."""
        if self._campaign is not None and self._campaign.id != campaign.id:
            self._view.options.begin()
        self._campaign = campaign
        self._view.options.show_campaign(campaign)
        banner, standing = self._view.later, self._stage.services.schedule.standing(campaign)
        banner.setVisible(standing is not None)
        self._view.options.setVisible(standing is None)
        if standing is None:
            return
        banner.clear_actions()
        if standing is Standing.MISSED:
            title = tr("It was to be sent {when}.", when=self.when(campaign.scheduled_at))
            banner.say("wait", title, tr("Sendoff was closed then, or the computer slept. Nothing was sent."))
            banner.add_action(tr("Send now"), self._now)
            banner.add_action(tr("Reschedule"), self._reschedule)
        else:
            title = tr("It is sent {when}.", when=self.when(campaign.scheduled_at))
            body = tr("Sendoff has to be open then, in the window or in the tray.")
            if for_session:
                body += " " + tr("If it is closed before, the password has to be typed again.")
            banner.say("info", title, body)
            banner.add_action(tr("Send now"), self._now)
            return
        banner.add_action(tr("Back to draft"), self._take_back)

    def moment(self) -> int | None:
        """The time that was set (epoch ms), 0 = at once; None where what is written is no time to come."""
        try:
            return self._read()
        except InputError as error:
            self._view.options.say_problem(str(error))
            return None

    def start(self) -> int:
        """Likewise while it is still being written: 0 also for what is no time yet."""
        try:
            return self._read()
        except InputError:
            return 0

    def _read(self) -> int:
        text = self._view.options.time_text()
        return self._stage.services.schedule.moment(text) if text else 0

    @Slot()
    def _say_back(self) -> None:
        """Say at once what was meant; what is no time yet is not called wrong while it is written."""
        at, now = self.start(), self._stage.services.clock.now()
        meant = tr("Starts {when}.", when=moment_said(at, now, local_zone(at))) if at else ""
        self._view.options.start_time.say(meant, "")

    @Slot()
    def _say_back_in_full(self) -> None:
        """Likewise when a start was chosen, or nothing was typed for a moment."""
        now = self._stage.services.clock.now()
        self._view.options.start_time.offer(offered_moments(now, local_zone(now)))
        self._say_back()
        try:
            self._read()
        except InputError as error:
            self._view.options.start_time.say("", str(error))

    def _moments(self) -> tuple[datetime, datetime]:
        """Now, and the start that is written; tomorrow at 9:00 where none is."""
        services = self._stage.services
        now, at = services.clock.now(), self.start() or services.schedule.moment(tr("tomorrow 9:00"))
        return datetime.fromtimestamp(now / 1000, local_zone(now)), datetime.fromtimestamp(at / 1000, local_zone(at))

    @Slot()
    def _ask_day(self) -> None:
        now, at = self._moments()
        self._view.options.start_time.ask_day(_qt_date(now.date()), _qt_date(at.date()))

    @Slot(QDate)
    def _take_day(self, chosen: QDate) -> None:
        """The day that was pressed, at the hour that was written; today at the next full hour where that has passed."""
        now, at = self._moments()
        day, hour, minute = date(chosen.year(), chosen.month(), chosen.day()), at.hour, at.minute
        if day == now.date() and (hour, minute) <= (now.hour, now.minute):
            hour, minute = min(now.hour + 1, 23), 0
        self._view.options.start_time.write(written(day, hour, minute, now.date()))

    def later(self) -> bool:
        """Say whether it is to start at a time, be that written yet or not."""
        return bool(self._view.options.time_text())

    def when(self, at: int) -> str:
        """A moment in a sentence: `at 16:45`, `on Tuesday, 1 December 09:00`."""
        return date_text(at, self._stage.services.clock.now(), local_zone(at))

    def schedule(self, campaign: Campaign, at: int) -> None:
        """Have a draft sent at a time."""
        services = self._stage.services
        self._stage.operations.command(lambda: services.schedule.set(campaign, at), self._done, owner=self)

    def waiting(self) -> tuple[str, Callable[[], None]] | None:
        """What the one button does for a draft that has a time; None where it has none."""
        campaign, schedule = self._campaign, self._stage.services.schedule
        standing = schedule.standing(campaign) if campaign is not None else None
        if standing is Standing.MISSED:
            return tr("Send now"), self._now
        return (tr("Back to draft"), self._take_back) if standing else None

    @Slot()
    def _keep(self) -> None:
        if self._campaign is None:
            return
        services, campaign_id, options = self._stage.services, self._campaign.id, self._view.options
        first, limits = options.first_count(), options.speed.limits()
        try:
            hours = options.hours()
        except InputError as error:
            options.say_hours_problem(str(error))
            return
        options.say_hours_problem("")

        def save() -> None:
            draft = services.campaigns.get(campaign_id)
            services.campaigns.save(replace(draft, pace=replace(draft.pace, first=first, hours=hours, limits=limits)))

        self._stage.operations.command(save, self._done, owner=self)

    @Slot(str)
    def _choose_account(self, account_id: str) -> None:
        if self._campaign is None or not account_id:
            return
        save = partial(save_account, self._stage.services, self._campaign.id, account_id)
        self._stage.operations.command(save, self._done, owner=self)

    @Slot(tuple)
    def _share(self, sharers: tuple[Sharer, ...]) -> None:
        if self._campaign is not None:
            save = partial(save_sharers, self._stage.services, self._campaign.id, sharers)
            self._stage.operations.command(save, self._done, owner=self)

    def _now(self) -> None:
        self._view.options.forget_time()
        self._send_now()

    def _reschedule(self) -> None:
        self._view.options.ask_time()
        self._take_back()

    def _take_back(self) -> None:
        campaign, schedule = self._campaign, self._stage.services.schedule
        if campaign is not None:
            self._stage.operations.command(lambda: schedule.clear(campaign), self._done, owner=self)

    def _done(self, _result: object) -> None:
        self.changed.emit()


def _qt_date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
