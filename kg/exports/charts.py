"""Charts: the time series of printed figures with their rounding intervals, as one offline page, SVG or PNG (Vega-Lite)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from kg.errors import SetupError
from kg.exports.figures import last_day
from kg.store import Store

Row = Mapping[str, str | None]
FORMATS = ("html", "svg", "png")
FAR = 2  # times the highest figure
SCALED = "replace(replace(replace(format(datum.value, '~s'), 'G', ' bn'), 'M', ' m'), 'T', ' tn')"
SHAPES = {"as printed": "circle", "in dispute": "cross", "target": "triangle-up", "target above the scale": "arrow"}
POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"
COLOURS = (
    "#2f6fc4 #d5852b #2b8a5e #a04fb0 #c4453c #6b7a89 #8c6d1f #3aa0a8 #1b3a6b #f0b429"
    " #7cc46b #e58fc0 #7a1f2b #a9b4bf #4b3f8f #9ecae9 #5a7d1e #ff9d76 #5d4037 #00695c"
)


def figures(store: Store, reporter: str = "", partner: str = "", flow: str = "") -> list[dict[str, str | None]]:
    """The rows of the query `trade` that have a period, of a reporter, partner and flow if named (case does not matter)."""
    from kg.ontology.queries import named_query

    wanted = {"reporter": reporter, "partner": partner, "flow": flow}
    rows = store.select(named_query("trade").text).dicts()
    return [
        row for row in rows if row["period_start"] and all((row[key] or "").casefold() == value.casefold() for key, value in wanted.items() if value)
    ]


def disputed(store: Store) -> set[tuple[str, str]]:
    """(article, value in full) of the figures that another article disputes."""
    from kg.ontology.queries import named_query

    rows = store.select(named_query("disputes").text).dicts()
    return {(row[f"{side}_article"] or "", row[side] or "") for row in rows for side in ("left", "right")}


def specification(rows: Sequence[Row], disputes: Iterable[tuple[str, str]] = ()) -> dict[str, Any]:
    """A Vega-Lite specification: one panel a unit, one colour a series; a bar spans the values that print so, from the first
    to the last day of the period; figures in dispute are drawn as crosses."""
    contested = set(disputes)
    units = sorted({row["unit"] or "unit not stated" for row in rows})
    edges = {unit: _edge([row for row in rows if (row["unit"] or "unit not stated") == unit]) for unit in units}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "background": "white",
        "config": {"font": "system-ui, sans-serif", "range": {"category": COLOURS.split()}, "axis": {"gridColor": "#e6eaee"}},
        "data": {"values": [_at_edge(_point(row, contested), edges) for row in rows]},
        "vconcat": [_panel(unit) for unit in units],
    }


def _edge(rows: Sequence[Row]) -> float:
    """Where a target far above all that is reached is drawn: a bit above the highest figure; 0 where no figure gives a scale."""
    reached = [abs(float(Decimal(row["value"] or "0"))) for row in rows if row["hedge"] != "target"]
    return 1.15 * max(reached, default=0.0)


def _at_edge(point: dict[str, Any], edges: Mapping[str, float]) -> dict[str, Any]:
    """`point`, on the edge of its panel if it is a target so far that its own place would flatten all else."""
    edge = edges[point["unit"]]
    if point["standing"] != "target" or not 0 < FAR * edge < point["value"]:
        return point
    return {
        **point,
        "standing": "target above the scale",
        "value": edge,
        "low": edge,
        "high": edge,
        "label": f"{point['value']:,.0f} {point['unit']}",
    }


def _point(row: Row, contested: set[tuple[str, str]]) -> dict[str, Any]:
    value, low, high = row["value"] or "0", row["rounding_low"] or row["value"] or "0", row["rounding_high"] or row["value"] or "0"
    printed = " ".join(filter(None, (row["hedge"], row["printed"], row["unit"])))
    return {
        "series": " · ".join(filter(None, (row["reporter"], row["partner"], row["flow"], row["product"]))),
        "unit": row["unit"] or "unit not stated",
        "from": f"{row['period_start']}-01"[:10],
        "to": last_day(row["period_end"] or row["period_start"] or ""),
        # a drawing needs numbers of the machine; the exact ones stay in the graph
        "value": float(Decimal(value)),
        "low": float(Decimal(low)),
        "high": float(Decimal(high)),
        "printed": printed,
        "standing": "in dispute" if (row["article"] or "", value) in contested else "target" if row["hedge"] == "target" else "as printed",
        "article": row["article"],
        "words": (row["evidence"] or "")[:200],
    }


def _panel(unit: str) -> dict[str, Any]:
    colour = {"field": "series", "type": "nominal", "title": None, "legend": {"orient": "bottom", "columns": 1, "labelLimit": 600}}
    across = {"field": "from", "type": "temporal", "title": None}
    tips = [{"field": one, "type": "nominal"} for one in ("series", "printed", "standing", "article", "words")]
    tips[1:1] = [{"field": "from", "type": "temporal", "title": "from"}, {"field": "to", "type": "temporal", "title": "to"}]
    return {
        "width": 760,
        "height": 320,
        "transform": [{"filter": {"field": "unit", "equal": unit}}],
        "encoding": {"color": colour, "tooltip": tips},
        "layer": [
            {
                "mark": {"type": "rect", "opacity": 0.35},
                "encoding": {
                    "x": across,
                    "x2": {"field": "to"},
                    "y": {"field": "low", "type": "quantitative", "title": unit},
                    "y2": {"field": "high"},
                },
            },
            _beyond(across),
            {
                "mark": {"type": "rule", "strokeWidth": 2, "opacity": 0.6},
                "encoding": {"x": across, "x2": {"field": "to"}, "y": {"field": "value", "type": "quantitative"}},
            },
            {
                "mark": {"type": "point", "size": 70, "filled": True},
                "encoding": {
                    "x": {**across, "field": "to"},
                    "y": {"field": "value", "type": "quantitative", "axis": {"labelExpr": SCALED}},
                    "shape": {
                        "field": "standing",
                        "type": "nominal",
                        "scale": {"domain": list(SHAPES), "range": list(SHAPES.values())},
                        "legend": {"title": None, "orient": "bottom"},
                    },
                },
            },
        ],
    }


def _beyond(across: Mapping[str, Any]) -> dict[str, Any]:
    """The values of targets that stand at the edge."""
    return {
        "transform": [{"filter": {"field": "standing", "equal": "target above the scale"}}],
        "mark": {"type": "text", "align": "right", "dy": -10},
        "encoding": {"x": {**across, "field": "to"}, "y": {"field": "value", "type": "quantitative"}, "text": {"field": "label"}},
    }


def draw(specified: Mapping[str, Any], form: str) -> bytes:
    """The chart as a file; raises SetupError without the extra `charts`."""
    try:
        import vl_convert
    except ImportError:
        raise SetupError("charts need another package", hint="pip install 'dateline-kg[charts]'") from None
    if form == "svg":
        return str(vl_convert.vegalite_to_svg(dict(specified))).encode()
    if form == "png":
        return bytes(vl_convert.vegalite_to_png(dict(specified), scale=2))
    return page(specified, str(vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;"))).encode()


def page(specified: Mapping[str, Any], library: str) -> str:
    """One page that needs no network. The data stand as escaped JSON, so that no word of an article becomes markup."""
    data = json.dumps(specified, ensure_ascii=True).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    script = library.replace("</script", r"<\/script")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Printed figures over time</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        "<style>body{font:15px system-ui,sans-serif;margin:2rem;color:#1c2733}</style></head><body><h1>Printed figures over time</h1>"
        "<p>A bar spans the period and the values that print so; a point stands at its end. Crosses are figures that another article disputes."
        " An arrow at the upper edge is a target far above the scale, its value beside it.</p>"
        f'<div id="chart"></div><script type="module">{script}</script>'
        f'<script type="application/json" id="data">{data}</script>'
        '<script type="module">const spec = JSON.parse(document.getElementById("data").textContent);'
        'await window.vegaEmbed("#chart", spec, {actions: false, renderer: "svg", ast: true});</script></body></html>'
    )
