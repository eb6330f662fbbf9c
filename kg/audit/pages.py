"""The audit as one HTML page: printed against recomputed interval, one glance a check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from html import escape
from itertools import groupby

from kg.audit.figures import decimal
from kg.audit.intervals import Interval
from kg.audit.results import BREACHES, MEANING, Result, Verdict

WIDTH, MARGIN = 420, 12
STYLE = """
:root { --ink: #1c2733; --soft: #5b6b7b; --line: #d8dee5; --page: #fbfcfd; --predicted: #3b7dd8; --printed: #e0912f;
  --good: #1e7d4f; --warn: #9a6200; --bad: #b3261e; --idle: #5b6b7b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --soft: #9fb0c0; --line: #33404d; --page: #12181f; --predicted: #6ea8f5;
  --printed: #f0b05f; --good: #5fc794; --warn: #e5b04d; --bad: #ff8a80; --idle: #9fb0c0; } }
body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--page); margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
h1 { font-size: 1.35rem; } h2 { font-size: 1.1rem; margin-top: 2rem; border-bottom: 1px solid var(--line); }
.key span { display: inline-block; width: 2rem; height: .6rem; border-radius: 3px; margin: 0 .4rem 0 1rem; }
.check { display: grid; grid-template-columns: 3.2rem 12rem 1fr 430px; gap: .8rem; align-items: center; }
.check { padding: .55rem 0; border-bottom: 1px solid var(--line); }
.check b { font-variant-numeric: tabular-nums; } .words small { color: var(--soft); display: block; }
.verdict { font-size: .8rem; font-weight: 600; letter-spacing: .02em; } .good { color: var(--good); } .warn { color: var(--warn); }
.bad { color: var(--bad); } .idle { color: var(--idle); }
svg text { font: 11px system-ui, sans-serif; fill: var(--soft); } svg .p { fill: var(--predicted); } svg .r { fill: var(--printed); }
svg { width: 100%; max-width: 420px; height: auto; } svg line { stroke: var(--line); } .words { overflow-wrap: anywhere; min-width: 0; }
@media (max-width: 60rem) { body { margin: 1rem auto; } .check { grid-template-columns: 3rem minmax(0, 1fr); row-gap: .3rem; }
  .check > :nth-child(n + 3) { grid-column: 1 / -1; } .check > span:empty { display: none; } svg text { font-size: 15px; } }
"""
TONES = {
    Verdict.EXACT: "good",
    Verdict.WITHIN_ROUNDING: "good",
    Verdict.FEASIBLE: "good",
    Verdict.NEEDS_TRUNCATION: "warn",
    Verdict.ADVICE: "warn",
    Verdict.DOES_NOT_RECONCILE: "bad",
    Verdict.INFEASIBLE: "bad",
}


def page(results: Sequence[Result], titles: dict[str, str] | None = None) -> str:
    """One self-contained HTML page, an article a section; article text is escaped. `titles` are headlines by article id."""
    sections = [_section(article, list(found), titles or {}) for article, found in groupby(results, key=lambda one: one.article)]
    broken = sum(one.verdict in BREACHES for one in results)
    lead = f"{len(results)} checks, {broken} that do not reconcile" if results else "There is no figure to check."
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Audit of printed figures</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<style>{STYLE}</style></head><body><h1>Audit of printed figures</h1><p>{lead}. A printed number stands for every value that "
        "rounds to it; figures are compared as intervals, so rounding alone raises no alarm.</p>"
        '<p class="key"><span style="background:var(--predicted)"></span>recomputed from the other figures'
        '<span style="background:var(--printed)"></span>as printed</p>'
        f"{''.join(sections)}</body></html>"
    )


def _section(article: str, results: Iterable[Result], titles: dict[str, str]) -> str:
    head = titles.get(article) or article
    return f"<h2>{escape(head)}</h2>{''.join(_check(one) for one in results)}"


def _check(result: Result) -> str:
    tone, meaning = TONES.get(result.verdict, "idle"), escape(MEANING[result.verdict])
    printed = f"printed {escape(result.printed)}; " if result.printed else ""
    return (
        f'<div class="check"><b>{escape(result.check)}</b><span class="verdict {tone}">{result.verdict}</span>'
        f'<span class="words">{escape(result.operands)}<small>{printed}{meaning}{_resolution(result)}</small></span>'
        f"{_bars(result)}</div>"
    )


def _resolution(result: Result) -> str:
    return f"; slips under {_short(result.resolution)} cannot be seen" if result.resolution else ""


def _bars(result: Result) -> str:
    """The two intervals over one axis."""
    if not result.predicted or not result.shown:
        return "<span></span>"
    ends = [end for one in (result.predicted, result.shown) for end in (one.low, one.high) if end is not None]
    low, high = min(ends), max(ends)
    pad = (high - low) / 10 or Fraction(1)
    low, high = low - pad, high + pad
    rows = "".join(_bar(one, low, high, 14 + 16 * at, css) for at, (one, css) in enumerate(((result.predicted, "p"), (result.shown, "r"))))
    label = f"recomputed {_words(result.predicted)}, printed {_words(result.shown)}"
    return f'<svg viewBox="0 0 {WIDTH} 62" role="img" aria-label="{escape(label)}">{rows}{_axis(result, low, high)}</svg>'


def _bar(interval: Interval, low: Fraction, high: Fraction, top: int, css: str) -> str:
    left = _x(interval.low if interval.low is not None else low, low, high)
    right = _x(interval.high if interval.high is not None else high, low, high)
    return f'<rect class="{css}" x="{left}" y="{top}" width="{max(2, right - left)}" height="10" rx="3"/>'


def _axis(result: Result, low: Fraction, high: Fraction) -> str:
    assert result.predicted and result.shown
    marks = {one for one in (result.shown.low, result.shown.high, result.predicted.low, result.predicted.high) if one is not None}
    outer = [min(marks), max(marks)]
    texts = "".join(
        f'<text x="{_x(one, low, high)}" y="58" text-anchor="{"start" if at == 0 else "end"}">{_short(one)}</text>' for at, one in enumerate(outer)
    )
    return f'<line x1="{MARGIN}" x2="{WIDTH - MARGIN}" y1="46" y2="46"/>{texts}'


def _x(value: Fraction, low: Fraction, high: Fraction) -> int:
    return MARGIN + int((value - low) / (high - low) * (WIDTH - 2 * MARGIN))


def _words(interval: Interval) -> str:
    return f"{_short(interval.low)} to {_short(interval.high)}"


def _short(value: Fraction | None) -> str:
    """A number for people: billions and millions by name, four digits that count."""
    if value is None:
        return "∞"
    for size, word in ((10**12, " trillion"), (10**9, " billion"), (10**6, " million")):
        if abs(value) >= size:
            return decimal(value / size, 3).rstrip("0").rstrip(".") + word
    return decimal(value, 3).rstrip("0").rstrip(".")
