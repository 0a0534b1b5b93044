// The panels beside the tree, keys, and the beginning.
const TITLES = { Framebuffer: "Framebuffer", Viewports: "Viewports", Scissors: "Scissors", Rasterizer: "Rasterizer", DepthStencilAlpha: "Depth, stencil, alpha", Blend: "Blend", Fixed: "Other fixed state", VertexElements: "Vertex elements",
  VertexBuffers: "Vertex buffers", IndexBuffer: "Index buffer", StreamOutput: "Stream output", RenderCondition: "Render condition", AtomicBuffers: "Atomic buffers", Program: "Shaders", SamplerViews: "Sampler views", SamplerStates: "Sampler states",
  Constants: "Constants", UniformBuffers: "Uniform buffers", Storage: "Storage buffers and images" };
const TABS = [["fields", "Fields"], ["state", "Bound state"], ["shaders", "Shaders"], ["thing", "Object"]];
const COMMON = 14, PER_STAGE = 5;
let tab = "fields", thing = -1, text = null, painted = 0;

function groupTitle(group) {
  if (group < COMMON) return TITLES[page.groups[group]];
  return `${TITLES[page.groups[COMMON + (group - COMMON) % PER_STAGE]]} · ${page.stages[Math.floor((group - COMMON) / PER_STAGE)].toLowerCase().replace("_", " ")}`;
}

// The draw, clear or copy whose state is shown: the row itself, or else the one before.
function stateRow(row) {
  for (let i = row; i >= 0; i--) if (rows.state[i] >= 0) return i;
  return -1;
}

function openTab(name) { tab = name; paint(); }
function showThing(number) { thing = number; openTab("thing"); }
function openText(number, find) { text = [number, find]; tab = "shaders"; paint(); }

function showRow(row) {
  text = null;
  if (rows.draw[row] && tab === "thing") tab = "state";
  scrollStrip(row);
  showPicture(row);
  paint();
}

async function paint() {
  const turn = ++painted;
  $("tabs").replaceChildren(...TABS.filter(([name]) => name !== "thing" || thing >= 0).map(([name, title], i) =>
    el("button", { class: tab === name ? "on" : "", role: "tab", "aria-selected": tab === name, onclick: () => { text = null; openTab(name); } }, title, el("small", {}, name === "thing" ? thingName(thing) : String(i + 1)))));
  const parts = tab === "fields" ? await fieldsPanel() : tab === "state" ? await statePanel() : tab === "shaders" ? await shadersTab() : await thingPanel();
  if (turn !== painted) return;
  const panel = $("panel"), at = panel.dataset.tab === tab ? panel.scrollTop : 0;
  panel.replaceChildren(...parts);
  panel.dataset.tab = tab;
  panel.dataset.row = picked;
  panel.scrollTop = at;
}

function rowHead(row) {
  return el("h2", {}, page.names[rows.name[row]], el("span", { class: "dim" }, rows.draw[row] ? `draw ${rows.draw[row]} of ${page.allDraws}` : "", rows.time[row] >= 0 ? ` · ${time(rows.time[row])} on our thread` : ""));
}

async function fieldsPanel() {
  if (picked < 0) return [];
  const fields = await detailOf(picked);
  return [rowHead(picked), fields.length ? fieldTable(fields) : el("p", { class: "dim" }, rows.text[picked]), ...below(picked)];
}

// Of a frame or submit: what lies below it, and what of that took longest.
function below(row) {
  if (!hasBelow(row)) return [];
  const counts = new Map(), commands = [];
  for (let i = row + 1; i <= last[row]; i++) {
    if (hasBelow(i)) continue;
    counts.set(rows.name[i], (counts.get(rows.name[i]) ?? 0) + 1);
    if (rows.time[i] > 0) commands.push(i);
  }
  commands.sort((a, b) => rows.time[b] - rows.time[a]);
  return [el("h3", {}, "Took longest"), ...commands.slice(0, 8).map(i => el("div", {}, rowLink(i), " ", el("span", { class: "dim mono" }, `${time(rows.time[i])} · ${rows.text[i]}`))),
    commands.length ? null : el("p", { class: "dim" }, "No command ran"),
    el("h3", {}, "What is below"), ...[...counts].sort((a, b) => b[1] - a[1]).map(([name, number]) => el("div", { class: "mono" }, `${number} × ${page.names[name]}`))].filter(Boolean);
}

async function statePanel() {
  const row = stateRow(picked);
  if (row < 0) return [el("p", { class: "dim" }, "Nothing was drawn up to here. Choose a draw: N and P step from one to the next.")];
  const groups = await stateOf(rows.state[row]), previous = row > 0 ? stateRow(row - 1) : -1, before = previous < 0 ? null : await stateOf(rows.state[previous]);
  const parts = [el("h2", {}, `Bound at ${page.names[rows.name[row]]}`, el("span", { class: "dim" }, rows.draw[row] ? `draw ${rows.draw[row]}` : "", row !== picked ? " · the last before the chosen line" : ""))];
  for (let group = 0; group < groups.length; group++) {
    if (groups[group] < 0) continue;
    const isNew = before && before[group] !== groups[group];
    parts.push(el("h3", {}, groupTitle(group), isNew ? el("span", { class: "new", title: "Differs from the draw before" }, "changed") : null), fieldTable(await groupOf(groups[group]), true));
  }
  return parts;
}

