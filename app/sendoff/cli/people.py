"""Who gets a campaign, where it is an audience: chosen by names, here or in another data folder."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sendoff.cli.context import Context
from sendoff.core.audience import Selection
from sendoff.core.campaign_file import CampaignFile
from sendoff.services.app import Services


def selected(
    services: Services, audience: str, segment: str, without: Sequence[str], not_in: Sequence[str]
) -> Selection:
    """People of an audience; everything is named as it is typed. Raises InputError."""
    return services.audiences.select(
        services.audiences.find(audience),
        segment,
        without=[services.audiences.find(name).id for name in without],
        not_in=[services.campaigns.find(name).id for name in not_in],
    )


def people_of(services: Services, said: CampaignFile) -> Selection:
    """The people a campaign file names. Raises InputError."""
    return selected(services, said.audience, said.segment, said.exclude_audiences, said.exclude_campaigns)


def named_people(args: argparse.Namespace) -> dict[str, object]:
    """What the options say, in the words of a campaign file."""
    if not args.audience:
        return {
            key: value
            for key, value in (
                ("segment", args.segment), ("exclude_audiences", args.without), ("exclude_campaigns", args.not_in)
            )
            if value
        }  # fmt: skip
    return {
        "audience": args.audience,
        "segment": args.segment,
        "exclude_audiences": args.without,
        "exclude_campaigns": args.not_in,
    }


@contextmanager
def people_file(said: CampaignFile, args: argparse.Namespace, context: Context) -> Iterator[Path | None]:
    """The people of an audience as a file, for a data folder that has none: the sandbox's, or one for a check."""
    if not said.audience:
        yield None
        return
    with TemporaryDirectory(prefix="sendoff-") as folder:
        path = Path(folder) / f"{said.audience.replace('/', ' ')[:80]}.csv"
        services = context.open_services(args.typed, sandbox=False, read_only=True)
        try:
            services.selections.export(path, people_of(services, said))
        finally:
            services.close()
        yield path
