// What is done to a row: one request, answered by the row as it stands. Text that was typed stays in its field until
// the server has it, and a copy of it in the browser's storage until then.
import { current, go, inspect, mark, nextOpen } from './rows.js';
import { fixHere, forget, left, opened, versionOf } from './writing.js';
import { show } from './keymap.js';
import { undoLast } from './undo.js';

const body = document.body;
const form = row => row.querySelector('form[data-form]');

export function trouble(row, status = 0) {
  const strip = document.getElementById('trouble');
  const line = strip.querySelector('span');
  const said = { 401: line.dataset.out, 403: line.dataset.forbidden }[status];
  line.textContent = said ?? (row && form(row)?.querySelector('textarea') ? line.dataset.kept : line.dataset.text);
  strip.querySelector('a').hidden = status !== 401;
  strip.hidden = false;
  document.getElementById('toast').hidden = true;
}

function calm() {
  document.getElementById('trouble').hidden = true;
}
addEventListener('online', calm);

// Sends one act. The row is replaced by the answer; with no answer it stays as it is.
export async function send(row, act, values = {}) {
  const id = row.id;
  const glyph = row.querySelector('.seam svg');
  const use = glyph.querySelector('use');
  const word = row.querySelector('.meta .word');
  const was = [row.dataset.state, use.getAttribute('href'), glyph.getAttribute('class'), word.textContent, word.className];
  const put = ([state, href, css, text, wordCss]) => {
    row.dataset.state = state; use.setAttribute('href', href); glyph.setAttribute('class', css); word.textContent = text; word.className = wordCss;
  };
  if (act === 'redo') put(['redoing', '#s-redoing', 'g g-indigo', body.dataset.redoing, 'word word-redoing']);
  row.dataset.busy = '';
  let ok = false;
  let status = 0;
  const watch = event => { ok = event.detail.successful; status = event.detail.xhr?.status ?? 0; };
  row.addEventListener('htmx:afterRequest', watch);
  await htmx.ajax('POST', `${body.dataset.path}/units/${row.dataset.unit}/${act}`, {
    source: row, target: row, swap: 'outerHTML', values: { version: act === 'edit' ? versionOf(row) : row.dataset.version, ...values },
  }).catch(() => {});
  row.removeEventListener('htmx:afterRequest', watch);
  delete row.dataset.busy;
  const now = document.getElementById(id);
  if (!ok) {
    if (act === 'redo') put(was);
    trouble(row, status);
    return { row, done: false };
  }
  calm();
  const refused = Boolean(now?.querySelector('.slip[role="alert"], .slip-reason'));
  if (act === 'edit' && now && !refused) forget(now);
  return { row: now, done: !refused };
}

// Moves on at once, and comes back when the server has something to say against it.
export async function sendAndNext(row, act, values) {
  const next = nextOpen(row);
  if (next) go(next);
  const { row: now, done } = await send(row, act, values);
  if (done && next) mark(document.getElementById(next.id));
  else if (done) go(now, { scroll: null });
  else backTo(now);
}

// What was typed is where it was, and so is the cursor.
function backTo(row) {
  go(row);
  (row.querySelector('.slip-reason input') ?? row.querySelector('form[data-form] textarea, form[data-form] input'))?.focus();
}

async function sendAndStay(row, act, values) {
  const { row: now, done } = await send(row, act, values);
  if (document.activeElement === document.body || now?.contains(document.activeElement)) mark(now);
  if (done) { mark(now); now?.focus({ preventScroll: true }); inspect(now); } else backTo(now);
}

export function leave(row) {
  const open = form(row);
  if (!open) return false;
  const note = open.closest('.under');
  if (open.dataset.form === 'edit') left(row);
  open.remove();
  if (note && !note.children.length) note.remove();
  delete row.dataset.editing;
  row.focus({ preventScroll: true });
  return true;
}

export function ask(row, name, text) {
  leave(row);
  const open = document.getElementById('form-' + name).content.firstElementChild.cloneNode(true);
  row.dataset.editing = name;
  row.querySelector('.meta').before(open);
  const area = open.querySelector('textarea');
  if (area) {
    area.value = text ?? row.querySelector('.own').value;
    opened(row, area, text);
  }
  const field = area ?? open.querySelector('input');
  field.focus();
  open.scrollIntoView({ block: 'nearest' });
}

export function submit(open, button) {
  const row = open.closest('.row');
  const act = open.dataset.form;
  const values = Object.fromEntries(new FormData(open));
  if (act === 'edit') values.approve = (button?.dataset.approve ?? open.dataset.approve ?? 'true');
  if (act === 'approve' || (act === 'edit' && values.approve === 'true')) sendAndNext(row, act, values);
  else if (act === 'reject') sendAndNext(row, act, values);
  else sendAndStay(row, act, values);
}

// Approves what the page shows, and nothing that somebody is writing in or that came since.
async function approveClean(entry) {
  const source = document.getElementById('e' + entry);
  const seen = [...source.querySelectorAll('.row[data-state="draft"]:not([data-editing])')].map(row => `${row.dataset.unit}:${row.dataset.version}`).join(' ');
  let ok = false;
  const watch = event => { ok = event.detail.successful; };
  source.addEventListener('htmx:afterRequest', watch);
  await htmx.ajax('POST', `${body.dataset.path}/entries/${entry}/approve-clean?lang=${body.dataset.lang}`, { source, swap: 'none', values: { seen } }).catch(() => {});
  source.removeEventListener('htmx:afterRequest', watch);
  if (!ok) { trouble(); return; }
  calm();
  const now = current();
  if (now) inspect(now);
}

export const acts = {
  approve: row => row.dataset.state === 'approved' || row.dataset.state === 'final' ? go(nextOpen(row)) : sendAndNext(row, 'approve'),
  edit: row => ask(row, 'edit'),
  redo: row => ask(row, 'redo'),
  reject: row => ask(row, 'reject'),
  undo: row => sendAndStay(row, 'undo'),
  take: row => sendAndStay(row, 'take'),
  drop: row => sendAndStay(row, 'drop'),
  dismiss: (row, button) => sendAndStay(row, 'dismiss', { finding: button.dataset.finding }),
  fix: (row, button) => sendAndStay(row, 'fix', { finding: button.dataset.finding }),
  'fix-here': fixHere,
  discard: row => { leave(row); forget(row, true); },
  restore: (row, button) => sendAndStay(row, 'restore', { finding: button.dataset.finding }),
  'dismiss-why': (row, button) => {
    ask(row, 'dismiss');
    form(row).querySelector('[name="finding"]').value = button.dataset.finding;
  },
  // a download: the page stays
  case: () => { const row = current(); if (row) location.assign(`${body.dataset.path}/units/${row.dataset.unit}/fixture`); },
  leave: row => leave(row),
  theirs: row => { forget(row); htmx.ajax('GET', `${body.dataset.path}/units/${row.dataset.unit}`, { source: row, target: row, swap: 'outerHTML' }); },
  'undo-last': () => undoLast(),
  'approve-clean': (_, button) => approveClean(button.dataset.entry),
  help: () => show(),
};

// The server decides; this only spares a refusal.
const needs = {
  approve: ['approve', 'approve-clean'],
  edit: ['edit', 'redo', 'reject', 'undo', 'take', 'drop', 'dismiss', 'restore', 'fix', 'discard', 'dismiss-why', 'undo-last'],
};
const may = (body.dataset.may ?? '').split(' ');
for (const [right, names] of Object.entries(needs)) {
  if (!may.includes(right)) names.forEach(name => { acts[name] = () => trouble(null, 403); });
}
