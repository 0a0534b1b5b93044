// Pictures: red, green, blue bytes; the first of a block as differences from row to row, the next ones of equal size as differences to the one before.
let inBlock, actions = [], view = "after", turned = false;
const STEP = 92;

function preparePictures() {
  inBlock = new Map();
  page.pictures.block.forEach((block, number) => {
    if (!inBlock.has(block)) inBlock.set(block, []);
    inBlock.get(block).push(number);
  });
  actions = [];
  for (let i = 0; i < count; i++) if (rows.picture[i] >= 0) actions.push(i);
  $("stripspace").style.width = Math.min(actions.length * STEP + 8, MAX_HEIGHT) + "px";
  $("strip").hidden = actions.length === 0;
}

const blockPictures = cached(6, async block => {
  const raw = await blockBytes("p" + block), made = new Map(), p = page.pictures;
  let at = 0, before = null;
  for (const number of inBlock.get(block)) {
    const width = p.width[number], size = width * p.height[number] * 3, pixels = raw.slice(at, at + size);
    if (p.delta[number]) for (let i = 0; i < size; i++) pixels[i] += before[i];
    else for (let i = width * 3; i < size; i++) pixels[i] += pixels[i - width * 3];
    made.set(number, pixels);
    before = pixels;
    at += size;
  }
  return made;
});

const pixelsOf = async number => (await blockPictures(page.pictures.block[number])).get(number);

