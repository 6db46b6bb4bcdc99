"""One folder a page: `view` holds widgets, `presenter` calls services and handles events. Pages do not import pages."""
