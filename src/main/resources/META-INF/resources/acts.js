// What is done to a row: one request, answered by the row as it stands. Text that was typed stays in its field until
// the server has it, and a copy of it in the browser's storage until then.
import { current, go, inspect, mark, nextOpen } from './rows.js';
import { fixHere, forget, goesOn, left, opened, tabsOf, versionOf } from './writing.js';
import { show } from './keymap.js';
import { canWait, decide, fetchRow, inTurn, waiting, waitingOn } from './waits.js';
import { millis } from './reading.js';
import { undoLast } from './undo.js';

const body = document.body;
const form = row => row.querySelector('form[data-form]');

export function trouble(row, status = 0) {
  const strip = document.getElementById('trouble');
  const line = strip.querySelector('span');
  const said = { 401: line.dataset.out, 403: line.dataset.forbidden, line: document.getElementById('waiting').dataset.clean }[status];
  line.textContent = said ?? (row && form(row)?.querySelector('textarea') ? line.dataset.kept : line.dataset.text);
  strip.querySelector('a').hidden = status !== 401;
  strip.hidden = false;
  document.getElementById('toast').hidden = true;
}

function calm() {
  document.getElementById('trouble').hidden = true;
}
addEventListener('online', calm);

// Sends one act, after those before it. The row is replaced by the answer; with no answer it stays as it is, and a
// decision waits for the line.
export async function send(row, act, values = {}) {
  const { id } = row;
  row.dataset.busy = '';
  const { done, waits = false, status } = await (canWait(act) ? kept(row, act, values) : inTurn(() => request(document.getElementById(id), act, values)));
  const now = document.getElementById(id);
  delete now?.dataset.busy;
  if (now && waits) close(now);
  else if (!done && status !== 200) trouble(now, status);
  else calm();
  if (now?.dataset.sending) delete now.dataset.sending;
  return { row: now, done, waits };
}

// A text that waits for its reason is written on beside it, and kept like any other.
document.addEventListener('htmx:afterSettle', () => {
  for (const slip of document.querySelectorAll('.row:not([data-editing]) form.slip-reason')) {
    const row = slip.closest('.row');
    row.dataset.editing = slip.dataset.form;
    const area = slip.querySelector('textarea');
    if (area) goesOn(row, area);
  }
});

function kept(row, act, values) {
  const edit = act === 'edit';
  const time = millis(row.dataset.unit);
  return decide(row, act, edit ? versionOf(row) : row.dataset.version, { ...values, millis: time }, edit ? tabsOf(row) : []);
}

async function request(row, act, values) {
  // what waits was decided before
  if (waiting().length) return { done: false, status: 0 };
  const glyph = row.querySelector('.seam svg');
  const use = glyph.querySelector('use');
  const word = row.querySelector('.meta .word');
  const was = [row.dataset.state, use.getAttribute('href'), glyph.getAttribute('class'), word.textContent, word.className];
  const put = ([state, href, css, text, wordCss]) => {
    row.dataset.state = state; use.setAttribute('href', href); glyph.setAttribute('class', css); word.textContent = text; word.className = wordCss;
  };
  if (act === 'redo') put(['redoing', '#s-redoing', 'g g-indigo', body.dataset.redoing, 'word word-redoing']);
  let ok = false;
  let status = 0;
  const watch = event => { ok = event.detail.successful; status = event.detail.xhr?.status ?? 0; };
  row.addEventListener('htmx:afterRequest', watch);
  await htmx.ajax('POST', `${body.dataset.path}/units/${row.dataset.unit}/${act}`, {
    source: row, target: row, swap: 'outerHTML', values: { version: row.dataset.version, ...values },
  }).catch(() => {});
  row.removeEventListener('htmx:afterRequest', watch);
  if (!ok && act === 'redo') put(was);
  const refused = Boolean(document.getElementById(row.id)?.querySelector('.slip[role="alert"], .slip-reason'));
  return { done: ok && !refused, status };
}

// Moves on at once, and comes back when the server has something to say against it.
export async function sendAndNext(row, act, values) {
  const next = nextOpen(row);
  if (next) go(next);
  const { row: now, done, waits } = await send(row, act, values);
  if ((done || waits) && next) stay(next);
  else if (done || waits) go(now, { scroll: null });
  else backTo(now);
}

// The row may have been left meanwhile, for one further on.
function stay(next) {
  const now = current() ?? document.getElementById(next.id);
  if (now) mark(now);
}

// What was typed is where it was, and so is the cursor.
function backTo(row) {
  go(row);
  (row.querySelector('.slip-reason input') ?? row.querySelector('form[data-form] textarea, form[data-form] input'))?.focus();
}

async function sendAndStay(row, act, values) {
  const { row: now, done, waits } = await send(row, act, values);
  if (waits) { if (now === current()) now.focus({ preventScroll: true }); return; }
  if (document.activeElement === document.body || now?.contains(document.activeElement)) mark(now);
  if (done) { mark(now); now?.focus({ preventScroll: true }); inspect(now); } else backTo(now);
}

export function leave(row) {
  if (!close(row)) return false;
  row.focus({ preventScroll: true });
  if ('answered' in row.dataset) fetchRow(row);
  return true;
}

function close(row) {
  const open = form(row);
  if (!open) return false;
  const note = open.closest('.under');
  if (open.dataset.form === 'edit') left(row);
  open.remove();
  if (note && !note.children.length) note.remove();
  delete row.dataset.editing;
  return true;
}

export function ask(row, name, text) {
  close(row);
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

// Approves what the page shows, and nothing that somebody is writing in or that came since. It needs the line: which
// drafts are clean is for the server to say.
async function approveClean(entry) {
  if (waiting().length || !navigator.onLine) { trouble(null, 'line'); return; }
  const source = document.getElementById('e' + entry);
  const seen = [...source.querySelectorAll('.row[data-state="draft"]:not([data-editing], [data-waiting])')].map(row => `${row.dataset.unit}:${row.dataset.version}`).join(' ');
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
  approve: row => row.dataset.state === 'approved' || row.dataset.state === 'final' || waitingOn(row.dataset.unit).at(-1)?.act === 'approve' ? go(nextOpen(row)) : sendAndNext(row, 'approve'),
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
  'approve-clean': (_, button) => inTurn(() => approveClean(button.dataset.entry)),
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
