// Redoes under way: their texts grow on the page, and the finished row is fetched at the end. Every event brings the
// whole text so far, so a page that lost the line, or was loaded again, has missed nothing.
import { current, inspect } from './rows.js';

// A browser opens six connections to a server, over all its windows: the others wait for their turn, or for the window
// to be looked at.
const AT_ONCE = 2;
const AGAIN = 2000;

const watched = new Map();
const address = row => `${document.body.dataset.path}/units/${row.dataset.unit}/redo`;

// Called whenever rows may have come or gone.
export function watch() {
  for (const [id, source] of watched) {
    if (document.hidden || !document.getElementById(id)?.matches('[data-redo]')) { source.close(); watched.delete(id); }
  }
  if (document.hidden) return;
  for (const row of document.querySelectorAll('.row[data-redo]')) {
    if (watched.size < AT_ONCE && !watched.has(row.id)) listen(row);
  }
}

function listen(row) {
  const { id } = row;
  const source = new EventSource(address(row) + '/events');
  watched.set(id, source);
  source.addEventListener('text', event => grow(document.getElementById(id), JSON.parse(event.data).text));
  for (const end of ['done', 'failed', 'gone']) source.addEventListener(end, () => { source.close(); land(id, source); });
  // It comes back by itself, but not after an answer that was no stream.
  source.addEventListener('error', () => { if (source.readyState === EventSource.CLOSED) again(id, source); });
}

function again(id, source) {
  setTimeout(() => { if (watched.get(id) === source) watched.delete(id); watch(); }, AGAIN);
}

// What would turn the text round is named in its place, as it is when the text has landed.
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const named = text => text.replace(TURNS, turn => 'U+' + turn.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'));

function grow(row, raw) {
  const grown = row?.querySelector('.grown');
  if (!grown) return;
  const text = named(raw);
  const put = steady(row);
  if (grown.matches('ul')) {
    grown.replaceChildren(...text.split('\n').filter(Boolean).map(line => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }));
  } else grown.textContent = text;
  put();
}

// What somebody reads further down stays where it is, whatever grows or shrinks above it.
function steady(row) {
  const reading = current();
  if (!reading || !(row.compareDocumentPosition(reading) & Node.DOCUMENT_POSITION_FOLLOWING)) return () => {};
  const { top } = reading.getBoundingClientRect();
  return () => { if (reading.isConnected) scrollBy({ top: reading.getBoundingClientRect().top - top, behavior: 'instant' }); };
}

async function land(id, source) {
  const row = document.getElementById(id);
  if (!row) { watched.delete(id); return; }
  let ok = false;
  let put = () => {};
  let held = false;
  // What comes with the row is put in where its source is: the row itself may be replaced meanwhile.
  const asking = document.body.appendChild(Object.assign(document.createElement('span'), { hidden: true }));
  asking.addEventListener('htmx:afterRequest', event => { ok = event.detail.successful; });
  row.addEventListener('htmx:beforeSwap', event => {
    const here = document.getElementById(id) ?? row;
    event.detail.target = here;
    put = steady(here);
    held = here.contains(document.activeElement);
  });
  await htmx.ajax('GET', address(row), { source: asking, target: row, swap: 'outerHTML' }).catch(() => {});
  asking.remove();
  if (!ok) { again(id, source); return; }
  put();
  watched.delete(id);
  const now = document.getElementById(id);
  if (held) now.focus({ preventScroll: true });
  if (now === current()) inspect(now);
  watch();
}

document.addEventListener('visibilitychange', watch);
document.addEventListener('htmx:afterSettle', watch);
