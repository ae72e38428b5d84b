"""The catalogues: one folder a language, one file a room (see `tracker.i18n`)."""
