"""What tables show: Qt models that read through services, page by page."""
