// Labels and rings over either drawer: the most linked nodes first, none over another.
const shorten = (text, width) => (text.length > width ? text.slice(0, width - 1).trimEnd() + "…" : text);

function labelPainter(canvas, data, state, order) {
  const context = canvas.getContext("2d");
  const CELL = 40, MANY = data.nodes.length > 400, MOST = MANY ? 90 : 220, FINE = MANY ? 6 : 0;

  const cells = (box, visit) => {
    for (let x = Math.floor(box[0] / CELL); x <= Math.floor(box[2] / CELL); x++)
      for (let y = Math.floor(box[1] / CELL); y <= Math.floor(box[3] / CELL); y++) if (visit(`${x},${y}`)) return true;
    return false;
  };
  // A box is left, top, right, bottom, whose it is, and its weight; a hub's label may lie over lighter nodes, never over a label.
  const clash = (taken, box, weight) =>
    cells(box, (key) => (taken.get(key) || []).some((o) => o[4] !== box[4] && o[5] >= weight && box[0] < o[2] && o[0] < box[2] && box[1] < o[3] && o[1] < box[3]));
  const take = (taken, box) => cells(box, (key) => void (taken.get(key) || taken.set(key, []).get(key)).push(box));
  const spots = (x, y, r, w, h) => [[x - w / 2, y + r + 2], [x + r + 4, y - h / 2], [x - w / 2, y - r - h - 2], [x - r - w - 4, y - h / 2]];

  return function paint(place) {
    const wide = canvas.clientWidth, high = canvas.clientHeight, ratio = window.devicePixelRatio || 1;
    if (canvas.width !== Math.round(wide * ratio)) canvas.width = Math.round(wide * ratio);
    if (canvas.height !== Math.round(high * ratio)) canvas.height = Math.round(high * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, wide, high);
    const style = getComputedStyle(document.documentElement);
    const ink = style.getPropertyValue("--ink"), ground = style.getPropertyValue("--ground"), accent = style.getPropertyValue("--accent");
    const taken = new Map(), shown = [];
    for (const i of order) {
      if (state.hidden[i] || (state.lit && !state.lit.has(i))) continue;
      const [x, y, r] = place(i);
      if (x < -40 || y < -40 || x > wide + 40 || y > high + 40) continue;
      shown.push([i, x, y, r]);
      if (r > 2) take(taken, [x - r, y - r, x + r, y + r, i, data.nodes[i].degree]);
    }
    const first = shown.filter(([i]) => i === state.selected || i === state.hovered);
    context.lineJoin = "round";
    let painted = 0;
    for (const [i, x, y, r] of [...first, ...shown]) {
      const special = i === state.selected || i === state.hovered;
      if (special) ring(x, y, r, accent);
      if (painted >= MOST && !special) break;
      if (special && painted >= first.length) continue;
      const degree = data.nodes[i].degree;
      if (degree < state.hub && r < FINE && !special && !state.lit) continue;
      const hub = special || degree >= state.hub, size = special ? 13.5 : hub ? 13 : 11.5;
      context.font = `${hub ? 600 : 400} ${size}px system-ui, "Segoe UI", "Liberation Sans", sans-serif`;
      const text = shorten(data.nodes[i].label, special ? 60 : 30), w = context.measureText(text).width, h = size + 2;
      const boxes = spots(x, y, r, w, h).map(([a, b]) => [a - 2, b, a + w + 2, b + h, i]);
      const within = (b) => b[0] > 2 && b[1] > 58 && b[2] < wide - 2 && b[3] < high - 2;
      const box = boxes.find((b) => within(b) && !clash(taken, b, hub ? degree : 0)) || (special ? boxes[0] : null);
      if (!box) continue;
      take(taken, [...box.slice(0, 4), -1, Infinity]);
      context.lineWidth = 3.5;
      context.strokeStyle = ground;
      context.strokeText(text, box[0] + 2, box[1] + size);
      context.fillStyle = ink;
      context.fillText(text, box[0] + 2, box[1] + size);
      painted++;
    }
  };

  function ring(x, y, r, colour) {
    context.beginPath();
    context.arc(x, y, r + 4, 0, 2 * Math.PI);
    context.lineWidth = 2.5;
    context.strokeStyle = colour;
    context.stroke();
  }
}
