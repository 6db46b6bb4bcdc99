"""One module a noun; each command is a function of (arguments, context, terminal) that returns the exit status."""
