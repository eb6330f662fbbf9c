// The large drawer: sigma on WebGL, positions from the build, shapes as signed distances in one program.
const { Sigma, NodeProgram, floatColor, Graph } = sigmaBundle;
const SHAPES = ["dot", "square", "diamond", "triangle", "triangleDown", "star", "hexagon"];

const VERTEX = `
attribute vec4 a_id; attribute vec4 a_color; attribute vec2 a_position; attribute float a_size; attribute float a_shape; attribute float a_angle;
uniform mat3 u_matrix; uniform float u_sizeRatio; uniform float u_correctionRatio;
varying vec4 v_color; varying vec2 v_point; varying float v_feather; varying float v_shape;
void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  vec2 corner = 3.0 * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + radius * corner, 1)).xy, 0, 1);
  v_point = corner; v_feather = u_correctionRatio * 2.0 / radius; v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

const FRAGMENT = `
precision highp float;
varying vec4 v_color; varying vec2 v_point; varying float v_feather; varying float v_shape;
float star(vec2 p) {
  const vec2 k1 = vec2(0.809016994, -0.587785252); const vec2 k2 = vec2(-0.809016994, -0.587785252);
  p.x = abs(p.x); p -= 2.0 * max(dot(k1, p), 0.0) * k1; p -= 2.0 * max(dot(k2, p), 0.0) * k2; p.x = abs(p.x); p.y -= 1.2;
  vec2 ba = 0.5 * vec2(-k1.y, k1.x) - vec2(0, 1);
  float h = clamp(dot(p, ba) / dot(ba, ba), 0.0, 1.2);
  return length(p - ba * h) * sign(p.y * ba.x - p.x * ba.y);
}
float away(vec2 p) {
  vec2 q = abs(p);
  if (v_shape < 0.5) return length(p) - 1.0;
  if (v_shape < 1.5) return max(q.x, q.y) - 0.88;
  if (v_shape < 2.5) return (q.x + q.y - 1.25) * 0.7071;
  if (v_shape < 3.5) return max(q.x * 0.866025 + p.y * 0.5, -p.y) - 0.62;
  if (v_shape < 4.5) return max(q.x * 0.866025 - p.y * 0.5, p.y) - 0.62;
  if (v_shape < 5.5) return star(p);
  return max(q.x * 0.866025 + q.y * 0.5, q.y) - 0.95;
}
void main() {
  float d = away(v_point);
  #ifdef PICKING_MODE
  if (length(v_point) > 1.2) gl_FragColor = vec4(0.0); else gl_FragColor = v_color;
  #else
  gl_FragColor = mix(v_color, vec4(0.0), smoothstep(-v_feather, 0.0, d));
  #endif
}`;

class ShapeProgram extends NodeProgram {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 3, VERTEX_SHADER_SOURCE: VERTEX, FRAGMENT_SHADER_SOURCE: FRAGMENT, METHOD: TRIANGLES,
      UNIFORMS: ["u_sizeRatio", "u_correctionRatio", "u_matrix"],
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT }, { name: "a_size", size: 1, type: FLOAT }, { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true }, { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }
  processVisibleItem(nodeIndex, start, node) {
    this.array.set([node.x, node.y, node.size, node.form, floatColor(node.color)], start);
    this.array[start + 5] = nodeIndex;
  }
  setUniforms({ sizeRatio, correctionRatio, matrix }, { gl, uniformLocations }) {
    gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
    gl.uniform1f(uniformLocations.u_correctionRatio, correctionRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
  }
}

function drawPicture(stage, data, state, hooks) {
  const read = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const graph = new Graph({ type: "undirected", multi: true });
  data.nodes.forEach((node, i) => {
    const mark = data.kinds[node.kind];
    graph.addNode(i, { x: node.x, y: -node.y, size: node.size, color: mark.colour, form: SHAPES.indexOf(mark.shape), type: "shape" });
  });
  const arrows = data.nodes.length <= 1000;
  data.links.forEach((link, e) => graph.addEdgeWithKey(e, link.source, link.target, { type: arrows && link.arrow ? "arrow" : "line" }));
  let dim = read("--line"), plain = read("--link"), behind = read("--ground");
  const thin = Math.max(0.35, Math.min(1.2, 60 / Math.sqrt(data.links.length + 1)));
  const renderer = new Sigma(graph, stage, {
    renderLabels: false, defaultNodeType: "shape", nodeProgramClasses: { shape: ShapeProgram }, nodeHoverProgramClasses: { shape: ShapeProgram },
    defaultDrawNodeHover: () => {}, enableEdgeEvents: data.links.length <= 2000, hideEdgesOnMove: data.links.length > 15000, zIndex: true,
    minEdgeThickness: 0.5, stagePadding: 60, minCameraRatio: 0.01, maxCameraRatio: 3,
    nodeReducer: (key, node) => ({
      ...node, hidden: Boolean(state.hidden[key]), highlighted: false, label: null,
      ...(state.lit && !state.lit.has(+key) ? { color: dim, zIndex: 0 } : { zIndex: 1 }),
    }),
    edgeReducer: (key, edge) => {
      const { source, target } = data.links[key];
      const lit = !state.lit || (state.lit.has(source) && state.lit.has(target));
      const bold = +key === state.link;
      return { ...edge, hidden: Boolean(state.hidden[source] || state.hidden[target]), size: bold ? 3 : state.lit && lit ? 1.4 : thin,
        color: bold ? "#d08700" : lit ? plain : behind, zIndex: lit ? 1 : 0 };
    },
  });
  renderer.on("afterRender", () => hooks.drawn());
  renderer.on("clickNode", ({ node }) => hooks.clickNode(+node));
  renderer.on("clickEdge", ({ edge }) => hooks.clickLink(+edge));
  renderer.on("clickStage", () => hooks.clickStage());
  renderer.on("enterNode", ({ node }) => hooks.hoverNode(+node));
  renderer.on("leaveNode", () => hooks.hoverNode(null));
  renderer.on("enterEdge", ({ edge }) => hooks.hoverLink(+edge));
  renderer.on("leaveEdge", () => hooks.hoverLink(null));
  const camera = renderer.getCamera();
  const spot = (i) => renderer.framedGraphToViewport(renderer.getNodeDisplayData(i));
  return {
    fit: () => camera.animatedReset({ duration: 250 }),
    zoom: (factor) => camera.setState({ ratio: renderer.getCamera().getBoundedRatio(camera.ratio / factor) }),
    centre(i) {
      const { x, y } = renderer.getNodeDisplayData(i);
      const reach = [...state.lit].filter((other) => !state.hidden[other]).map((other) => renderer.getNodeDisplayData(other));
      const ratio = 2.2 * Math.max(0.05, ...reach.map((other) => Math.max(Math.abs(other.x - x), Math.abs(other.y - y))));
      camera.animate({ x, y, ratio: Math.min(1, ratio) }, { duration: 250 });
    },
    place(i) {
      const { x, y } = spot(i);
      return [x, y, renderer.scaleSize(data.nodes[i].size)];
    },
    middle(e) {
      const [a, b] = [spot(data.links[e].source), spot(data.links[e].target)];
      return [(a.x + b.x) / 2, (a.y + b.y) / 2];
    },
    update() {
      [dim, plain, behind] = [read("--line"), read("--link"), read("--ground")];
      renderer.refresh({ skipIndexation: true });
    },
  };
}