async function shadersTab() {
  if (text) return textPanel(...text);
  const isShader = picked >= 0 && page.names[rows.name[picked]] === "CREATE_OBJECT" && rows.text[picked].startsWith("SHADER");
  if (isShader) {
    const fields = await detailOf(picked), handle = fields.find(field => field[0] === "handle");
    const number = handle ? page.things.textNumber[handle[3]] : -1;
    if (number >= 0) return textPanel(number);
  }
  const row = stateRow(picked);
  const groups = row < 0 ? null : await stateOf(rows.state[row]), program = groups && groups[13] >= 0 ? await groupOf(groups[13]) : null;
  if (program) return shaderPanel(program);
  return [el("h2", {}, "All shaders"), ...page.texts.lines.map((lines, i) => page.texts.language[i] === "TGSI" ? el("div", {}, el("a", { onclick: () => openText(i) }, `${page.texts.stage[i]}, ${lines} lines`)) : null).filter(Boolean)];
}

const rowLink = row => row < 0 ? el("span", { class: "dim" }, "outside of this page") : el("a", { onclick: () => pick(row) }, `${page.names[rows.name[row]]}${rows.draw[row] ? " " + rows.draw[row] : ""}`);

async function thingPanel() {
  const [fields, steps] = await thingOf(thing), t = page.things, isResource = t.kind[thing] === "RESOURCE";
  let at = 0;
  const uses = steps.map(by => at += by);
  const parts = [el("h2", {}, thingName(thing), el("span", { class: "dim" }, t.label[thing], isResource ? "" : ` · context ${t.context[thing]}, sub-context ${t.sub[thing]}`)),
    el("p", {}, "Made by ", rowLink(t.made[thing]), t.gone[thing] >= 0 ? " · destroyed by " : "", t.gone[thing] >= 0 ? rowLink(t.gone[thing]) : "")];
  if (t.textNumber[thing] >= 0) parts.push(el("p", {}, el("a", { onclick: () => openText(t.textNumber[thing]) }, "Its text")));
  if (isResource) {
    const shot = actions.findLast(row => row <= Math.max(picked, 0) && page.shots.thing[rows.picture[row]] === thing);
    if (shot !== undefined) {
      const canvas = el("canvas", { style: "max-width:260px;box-shadow:0 0 0 1px var(--line)" });
      drawPicture(canvas, page.shots.picture[rows.picture[shot]], !!page.shots.flip[rows.picture[shot]]);
      parts.push(el("p", {}, canvas, el("br"), el("span", { class: "dim" }, "As of "), rowLink(shot)));
    }
  }
  if (fields) parts.push(fieldTable(fields));
  parts.push(el("h3", {}, `Named by ${uses.length} lines`), ...uses.slice(0, 200).map(row => el("div", {}, rowLink(row), " ", el("span", { class: "dim mono" }, rows.text[row]))));
  if (uses.length > 200) parts.push(el("p", { class: "dim" }, `… and ${uses.length - 200} more`));
  return parts;
}

const KEYS = [["↑ ↓  or  J K", "line before, after"], ["→ ←", "open, close; to the line above"], ["N  P", "next, previous draw, clear or copy"], ["/", "search; Enter next, Shift+Enter previous, Esc ends it"], ["1 2 3", "fields, bound state, shaders"],
  ["B  A  C", "picture before, after, what changed"], ["F", "turn the picture upside down"], ["E  Shift+E", "open, close everything"], ["Home End PgUp PgDn", "far steps"], ["T", "light or dark"]];

function prepareKeys() {
  $("keys").append(el("h2", {}, "Keys"), el("table", {}, ...KEYS.map(([key, what]) => el("tr", {}, el("td", {}, el("kbd", {}, key)), el("td", {}, what)))),
    el("p", { class: "dim" }, "Times: how long virglhost's thread was busy with a command when the recording was played with nobody looking, the host driver's part on that thread included. What the driver does later, on a GPU or on other threads, is not in them; the first use of a shader holds its compilation. Bars grow with the square root."),
    el("p", { class: "dim" }, "Pictures: the first colour buffer after each draw or clear, else depth; colours outside 0…1 are clamped, numbers and depth are stretched, alpha is left out. What a program draws with row 0 at the bottom is turned, as the viewport tells."),
    el("p", {}, el("button", { onclick: () => $("keys").close() }, "Close")));
}

