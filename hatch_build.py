"""Compile the data files when a wheel is built, so that nobody waits for training."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileHook(BuildHookInterface[Any]):
    """Compiles what is made of the data files: into the wheel, or for a checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and say where each file goes; a checkout keeps it in `build`."""
        sys.path.insert(0, self.root)
        try:
            from advisor.errors import DataError  # noqa: PLC0415
            from advisor.load import compile_shipped  # noqa: PLC0415
        finally:
            sys.path.remove(self.root)
        here = version == "editable"
        self._folder = Path(self.root, "build", "compiled") if here else _new_folder()
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        try:
            entries = compile_shipped()
        except DataError:
            if not here:  # who works on the files may install, and mend them then
                raise
            entries = {}
        for name, content in entries.items():
            (self._folder / name).write_bytes(content)
            target = f"advisor/_bundled/compiled/{name}"
            if not here:
                build_data["force_include"][str(self._folder / name)] = target

    def finalize(
        self, version: str, build_data: dict[str, Any], artifact_path: str
    ) -> None:
        """Remove what stands in the wheel by now."""
        del build_data, artifact_path
        if version != "editable":
            shutil.rmtree(self._folder)


def _new_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="career-advisor-"))
