"""Why the operating system refused something, as a clause in the language in force."""

from __future__ import annotations

import errno

from sendoff.core.language import phrase, tr

_WORDS = {
    errno.EACCES: phrase("access is denied"),
    errno.EADDRINUSE: phrase("the port is in use"),
    errno.EADDRNOTAVAIL: phrase("this computer does not have that address"),
    errno.EBUSY: phrase("another program is using it"),
    errno.ECONNABORTED: phrase("the connection was broken off"),
    errno.ECONNREFUSED: phrase("it refuses connections"),
    errno.ECONNRESET: phrase("the other side closed the connection"),
    errno.EDQUOT: phrase("there is no room left for you on the disk"),
    errno.EEXIST: phrase("it is there already"),
    errno.EFBIG: phrase("it is too large for this disk"),
    errno.EHOSTDOWN: phrase("the other computer is not running"),
    errno.EHOSTUNREACH: phrase("there is no way to the other computer"),
    errno.EIO: phrase("the disk cannot read or write it"),
    errno.EISDIR: phrase("it is a folder"),
    errno.ELOOP: phrase("its links lead in a circle"),
    errno.EMFILE: phrase("too many files are open"),
    errno.ENAMETOOLONG: phrase("its name is too long"),
    errno.ENETDOWN: phrase("there is no network"),
    errno.ENETUNREACH: phrase("there is no way to that network"),
    errno.ENFILE: phrase("too many files are open"),
    errno.ENODEV: phrase("its drive is not there"),
    errno.ENOENT: phrase("it is not there"),
    errno.ENOMEM: phrase("there is not enough memory"),
    errno.ENOSPC: phrase("the disk is full"),
    errno.ENOTCONN: phrase("there is no connection"),
    errno.ENOTDIR: phrase("a part of its path is no folder"),
    errno.ENOTEMPTY: phrase("the folder is not empty"),
    errno.ENXIO: phrase("its drive is not there"),
    errno.EPERM: phrase("the system does not allow it"),
    errno.EPIPE: phrase("the other side closed the connection"),
    errno.EROFS: phrase("the disk can only be read"),
    errno.ESTALE: phrase("the network drive has lost it"),
    errno.ETIMEDOUT: phrase("there was no answer in time"),
    errno.ETXTBSY: phrase("another program is using it"),
}


def system_words(error: OSError) -> str:
    """The reason without a capital or a full stop; what is not known here in the system's own words."""
    known = _WORDS.get(error.errno or 0)
    return tr(known) if known else error.strerror or type(error).__name__
