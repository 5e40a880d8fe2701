// The bench: keys and clicks lead to the same acts, and every key is the press of a button.
import './chrome.js';
import { remember, recall } from './chrome.js';
import { meant } from './keys.js';
import { bound } from './keymap.js';
import { watchReading } from './reading.js';
import { current, DOCKED, go, mark, nextToDecide, order, step } from './rows.js';
import { acts, leave, submit } from './acts.js';
import { watch } from './redo.js';
import { toggleChanges } from './links.js';
import './together.js';
import './merge.js';
import './remembered.js';
import { useBest } from './beside.js';

const body = document.body;
const help = document.getElementById('help');
const byKey = key => current()?.querySelector(`.acts:not(.acts-edit) [data-act="${DOCKED[key]}"]`);
const firstFinding = () => current()?.querySelector('[data-act="dismiss"]');
let inHand = null;

// While a text is being written, keys and the dock lead back to it: nothing is decided behind its back.
function writing() {
  const field = current()?.querySelector('form[data-form] textarea, form[data-form] input');
  field?.focus();
  return Boolean(field);
}

function press(button) {
  if (writing()) return;
  if (button && !button.disabled && current() && !('busy' in current().dataset)) button.click();
}

function orderBy(by) {
  const radio = document.querySelector(`.order input[value="${by}"]`);
  if (radio) radio.checked = true;
  remember('order', by === 'risk' ? '' : by);
  order(by);
}
const ordered = () => document.querySelector('.order input:checked')?.value ?? 'risk';

// A part of the inspector. Esc leads from there back to the row, or to what is written in it.
function look(id) {
  const part = document.getElementById(id);
  const folded = part?.closest('details') ?? part?.querySelector('details');
  if (folded) folded.open = true;
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  J: nextToDecide,
  a: () => !writing() && (['approved', 'final'].includes(current()?.dataset.state) ? acts.approve(current()) : press(byKey('a'))),
  A: () => current()?.closest('details').querySelector('[data-act="approve-clean"]')?.click(),
  e: () => press(byKey('e')),
  r: () => press(byKey('r')),
  x: () => press(byKey('x')),
  u: () => { if (!writing()) acts['undo-last'](); },
  f: () => press(current()?.querySelector('[data-act="fix"]')),
  n: () => press(firstFinding()),
  N: () => { const button = firstFinding(); if (button && !writing() && !('busy' in current().dataset)) acts['dismiss-why'](current(), button); },
  F: () => ['approved', 'final'].includes(current()?.dataset.state) && acts.case(),
  1: () => press(current()?.querySelector('[data-choice="1"]')),
  2: () => press(current()?.querySelector('[data-choice="2"]')),
  3: () => press(current()?.querySelector('[data-choice="3"]')),
  h: () => look('hh'),
  g: () => look('terms'),
  m: () => look('memory'),
  M: () => { if (!writing()) useBest(); },
  '/': () => document.getElementById('search-link').click(),
  d: toggleChanges,
  o: () => orderBy(ordered() === 'risk' ? 'page' : 'risk'),
  p: () => document.getElementById('preview').click(),
  '?': () => acts.help(),
};

document.addEventListener('keydown', event => {
  if (help.open) return;
  const open = event.target.closest?.('form[data-form]');
  if (open && event.key === 'Escape') { event.preventDefault(); leave(open.closest('.row')); return; }
  if (open && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); open.requestSubmit(); return; }
  const pressed = meant(event);
  const key = pressed === 'Escape' ? pressed : bound(pressed);
  if (key === 'Escape' && document.getElementById('inspector').contains(document.activeElement)) { writing() || current()?.focus({ preventScroll: true }); return; }
  if (key === 'Escape' && current()) leave(current());
  if (key && Object.hasOwn(keys, key)) { event.preventDefault(); keys[key](); }
});

document.addEventListener('submit', event => {
  const open = event.target.closest('form[data-form]');
  if (!open) return;
  event.preventDefault();
  submit(open, event.submitter);
});

document.addEventListener('click', event => {
  const docked = event.target.closest('.dock [data-key], [data-press]');
  if (docked) { keys[docked.dataset.key ?? docked.dataset.press]?.(); return; }
  const button = event.target.closest('[data-act]');
  const row = event.target.closest('.row');
  if (button && acts[button.dataset.act]) {
    if (row && row !== current()) go(row, { scroll: null });
    acts[button.dataset.act](row, button);
    return;
  }
  const link = event.target.closest('a[href^="#u-"]');
  if (link) {
    event.preventDefault();
    go(document.getElementById(link.hash.slice(1)), { scroll: 'center' });
  } else if (row && row !== current() && !event.target.closest('a, button, form')) {
    go(row, { scroll: null, focus: !getSelection().toString() });
  }
});

document.addEventListener('change', event => {
  if (event.target.name === 'order') orderBy(event.target.value);
});
document.addEventListener('click', event => {
  const slip = document.getElementById('publish');
  if (slip?.open && !slip.contains(event.target)) slip.open = false;
});
// Opening the slip asks what stands published; closing it asks nothing.
document.addEventListener('htmx:beforeRequest', event => {
  if (event.target.matches('.pub-now') && !event.target.closest('details').open) event.preventDefault();
});

// A row somebody writes in is not replaced under her hands.
document.addEventListener('htmx:oobBeforeSwap', event => {
  if ('editing' in event.detail.target.dataset && event.detail.target.matches('.row')) event.detail.shouldSwap = false;
});
document.addEventListener('htmx:beforeSwap', () => { inHand = current()?.id ?? inHand; });
document.addEventListener('htmx:afterSettle', () => {
  if (!current() && inHand) mark(document.getElementById(inHand));
  else if (current()) mark(current());
  order(ordered());
});

orderBy(recall('order') === 'page' ? 'page' : 'risk');
const asked = location.hash.startsWith('#u-') && document.getElementById(location.hash.slice(1));
const first = asked || document.getElementById(body.dataset.first);
if (first && (asked || !document.getElementById('start'))) {
  const later = asked || first !== document.querySelector('.row');
  first.closest('details').open = true;
  mark(first);
  if (later) first.scrollIntoView({ block: 'center' });
}
watch();
watchReading();
