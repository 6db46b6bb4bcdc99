"""The window meets a bug whose message holds every secret of the accounts; the report is printed and logged."""

from __future__ import annotations

import base64
import os

from PySide6.QtWidgets import QApplication
from tests.e2e.secret_browser import beside

from sendoff.bootstrap import window_context
from sendoff.ui.app import build_window
from sendoff.ui.theme import Theme


def main() -> None:
    """Crash, and print what the dialogue shows."""
    beside()
    app = QApplication([])
    context = window_context(os.environ)
    Theme(app, context.icons.parent)
    services = context.open_services()
    work, post = services.accounts.named("work"), services.accounts.named("post")
    vault = services.accounts.vault
    password, token = services.accounts.secret(work), services.accounts.secret(post)
    known = [password, token, vault.get(f"{work.id}/proxy"), vault.get(post.id)]
    assert all(known)
    plain = base64.b64encode(f"\0{work.username}\0{password}".encode()).decode()
    opened = build_window(context, services)
    error = RuntimeError(f"{known} AUTH PLAIN {plain} Bearer {token}")
    error.__cause__ = ValueError(password)
    opened.failures.crashed(error)
    shown = opened.failures._shown
    assert shown is not None
    print(shown.report)
    shown.close()
    opened.window.close()
    opened.close()


if __name__ == "__main__":
    main()
