// A text while it is being written. Every stroke is kept in this browser at once, and on the server within a second;
// both let go of it when it is saved or discarded. A page keeps its own text: two of them do not eat each other's.
import { recall, remember } from './chrome.js';

const QUIET = 500;
const LONGEST = 1000;
const CHECK = 250;

const TAB = [...crypto.getRandomValues(new Uint8Array(8))].map(byte => byte.toString(16).padStart(2, '0')).join('');
const body = document.body;
const prefix = row => `typed ${body.dataset.path} ${row.dataset.unit} `;
const address = row => `${body.dataset.path}/units/${row.dataset.unit}`;
const own = row => row.querySelector('.own').defaultValue;
const headers = { 'HX-Request': 'true' };

// What is written at the moment, by unit: its row may be replaced meanwhile.
const open = new Map();

// Tells whether another text stands than the one that was typed over.
function sum(text) {
  let [a, b] = [0x9e3779b9, 0x85ebca6b];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x85ebca6b);
    b = Math.imul(b ^ text.charCodeAt(i), 0xc2b2ae35);
  }
  return [a, b].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

function copies(row) {
  const found = [];
  try {
    const start = 'hanji.' + prefix(row);
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i);
      if (key.startsWith(start)) found.push({ ...JSON.parse(localStorage.getItem(key)), tab: key.slice(start.length) });
    }
  } catch {
    // storage is switched off, or holds what nobody can read: the server's copy is there
  }
  return found;
}

// Says at the row that something is kept.
export function word(row) {
  const line = row.querySelector('.typed-kept');
  if (line) line.hidden = !('server' in line.dataset) && !copies(row).some(copy => copy.text.trim() !== own(row));
}
export const words = () => document.querySelectorAll('.row').forEach(word);

// An editor opens: it brings what is newest of what was typed before, here or elsewhere.
export function opened(row, area, given) {
  const state = { area, continued: [], version: row.dataset.version, base: sum(own(row)), touched: false, sending: Promise.resolve() };
  open.set(row.dataset.unit, state);
  const newest = all => all.filter(copy => copy.text.trim() !== own(row)).sort((one, other) => Date.parse(other.at) - Date.parse(one.at))[0];
  const bring = copy => {
    if (!copy || state.touched) return;
    area.value = copy.text;
    state.continued = [copy.tab];
    // over the same text, whatever was said of it since; over another one, the two versions are shown
    if (copy.base !== sum(own(row))) Object.assign(state, { version: copy.version, base: copy.base });
    seen(row, state);
  };
  if (given === undefined) {
    const here = newest(copies(row));
    bring(here);
    fetch(address(row) + '/typed', { headers }).then(answer => (answer.ok ? answer.json() : [])).then(there => {
      const best = newest([...there, ...(here ? [here] : [])]);
      if (best && best.text !== area.value && open.get(row.dataset.unit) === state) bring(best);
    }).catch(() => {});
  }
  seen(row, state);
}

function seen(row, state) {
  count(row, state.area);
  check(row, state);
}

// The same text in another field: the row was replaced with one that holds it.
export function goesOn(row, area) {
  const state = open.get(row.dataset.unit);
  if (state) state.area = area;
  else opened(row, area, area.value);
}

// The pages whose kept texts go on in this one.
export const tabsOf = row => [TAB, ...open.get(row.dataset.unit)?.continued ?? []];

// What was decided before arrived: the text belongs to what it left.
export function movedOn(row, from, to) {
  const state = open.get(row.dataset.unit);
  if (state && String(state.version) === String(from)) state.version = to;
}

// The version that a text belongs to.
export const versionOf = row => open.get(row.dataset.unit)?.version ?? row.dataset.version;

document.addEventListener('input', event => {
  const area = event.target.closest?.('form[data-form="edit"] textarea');
  const row = area?.closest('.row');
  const state = row && open.get(row.dataset.unit);
  if (!state || state.area !== area) return;
  state.touched = true;
  remember(prefix(row) + TAB, JSON.stringify({ version: state.version, base: state.base, text: area.value, at: new Date().toISOString() }));
  const now = Date.now();
  state.since ??= now;
  clearTimeout(state.timer);
  state.timer = setTimeout(() => keep(row, state), Math.max(0, Math.min(QUIET, state.since + LONGEST - now)));
  count(row, area);
  clearTimeout(state.checking);
  state.checking = setTimeout(() => check(row, state), CHECK);
});

