// Texts of shaders, coloured, with numbered lines.
const WORDS = /(\/\/.*$)|("(?:[^"\\]|\\.)*")|(#\w+)|\b(0x[0-9a-fA-F]+|\d+\.?\d*(?:[eE][+-]?\d+)?[uf]?)\b|\b([A-Z][A-Z0-9_]{1,}|void|float|double|int|uint|bool|[iubd]?vec[234]|mat[234](?:x[234])?|[iu]?sampler\w*|[iu]?image\w*|in|out|inout|uniform|buffer|layout|const|flat|smooth|noperspective|centroid|sample|if|else|for|while|do|return|discard|break|continue|switch|case|default|precise|invariant|struct|shared|patch|coherent|readonly|writeonly|restrict|precision|highp|mediump|lowp)\b/g;

function colourLine(text) {
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(WORDS)) {
    if (match.index > at) parts.push(text.slice(at, match.index));
    const kind = match[1] ? "c" : match[2] ? "s" : match[3] ? "k" : match[4] ? "n" : "k";
    parts.push(el("span", { class: kind }, match[0]));
    at = match.index + match[0].length;
  }
  parts.push(text.slice(at) || "\u200b");
  return parts;
}

function source(text, find) {
  const pre = el("pre", { class: "source", tabindex: 0 });
  const needle = find?.toLowerCase();
  for (const one of text.replace(/\n$/, "").split("\n")) pre.append(el("div", { class: needle && one.toLowerCase().includes(needle) ? "found" : null }, ...colourLine(one)));
  if (needle) setTimeout(() => pre.querySelector(".found")?.scrollIntoView({ block: "center" }));
  return pre;
}

async function column(title, number, missing, find) {
  const made = el("div", {}, el("h4", {}, number < 0 ? title : `${title} · ${page.texts.lines[number]} lines`));
  made.append(number < 0 ? el("p", { class: "dim" }, missing) : source(await textOf(number), find));
  return made;
}

let stage = null;
async function shaderPanel(stages, find) {
  const there = stages.find(field => field[0] === stage) ?? stages.find(field => field[0] === "FRAGMENT") ?? stages[0];
  const bar = el("div", { class: "stages" }, ...stages.map(field => el("button", { class: field === there ? "on" : "", onclick: () => { stage = field[0]; openTab("shaders"); } }, `${field[0]} #${field[2]}`)),
    el("span", { class: "grow" }), el("a", { onclick: () => showThing(there[3]) }, "object"));
  const pair = el("div", { class: "pair" }, await column("TGSI, as the guest sent it", there[4], "The text is not in the recording.", find), await column("GLSL, as the host compiled it for this draw", there[5], "The draw did nothing, so no GLSL was chosen.", find));
  return [bar, pair];
}

// A text by itself, from a search or an object: beside TGSI the GLSL that was made of it, where a draw shows it.
async function textPanel(number, find) {
  const single = await column(`${page.texts.language[number]} · ${page.texts.stage[number]}`, number, "", find);
  return [el("div", { class: "pair", style: "grid-template-columns:1fr" }, single)];
}
