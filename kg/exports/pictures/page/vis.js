// The small drawer: what pyvis laid down, shown by vis-network.
function drawPicture(stage, data, state, hooks) {
  const { nodes, edges, options } = data.drawing;
  const colour = () => getComputedStyle(document.documentElement).getPropertyValue("--link").trim();
  const nodeSet = new vis.DataSet(nodes.map((node) => ({ ...node, label: undefined, title: undefined, font: { size: 0 }, borderWidth: 0 })));
  const edgeSet = new vis.DataSet(edges.map((edge, id) => ({ ...edge, id, title: undefined, color: { color: colour(), highlight: colour(), hover: colour() } })));
  const network = new vis.Network(stage, { nodes: nodeSet, edges: edgeSet }, {
    ...options,
    autoResize: true,
    layout: { improvedLayout: false },
    interaction: { hover: true, keyboard: false, tooltipDelay: 1e9, selectConnectedEdges: false, multiselect: false },
    nodes: { chosen: false, scaling: { label: false } },
    edges: { chosen: false, selectionWidth: 0, hoverWidth: 0, arrows: { to: { scaleFactor: 0.45 } } },
  });
  network.on("afterDrawing", () => hooks.drawn());
  network.on("click", (event) => {
    const link = event.nodes.length ? undefined : event.edges[0];
    if (event.nodes.length) hooks.clickNode(event.nodes[0]);
    else if (link !== undefined) hooks.clickLink(link);
    else hooks.clickStage();
  });
  network.on("hoverNode", (event) => hooks.hoverNode(event.node));
  network.on("blurNode", () => hooks.hoverNode(null));
  network.on("hoverEdge", (event) => hooks.hoverLink(event.edge));
  network.on("blurEdge", () => hooks.hoverLink(null));
  network.on("dragStart", () => hooks.hoverNode(null));
  stage.querySelectorAll("[tabindex]").forEach((element) => (element.tabIndex = -1)); // the list is the keyboard's way in
  const fit = (animation = false) => {
    network.fit({ nodes: nodes.map((node) => node.id).filter((id) => !state.hidden[id]), maxZoomLevel: 1.3 });
    network.moveTo({ scale: network.getScale() * 0.84, offset: { x: 0, y: 16 }, animation });
  };
  fit();
  return {
    fit: () => fit({ duration: 250 }),
    zoom: (factor) => network.moveTo({ scale: network.getScale() * factor }),
    centre: () => network.fit({ nodes: [...state.lit].filter((id) => !state.hidden[id]), maxZoomLevel: 1.1, animation: { duration: 250 } }),
    place(i) {
      const { x, y } = network.canvasToDOM(network.getPosition(i));
      return [x, y, nodes[i].size * network.getScale()];
    },
    middle(e) {
      const [a, b] = [edges[e].from, edges[e].to].map((i) => network.canvasToDOM(network.getPosition(i)));
      return [(a.x + b.x) / 2, (a.y + b.y) / 2];
    },
    update() {
      nodeSet.update(nodes.map(({ id }) => ({ id, hidden: Boolean(state.hidden[id]), opacity: state.lit && !state.lit.has(id) ? 0.12 : 1 })));
      edgeSet.update(edges.map(({ from, to }, id) => ({
        id,
        hidden: Boolean(state.hidden[from] || state.hidden[to]),
        color: { color: id === state.link ? "#d08700" : colour(), opacity: state.lit && !(state.lit.has(from) && state.lit.has(to)) ? 0.12 : 1 },
      })));
    },
    physics: (on) => network.setOptions({ physics: { enabled: on, solver: "forceAtlas2Based", stabilization: false } }),
  };
}
