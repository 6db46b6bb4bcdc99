"""Looking into a mailbox by IMAP (RFC 9051, and RFC 3501 before it); nothing there is ever changed."""
