// Which row is in hand, and how one moves between rows.
const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

let asked = 0;

export const current = () => $('.row[aria-current="true"]');
const visible = () => $$('.row').filter(row => row.closest('details').open);

export function go(row, { scroll = 'nearest', focus = true } = {}) {
  if (!row) return;
  row.closest('details').open = true;
  mark(row);
  if (focus) row.focus({ preventScroll: true });
  if (scroll) row.scrollIntoView({ block: scroll });
  inspect(row);
}

// Says again which row is in hand, after parts of the page were replaced.
export function mark(row) {
  for (const marked of $$('.row[aria-current], .q[aria-current]')) marked.removeAttribute('aria-current');
  if (!row) return;
  row.setAttribute('aria-current', 'true');
  $(`.q[href="#${CSS.escape(row.id)}"]`)?.setAttribute('aria-current', 'true');
  dock(row);
}

// What keys and the dock press in a row.
export const DOCKED = { a: 'approve', e: 'edit', r: 'redo', x: 'reject' };

function dock(row) {
  for (const button of $$('.dock button')) {
    button.disabled = !$(`.acts:not(.acts-edit) [data-act="${DOCKED[button.dataset.key]}"]`, row);
  }
}

// The inspector follows the row in hand, a moment later: nobody waits for it while moving fast.
export function inspect(row) {
  clearTimeout(asked);
  asked = setTimeout(() => {
    if (!row.isConnected || row !== current()) return;
    htmx.ajax('GET', `${document.body.dataset.path}/units/${row.dataset.unit}/inspector`, { source: '#inspector', target: '#inspector', swap: 'innerHTML' }).catch(() => {});
  }, 150);
}

export function step(by) {
  const rows = visible();
  const at = rows.indexOf(current());
  go(rows[Math.min(rows.length - 1, Math.max(0, at + by))] ?? rows[0]);
}

// Rows in the order that is chosen: by risk, those of the queue come first.
function ranked() {
  const rows = $$('.row');
  if ($('.order input:checked')?.value === 'page') return rows;
  const queued = new Set($$('#queue-in .q').map(link => document.getElementById(link.hash.slice(1))).filter(Boolean));
  return [...queued, ...rows.filter(row => !queued.has(row))];
}

// The next row that somebody has to read, from the row in hand on, then from the first.
export function nextOpen(from) {
  const rows = ranked();
  const at = rows.indexOf(from);
  const open = row => 'open' in row.dataset && !('busy' in row.dataset) && !('waiting' in row.dataset) && row !== from;
  return rows.slice(at + 1).find(open) ?? rows.slice(0, Math.max(0, at)).find(open);
}

export function nextToDecide() {
  const rows = $$('.decide .q').map(link => document.getElementById(link.hash.slice(1))).filter(Boolean);
  go(rows[(rows.indexOf(current()) + 1) % rows.length]);
}

export function order(by) {
  for (const list of $$('#queue-in ul')) {
    const items = $$(':scope > li[data-page]', list);
    const rank = item => (by === 'risk' ? -Number(item.dataset.risk) * 1e6 : 0) + Number(item.dataset.page);
    items.sort((one, other) => rank(one) - rank(other)).forEach(item => list.append(item));
  }
}
