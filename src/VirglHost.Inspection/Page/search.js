// Search: lines at once, then the texts of shaders, then the fields of every command, while the page stays usable.
let query = "", lineHits = [], searching = 0;

function marked(text) {
  const at = text.toLowerCase().indexOf(query);
  if (at < 0) return [text];
  return [text.slice(0, at), el("mark", {}, text.slice(at, at + query.length)), text.slice(at + query.length)];
}

function thingHits() {
  const match = /^(?:#|res\s*|resource\s*)?(\d+)$/.exec(query);
  const found = [];
  const onlyObjects = query.startsWith("#"), onlyResources = query.startsWith("res");
  for (let i = 0; i < page.things.kind.length && found.length < 60; i++) {
    const isResource = page.things.kind[i] === "RESOURCE";
    const byNumber = match && page.things.handle[i] === +match[1] && !(onlyObjects && isResource) && !(onlyResources && !isResource);
    if (byNumber || (!match && query.length > 1 && (page.things.label[i].toLowerCase().includes(query) || page.things.kind[i].toLowerCase() === query))) found.push(i);
  }
  return found;
}

function showResults(parts) {
  const box = $("results");
  box.hidden = !query;
  box.replaceChildren(...parts);
}

async function search(text) {
  const ask = ++searching;
  query = text.trim().toLowerCase();
  hits = new Set();
  lineHits = [];
  if (!query) { showResults([]); drawTree(); return; }
  for (let i = 0; i < count; i++) if (page.names[rows.name[i]].toLowerCase().includes(query) || rows.text[i].toLowerCase().includes(query)) { hits.add(i); lineHits.push(i); }
  drawTree();
  const lines = el("div"), things = el("div"), texts = el("div"), fields = el("div", { class: "dim" });
  const listLines = () => lines.replaceChildren(el("h3", {}, `${lineHits.length} lines`, el("span", { class: "dim", style: "font-weight:400" }, "Enter: next, Shift+Enter: previous")),
    ...lineHits.slice(0, 12).map(row => el("a", { class: "hit", onclick: () => pick(row) }, el("b", { class: "mono" }, ...marked(page.names[rows.name[row]])), " ", el("span", { class: "dim" }, ...marked(rows.text[row])))),
    lineHits.length > 12 ? el("span", { class: "dim" }, `… and ${lineHits.length - 12} more, marked in the tree`) : "");
  listLines();
  const named = thingHits();
  if (named.length) things.append(el("h3", {}, `${named.length}${named.length === 60 ? " or more" : ""} objects and resources`), ...named.slice(0, 12).map(i => el("a", { class: "hit", onclick: () => { showResults([]); $("results").hidden = true; showThing(i); } }, thingName(i), " ", el("span", { class: "dim" }, page.things.label[i]))));
  showResults([lines, things, texts, fields]);
  let found = 0;
  for (let i = 0; i < page.texts.lines.length; i++) {
    const body = await textOf(i);
    if (ask !== searching) return;
    const at = body.toLowerCase().indexOf(query);
    if (at < 0) continue;
    if (found++ === 0) texts.append(el("h3", {}, "Shaders"));
    if (found <= 15) {
      const number = body.slice(0, at).split("\n").length, whole = body.split("\n")[number - 1].trim();
      texts.append(el("a", { class: "hit", "data-text": i, onclick: () => { $("results").hidden = true; openText(i, query); } }, `${page.texts.stage[i]} ${page.texts.language[i]}:${number} `, el("span", { class: "mono dim" }, ...marked(whole))));
    }
  }
  if (found > 15) texts.append(el("span", { class: "dim" }, `… in ${found} texts in all`));
  await searchFields(ask, fields, listLines);
}

async function searchFields(ask, note, listLines) {
  const size = page.blocks[0], blocks = Math.ceil(count / size);
  for (let block = 0; block < blocks; block++) {
    const details = JSON.stringify(query).length > 2 ? await blockJson("d" + block) : [];
    if (ask !== searching) return;
    details.forEach((detail, i) => {
      const row = block * size + i;
      if (!hits.has(row) && query.length > 1 && JSON.stringify(detail).toLowerCase().includes(query)) { hits.add(row); lineHits.push(row); }
    });
    if (block % 8 === 7 || block === blocks - 1) {
      note.textContent = block === blocks - 1 ? "" : `Searching fields: ${Math.round((block + 1) / blocks * 100)} %`;
      lineHits.sort((a, b) => a - b);
      listLines();
      drawTree();
      await new Promise(resolve => setTimeout(resolve));
    }
  }
  document.body.dataset.searched = query;
}

function nextHit(by) {
  if (!lineHits.length) return;
  let at = by > 0 ? lineHits.findIndex(row => row > picked) : lineHits.findLastIndex(row => row < picked);
  if (at < 0) at = by > 0 ? 0 : lineHits.length - 1;
  pick(lineHits[at]);
}
