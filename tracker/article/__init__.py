"""Article → proposal: what a text promises, found and shown with its place. No database, no printing."""
