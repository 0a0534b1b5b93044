// Fields as a table: [name, kind, value…]. What is zero or off is pale, so that the rest can be seen.
const scratch = new DataView(new ArrayBuffer(4));
const asFloat = word => { scratch.setUint32(0, word); return scratch.getFloat32(0); };
const short = value => typeof value === "string" ? value : Number.isInteger(value) ? String(value) : Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6 ? String(+value.toPrecision(6)) : value.toExponential(4);
const hex = word => "0x" + word.toString(16);

function wordsAsFloats(words) {
  // Words that look like floats are shown so: of a shader's constants nobody knows the kind.
  return words.every(word => { const f = asFloat(word); return word === 0 || (Number.isFinite(f) && Math.abs(f) > 1e-12 && Math.abs(f) < 1e12); });
}

function reference(kind, handle, number) {
  if (!handle) return el("span", { class: "zero" }, "none");
  const name = kind === "R" ? `res ${handle}` : `#${handle}`;
  if (number < 0) return el("span", { class: "bad", title: "Nothing had this number at that time" }, name + " (unknown)");
  return el("span", {}, el("a", { onclick: () => showThing(number), "data-thing": number }, name), " ", el("span", { class: "dim" }, page.things.label[number]));
}

function wordTable(count, words) {
  const floats = wordsAsFloats(words);
  const grid = el("div", { class: "words" });
  for (let i = 0; i < words.length; i += 4) {
    grid.append(el("span", {}, `[${i / 4}]`));
    for (let j = i; j < i + 4; j++) grid.append(el("div", { title: j < words.length ? `${hex(words[j])} · ${words[j] | 0}` : "" }, j >= words.length ? "" : floats ? short(asFloat(words[j])) : hex(words[j])));
  }
  return el("div", {}, grid, count > words.length ? el("div", { class: "dim" }, `… ${count} words in all`) : null);
}

function hexDump(length, text) {
  const lines = [];
  for (let i = 0; i < text.length; i += 64) lines.push(`${(i / 2).toString(16).padStart(4, "0")}  ${text.slice(i, i + 64).replace(/../g, "$& ")}`);
  return el("div", {}, el("pre", { style: "margin:0" }, lines.join("\n")), length * 2 > text.length ? el("span", { class: "dim" }, `… ${length} bytes in all`) : null);
}

function colour(words) {
  const f = words.map(asFloat), isFloat = wordsAsFloats(words) && f.every(v => v >= -1e6 && v <= 1e6);
  if (!isFloat) return el("span", {}, words.map(w => String(w)).join("  "));
  const css = `rgb(${f.slice(0, 3).map(v => Math.round(Math.min(Math.max(v, 0), 1) * 255)).join(",")})`;
  return el("span", {}, el("span", { class: "swatch", style: `background:${css}` }), f.map(short).join("  "));
}

function value(field, expands) {
  const [, kind, ...rest] = field, first = rest[0];
  switch (kind) {
    case "n": case "f": return el("span", { class: first === 0 ? "zero" : "" }, short(first));
    case "b": return el("span", { class: first ? "" : "zero" }, first ? "yes" : "no");
    case "x": return el("span", { class: first ? "" : "zero", title: String(first) }, hex(first));
    case "e": return el("span", { title: String(rest[1]) }, first || "0");
    case "R": case "O": {
      const made = el("div", {}, reference(kind, first, rest[1]));
      if (expands && rest[1] >= 0) thingOf(rest[1]).then(thing => thing[0] && made.append(fieldTable(thing[0].filter(inner => inner[0] !== "object_type" && inner[0] !== "handle"))));
      return made;
    }
    case "B": return el("span", {}, `${rest[3]}×${rest[4]}×${rest[5]}`, el("span", { class: rest[0] || rest[1] || rest[2] ? "" : "zero" }, ` at ${rest[0]}, ${rest[1]}, ${rest[2]}`));
    case "v": return el("span", {}, rest.map(short).join("  "));
    case "c": return colour(rest);
    case "t": return el("span", { style: "white-space:pre-wrap" }, first);
    case "y": return hexDump(first, rest[1]);
    case "w": return wordTable(first, rest.slice(1));
    case "i": return fieldTable(first, expands);
    case "S": return el("span", {}, reference("O", first, rest[1]), rest[2] >= 0 ? el("span", {}, " ", el("a", { onclick: () => openTab("shaders") }, "text")) : null);
    default: return el("span", {}, JSON.stringify(rest));
  }
}

function fieldTable(fields, expands = false) {
  const table = el("table", { class: "fields" });
  for (const field of fields) {
    if (field[0].startsWith("!")) {
      const name = { "!refused": "Refused", "!did_nothing": "Did nothing", "!never_ran": "Never ran", "!words": "No command that is known: raw words" }[field[0]] ?? field[0];
      table.append(el("tr", {}, el("td", { colspan: 2 }, el("div", { class: "note" }, field[0] === "!words" ? name : `${name}: ${field[2]}`), field[0] === "!words" ? wordTable(field[2], field.slice(3)) : null)));
    } else {
      table.append(el("tr", {}, el("th", {}, field[0]), el("td", { class: field[1] === "i" ? "nest" : "" }, value(field, expands))));
    }
  }
  return table;
}
