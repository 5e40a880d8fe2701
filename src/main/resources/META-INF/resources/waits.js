// Decisions on their way to the server, in the order they were taken. Each is kept in this browser before it is sent and
// until its answer is there, so one that meets a lost line, a closed page or an ended session waits, and is sent once.
import { current } from './rows.js';
import { forget, movedOn } from './writing.js';

const { path, lang, me } = document.body.dataset;
const PREFIX = `hanji.decided ${path} ${lang} ${encodeURIComponent(me)} `;
const RETRY = 4_000;
// Answers of whatever stands between browser and program, or of a program that is busy: nothing was decided.
const NOT_NOW = [0, 429, 502, 503, 504];
const KEPT = new Set(['approve', 'edit', 'reject', 'dismiss', 'restore', 'take', 'drop']);

const strip = document.getElementById('waiting');
const post = document.getElementById('post');
// What the storage did not take; who of this page waits for an answer; what was refused after it had waited.
const memory = new Map();
const asking = new Map();
const refused = new Map();
let line = navigator.onLine ? 'here' : 'lost';
let turn = Promise.resolve();
let timer;

export const canWait = act => KEPT.has(act);
const rowOf = unit => document.getElementById('u-' + unit);

export function waiting() {
  const found = new Map(memory);
  try {
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i);
      if (key.startsWith(PREFIX)) found.set(key.slice(PREFIX.length), JSON.parse(localStorage.getItem(key)));
    }
  } catch {
    // storage is switched off: decisions wait as long as this page is open
  }
  return [...found.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function put(entry) {
  try {
    localStorage.setItem(PREFIX + entry.id, JSON.stringify(entry));
    memory.delete(entry.id);
  } catch {
    memory.set(entry.id, entry);
  }
}

function remove({ id }) {
  memory.delete(id);
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // it was in memory only
  }
}

