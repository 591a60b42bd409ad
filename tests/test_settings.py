"""Settings come from SZASSIST_* variables, and the README documents every one."""

import re
from pathlib import Path

import pytest

from szassist.errors import SettingsError
from szassist.settings import Settings

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def test_the_readme_documents_every_setting_and_no_other() -> None:
    documented = set(re.findall(r"^\| `(SZASSIST_[A-Z_]+)`", README, re.M))
    assert documented == {f"SZASSIST_{name.upper()}" for name in Settings.model_fields}


def test_a_variable_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SZASSIST_INDEX", str(tmp_path))
    monkeypatch.setenv("SZASSIST_PORT", "7861")
    settings = Settings.load()
    assert (settings.index, settings.port) == (tmp_path, 7861)


def test_a_value_that_cannot_be_used_is_named_with_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SZASSIST_PORT", "many")
    with pytest.raises(SettingsError, match=r"SZASSIST_PORT: .*'many'"):
        Settings.load()
