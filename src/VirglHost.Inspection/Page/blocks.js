"use strict";
// Blocks of the page: deflate in base64, unpacked when first needed, the last ones kept.
const $ = id => document.getElementById(id);
const el = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
};

async function unpack(name) {
  const text = $(name)?.textContent;
  if (text === undefined) throw new Error(`the page lacks block ${name}`);
  const packed = atob(text), bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function cached(limit, make) {
  const kept = new Map();
  return key => {
    let value = kept.get(key);
    if (value) kept.delete(key); else value = make(key);
    kept.set(key, value);
    if (kept.size > limit) kept.delete(kept.keys().next().value);
    return value;
  };
}

const blockJson = cached(96, async name => JSON.parse(new TextDecoder().decode(await unpack(name))));
const blockBytes = cached(8, unpack);
let page; // the index

const piece = async (prefix, size, number) => (await blockJson(prefix + Math.floor(number / size)))[number % size];
const detailOf = row => piece("d", page.blocks[0], row);
const groupOf = number => piece("g", page.blocks[1], number);
const stateOf = number => piece("s", page.blocks[2], number);
const textOf = number => piece("t", page.blocks[3], number);
const thingOf = number => piece("o", page.blocks[4], number);

// Names of one thing in a line.
function thingName(number) {
  const t = page.things;
  return t.kind[number] === "RESOURCE" ? `res ${t.handle[number]}` : `${t.kind[number]} #${t.handle[number]}`;
}

function time(ns) {
  if (ns < 0) return "";
  return ns < 1e4 ? `${(ns / 1e3).toFixed(1)} µs` : ns < 1e6 ? `${(ns / 1e3).toFixed(0)} µs` : ns < 1e9 ? `${(ns / 1e6).toFixed(1)} ms` : `${(ns / 1e9).toFixed(2)} s`;
}
