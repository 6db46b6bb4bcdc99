"""Sessions with SMTP servers: on top of smtplib, with strict replies and the two phases of the guarantee."""