// Later than all that wait, whatever the clock says.
function nextId(all) {
  const latest = all.length ? Number(all.at(-1).id.split('-')[0]) + 1 : 0;
  return `${String(Math.max(Date.now(), latest)).padStart(15, '0')}-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
}

export const waitingOn = unit => waiting().filter(entry => entry.unit === unit);

// One thing after the other, in this page and in the browser's other pages of the same digest.
export function inTurn(work) {
  const done = turn.then(() => (navigator.locks ? navigator.locks.request(PREFIX, work) : work()));
  turn = done.catch(() => {});
  return done;
}

// Sends a decision as soon as its turn comes. The answer: done, refused, failed with a status, or waits.
export function decide(row, act, version, values, tabs) {
  const { unit, place } = row.dataset;
  const all = waiting();
  const before = all.filter(entry => entry.unit === unit).at(-1);
  const entry = { id: nextId(all), unit, place, act, version, values, tabs, after: before?.id };
  put(entry);
  row.dataset.sending = entry.id;
  return new Promise(answer => { asking.set(entry.id, answer); drain(); });
}

function tell(entry, answer) {
  asking.get(entry.id)?.(answer);
  asking.delete(entry.id);
}

const drain = () => inTurn(sendAll).catch(failure => { lost('lost'); throw failure; });

async function sendAll() {
  for (let entry; (entry = waiting()[0]);) {
    if (!navigator.onLine) line = 'lost';
    if (line !== 'here') { lost(line); break; }
    put({ ...entry, tried: true });
    const { status, version } = await request(entry);
    if (NOT_NOW.includes(status)) { lost('lost'); break; }
    if (status === 401) { lost('out'); break; }
    remove(entry);
    const later = waiting().filter(one => one.after === entry.id);
    if (version !== null) {
      later.forEach(one => put({ ...one, version, after: undefined }));
      settle(entry, version, later);
      tell(entry, { done: true });
    } else {
      later.forEach(one => give(one));
      if (entry.waited) refuse(entry);
      tell(entry, { done: false, status });
    }
  }
  show();
}

// What was decided on the outcome of another decision means nothing without it.
function give(entry) {
  waiting().filter(one => one.after === entry.id).forEach(give);
  remove(entry);
  refuse(entry);
  tell(entry, { done: false, status: 200 });
}

async function request(entry) {
  const row = rowOf(entry.unit);
  let xhr = null;
  let late = false;
  const answered = event => { xhr = event.detail.xhr; };
  // what somebody writes in is not replaced under her hands, unless it is what was sent
  const keep = event => {
    const now = rowOf(entry.unit);
    if (!now || ('editing' in now.dataset && now.dataset.sending !== entry.id)) event.detail.shouldSwap = false;
    if (now && event.detail.shouldSwap === false) now.dataset.answered = '';
    late = !row.isConnected;
  };
  post.addEventListener('htmx:afterRequest', answered);
  row?.addEventListener('htmx:beforeSwap', keep);
  // nobody else replaces it before the answer is there
  if (row) row.dataset.busy = '';
  await htmx.ajax('POST', `${path}/units/${entry.unit}/${entry.act}`, {
    source: post, target: row ?? post, swap: row ? 'outerHTML' : 'none',
    values: { ...entry.values, version: entry.version },
    headers: { 'Hanji-Editor': encodeURIComponent(me), ...(entry.tried ? { 'Hanji-Again': '1' } : {}) },
  }).catch(() => {});
  post.removeEventListener('htmx:afterRequest', answered);
  row?.removeEventListener('htmx:beforeSwap', keep);
  delete rowOf(entry.unit)?.dataset.busy;
  // it was replaced meanwhile by what somebody else did
  if (late && rowOf(entry.unit)) await fetchRow(rowOf(entry.unit));
  return { status: xhr?.status ?? 0, version: xhr?.status === 200 ? xhr.getResponseHeader('Hanji-Version') : null };
}

function settle(entry, version, later) {
  const row = rowOf(entry.unit);
  if (row && 'editing' in row.dataset) {
    row.dataset.version = version;
    movedOn(row, entry.version, version);
  } else if (row && entry.act === 'edit' && !later.length) forget(row, false, entry.tabs);
}

function refuse(entry) {
  refused.set(entry.id, entry);
}

// The line is lost, or the session ended: what was decided waits, and the page goes on.
function lost(how) {
  line = how;
  for (const entry of waiting()) {
    if (!entry.waited) put({ ...entry, waited: true });
    tell(entry, { waits: true });
  }
  timer ??= setTimeout(look, RETRY);
  show();
}

async function look() {
  clearTimeout(timer);
  timer = undefined;
  if (line === 'lost') {
    const answer = navigator.onLine && await fetch('/hanji.svg', { method: 'HEAD', cache: 'no-store' }).catch(() => null);
    if (!answer?.ok) { timer ??= setTimeout(look, RETRY); return; }
  }
  line = 'here';
  await drain();
}

// ── what the page says of it ──

const words = document.getElementById('waits').content.firstElementChild;

function show() {
  for (const old of document.querySelectorAll('.waits')) old.remove();
  for (const row of document.querySelectorAll('.row[data-waiting]')) delete row.dataset.waiting;
  const all = waiting().filter(entry => entry.waited);
  for (const entry of all) {
    const row = rowOf(entry.unit);
    if (row) { row.dataset.waiting = ''; row.querySelector('.meta').after(said(entry, entry.act)); }
  }
  for (const entry of refused.values()) {
    const row = rowOf(entry.unit);
    if (row) row.querySelector('.meta').after(said(entry, 'not'));
  }
  const texts = strip.dataset;
  const text = { lost: all.length === 1 ? texts.one : all.length ? texts.many : texts.none, out: texts.out, here: refused.size ? texts.not : '' }[line];
  const places = line === 'here' ? [...new Map([...refused.values()].map(entry => [entry.unit, entry])).values()] : [];
  const now = text.replace('#', all.length);
  const span = strip.querySelector('span');
  if (span.textContent !== now) span.textContent = now;
  strip.querySelector('.not-done').replaceChildren(...places.flatMap(entry => {
    const link = document.createElement('a');
    link.href = '#u-' + entry.unit;
    link.textContent = entry.place;
    return [link, ' '];
  }));
  strip.querySelector('a[href="/login"]').hidden = line !== 'out';
  strip.querySelector('button').hidden = line !== 'here';
  strip.hidden = !text;
}

function said(entry, kind) {
  const note = words.cloneNode(true);
  note.querySelector('b').textContent = words.dataset[kind];
  const what = entry.values.text ?? entry.values.reason ?? '';
  note.querySelector('q').textContent = what;
  note.querySelector('q').hidden = !what;
  note.querySelector('span').textContent = kind === 'not' ? words.dataset[entry.act + 'Was'] ?? '' : '';
  return note;
}

strip.querySelector('button').addEventListener('click', () => { refused.clear(); show(); current()?.focus({ preventScroll: true }); });
document.addEventListener('htmx:afterSettle', () => { if (refused.size || waiting().some(entry => entry.waited)) show(); });
addEventListener('offline', () => lost('lost'));
addEventListener('online', look);
addEventListener('focus', () => { if (line === 'out') look(); });

// Another page of this browser sent it, or took another decision.
addEventListener('storage', event => {
  if (!event.key?.startsWith(PREFIX)) return;
  const row = event.newValue === null && rowOf(JSON.parse(event.oldValue ?? '{}').unit);
  if (row && !('editing' in row.dataset)) fetchRow(row);
  show();
});

export const fetchRow = row => htmx.ajax('GET', `${path}/units/${row.dataset.unit}`, { source: row, target: row, swap: 'outerHTML' }).catch(() => {});

// What an earlier page left.
for (const entry of waiting()) put({ ...entry, waited: true });
if (line === 'lost') lost('lost');
else if (waiting().length) { show(); drain(); }
