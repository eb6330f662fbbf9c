"""The command line as a user meets it: exit codes, what goes where, and one store for all commands."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.exports import EXPORTERS

Command = Callable[..., subprocess.CompletedProcess[str]]

ARTICLE = (
    "---\nid: riga\npublished: 2021-03-03\nlanguage: en\n---\nForeign Minister of Latvia Anna Ozola met with Foreign Minister of Estonia Mart Kask."
)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Path:
    """A folder with a store `dateline.kg` of the input article; tests must not change it."""
    import kg

    folder = tmp_path_factory.mktemp("built")
    kg.build(seeds, store=folder / "dateline.kg").close()
    return folder


def test_the_command_runs_as_a_process_of_its_own(process: Command, built: Path) -> None:
    done = process("query", "officials", "--columns", "person,evidence", cwd=built)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "person\tevidence"
    assert process("query", "nothing", cwd=built).returncode == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Malta's exports to Norway amounted to 5 million euros, said the office.", "none of 1 printed figures has a period"),
        ("The Foreign Minister of Malta arrived in Oslo.", "no printed figures to check"),
    ],
)
def test_an_audit_without_results_says_whether_figures_are_printed(command: Command, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")
    command("build", "note.txt", cwd=tmp_path)
    done = command("audit", "note", cwd=tmp_path)
    assert (done.returncode, said in done.stdout) == (0, True)


def test_help_teaches_and_names_every_command(command: Command) -> None:
    from kg.cli.commands import COMMANDS

    done = command("--help")
    assert done.returncode == 0
    for name in COMMANDS:
        assert f"\n  {name} " in done.stdout
        assert command(name, "--help").returncode == 0
    assert "kg build seeds/" in done.stdout


def test_every_command_module_has_a_row_and_every_row_a_module() -> None:
    from kg.cli.commands import COMMANDS, kg

    folder = Path(__file__).parents[2] / "kg" / "cli"
    modules = {path.stem for path in folder.glob("*.py") if "\ndef command(" in path.read_text(encoding="utf-8")}
    assert modules == set(COMMANDS)
    for name, line in COMMANDS.items():
        found = kg.get_command(None, name)  # type: ignore[arg-type]
        assert found is not None
        assert found.help
        assert line.endswith(".")


def test_a_build_says_what_it_found_and_a_second_one_changes_nothing(command: Command, seeds: Path) -> None:
    first, second = command("build", seeds), command("build", seeds)
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.startswith("dateline.kg: 1 new, 0 unchanged\n")
    assert second.stdout.startswith("dateline.kg: 0 new, 1 unchanged\n")
    assert "\x1b" not in first.stdout


def test_every_command_counts_the_same_facts(command: Command, seeds: Path) -> None:
    line = next(line for line in command("build", seeds).stdout.splitlines() if line.startswith("facts"))
    count = sum(int(word) for word in line.split() if word.isdigit())
    header, row = (line.split("\t") for line in command("articles").stdout.splitlines())
    assert row[header.index("facts")] == str(count)
    assert command("show", "seed").stdout.splitlines()[0] == f"article seed: {count} facts"


def test_articles_come_from_standard_input_and_leave_again(command: Command) -> None:
    assert command("build", "-", "--store", "a.kg", stdin=ARTICLE).returncode == 0
    listed = command("articles", "--store", "a.kg").stdout.splitlines()
    assert listed[1].split("\t")[:2] == ["riga", "2021-03-03"]
    assert command("remove", "riga", "--store", "a.kg").returncode == 0
    assert len(command("articles", "--store", "a.kg").stdout.splitlines()) == 1
    again = command("remove", "riga", "--store", "a.kg")
    assert (again.returncode, "no such article" in again.stderr) == (1, True)


def test_bad_articles_are_named_on_the_error_stream_and_the_good_ones_built(command: Command, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, data in {
        "good.md": ARTICLE.encode(),
        "binary.txt": b"\x00\x01\x02",
        "latin.txt": "Møde.".encode("latin-1"),
        "empty.txt": b"",
        "front.txt": b"---\nid: x\nText without an end.",
        "notext.json": b'{"title": "T"}',
        "russian.txt": "Министр иностранных дел Латвии встретился в Риге со своим эстонским коллегой, сообщает служба.".encode(),
        "huge.txt": b"Nothing new. " * 400_000,
        "twice.jsonl": b'{"id": "riga", "text": "Something else.", "language": "en"}',
    }.items():
        (tmp_path / "in" / name).write_bytes(data)
    done = command("build", "in", "--store", "a.kg")
    assert done.returncode == 1
    assert done.stdout.startswith("a.kg: 1 new, 0 unchanged, 8 skipped\n")
    lines = done.stderr.splitlines()
    for part in (
        "binary.txt: a binary file",
        "latin.txt: not UTF-8",
        "empty.txt: empty",
        "front.txt: front matter",
        "notext.json: no",
        "5,200,000 char",
    ):
        assert sum(part in line for line in lines) == 1, part
    assert sum("another language (ru)" in line for line in lines) == 1
    assert sum("riga: another article with this id" in line for line in lines) == 1
    assert all(line.startswith("skipped ") and line.endswith(")") for line in lines), lines


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["build", "nowhere.txt"], "nowhere.txt: no such file or folder"),
        (["build", "empty"], "no articles in this folder"),
        (["build", "https://example.org/a?b=1&c=2"], "not fetched (curl -s 'https://example.org/a?b=1&c=2' | kg build -)"),
        (["query", "officials", "--store", "none.kg"], "there is no store here"),
        (["query", "oficials", "--store", "none.kg"], "did you mean officials"),
        (["query", "missing.rq", "--store", "none.kg"], "missing.rq"),
        (["query", "officials", "--param", "person"], "is not NAME=VALUE"),
        (["query", "officials", "--format", "ttl"], "no form in Turtle"),
        (["reject", "nothing", "--why", "x"], "is not the IRI of a claim"),
        (["frobnicate"], "No such command"),
    ],
)
def test_what_cannot_start_says_why_and_exits_2(command: Command, tmp_path: Path, arguments: list[str], says: str) -> None:
    (tmp_path / "empty").mkdir()
    done = command(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_queries_answer_in_every_format(command: Command, built: Path) -> None:
    def asked(*arguments: str) -> str:
        done = command("query", *arguments, cwd=built)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    rows = list(csv.DictReader(io.StringIO(asked("officials", "--format", "csv"))))
    assert {row["person"] for row in rows} == {"Roman Vasilenko", "Kestutis Jankauskas"}
    assert all(row["article"] == "seed" and row["evidence"] for row in rows)
    found = json.loads(asked("officials", "--param", "of=European Union", "--format", "json"))
    assert [one["person"]["value"] for one in found["results"]["bindings"]] == ["Kestutis Jankauskas"]
    assert asked("officials", "--columns", "person", "--param", "of=European Union") == "person\nKestutis Jankauskas\n"
    assert asked("officials", "--format", "xml").startswith("<?xml")
    assert asked("officials", "--format", "tsv").startswith("?tenure\t")
    assert asked("officials", "--param", "of=Nowhere", "--format", "table").count("\n") == 1
    assert asked("CONSTRUCT { ?t kg:of ?p } WHERE { ?t a kg:Tenure ; kg:article ?p }").startswith("@prefix")
    assert asked("ASK { ?t a kg:Tenure }") == "true\n"
    assert {line.split("\t")[0] for line in asked_names(command, built)} >= {"officials", "meetings", "trade", "who_met_whom", "disputes"}


@pytest.mark.parametrize(
    ("sparql", "says"),
    [
        ("SELECT ?x WHERE { ?x a kg:Meeting", "the query does not parse at line 1, column 34"),
        ("SELECT ?x WHERE {\n ?x a foo:bar }", ": Prefix not found"),
        ("SELECT ?x WHERE { ?y a kg:Meeting } GROUP BY ?y", ": The SELECT contains a variable that is unbound"),
    ],
)
def test_a_query_that_does_not_parse_is_told_in_one_line(command: Command, built: Path, sparql: str, says: str) -> None:
    done = command("query", sparql, cwd=built)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert len(done.stderr) < 150


@pytest.mark.parametrize("asked", [["query", "officials"], ["query", "officials", "--format", "csv"], ["path", "Kazakhstan", "European Union"]])
def test_an_article_that_is_not_there_is_refused(command: Command, built: Path, asked: list[str]) -> None:
    done = command(*asked, "--article", "sed", cwd=built)
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean seed" in done.stderr


def asked_names(command: Command, built: Path) -> list[str]:
    return command("queries", cwd=built).stdout.splitlines()[1:]


@pytest.mark.parametrize(
    "sparql", ["DROP ALL", "INSERT DATA { <a:a> <a:b> <a:c> }", "SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }", "SELECT"]
)
def test_sparql_that_writes_calls_out_or_does_not_parse_is_refused(command: Command, built: Path, sparql: str) -> None:
    done = command("query", sparql, cwd=built)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_exports_are_written_whole_into_new_folders(command: Command, built: Path, tmp_path: Path) -> None:
    for form in EXPORTERS:
        done = command("export", "--format", form, "-o", tmp_path / "out" / form, cwd=built)
        assert (done.returncode, done.stderr) == (0, "")
        assert (tmp_path / "out" / form).stat().st_size > 100
    assert "officials.csv" in zipfile.ZipFile(tmp_path / "out" / "csv").namelist()
    assert command("export", cwd=built).stdout.encode() == (tmp_path / "out" / "turtle").read_bytes()
    assert command("export", "--article", "none", cwd=built).returncode == 2
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(EXPORTERS)


def test_the_suffix_of_the_file_decides_its_format_unless_one_is_named(command: Command, built: Path, tmp_path: Path) -> None:
    def written(name: str, *more: str) -> bytes:
        assert command("export", "-o", tmp_path / name, "--article", "seed", *more, cwd=built).returncode == 0
        return (tmp_path / name).read_bytes()

    turtle = written("g.ttl")
    assert turtle.startswith(b"@prefix")
    assert written("g.unknown") == written("g.html", "--format", "turtle") == turtle
    assert written("g.HTML").startswith(b"<!doctype html>")
    assert written("g.zip").startswith(b"PK")
    assert json.loads(written("g.jsonld"))


def test_show_tells_an_article_and_a_thing_with_their_words(command: Command, built: Path) -> None:
    article = command("show", "seed", cwd=built).stdout
    assert "“Deputy Minister of Foreign Affairs of Kazakhstan Roman Vasilenko” [seed 33–97] claim:" in article
    for name in ("Roman Vasilenko", "vasilenko", "Vasilenko"):
        assert command("show", name, cwd=built).stdout.startswith("Roman Vasilenko: ")
    assert command("show", "EU", cwd=built).stdout.startswith("European Union: ")
    claim = article.split(" claim:")[1].split()[0]
    one = command("show", f"claim:{claim}", cwd=built).stdout.splitlines()
    assert one[0] == f"claim:{claim}: 1 fact" and one[-1] in article.splitlines()
    assert command("show", "claim:0123456789abcdef", cwd=built).returncode == 2
    unknown = command("show", "Roman Vassilenko", cwd=built)
    assert (unknown.returncode, "did you mean Roman Vasilenko" in unknown.stderr) == (2, True)


def test_path_and_view_tell_how_things_are_linked(command: Command, built: Path, tmp_path: Path) -> None:
    done = command("path", "Roman Vasilenko", "Kazakhstan", cwd=built)
    assert done.returncode == 0
    assert "Roman Vasilenko — " in done.stdout
    assert command("path", "vasilenko", "EU", cwd=built).stdout.splitlines()[0].endswith("from vasilenko to EU")
    same = command("path", "Roman Vasilenko", "vasilenko", cwd=built)
    assert (same.returncode, "one and the same: Roman Vasilenko" in same.stderr) == (2, True)
    assert command("view", "-o", tmp_path / "g.html", cwd=built).stdout.startswith("wrote ")
    assert (tmp_path / "g.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_rejected_claim_leaves_at_once_and_stays_away(command: Command) -> None:
    command("build", "-", stdin=ARTICLE)
    tenure = command("query", "officials", "--columns", "tenure").stdout.splitlines()[1]
    done = command("reject", tenure, "--why", "he has left office")
    assert done.returncode == 0
    command("build", "-", stdin=ARTICLE)
    assert tenure not in command("query", "officials", "--columns", "tenure").stdout
    command("reject", tenure, "--confirm", "--why", "he came back")
    assert tenure in command("query", "officials", "--columns", "tenure").stdout


def test_evaluate_scores_a_corpus_per_query_and_per_rule(command: Command, tmp_path: Path) -> None:
    text = ARTICLE.rpartition("---\n")[2]
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "riga", "text": text, "language": "en"}))
    official = {"person": "Anna Ozola", "aka": [], "post": "Foreign Minister", "of": "Latvia", "to": None, "status": "current", "ev": text[:38]}
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "riga", "officials": [official]}))
    done = command("evaluate", "--corpus", "a.jsonl", "--gold", "gold.jsonl", "--only", "officials", "--misses", "m.jsonl")
    assert done.returncode == 0, done.stderr
    line = next(line for line in done.stdout.splitlines() if line.startswith("officials"))
    assert line.split()[1:6] == ["0.500", "1.000", "0.667", "1", "2"]
    (miss,) = [json.loads(one) for one in (tmp_path / "m.jsonl").read_text(encoding="utf-8").splitlines()]
    assert miss["false"]["person"] == "Mart Kask"


def test_terminal_sequences_in_an_article_reach_no_screen(command: Command) -> None:
    text = "Foreign Minister of Latvia Anna Ozola said \x1b]0;owned\x07 \u202egnihton\u202c and met Foreign Minister of Estonia Mart Kask."
    command("build", "-", stdin=json.dumps({"id": "x\x1b[2J", "text": text, "language": "en"}))
    for arguments in (["show", "x\x1b[2J"], ["query", "coverage"], ["query", "statements"], ["articles"], ["show", "\x1b[31mnobody"]):
        done = command(*arguments)
        assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout + done.stderr), arguments


def drawn(folder: Path, width: int, *arguments: str) -> str:
    """What the command shows on a terminal so wide."""
    leader, follower = os.openpty()
    line = [sys.executable, "-m", "kg.cli", *arguments]
    done = subprocess.run(line, cwd=folder, stdout=follower, stderr=subprocess.PIPE, env={**os.environ, "TERM": "xterm", "COLUMNS": str(width)})
    os.close(follower)
    shown = os.read(leader, 1 << 16).decode()
    os.close(leader)
    assert done.returncode == 0, done.stderr
    return shown


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="the system has no pseudo-terminals")
def test_tables_are_drawn_on_a_terminal_only(built: Path) -> None:
    shown = drawn(built, 100, "query", "officials")
    assert "2 rows" in shown
    assert "person_iri" not in shown
    assert "Kestutis" in shown
    assert "claim:" not in shown


def test_a_narrow_table_keeps_every_number_whole_and_names_what_it_leaves_out() -> None:
    from kg.cli.screens import _needs, _widths

    columns = ("reporter", "value", "period_start", "printed", "evidence")
    cells = (["Kazakhstan"], ["40200000000", "-8.5"], ["2023-01-01"], ["some $40,200,000,000.55"], ["words " * 40])
    needs = {place: _needs(name, column) for place, (name, column) in enumerate(zip(columns, cells, strict=True))}
    for room in (30, 60, 80, 100, 200):
        widths = _widths(needs, room)
        assert sum(widths.values()) + 3 * len(widths) < room
        assert all(width >= (10, 11, 10, 18, 8)[place] for place, width in widths.items()), room
    assert list(_widths(needs, 60)) == [0, 1, 2, 4]
    assert list(_widths(needs, 100)) == [0, 1, 2, 3, 4]


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="the system has no pseudo-terminals")
def test_a_terminal_says_which_columns_found_no_room(built: Path) -> None:
    shown = drawn(built, 80, "query", "trade")
    assert "… more columns: " in shown
    assert "evidence" in shown.partition("… more columns: ")[2]
    with_all = drawn(built, 80, "query", "trade", "--columns", "value,period_start,period_end")
    assert "more columns" not in with_all
    values = {
        line.split("\t")[0]
        for line in subprocess.run(
            [sys.executable, "-m", "kg.cli", "query", "trade", "--columns", "value"], cwd=built, capture_output=True, text=True, check=True
        ).stdout.splitlines()[1:]
    }
    assert values <= set(with_all.split())
