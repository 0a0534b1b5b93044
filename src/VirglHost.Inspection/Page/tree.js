// The tree: only lines on the screen exist. `open` says which lines show what is below them, `shown` is the list of lines that can be scrolled to.
const LINE = 22, MAX_HEIGHT = 15e6;
let rows, count, shown = [], place, open, last, picked = -1, hits = new Set(), hidden = new Set(), slowest = [1, 1, 1, 1];

function prepareTree() {
  rows = page.rows;
  count = rows.name.length;
  open = new Uint8Array(count);
  last = new Int32Array(count);
  const stack = [];
  for (let i = 0; i < count; i++) {
    while (stack.length && rows.depth[stack[stack.length - 1]] >= rows.depth[i]) last[stack.pop()] = i - 1;
    stack.push(i);
      }
  while (stack.length) last[stack.pop()] = count - 1;
  for (let i = 0; i < count; i++) {
    open[i] = rows.depth[i] === 0 ? 1 : 0;
    slowest[rankOf(i)] = Math.max(slowest[rankOf(i)], rows.time[i]);
  }
  flow();
}

// Times are compared with others of their kind: frames, submits, runs of a sub-context, commands.
const rankOf = row => hasBelow(row) ? Math.min(rows.depth[row], 2) : 3;
const hasBelow = row => last[row] > row;

function flow() {
  const list = [];
  for (let i = 0; i < count; i++) {
    const below = hasBelow(i);
    if (below || !hidden.has(rows.kind[i])) list.push(i);
    if (below && !open[i]) i = last[i];
  }
  shown = list;
  place = new Map();
  shown.forEach((row, i) => place.set(row, i));
  $("space").style.height = Math.min(shown.length * LINE, MAX_HEIGHT) + "px";
  drawTree();
}

// A list higher than a browser can scroll is scrolled in larger steps.
function firstLine() {
  const tree = $("tree"), all = shown.length * LINE;
  if (all <= MAX_HEIGHT) return tree.scrollTop / LINE;
  const room = Math.max(MAX_HEIGHT - tree.clientHeight, 1);
  return tree.scrollTop / room * (shown.length - tree.clientHeight / LINE);
}

function scrollToLine(index) {
  const tree = $("tree"), visible = tree.clientHeight / LINE, first = firstLine();
  if (index >= first + 1 && index < first + visible - 2) return;
  const target = Math.max(0, index - Math.floor(visible / 3));
  tree.scrollTop = shown.length * LINE <= MAX_HEIGHT ? target * LINE : target / Math.max(shown.length - visible, 1) * (MAX_HEIGHT - tree.clientHeight);
}

function line(row, top) {
  const kind = rows.kind[row], below = hasBelow(row), outcome = rows.outcome[row];
  const share = rows.time[row] > 0 ? Math.round(Math.sqrt(rows.time[row] / slowest[rankOf(row)]) * 70) : 0;
  const classes = ["line", "k" + kind, row === picked ? "pick" : "", hits.has(row) ? "hit" : "", outcome === 1 || outcome === 2 ? "failed" : outcome === 3 ? "unreached" : "", kind >= 9 || kind === 4 || kind === 3 ? "low" : ""];
  return el("div", { class: classes.join(" "), style: `top:${top}px;padding-left:${4 + rows.depth[row] * 14}px`, role: "treeitem", "aria-selected": row === picked, "aria-expanded": below ? !!open[row] : null, "data-row": row },
    el("span", { class: "fold" }, below ? (open[row] ? "▼" : "▶") : ""), el("i"), el("b", {}, page.names[rows.name[row]]), el("span", { class: "text" }, rows.text[row]),
    rows.draw[row] ? el("span", { class: "draw" }, "draw " + rows.draw[row]) : null,
    el("span", { class: "time" }, share ? el("span", { style: `width:${share}px` }) : null, time(rows.time[row])));
}

function drawTree() {
  const first = firstLine(), start = Math.max(0, Math.floor(first)), end = Math.min(shown.length, start + Math.ceil($("tree").clientHeight / LINE) + 1);
  const shift = (first - start) * LINE;
  $("lines").replaceChildren(...shown.slice(start, end).map((row, i) => line(row, i * LINE - shift)));
}

function reveal(row) {
  let changed = false;
  if (hidden.delete(rows.kind[row])) { changed = true; drawFilters(); }
  for (let i = row, depth = rows.depth[row]; i >= 0 && depth > 0; i--) {
    if (rows.depth[i] < depth) {
      depth = rows.depth[i];
      if (!open[i]) { open[i] = 1; changed = true; }
    }
  }
  if (changed) flow();
}

function toggle(row, on = !open[row]) {
  if (!hasBelow(row)) return;
  open[row] = on ? 1 : 0;
  flow();
}

function pick(row, isQuiet = false) {
  if (row < 0 || row >= count) return;
  picked = row;
  reveal(row);
  scrollToLine(place.get(row));
  drawTree();
  if (!isQuiet) history.replaceState(null, "", "#row=" + row);
  showRow(row);
}

function step(by) {
  const at = place.get(picked) ?? 0;
  pick(shown[Math.min(Math.max(at + by, 0), shown.length - 1)]);
}

const KINDS = [[5, "draws"], [6, "clears"], [7, "copies"], [8, "compute"], [9, "state"], [10, "objects"], [3, "resources"], [11, "queries"], [4, "fences"], [12, "other"]];
function drawFilters() {
  const there = new Set(rows.kind);
  $("filters").replaceChildren(...KINDS.filter(([kind]) => there.has(kind)).map(([kind, name]) =>
    el("button", { class: `k${kind} ${hidden.has(kind) ? "" : "on"}`, title: "Show or hide; with Shift: only these", "aria-pressed": !hidden.has(kind), onclick: event => {
      if (event.shiftKey) { const only = KINDS.map(k => k[0]).filter(k => k !== kind); hidden = hidden.size === only.length && !hidden.has(kind) ? new Set() : new Set(only); }
      else if (!hidden.delete(kind)) hidden.add(kind);
      drawFilters(); flow();
    } }, el("i"), name)),
    el("span", { class: "grow" }),
    el("button", { class: "on", title: "Open everything (E)", "aria-label": "Open everything", onclick: () => openAll(1) }, "⊞"), el("button", { class: "on", title: "Close everything (Shift+E)", "aria-label": "Close everything", onclick: () => openAll(0) }, "⊟"));
}

function openAll(on) {
  for (let i = 0; i < count; i++) open[i] = on || rows.depth[i] === 0 ? 1 : 0;
  flow();
  if (picked >= 0 && place.has(picked)) scrollToLine(place.get(picked));
}
