"""The house rules: sizes, captions, layers, the public face, docs that run and queries that are documented."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import kg
from kg.ontology.queries import named_queries

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path for folder in ("kg", "tests") for path in (ROOT / folder).rglob("*.py"))
PACKAGE = [path for path in SOURCES if path.is_relative_to(ROOT / "kg")]
FORBIDDEN = {"util", "utils", "helpers", "common", "base", "misc", "manager"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> list[Function]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, Function)]


def length(node: Function) -> int:
    """Lines of a function without its docstring."""
    first = node.body[0]
    told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if told else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def width(node: Function) -> int:
    return len(node.args.posonlyargs + node.args.args + node.args.kwonlyargs)


def most(path: Path) -> int:
    """A command has a parameter an option; anything else has at most six."""
    return 9 if name(path).startswith("kg/cli/") else 6


def test_files_and_functions_stay_small() -> None:
    files = [f"{name(path)}: {lines} lines" for path in SOURCES if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400]
    long = [f"{name(path)} {one.name}: {length(one)} lines" for path in SOURCES for one in functions(path) if length(one) > 40]
    wide = [f"{name(path)} {one.name}: {count} parameters" for path in SOURCES for one in functions(path) if (count := width(one)) > most(path)]
    assert [*files, *long, *wide] == []


def test_functions_are_about_ten_lines_on_average() -> None:
    sizes = [length(one) for path in PACKAGE for one in functions(path)]
    assert sum(sizes) / len(sizes) < 12


def test_a_module_opens_with_its_caption() -> None:
    captions = {path: (ast.get_docstring(tree(path)) or "").partition("\n")[0] for path in PACKAGE}
    assert [name(path) for path, caption in captions.items() if len(caption) < 10 or caption[-1] not in ".:?"] == []
    assert [name(path) for path in PACKAGE if path.stem in FORBIDDEN] == []


def test_only_the_command_line_prints_exits_and_reads_the_clock() -> None:
    quiet = [path for path in PACKAGE if not name(path).startswith(("kg/cli/", "kg/serve/")) and path.stem != "__main__"]
    told = {"print", "exit", "sys.exit", "input", "os.getenv", "date.today", "datetime.now", "datetime.utcnow", "time.time"}
    calls = {(name(path), ast.unparse(node.func)) for path in quiet for node in ast.walk(tree(path)) if isinstance(node, ast.Call)}
    assert [one for one in sorted(calls) if one[1] in told] == []


def test_no_handler_catches_everything() -> None:
    handlers = [(path, node) for path in SOURCES for node in ast.walk(tree(path)) if isinstance(node, ast.ExceptHandler)]
    assert [name(path) for path, node in handlers if node.type is None or ast.unparse(node.type) == "Exception"] == []


def test_the_public_face_is_what_it_was() -> None:
    assert kg.__all__ == ["ConformanceError", "Document", "DocumentError", "Graph", "KgError", "SetupError", "build", "open"]
    for one in kg.__all__:
        assert getattr(kg, one) is not None
    with pytest.raises(AttributeError):
        kg.nothing  # noqa: B018


def test_importing_the_package_imports_no_heavy_library() -> None:
    heavy = "{'spacy', 'rdflib', 'pyoxigraph', 'networkx', 'rich', 'numpy', 'pyshacl', 'trafilatura'}"
    code = f"import sys, kg, kg.cli; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_every_dependency_and_every_ignored_rule_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    bare = [
        line
        for line in text.splitlines()
        if re.match(r'\s+"[\w.-]+(?:[<>=\[].*)?",?\s*$', line) and not re.match(r'\s+"(?:[a-z_]+|[a-z_ |()]+)",$', line)
    ]
    assert bare == []


@pytest.mark.parametrize(
    "command",
    [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy", "--no-error-summary"], ["lint-imports", "--no-cache"]],
    ids=lambda one: " ".join(one[:2]),
)
def test_the_checkers_are_content(command: list[str]) -> None:
    tool = shutil.which(command[0], path=str(Path(sys.executable).parent)) or shutil.which(command[0])
    assert tool, f"{command[0]} is not installed: pip install '.[test]'"
    done = subprocess.run([tool, *command[1:]], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


def test_every_named_query_is_documented_and_says_its_columns() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for query in named_queries().values():
        assert f"| `{query.name}` |" in readme
        assert query.question.endswith("?")
        assert query.columns
        assert all(re.search(rf"\?{column}\b", query.text) for column in query.columns)


def test_ci_runs_the_two_commands_of_the_readme() -> None:
    readme, script = ((ROOT / one).read_text(encoding="utf-8") for one in ("README.md", ".ci/run"))
    blocks = re.findall(r"^```sh\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    assert [block.strip() in script for block in blocks[:2]] == [True, True]


def test_the_tree_names_no_machine() -> None:
    words = re.compile(r"/(?:work|farm|root)/")
    found = [
        name(path)
        for path in [*SOURCES, ROOT / "README.md", ROOT / ".ci" / "run"]
        if path != Path(__file__) and words.search(path.read_text("utf-8"))
    ]
    assert found == []
