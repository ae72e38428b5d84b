"""``python -m tracker`` is the command ``deeds``."""

from tracker.cli import main

raise SystemExit(main())
