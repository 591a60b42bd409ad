"""The layers, the sizes and the import costs that `docs/architecture.md` promises."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "szassist"
FILES = sorted(SRC.rglob("*.py"))
ROOMS = {"ingest", "register", "search", "answer"}
LEVEL: dict[str, float] = {
    "schema": 0,
    "errors": 0,
    "__init__": 0,
    "query": 0.5,
    "events": 1,
    "text": 1,
    "settings": 2,
} | dict.fromkeys(ROOMS, 2)
LEVEL |= {"build": 3, "assistant": 4, "evaluation": 5, "langchain": 5, "faces": 6, "__main__": 7}
LIBRARY_HOME: dict[str, str | tuple[str, ...]] = {
    "chromadb": "search/dense.py",
    "bm25s": "search/lexical.py",
    "sentence_transformers": "search/embed.py",
    "tokenizers": "search/embed.py",
    "safetensors": "search/embed.py",
    "opencc": "text/script.py",
    "pypinyin": "text/pinyin.py",
    "pypdf": "ingest/readers/pdf.py",
    "docx": "ingest/readers/docx.py",
    "bs4": "ingest/readers/html.py",
    "gradio": "faces/web/",
    "fastapi": "faces/",
    "mcp": "faces/api/",
    "prometheus_client": "faces/api/",
    "limits": "faces/api/",
    "typer": "faces/cli",
    "openpyxl": "faces/",
    "langchain": "answer/model/generate.py",
    "langchain_core": ("answer/model/generate.py", "langchain.py"),
    "langchain_openai": (),  # a provider is named in the settings, never in the code
    "ir_measures": "evaluation/retrieval.py",
    "langchain_text_splitters": "evaluation/template.py",
}
ANSWER = ("words", "ground", "firewall", "reading", "choosing", "talk", "compose", "model")  # lowest first
MAX_FILE, MAX_FUNCTION = 320, 45


def name_of(path: Path) -> str:
    return str(path.relative_to(SRC))


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            yield from (f"{module}.{alias.name}" for alias in node.names)


def place(module: str) -> str:
    """The part of the house a module of ours stands in: szassist.text.script -> text."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in LEVEL else "__init__"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_an_import_points_down_and_rooms_do_not_know_each_other(path: Path) -> None:
    here = path.relative_to(SRC).with_suffix("").parts[0]
    if here == "__init__":  # names the public nouns and imports them when they are used
        return
    for module in imports(path):
        if module.split(".")[0] != "szassist":
            continue
        there = place(module)
        if there == here:
            continue
        assert LEVEL[there] < LEVEL[here], f"{name_of(path)} imports {module}"


@pytest.mark.parametrize("path", sorted((SRC / "answer").rglob("*.py")), ids=name_of)
def test_in_the_room_of_answers_an_import_points_down_too(path: Path) -> None:
    here = path.parent.name
    for module in imports(path):
        _, *inner = module.removeprefix("szassist.").split(".")
        if module.startswith("szassist.answer.") and inner[0] != here:
            assert ANSWER.index(inner[0]) < ANSWER.index(here), f"{name_of(path)} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_library_lives_in_one_file(path: Path) -> None:
    for module in imports(path):
        home = LIBRARY_HOME.get(module.split(".")[0])
        assert home is None or name_of(path).startswith(home), f"{name_of(path)} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_files_and_functions_stay_small(path: Path) -> None:
    source = path.read_text("utf-8")
    assert source.count("\n") <= MAX_FILE, f"{name_of(path)} holds more than one idea"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= MAX_FUNCTION, f"{name_of(path)}: {node.name} has {length} lines"


def test_importing_szassist_pulls_in_nothing_heavy() -> None:
    code = (
        "import sys, szassist;"
        "heavy = {'torch', 'chromadb', 'gradio', 'sentence_transformers', 'langchain_core', 'model2vec', 'opencc',"
        " 'bm25s', 'fastapi', 'numpy', 'typer'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""
    assert done.returncode == 0
