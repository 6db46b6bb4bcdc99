"""Sending: one coordinator per campaign owns the queue, connection threads own one session each.

`engine` runs a campaign, `connection` is the thread behind one session, `judge` decides what a reply means for the
row, the campaign and the account, `pace` and `ledgers` hold limits, waits and priorities, `service` is what the faces
call. A campaign with several accounts has an engine for each: `muster` makes them, `conductor` runs them, `company`
keeps their parts.
"""
