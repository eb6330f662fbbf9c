// The page round either drawer: search, legend and filter, list, details, tooltip, keyboard. Text enters the page as text only.
const data = JSON.parse(document.getElementById("data").textContent);
const $$ = (id) => document.getElementById(id);
const state = { hidden: new Uint8Array(data.nodes.length), lit: null, selected: null, hovered: null, link: null, hub: data.hub };
const off = new Set(data.off);
const order = data.nodes.map((_, i) => i); // the build wrote them most linked first
const MOST_LISTED = 300, MOST_PASSAGES = 150;
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const haystack = data.nodes.map((node) => fold([node.label, ...node.facts.map((fact) => fact[1])].join(" ")));
const around = data.nodes.map(() => []);
data.links.forEach((link, e) => (around[link.source].push(e), around[link.target].push(e)));
let matches = order, active = 0, picture = null, paint = () => {};

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

const turn = (points, start) => Array.from({ length: points }, (_, k) => start + (2 * Math.PI * k) / points);
const OUTLINES = {
  square: turn(4, Math.PI / 4), diamond: turn(4, 0), triangle: turn(3, -Math.PI / 2), triangleDown: turn(3, Math.PI / 2), hexagon: turn(6, 0), star: turn(10, -Math.PI / 2),
};
function mark(kind) {
  const { shape, colour } = data.kinds[kind], space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg"), angles = OUTLINES[shape];
  const figure = document.createElementNS(space, angles ? "polygon" : "circle");
  const reach = (k) => (shape === "star" ? (k % 2 ? 3 : 7) : shape === "diamond" ? 7.2 : 6.8);
  const set = angles ? { points: angles.map((a, k) => `${8 + reach(k) * Math.cos(a)},${8 + reach(k) * Math.sin(a)}`).join(" ") } : { cx: 8, cy: 8, r: 6 };
  for (const [name, value] of Object.entries({ ...set, fill: colour })) figure.setAttribute(name, value);
  for (const [name, value] of Object.entries({ viewBox: "0 0 16 16", class: "mark", "aria-hidden": "true" })) svg.setAttribute(name, value);
  svg.append(figure);
  return svg;
}

function webLink(url, text) {
  let parsed = null;
  try { parsed = new URL(url); } catch { return text; }
  return ["http:", "https:"].includes(parsed.protocol) ? make("a", { href: parsed.href, rel: "noopener noreferrer", target: "_blank" }, text) : text;
}

// ---- list, legend, search
function refresh() {
  data.nodes.forEach((node, i) => (state.hidden[i] = off.has(node.kind) ? 1 : 0));
  const words = fold($$("search").value).split(/\s+/).filter(Boolean);
  matches = order.filter((i) => !state.hidden[i] && words.every((word) => haystack[i].includes(word)));
  if (state.selected === null && state.link === null) state.lit = words.length ? new Set(matches) : null;
  active = 0;
  $$("count").textContent = `${matches.length.toLocaleString("en")} ${matches.length === 1 ? "node" : "nodes"}${words.length ? " found" : ", most linked first"}`;
  const items = matches.slice(0, MOST_LISTED).map((i, row) =>
    make("li", { role: "option", id: `row-${row}`, "aria-selected": "false", onclick: () => select(i, true) },
      mark(data.nodes[i].kind), make("span", { class: "name" }, data.nodes[i].label), make("span", { class: "tally", title: "links" }, String(data.nodes[i].degree))));
  if (matches.length > MOST_LISTED) items.push(make("li", { class: "more", role: "presentation" }, `and ${(matches.length - MOST_LISTED).toLocaleString("en")} more: narrow the search`));
  $$("list").replaceChildren(...items);
  step(0);
  if (picture) picture.update();
}

function step(row) {
  const rows = Math.min(matches.length, MOST_LISTED);
  document.getElementById(`row-${active}`)?.setAttribute("aria-selected", "false");
  active = Math.max(0, Math.min(rows - 1, row));
  const item = document.getElementById(`row-${active}`);
  if (!item) return $$("list").removeAttribute("aria-activedescendant");
  item.setAttribute("aria-selected", "true");
  $$("list").setAttribute("aria-activedescendant", item.id);
  item.scrollIntoView({ block: "nearest" });
}

