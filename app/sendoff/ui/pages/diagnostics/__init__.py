"""The text for whoever helps."""
