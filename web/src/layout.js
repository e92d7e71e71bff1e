// The worker that lays out a model's graph, so that a large one does not hold the page. It hears and answers whole numbers:
//   in:  id, n, then for each node width, height, parent (from 1; 0 is the top), then m, then for each edge from, to
//   out: id, width, height, then for each node x, y, width, height, then for each edge the number of its points and their x, y
import dagre from "@dagrejs/dagre";

const pad = 14, header = 40, gap = 26, rankGap = 34;
const many = 1200; // more nodes side by side than this are ranked in a simpler way, which takes no seconds

globalThis.onmessage = ({ data }) => {
  const [id, n] = data, nodes = [], edges = [];
  let at = 2;
  for (let i = 0; i < n; i++, at += 3) nodes.push({ w: data[at], h: data[at + 1], parent: data[at + 2], x: 0, y: 0, inside: [] });
  const m = data[at++];
  for (let i = 0; i < m; i++, at += 2) edges.push({ from: data[at], to: data[at + 1], points: [] });
  const top = { x: -pad, y: -header, inside: [] };
  for (const node of nodes) (node.parent ? nodes[node.parent - 1] : top).inside.push(node);
  for (const edge of edges) {
    edge.a = nodes[edge.from];
    edge.b = nodes[edge.to];
    const within = edge.a.parent ? nodes[edge.a.parent - 1] : top;
    (within.edges ??= []).push(edge);
  }
  fit(top);
  put(top, -pad, -header);
  const out = [id, top.w - 2 * pad, top.h - header - pad];
  for (const { x, y, w, h } of nodes) out.push(x, y, w, h);
  for (const { points } of edges) out.push(points.length, ...points.flat());
  globalThis.postMessage(Int32Array.from(out, Math.round));
};

// fit places what is inside of a node, innermost first, and gives the node the size that it takes.
function fit(node) {
  if (!node.inside.length) return;
  node.inside.forEach(fit);
  const size = arrange(node.inside, node.edges ?? []);
  node.w = Math.max(node.w ?? 0, size.w + 2 * pad);
  node.h = size.h + header + pad;
  node.shift = (node.w - 2 * pad - size.w) / 2;
}

// put turns places within a node into places on the whole picture.
function put(node, x, y) {
  node.x = x;
  node.y = y;
  const left = x + pad + (node.shift ?? 0), above = y + header;
  for (const edge of node.edges ?? []) edge.points = edge.points.map(([px, py]) => [px + left, py + above]);
  for (const child of node.inside) put(child, left + child.x, above + child.y);
}

function arrange(nodes, edges) {
  const ins = new Map(), outs = new Map();
  for (const { a, b } of edges) {
    outs.set(a, (outs.get(a) ?? 0) + 1);
    ins.set(b, (ins.get(b) ?? 0) + 1);
  }
  const single = [...ins.values(), ...outs.values()].every((count) => count === 1);
  if (!edges.length || single && edges.length === nodes.length - 1) return ranked(nodes, edges, nodes.map((node) => [node]));
  const stacked = series(nodes, edges);
  if (stacked) return stacked;
  if (nodes.length > many) return ranked(nodes, edges, ranks(nodes, edges));
  try {
    return layered(nodes, edges);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return ranked(nodes, edges, ranks(nodes, edges)); // the library goes deeper than the stack for very long graphs
  }
}

