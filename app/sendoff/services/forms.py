"""The forms that fit the columns of a list that is there, and what the check says where none is used."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from sendoff.core.campaign import Campaign
from sendoff.core.content_remarks import ContentKind, Remark, Severity
from sendoff.core.delivery import Line
from sendoff.core.language import spoken
from sendoff.core.said import said
from sendoff.core.shown import Forms, all_forms, in_form


def list_forms(campaign: Campaign, lines: Sequence[Line], fields: Collection[str] | None = None) -> dict[str, Forms]:
    """The forms of a campaign's columns, by rows of its list; of some `fields` alone where they are named."""
    wanted = [name for name in campaign.fields if (fields is None or name in fields) and not name.startswith("@")]
    return all_forms(wanted, [line.fields for line in lines], spoken().code, campaign.formats)


def raw_remarks(campaign: Campaign, raw: Collection[str], lines: Sequence[Line]) -> Iterator[Remark]:
    """One remark for each field that a message prints as the list has it, `2026-03-14`, where its column has a form."""
    forms: Mapping[str, Forms] = list_forms(campaign, lines, raw) if raw else {}
    for name, form in forms.items():
        values = (line.fields.get(name, "").strip() for line in lines) if form.usual else ()
        bare = next((value for value in values if value and in_form(form.usual, value) not in {"", value}), "")
        if bare:
            yield Remark(
                kind=ContentKind.RAW_VALUE,
                severity=Severity.WARNING,
                sentence=said("“{name}” is shown as {raw}.", name=campaign.titles.of(name), raw=bare),
                why=_cure(campaign, name, form.usual, in_form(form.usual, bare)),
                field=name,
            )


def _cure(campaign: Campaign, name: str, form: str, example: str) -> str:
    if campaign.content.sent in ("html", "text") or campaign.source.endswith(".toml"):
        return said("{{{{ {field} }}}} shows it as {example}.", field=f"{name} | {form}", example=example)
    return said("Press it in the message to choose how it is shown, such as {example}.", example=example)
