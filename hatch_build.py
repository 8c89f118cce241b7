"""Compile the data files when a wheel is built, so that nobody waits for training."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileHook(BuildHookInterface[Any]):
    """Puts what is made of the data files into the wheel, beside them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and say where each file goes; an editable install compiles later."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        try:
            from advisor.load import compile_shipped  # noqa: PLC0415
        finally:
            sys.path.remove(self.root)
        self._folder = Path(tempfile.mkdtemp(prefix="career-advisor-"))
        for name, content in compile_shipped().items():
            (self._folder / name).write_bytes(content)
            target = f"advisor/_bundled/compiled/{name}"
            build_data["force_include"][str(self._folder / name)] = target

    def finalize(
        self, version: str, build_data: dict[str, Any], artifact_path: str
    ) -> None:
        """Remove what stands in the wheel by now."""
        del build_data, artifact_path
        if version != "editable":
            for path in self._folder.iterdir():
                path.unlink()
            self._folder.rmdir()