function onKey(event) {
  if (event.target.id === "search") {
    if (event.key === "Enter") { nextHit(event.shiftKey ? -1 : 1); event.preventDefault(); }
    if (event.key === "Escape") { $("results").hidden = true; $("tree").focus(); }
    if (event.key === "ArrowDown") { $("tree").focus(); nextHit(1); event.preventDefault(); }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || $("keys").open) return;
  const far = Math.floor($("tree").clientHeight / LINE) - 2;
  const act = {
    ArrowDown: () => step(1), j: () => step(1), ArrowUp: () => step(-1), k: () => step(-1), PageDown: () => step(far), PageUp: () => step(-far), Home: () => step(-count), End: () => step(count),
    ArrowRight: () => hasBelow(picked) && !open[picked] ? toggle(picked, true) : step(1),
    ArrowLeft: () => { if (hasBelow(picked) && open[picked]) toggle(picked, false); else { let i = picked; while (i > 0 && rows.depth[i] >= rows.depth[picked]) i--; pick(i); } },
    Enter: () => toggle(picked), n: () => nextAction(1), p: () => nextAction(-1), e: () => openAll(1), E: () => openAll(0), "/": () => { $("search").focus(); $("search").select(); },
    1: () => openTab("fields"), 2: () => openTab("state"), 3: () => { text = null; openTab("shaders"); }, f: turn, b: () => look("before"), a: () => look("after"), c: () => look("change"), t: changeTheme, "?": () => $("keys").showModal(),
    Escape: () => { $("results").hidden = true; },
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

function look(which) { view = which; showPicture(picked); }
function turn() { turned = !turned; $("flip").classList.toggle("on", turned); showPicture(picked); }
function changeTheme() { document.documentElement.classList.toggle("dark"); }

function listen() {
  addEventListener("keydown", onKey);
  $("tree").addEventListener("scroll", drawTree, { passive: true });
  $("strip").addEventListener("scroll", drawStrip, { passive: true });
  addEventListener("resize", () => { drawTree(); drawStrip(); if (picked >= 0) showPicture(picked); });
  $("lines").addEventListener("click", event => {
    const row = +event.target.closest(".line")?.dataset.row;
    if (Number.isNaN(row)) return;
    if (event.target.classList.contains("fold")) toggle(row);
    pick(row);
    $("tree").focus({ preventScroll: true });
  });
  $("lines").addEventListener("dblclick", event => { const row = +event.target.closest(".line")?.dataset.row; if (!Number.isNaN(row) && !event.target.classList.contains("fold")) toggle(row); });
  let wait;
  $("search").addEventListener("input", event => { clearTimeout(wait); wait = setTimeout(() => search(event.target.value), 150); });
  $("search").addEventListener("focus", () => { if (query) $("results").hidden = false; });
  $("theme").addEventListener("click", changeTheme);
  $("help").addEventListener("click", () => $("keys").showModal());
  $("flip").addEventListener("click", turn);
  for (const button of document.querySelectorAll("[data-view]")) button.addEventListener("click", () => look(button.dataset.view));
  document.addEventListener("click", event => { if (!$("results").contains(event.target) && !$("searchbox").contains(event.target)) $("results").hidden = true; });
  $("split").addEventListener("pointerdown", event => {
    event.preventDefault();
    $("split").setPointerCapture(event.pointerId);
    const move = moved => { $("left").style.flexBasis = Math.min(Math.max(moved.clientX, 240), innerWidth - 320) + "px"; };
    $("split").addEventListener("pointermove", move);
    $("split").addEventListener("pointerup", () => { $("split").removeEventListener("pointermove", move); drawTree(); showPicture(picked); }, { once: true });
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", event => document.documentElement.classList.toggle("dark", event.matches));
}

async function begin() {
  document.documentElement.classList.toggle("dark", matchMedia("(prefers-color-scheme: dark)").matches);
  page = JSON.parse(new TextDecoder().decode(await unpack("index")));
  prepareTree();
  preparePictures();
  prepareKeys();
  drawFilters();
  listen();
  const draws = rows.draw.filter(Boolean).length;
  $("facts").textContent = `${draws === page.allDraws ? draws : `${draws} of ${page.allDraws}`} draws · ${count} lines · ${page.pictures.width.length} pictures · ${page.seconds.toFixed(1)} s${page.refusals ? ` · ${page.refusals} refused` : ""} · ${page.door} · ${page.host}`;
  $("facts").title = `Recorded by ${page.program} on ${page.startedAt}`;
  const notes = [page.fault ? `${page.fault}. What came before is below.` : "", page.limit ? `The page ends after ${count} lines; virglhost inspect --draws FROM..TO shows later ones.` : ""];
  $("fault").textContent = notes.join(" ").trim();
  $("fault").hidden = !$("fault").textContent;
  $("loading").remove();
  const asked = /row=(\d+)/.exec(location.hash), first = rows.draw.findIndex(Boolean);
  if (count) pick(asked && +asked[1] < count ? +asked[1] : first >= 0 ? first : 0, true);
  $("tree").focus();
  document.body.dataset.ready = "yes";
}

begin().catch(fault => { const box = $("loading") ?? document.body.appendChild(el("div", { id: "loading" })); box.textContent = `This page cannot be shown: ${fault.message}`; });
