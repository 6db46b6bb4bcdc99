"""The third step of a campaign: the whole list rendered, and what still stands in the way."""
