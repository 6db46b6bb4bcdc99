"""One campaign: the frame around its five steps."""