for (const [kind, { label, count }] of Object.entries(data.kinds)) {
  const box = make("input", { type: "checkbox", value: kind });
  box.checked = !off.has(kind);
  box.addEventListener("change", () => { box.checked ? off.delete(kind) : off.add(kind); refresh(); });
  $$("legend").append(make("label", {}, box, mark(kind), label, make("span", { class: "tally" }, count.toLocaleString("en"))));
}

// ---- details
function passage(p, links, self) {
  const { text, article, start, end } = data.passages[p], source = data.articles[article] || null;
  const where = start === undefined ? "headline" : `characters ${start}–${end}`;
  const line = (link) => {
    const { source: a, target: b, relation, date, note } = link;
    const go = (i) => make("button", { type: "button", class: "go", onclick: () => select(i, true) }, data.nodes[i].label);
    const words = a === self ? [`${relation} `, go(b)] : b === self ? [go(a), ` ${relation} ${shorten(data.nodes[self].label, 60)}`] : [go(a), ` ${relation} `, go(b)];
    return make("li", {}, ...words, date ? make("time", {}, ` ${date}`) : null, note ? make("small", {}, ` (${note})`) : null);
  };
  return make("div", { class: "passage" },
    text ? make("blockquote", {}, `“${text}”`) : null,
    source ? make("cite", {}, webLink(source.url, source.title || source.id), source.title ? ` · ${source.id}` : "", ` · ${where}`) : null,
    links.length ? make("ul", {}, ...links.map(line)) : null);
}

function passages(facts, alone, self) {
  const groups = new Map(alone.map((p) => [p, []]));
  for (const fact of facts) groups.set(fact.passage, [...(groups.get(fact.passage) || []), fact]);
  const shown = [...groups].slice(0, MOST_PASSAGES).map(([p, links]) => passage(p, links, self));
  const rest = groups.size - shown.length;
  return [make("h3", {}, `Evidence: ${groups.size} ${groups.size === 1 ? "passage" : "passages"}`), ...shown, rest > 0 ? make("p", {}, `and ${rest} more`) : null];
}

function show(...content) {
  const back = make("button", { type: "button", id: "back", onclick: clear }, "← All nodes");
  $$("detail").replaceChildren(back, ...content.filter((child) => child !== null));
  $$("browse").hidden = true;
  $$("detail").hidden = false;
  $$("detail").scrollTop = 0;
  picture?.update();
}

const factsOf = (e) => data.links[e].facts.map((fact) => ({ ...fact, source: fact.back ? data.links[e].target : data.links[e].source, target: fact.back ? data.links[e].source : data.links[e].target }));

function select(i, move = false) {
  const node = data.nodes[i];
  if (state.hidden[i]) { // asked for by name from the panel: its class comes back
    off.delete(node.kind);
    $$("legend").querySelector(`input[value="${node.kind}"]`).checked = true;
    refresh();
  }
  Object.assign(state, { selected: i, link: null, lit: new Set([i, ...around[i].flatMap((e) => [data.links[e].source, data.links[e].target])]) });
  const heading = make("h2", { tabindex: "-1" }, node.label);
  const rows = node.facts.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]);
  show(make("p", { class: "kind" }, mark(node.kind), `${data.kinds[node.kind].one} · ${node.degree} ${node.degree === 1 ? "link" : "links"}`), heading,
    rows.length ? make("dl", {}, ...rows) : null, ...passages(around[i].flatMap(factsOf), node.sightings, i));
  if (move) { picture?.centre(i); heading.focus(); }
}

function selectLink(e) {
  const { source, target } = data.links[e];
  Object.assign(state, { selected: null, link: e, lit: new Set([source, target]) });
  show(make("p", { class: "kind" }, "Link"), make("h2", { tabindex: "-1" }, `${data.nodes[source].label} — ${data.nodes[target].label}`), ...passages(factsOf(e), [], null));
}