function keep(row, state, keepalive = false) {
  clearTimeout(state.timer);
  if (state.since === undefined) return state.sending;
  delete state.since;
  const text = state.area.value;
  const values = { tab: TAB, version: state.version, base: state.base, text, continued: state.continued.join(' ') };
  const post = () => fetch(address(row) + '/typed', { method: 'POST', headers, body: new URLSearchParams(values), keepalive }).then(answer => {
    if (!answer.ok) return;
    // its text goes on in this one
    for (const tab of state.continued) if (tab !== TAB) remember(prefix(row) + tab, '');
    state.continued = [];
  }).catch(() => {
    state.since ??= Date.now();
    if (open.get(row.dataset.unit) === state) state.timer = setTimeout(() => keep(row, state), 2 * LONGEST);
  });
  state.sending = keepalive ? post() : state.sending.then(post);
  return state.sending;
}

const flush = keepalive => open.forEach((state, unit) => {
  const row = document.getElementById('u-' + unit);
  if (row) keep(row, state, keepalive);
});
addEventListener('pagehide', () => flush(true));
addEventListener('online', () => flush(false));

// The editor closes; what was typed is kept.
export function left(row) {
  const state = open.get(row.dataset.unit);
  if (state) {
    clearTimeout(state.checking);
    keep(row, state);
    open.delete(row.dataset.unit);
  }
  word(row);
}

// Lets go of what was typed: it is saved, or not wanted. Texts of other pages stay, unless all are meant.
export async function forget(row, all = false, also = []) {
  const state = open.get(row.dataset.unit);
  open.delete(row.dataset.unit);
  clearTimeout(state?.timer);
  clearTimeout(state?.checking);
  const tabs = new Set([TAB, ...also, ...state?.continued ?? [], ...(all ? copies(row).map(copy => copy.tab) : [])]);
  tabs.forEach(tab => remember(prefix(row) + tab, ''));
  await state?.sending;
  try {
    if (all) for (const copy of await (await fetch(address(row) + '/typed', { headers })).json()) tabs.add(copy.tab);
    await fetch(`${address(row)}/typed?tabs=${[...tabs].slice(0, 16).join('+')}`, { method: 'DELETE', headers, keepalive: true });
  } catch {
    // the line is gone: the server still offers what is saved or discarded here
  }
  const line = document.getElementById(row.id)?.querySelector('.typed-kept');
  if (line) { delete line.dataset.server; word(line.closest('.row')); }
}

// Lengths of condensations against their limits, in words.
function count(row, area) {
  const limit = Number(row.querySelector('.typed-kept').dataset.limit);
  const line = area.parentElement.querySelector('.count');
  if (!line || !limit) return;
  const lengths = area.value.trim().split('\n').map(text => [...text.trim()].length);
  const longest = Math.max(...lengths);
  const form = lengths.length > 1 ? line.dataset.longest : line.dataset.one;
  line.textContent = form.replace('##', limit).replace('#', longest) + (longest > limit ? `, ${line.dataset.over}` : '');
  line.classList.toggle('over', longest > limit);
  line.hidden = false;
}

// What the checks say of the text as it stands; an answer to an older text is not waited for.
async function check(row, state) {
  const live = state.area.parentElement.querySelector('.live');
  if (!live) return;
  state.asking?.abort();
  state.asking = new AbortController();
  const text = state.area.value;
  try {
    const answer = await fetch(address(row) + '/inspect', { method: 'POST', headers, body: new URLSearchParams({ text }), signal: state.asking.signal });
    if (!answer.ok) throw new Error(answer.statusText);
    live.innerHTML = await answer.text();
    state.checked = text;
    say(live, live.querySelector('.live-sum').textContent);
  } catch (failure) {
    if (failure.name !== 'AbortError') { live.textContent = live.dataset.failed; say(live, live.dataset.failed); }
  }
}

function say(live, text) {
  const said = live.parentElement.querySelector('[role="status"]');
  if (said.textContent !== text) said.textContent = text;
}

// Puts a text in the place of a part of the field, so that the field's own undo takes it back.
export function write(area, text, start, end) {
  area.focus();
  area.setSelectionRange(start, end);
  const wanted = area.value.slice(0, start) + text + area.value.slice(end);
  if (!document.execCommand(text ? 'insertText' : 'delete', false, text) || area.value !== wanted) {
    area.value = wanted;
    area.setSelectionRange(start + text.length, start + text.length);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

export function fixHere(row, button) {
  const state = open.get(row.dataset.unit);
  if (!state || state.area.value !== state.checked) return;
  const { start, end, text } = button.dataset;
  write(state.area, text, Number(start), Number(end));
}

document.addEventListener('htmx:afterSettle', words);
words();
