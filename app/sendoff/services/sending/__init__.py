"""Sending: one coordinator per campaign owns the queue, connection threads own one session each.

`engine` runs a campaign, `connection` is the thread behind one session, `judge` decides what a reply means for the
row, the campaign and the account, `pace` holds limits and waits, `service` is what the faces call.
"""