function clear() {
  const row = state.selected === null ? -1 : matches.indexOf(state.selected);
  Object.assign(state, { selected: null, link: null, lit: null });
  $$("detail").hidden = true;
  $$("browse").hidden = false;
  const at = row >= 0 && row < MOST_LISTED ? row : active;
  refresh();
  step(at);
  $$("list").focus({ preventScroll: true });
}

// ---- tooltip
function tip(x, y, ...content) {
  const box = $$("tip"), stage = $$("stage-box");
  box.replaceChildren(...content.filter((child) => child !== null));
  box.hidden = false;
  box.style.left = `${Math.max(8, Math.min(x + 14, stage.clientWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${y + 18 + box.offsetHeight > stage.clientHeight ? Math.max(8, y - box.offsetHeight - 14) : y + 18}px`;
}
const quoted = (p) => (p === undefined || !data.passages[p].text ? null : make("q", {}, shorten(data.passages[p].text, 220)));

function hoverNode(i) {
  state.hovered = i;
  $$("tip").hidden = true;
  if (i !== null) {
    const node = data.nodes[i], [x, y] = picture.place(i), date = (node.facts.find((fact) => fact[0] === "date") || [])[1];
    const proof = node.sightings[0] ?? (around[i].length ? data.links[around[i][0]].facts[0].passage : undefined);
    tip(x, y, make("b", {}, node.label), make("span", {}, [data.kinds[node.kind].one, date].filter(Boolean).join(" · ")), quoted(proof));
  }
  paint(picture.place);
}

function hoverLink(e) {
  if (state.hovered !== null) return;
  $$("tip").hidden = true;
  if (e === null) return;
  const fact = factsOf(e)[0], [x, y] = picture.middle(e);
  tip(x, y, make("b", {}, `${data.nodes[fact.source].label} ${fact.relation} ${data.nodes[fact.target].label}`), fact.date ? make("span", {}, fact.date) : null, quoted(fact.passage));
}

// ---- keyboard
$$("search").addEventListener("input", refresh);
$$("search").addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") { event.preventDefault(); $$("list").focus(); }
  if (event.key === "Enter" && matches.length) select(matches[0], true);
});
$$("list").addEventListener("keydown", (event) => {
  const page = 10, moves = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: Infinity, PageDown: active + page, PageUp: active - page };
  if (event.key in moves) { event.preventDefault(); step(moves[event.key]); }
  if ((event.key === "Enter" || event.key === " ") && matches.length) { event.preventDefault(); select(matches[active], true); }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !$$("detail").hidden) clear();
  if (event.key === "/" && event.target !== $$("search")) { event.preventDefault(); if (!$$("detail").hidden) clear(); $$("search").focus(); }
});

// ---- start
$$("note").textContent = data.note;
refresh();
paint = labelPainter($$("labels"), data, state, order);
try {
  picture = drawPicture($$("stage"), data, state, {
    drawn: () => picture && paint(picture.place), clickNode: (i) => select(i), clickLink: selectLink, hoverNode, hoverLink,
    clickStage: () => { if (!$$("detail").hidden) clear(); },
  });
} catch (error) {
  $$("note").textContent = `The picture cannot be drawn here (${error.message}); the list on the side holds everything.`;
}
if (picture) {
  $$("zoom-in").addEventListener("click", () => picture.zoom(1.4));
  $$("zoom-out").addEventListener("click", () => picture.zoom(1 / 1.4));
  $$("fit").addEventListener("click", () => picture.fit());
  if (picture.physics) {
    $$("physics-box").hidden = false;
    $$("physics").addEventListener("change", (event) => picture.physics(event.target.checked));
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => picture.update());
  const settled = () => (document.documentElement.dataset.ready = String(Math.round(performance.now())));
  requestAnimationFrame(() => { paint(picture.place); requestAnimationFrame(settled); }); // the first frame is on the screen
}
window.kgPicture = { data, place: (i) => picture.place(i) };
