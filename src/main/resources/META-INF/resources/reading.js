// How long each text was before the reader, told to the server with her decision. One text is read at a time: time goes
// to the row in hand until it has enough for its length, then to those on the screen that wait, as for somebody who
// reads ahead; what nobody needs stays with the row in hand.
import { current } from './rows.js';

const { path, lang } = document.body.dataset;
const TICK = 250;
// Without a key, a move or a scroll for so long, nobody is there. The longest bullets take a minute.
const AWAY = 120_000;
// What a page loaded again had counted before.
const KEPT = `hanji.reading ${path} ${lang}`;
const DECIDED = /\/units\/([^/]+)\/(approve|edit|reject|read)$/;

const times = new Map(restored());
let held = null;
let last = performance.now();
let alive = last;

function restored() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
  } catch {
    return [];
  }
}

const text = row => row.querySelector('.own').value;
const need = row => Number(row.dataset.need);

// Another text begins at nothing.
function time(row) {
  const known = times.get(row.dataset.unit);
  return known?.text === text(row) ? known.millis : 0;
}

function add(row, millis) {
  times.set(row.dataset.unit, { text: text(row), millis: time(row) + millis });
}

function onScreen(row) {
  const { top, bottom, height } = row.getBoundingClientRect();
  return height > 0 && top >= 0 && bottom <= innerHeight;
}

// Open rows on the screen, from the row in hand down, then those above it.
function* others(row) {
  const rows = [...document.querySelectorAll('.row')];
  const at = rows.indexOf(row);
  for (const one of [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))]) {
    if ('open' in one.dataset && onScreen(one)) yield one;
  }
}

function give(row, millis) {
  let left = millis;
  const up = one => {
    const part = Math.min(left, Math.max(0, need(one) - time(one)));
    if (part > 0) add(one, part);
    left -= part;
  };
  up(row);
  if (left > 0) for (const one of others(row)) { up(one); if (left <= 0) break; }
  if (left > 0) add(row, left);
}

function count() {
  const now = performance.now();
  const row = held && document.getElementById(held);
  const here = !document.hidden && now - alive < AWAY;
  if (row && here) give(row, Math.min(now - last, 4 * TICK));
  last = now;
  held = current()?.id ?? null;
}

// An approved text that was not read is looked over by being read.
const looking = new Set();
async function lookOver() {
  const row = current();
  if (!row || document.hidden || looking.has(row.dataset.unit) || 'editing' in row.dataset) return;
  const sampled = document.querySelector(`#lookover a[href="#${CSS.escape(row.id)}"]:not([data-read])`);
  if ((!sampled && !('hasty' in row.dataset)) || time(row) < need(row)) return;
  looking.add(row.dataset.unit);
  const { id } = row;
  await htmx.ajax('POST', `${path}/units/${row.dataset.unit}/read`, { source: row, swap: 'none', values: { version: row.dataset.version } }).catch(() => {});
  looking.delete(row.dataset.unit);
  if (document.activeElement === document.body) document.getElementById(id)?.focus({ preventScroll: true });
}

export const millis = unit => {
  const row = document.getElementById('u-' + unit);
  return row ? Math.round(time(row)) : 0;
};

document.addEventListener('htmx:configRequest', event => {
  const { path: to, parameters, verb } = event.detail;
  if (verb !== 'post') return;
  const decided = DECIDED.exec(to.split('?')[0]);
  if (decided) parameters.millis ??= millis(decided[1]);
  else if (to.includes('/approve-clean') && parameters.seen) {
    parameters.seen = parameters.seen.split(' ').map(one => `${one}:${millis(one.split(':')[0])}`).join(' ');
  }
});

// What was told is not told again.
document.addEventListener('htmx:afterRequest', event => {
  const { successful, requestConfig } = event.detail;
  if (!successful || requestConfig?.verb !== 'post') return;
  const decided = DECIDED.exec(requestConfig.path.split('?')[0]);
  if (decided) times.delete(decided[1]);
  else if (requestConfig.path.includes('/approve-clean')) {
    for (const one of (requestConfig.parameters.seen ?? '').split(' ')) times.delete(one.split(':')[0]);
  }
});

export function watchReading() {
  setInterval(() => { count(); lookOver(); }, TICK);
  for (const sign of ['keydown', 'pointerdown', 'pointermove', 'scroll']) {
    addEventListener(sign, () => { alive = performance.now(); }, { capture: true, passive: true });
  }
  // The row in hand changes with these: until now it was the one before.
  for (const sign of ['keydown', 'pointerdown']) addEventListener(sign, count, { capture: true });
  document.addEventListener('visibilitychange', count);
  addEventListener('pagehide', () => {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify([...times]));
    } catch {
      // storage is full or switched off: counting begins again
    }
  });
}
