"""The steps of the connection doctor, and the kinds of fixes it knows."""

from __future__ import annotations

from enum import StrEnum


class Step(StrEnum):
    """What is tried, one after the other."""

    NAME = "name"
    TCP = "tcp"
    PROXY = "proxy"
    GREETING = "greeting"
    TLS = "tls"
    EHLO = "ehlo"
    SIGN_IN = "sign_in"
    ENVELOPE = "envelope"
    """MAIL, RCPT and RSET to oneself; nothing is sent."""


class FixKind(StrEnum):
    """What a fix is about, and so who carries it out: the form, the browser, or a person at a field."""

    SERVER = "server"
    HOST = "host"
    PIN = "pin"
    CA_FILE = "ca_file"
    USERNAME = "username"
    SENDER = "sender"
    CONNECTIONS = "connections"
    LOCAL_NAME = "local_name"
    PATIENCE = "patience"
    SECRET = "secret"  # noqa: S105 -- the field's name, not a secret
    LINK = "link"
    MICROSOFT = "microsoft"
    GOOGLE = "google"
    GRAPH = "graph"
    NO_PROXY = "no_proxy"
    PROXY_SECRET = "proxy_secret"  # noqa: S105 -- likewise
    CLIENT_CERT = "client_cert"
    NO_PIN = "no_pin"
    PORTAL = "portal"
