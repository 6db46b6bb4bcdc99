"""What travels with the text: attachments, each recipient's own files, and the pictures inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from sendoff.core.campaign import Attachment, Campaign, CampaignState, Content, Image
from sendoff.core.titles import Titles
from sendoff.services.own_files import OwnFilesFound
from sendoff.ui.pages.message.attachments import AttachmentBar
from sendoff.ui.pages.message.editor import BodyEditor
from sendoff.ui.pages.message.merge import visible
from sendoff.ui.pages.message.presenter import MessagePresenter


class Enclosures(QObject):
    """Holds what is enclosed; `edited` comes when that changed, `leaving` before the services change the draft."""

    edited = Signal()
    leaving = Signal()

    def __init__(self, parent: QObject, presenter: MessagePresenter, editor: BodyEditor) -> None:
        super().__init__(parent)
        self.bar = AttachmentBar()
        self._presenter = presenter
        self._editor = editor
        self._campaign: Campaign | None = None
        self._attachments: tuple[Attachment, ...] = ()
        self._images: tuple[Image, ...] = ()
        self.bar.add_wanted.connect(self.attach)
        self.bar.own_wanted.connect(self._attach_own)
        self.bar.removed.connect(self._remove_file)
        editor.write.pictures_wanted.connect(self.embed)
        editor.design.images_wanted.connect(self.embed)
        presenter.attached.connect(self._attached)
        presenter.own_found.connect(self._own_found)
        presenter.embedded.connect(self._embedded)
        presenter.pictures_read.connect(self._pictures_read)

    def load(self, campaign: Campaign, *, editable: bool) -> None:
        """Show a campaign's."""
        self._campaign = campaign
        self._attachments, self._images = campaign.content.attachments, campaign.content.images
        self.bar.set_editable(editable=editable)
        self.bar.show_files(self._attachments)
        self._presenter.look_at_own(campaign)
        self._read_pictures()

    def show_columns(self, fields: Sequence[str], titles: Titles) -> None:
        """The columns that may name files, and what they are called."""
        self.bar.show_columns(visible(fields), titles)

    def written(self, content: Content) -> Content:
        """The content with what is enclosed now."""
        return replace(content, attachments=self._attachments, images=self._images)

    @Slot(object)
    def attach(self, paths: list[Path]) -> None:
        """Add files for every recipient; each is copied now, so that later changes to it do no harm."""
        if paths and self._campaign is not None:
            self._presenter.attach(self._campaign, paths)

    @Slot(object)
    def embed(self, pictures: Sequence[Path | QImage | str]) -> None:
        """Put pictures into the text; each is fitted and copied now."""
        if self._campaign is not None and self._campaign.state is CampaignState.DRAFT:
            files = [one if isinstance(one, QImage) else Path(one) for one in pictures]
            self._presenter.embed(self._campaign, files)

    @Slot(str, object)
    def _attach_own(self, column: str, folder: Path) -> None:
        if self._campaign is not None:
            self.leaving.emit()
            self._presenter.attach_own(self._campaign, column, folder)

    @Slot(int)
    def _remove_file(self, place: int) -> None:
        self._attachments = tuple(one for here, one in enumerate(self._attachments) if here != place)
        self.bar.show_files(self._attachments)
        self.edited.emit()

    @Slot(str, object)
    def _attached(self, campaign_id: str, found: list[Attachment]) -> None:
        if self._shown(campaign_id):
            self._attachments = (*self._attachments, *found)
            self.bar.show_files(self._attachments)
            self.edited.emit()
        else:
            self._presenter.enclose(campaign_id, found)

    @Slot(str, object)
    def _own_found(self, campaign_id: str, found: list[OwnFilesFound]) -> None:
        if self._shown(campaign_id):
            self.bar.show_own(found, self._attachments)

    @Slot(str, object)
    def _embedded(self, campaign_id: str, found: list[Image]) -> None:
        if self._shown(campaign_id):
            known = {one.cid for one in self._images}
            self._images = (*self._images, *(one for one in found if one.cid not in known))
            self._read_pictures()
            self._editor.add_pictures(found)
            self.edited.emit()

    @Slot(str, object)
    def _pictures_read(self, campaign_id: str, found: dict[str, bytes]) -> None:
        if self._shown(campaign_id):
            self._editor.show_pictures(found)

    def _read_pictures(self) -> None:
        if self._campaign is not None and self._images:
            self._presenter.read_pictures(self._campaign, self._images)

    def _shown(self, campaign_id: str) -> bool:
        return self._campaign is not None and self._campaign.id == campaign_id
