"""Where labelled texts are, and a directory to try them with."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

ROOT = Path(__file__).resolve().parents[2]
TEXTS = Path(__file__).parent / "texts"
SHARED = ROOT.parent / "shared" / "data"  # beside the checkout; its texts are not the project's, and may be absent


def scorer() -> ModuleType:
    """benchmarks/extraction.py, which is no package."""
    spec = importlib.util.spec_from_file_location("extraction_benchmark", ROOT / "benchmarks" / "extraction.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def agency(code: str, name: str, full_name: str = "", aliases: tuple[str, ...] = ()) -> SimpleNamespace:
    return SimpleNamespace(code=code, name=name, full_name=full_name, aliases=aliases)


DIRECTORY = (
    agency("JYJ", "市教育局", "某市教育局", ("教育局",)),
    agency("ZJJ", "市住建局", "某市住房和城乡建设局", ("市住房城乡建设局",)),
    agency("SJGW", "省委省级机关工委", "中共某省委省级机关工作委员会", ("省级机关工委",)),
)
