"""Sending: one coordinator per campaign owns the queue, connection threads own one session each.

`engine` runs a campaign, `connection` is the thread behind one session, `judge` decides what a reply means for the
row, the campaign and the account, `pace` and `ledgers` hold limits, waits and priorities. A campaign with several
accounts has an engine for each: `muster` makes them, `conductor` runs them, `company` keeps their parts.

`service` is what the faces call. It hands on to `start` (what must hold before a campaign goes), `runs` (at most one a
campaign, and what it leaves), `course` (the campaign's state, told to everybody), `again` (ended rows, by a person's
word) and `own_test` (a message to oneself).
"""
