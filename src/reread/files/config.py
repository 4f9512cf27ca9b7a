"""What may `config.yaml` say, and is it right?

Every key has a default, so an empty file is a good one. Validated before any rule runs.

>>> Config().language, Config().notebook_seconds
('en', 300)
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, model_validator

from reread.files.written import Written, problem_of, read_yaml


class Config(Written):
    """The settings of a run."""

    studies: tuple[str, ...] = ()  # empty: every folder in studies/
    language: str = "en"
    seed: int = Field(default=20250701, ge=0)
    notebook_seconds: int = Field(default=300, ge=1)
    corpus: str = ""  # a folder of papers, for the target `screen`

    @model_validator(mode="before")
    @classmethod
    def _all_studies(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("studies") == "all":
            data = {**data, "studies": ()}
        if isinstance(data, dict) and isinstance(data.get("studies"), list):
            data = {**data, "studies": tuple(data["studies"])}
        return data


def read_config(path: Path, given: dict[str, Any] | None = None) -> Config:
    """The settings of a file (none: the defaults), overridden by `given` from the command line. Raises Problem."""
    empty = not path.is_file() or not path.read_bytes().strip()
    file = Config() if empty else read_yaml(path, Config)
    try:
        return Config.model_validate({**file.model_dump(exclude_unset=True), **(given or {})})
    except ValidationError as error:
        raise problem_of(error, Path("--config"), given or {}, Config) from error