// series takes apart a graph at the nodes that everything passes, as networks of blocks have many of, and places one part below
// the other. It answers null where that cannot be done. Nodes come in an order in which edges point forward.
function series(nodes, edges) {
  const order = new Map(nodes.map((node, i) => [node, i]));
  const reach = new Array(nodes.length).fill(0), cuts = [];
  for (const { a, b } of edges) reach[order.get(a)] = Math.max(reach[order.get(a)], order.get(b));
  for (let k = 0, farthest = 0; k < nodes.length; farthest = Math.max(farthest, reach[k++])) if (farthest <= k) cuts.push(k);
  if (cuts.length < 3) return null;
  const parts = cuts.slice(1).map((to, i) => ({ nodes: nodes.slice(cuts[i], to + 1), edges: [] }));
  if (parts.some((part) => part.nodes.length > 300)) return null;
  let at = 0;
  for (const edge of [...edges].sort((e, f) => order.get(e.a) - order.get(f.a))) {
    while (order.get(edge.a) >= cuts[at + 1]) at++;
    parts[at].edges.push(edge);
  }
  const boxes = [];
  let x = 0, y = 0;
  for (const part of parts) {
    const first = part.nodes[0], last = part.nodes.at(-1), inner = part.nodes.slice(1);
    layered(part.nodes, part.edges);
    if (inner.some((node) => node.y < first.y + first.h) || part.nodes.some((node) => node !== last && node.y + node.h > last.y)) return null;
    const dx = x - (first.x + first.w / 2), dy = y - first.y;
    for (const node of part.nodes) boxes.push([node, node.x + dx, node.y + dy]);
    for (const edge of part.edges) edge.points = edge.points.map(([px, py]) => [px + dx, py + dy]);
    x += last.x + last.w / 2 - (first.x + first.w / 2);
    y += last.y - first.y;
  }
  for (const [node, nx, ny] of boxes) Object.assign(node, { x: nx, y: ny });
  const left = Math.min(...nodes.map((node) => node.x), ...edges.flatMap(({ points }) => points.map(([px]) => px)));
  const right = Math.max(...nodes.map((node) => node.x + node.w), ...edges.flatMap(({ points }) => points.map(([px]) => px)));
  for (const node of nodes) node.x -= left;
  for (const edge of edges) edge.points = edge.points.map(([px, py]) => [px - left, py]);
  return { w: right - left, h: Math.max(...nodes.map((node) => node.y + node.h)) };
}

function layered(nodes, edges) {
  const g = new dagre.graphlib.Graph({ multigraph: true });
  g.setGraph({ nodesep: gap, ranksep: rankGap, edgesep: 14 });
  g.setDefaultEdgeLabel(() => ({}));
  const name = new Map(nodes.map((node, i) => [node, String(i)]));
  for (const [node, key] of name) g.setNode(key, { width: node.w, height: node.h });
  edges.forEach(({ a, b }, i) => g.setEdge(name.get(a), name.get(b), {}, String(i)));
  dagre.layout(g);
  for (const [node, key] of name) {
    const { x, y } = g.node(key);
    node.x = x - node.w / 2;
    node.y = y - node.h / 2;
  }
  edges.forEach((edge, i) => {
    edge.points = g.edge(name.get(edge.a), name.get(edge.b), String(i)).points.map(({ x, y }) => [x, y]);
  });
  const { width, height } = g.graph();
  return { w: width, h: height };
}

// ranks puts each node below all that it follows; edges point forward.
function ranks(nodes, edges) {
  const rank = new Map(nodes.map((node) => [node, 0])), rows = [], after = new Map();
  for (const { a, b } of edges) after.set(a, [...after.get(a) ?? [], b]);
  for (const node of nodes) {
    for (const next of after.get(node) ?? []) rank.set(next, Math.max(rank.get(next), rank.get(node) + 1));
    (rows[rank.get(node)] ??= []).push(node);
  }
  return rows;
}

function ranked(nodes, edges, rows) {
  const widths = rows.map((row) => row.reduce((sum, node) => sum + node.w + gap, -gap));
  const w = Math.max(...widths);
  let y = 0;
  rows.forEach((row, i) => {
    let x = (w - widths[i]) / 2;
    for (const node of row) {
      node.x = x;
      node.y = y;
      x += node.w + gap;
    }
    y += Math.max(...row.map((node) => node.h)) + rankGap;
  });
  for (const edge of edges) {
    edge.points = [[edge.a.x + edge.a.w / 2, edge.a.y + edge.a.h], [edge.b.x + edge.b.w / 2, edge.b.y]];
  }
  return { w, h: y - rankGap };
}
