"""The library of messages to begin with: own templates and the layouts that come with Sendoff; and going back."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType

from sendoff.core.body import page_source
from sendoff.core.campaign import Campaign, CampaignState, Content
from sendoff.core.errors import InputError
from sendoff.core.free_names import copy_name
from sendoff.core.language import quoted, tr
from sendoff.core.library import MessageTemplate, TemplateStore, Version
from sendoff.core.plaintext import text_from_html, tidy
from sendoff.core.ports import Clock
from sendoff.core.template import compile_template
from sendoff.services.campaigns import Campaigns
from sendoff.services.versions import Versions

_LONGEST_NAME = 200


class Templates:
    """Saves, finds, applies and removes templates. A template keeps a whole message, its files and pictures too."""

    def __init__(
        self,
        *,
        store: TemplateStore,
        layouts: Callable[[], Sequence[MessageTemplate]],
        campaigns: Campaigns,
        versions: Versions,
        clock: Clock,
    ) -> None:
        self._store = store
        self._read_layouts = layouts
        self._campaigns = campaigns
        self._versions = versions
        self._clock = clock

    def all(self) -> Sequence[MessageTemplate]:
        """Own templates by name, then the layouts."""
        return (*self._store.all(), *self._layouts)

    @cached_property
    def _layouts(self) -> tuple[MessageTemplate, ...]:
        """Read at the first use: most commands need none."""
        return tuple(self._read_layouts())

    def find(self, reference: str) -> MessageTemplate:
        """A template by id or name, own ones first. Raises InputError (`no_template`)."""
        every = self.all()
        for wanted in (reference, reference.casefold()):
            for one in every:
                if wanted in (one.id, one.name) or wanted == one.name.casefold():
                    return one
        names = ", ".join(quoted(one.name) for one in every[:8])
        raise InputError(
            tr("There is no template “{reference}”.", reference=reference),
            remedy=tr("There are: {names}.", names=names),
            code="no_template",
        )

    def save(self, content: Content, name: str, *, description: str = "", over: bool = False) -> MessageTemplate:
        """Keep a message as an own template; `over` replaces the own one of that name.

        Raises InputError: `name_taken`, `no_name`, or `no_body` for an empty message.
        """
        name = _name(name)
        if not any((content.subject, content.html, content.markdown, content.text, content.design)):
            raise InputError(tr("The message is empty."), remedy=tr("Write it first."), code="no_body")
        known = next((one for one in self._store.all() if one.name == name), None)
        kept = MessageTemplate(
            id=known.id if known and over else secrets.token_hex(6),
            name=name,
            description=description or (known.description if known and over else ""),
            content=replace(content, signature=""),
            changed_at=self._clock.now(),
        )
        self._store.save(kept)
        return kept

    def rename(self, template: MessageTemplate, name: str) -> MessageTemplate:
        """Give an own template another name. Raises InputError: `built_in`, `name_taken`, `no_name`."""
        renamed = replace(_own(template), name=_name(name), changed_at=self._clock.now())
        self._store.save(renamed)
        return renamed

    def duplicate(self, template: MessageTemplate, name: str = "") -> MessageTemplate:
        """An own copy, also of a layout; called “NAME (copy)” where no name is given. Raises InputError."""
        copy = replace(
            template,
            id=secrets.token_hex(6),
            name=_name(name) if name else copy_name(template.name, {one.name for one in self.all()}),
            built_in=False,
            changed_at=self._clock.now(),
        )
        self._store.save(copy)
        return copy

    def delete(self, template: MessageTemplate) -> None:
        """Forget an own template; campaigns that began with it stay as they are. Raises InputError (`built_in`)."""
        self._store.remove(_own(template).id)

    def use(self, template: MessageTemplate, draft: Campaign, *, letter: bool = False) -> Campaign:
        """Put a template's message in the place of the draft's, which stays among its versions.

        The draft's own subject and preview text stay, and where the template names no address to unsubscribe or no
        postal address, the draft's. `letter` puts what the draft says into a template that is a design, where there
        is such a letter. Raises InputError (`not_draft`).
        """
        if letter:
            from sendoff.core.design_letter import lettered  # loaded here: few commands need what reads Markdown

            if (content := lettered(template.content, draft.content)) is not None:
                return self._put(draft, content)
        return self._put(
            draft,
            replace(
                template.content,
                subject=self._typed(draft.content.subject, "subject") or template.content.subject,
                preheader=self._typed(draft.content.preheader, "preheader") or template.content.preheader,
                unsubscribe=template.content.unsubscribe or draft.content.unsubscribe,
                leave_text=template.content.leave_text or draft.content.leave_text,
                postal=template.content.postal or draft.content.postal,
            ),
        )

    def begin(self, template: MessageTemplate, name: str) -> Campaign:
        """A new draft with a template's message."""
        return self.use(template, self._campaigns.new(_name(name)))

    def page(self, content: Content, values: Mapping[str, str] = MappingProxyType({})) -> str:
        """The page of a message, its fields filled in by `values` or left empty; empty for plain text.

        For looking at: it opens no file and is not what is sent. Raises InputError.
        """
        page = compile_template(page_source(content), html=True, where="page")
        return page.render({name: values.get(name, "") for name in page.fields})

    def text(self, content: Content) -> str:
        """The plain part of a message as a template, made of its page where it has none. Raises InputError."""
        return content.text if content.text.strip() else tidy(text_from_html(page_source(content)))

    def versions(self, campaign_id: str) -> Sequence[Version]:
        """What the campaign's message was, newest first; the newest is the message as it stands."""
        return self._versions.all(campaign_id)

    def version(self, campaign_id: str, number: int) -> Content:
        """One of them, to look at. Raises InputError (`no_version`)."""
        return self._versions.get(campaign_id, number)

    def restore(self, campaign_id: str, number: int) -> Campaign:
        """Go back to a version; what the message is now stays a version too. Raises InputError."""
        return self._put(self._campaigns.get(campaign_id), self._versions.get(campaign_id, number))

    def _put(self, draft: Campaign, content: Content) -> Campaign:
        if draft.state is not CampaignState.DRAFT:
            raise InputError(
                tr("“{name}” has been started, so its message is fixed.", name=draft.name),
                remedy=tr("Duplicate the campaign and change the copy."),
                code="not_draft",
            )
        changed = replace(draft, content=replace(content, signature=draft.content.signature))
        self._campaigns.save(changed)
        return changed

    def _typed(self, words: str, part: str) -> str:
        """Words of a draft that no template put there; empty where one did."""
        return "" if any(getattr(one.content, part) == words for one in self.all()) else words


def _name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise InputError(tr("The template has no name."), remedy=tr("Give it one."), code="no_name")
    if len(name) > _LONGEST_NAME:
        raise InputError(
            tr("The name is longer than {longest_name} characters.", longest_name=_LONGEST_NAME),
            remedy=tr("Choose a shorter one."),
            code="no_name",
        )
    return name


def _own(template: MessageTemplate) -> MessageTemplate:
    if template.built_in:
        raise InputError(
            tr("“{name}” comes with Sendoff and stays as it is.", name=template.name),
            remedy=tr("Duplicate it first."),
            code="built_in",
        )
    return template