// Draws a picture; with another one of its size: where they differ. Returns how many pixels do, −1 where there is nothing to compare.
async function drawPicture(canvas, number, flip, other = -1) {
  const width = page.pictures.width[number], height = page.pictures.height[number];
  const pixels = await pixelsOf(number), base = other >= 0 && page.pictures.width[other] === width && page.pictures.height[other] === height ? await pixelsOf(other) : null;
  canvas.width = width; canvas.height = height;
  const context = canvas.getContext("2d"), image = context.createImageData(width, height), out = image.data;
  let changed = 0;
  for (let y = 0; y < height; y++) {
    let from = y * width * 3, to = (flip ? height - 1 - y : y) * width * 4;
    for (let x = 0; x < width; x++, from += 3, to += 4) {
      if (base) {
        const apart = Math.max(Math.abs(pixels[from] - base[from]), Math.abs(pixels[from + 1] - base[from + 1]), Math.abs(pixels[from + 2] - base[from + 2]));
        const grey = (pixels[from] + pixels[from + 1] + pixels[from + 2]) / 9;
        changed += apart ? 1 : 0;
        out[to] = apart ? 255 : grey; out[to + 1] = apart ? Math.min(60 + apart, 255) : grey; out[to + 2] = apart ? 0 : grey;
      } else { out[to] = pixels[from]; out[to + 1] = pixels[from + 1]; out[to + 2] = pixels[from + 2]; }
      out[to + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
  return base ? changed : -1;
}

// The action at or before a row; and the one before it that drew into the same thing.
function actionAt(row) {
  let low = 0, high = actions.length;
  while (low < high) { const middle = (low + high) >> 1; if (actions[middle] <= row) low = middle + 1; else high = middle; }
  return low - 1;
}
function sameTargetBefore(action) {
  const shots = page.shots, thing = shots.thing[rows.picture[actions[action]]], where = shots.place[rows.picture[actions[action]]];
  for (let i = action - 1; i >= 0; i--) if (shots.thing[rows.picture[actions[i]]] === thing && shots.place[rows.picture[actions[i]]] === where) return i;
  return -1;
}

let asked = 0;
async function showPicture(row) {
  const ask = ++asked, action = actionAt(row), canvas = $("canvas"), note = $("nopicture");
  for (const button of document.querySelectorAll("[data-view]")) button.classList.toggle("on", button.dataset.view === view);
  if (action < 0) {
    canvas.hidden = true; note.hidden = false;
    note.textContent = page.pictureSize === 0 ? "This page was made without pictures" : "Nothing was drawn yet";
    $("pictureinfo").textContent = "";
    return;
  }
  const before = sameTargetBefore(action), use = view === "before" ? before : action;
  canvas.hidden = use < 0; note.hidden = use >= 0;
  if (use < 0) { note.textContent = "No picture of this target before"; $("pictureinfo").textContent = ""; return; }
  const shot = rows.picture[actions[use]], number = page.shots.picture[shot], p = page.pictures, thing = page.shots.thing[shot];
  const flip = !!page.shots.flip[shot] !== turned, from = view === "change" && before >= 0 ? page.shots.picture[rows.picture[actions[before]]] : -1;
  const changed = await drawPicture(canvas, number, flip, from);
  if (ask !== asked) return;
  const zoom = Math.min(($("stage").clientWidth - 16) / p.width[number], ($("stage").clientHeight - 16) / p.height[number]);
  canvas.style.width = Math.max(p.width[number] * Math.min(zoom, 8), 1) + "px"; canvas.style.height = Math.max(p.height[number] * Math.min(zoom, 8), Math.min(24, $("stage").clientHeight)) + "px";
  const range = p.kind[number] === "Color" ? "" : ` · ${p.kind[number].toLowerCase()}: black ${short(p.least[number])}, white ${short(p.most[number])}`;
  const when = actions[use] === row ? "" : ` · as of ${page.names[rows.name[actions[use]]]}${rows.draw[actions[use]] ? " " + rows.draw[actions[use]] : ""}`;
  const difference = view !== "change" ? "" : changed < 0 ? " · no picture of this target before" : changed === 0 ? " · nothing changed here" : ` · ${short(Math.max(+(100 * changed / (p.width[number] * p.height[number])).toFixed(1), 0.1))} % changed here`;
  $("pictureinfo").replaceChildren(thing >= 0 ? el("a", { onclick: () => showThing(thing) }, thingName(thing)) : "", ` ${page.shots.place[shot]} · ${thing >= 0 ? page.things.label[thing] : ""}${range}${difference}${flip ? " · rows bottom up" : ""}${when}`);
}

function drawStrip() {
  const strip = $("strip"), start = Math.max(0, Math.floor(strip.scrollLeft / STEP) - 2), end = Math.min(actions.length, start + Math.ceil(strip.clientWidth / STEP) + 5);
  const kept = new Map([...strip.querySelectorAll(".shot")].map(shot => [+shot.dataset.action, shot]));
  for (const [action, shot] of kept) if (action < start || action >= end) shot.remove();
  const current = picked < 0 ? -1 : actionAt(picked);
  for (let i = start; i < end; i++) {
    let shot = kept.get(i);
    if (!shot) {
      const row = actions[i], use = rows.picture[row], canvas = el("canvas");
      shot = el("div", { class: "shot", style: `left:${8 + i * STEP}px`, "data-action": i, title: `${page.names[rows.name[row]]} ${rows.text[row]}`, onclick: () => pick(row) }, canvas,
        el("small", {}, rows.draw[row] ? "draw " + rows.draw[row] : page.names[rows.name[row]].toLowerCase().replace(/_/g, " ")));
      strip.append(shot);
      drawPicture(canvas, page.shots.picture[use], !!page.shots.flip[use]);
    }
    shot.classList.toggle("pick", i === current);
  }
}

function scrollStrip(row) {
  const strip = $("strip"), action = actionAt(row);
  if (action >= 0) {
    const left = 8 + action * STEP;
    if (left < strip.scrollLeft + STEP || left > strip.scrollLeft + strip.clientWidth - 2 * STEP) strip.scrollLeft = left - strip.clientWidth / 2;
  }
  drawStrip();
}

function nextAction(by) {
  const at = actionAt(picked), on = at >= 0 && actions[at] === picked, to = on ? at + by : by > 0 ? at + 1 : at;
  if (actions.length) { pick(actions[Math.min(Math.max(to, 0), actions.length - 1)]); return; }
  for (let i = picked + by; i >= 0 && i < count; i += by) if (rows.draw[i]) { pick(i); return; }
}
