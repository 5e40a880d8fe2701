// What stands for what: the row in hand wears the links its inspector brings, and either side lights both.
import { current } from './rows.js';

const root = document.documentElement;
const linked = () => document.getElementById('linked');
let worn = null;
let dressed = null;

// The same text as it was, cut at other places; a text somebody is marking stays as it is.
function put(row, side, from) {
  const text = row.querySelector(`.${side} > .t`);
  const marked = getSelection();
  if (!text || !from || (!marked.isCollapsed && text.contains(marked.anchorNode))) return;
  text.replaceChildren(...from.cloneNode(true).childNodes);
}

function wear(known, changes) {
  const row = known && document.getElementById('u-' + known.dataset.unit);
  if (!row || row.dataset.version !== known.dataset.version || 'redo' in row.dataset) return;
  dressed = row;
  const part = side => known.content.querySelector(`[data-side="${side}"]`);
  put(row, 'src', part('src'));
  if (!('editing' in row.dataset)) put(row, 'tgt', (changes && part('changes')) || part('tgt'));
}

function dress() {
  const known = linked();
  const changes = root.dataset.diff === 'on';
  if (worn && worn !== known) wear(worn, false);
  wear(known, changes);
  worn = known;
  document.querySelector('[data-diff-toggle]')?.setAttribute('aria-pressed', String(changes));
  light(document.querySelector('[data-link]:hover') ?? focused());
}

export function toggleChanges() {
  root.dataset.diff = root.dataset.diff === 'on' ? 'off' : 'on';
  dress();
}

function light(from) {
  for (const lit of document.querySelectorAll('[data-lit]')) delete lit.dataset.lit;
  const row = from?.closest('.row') ?? current();
  if (!from || !row) return;
  const places = linked()?.dataset.unit === row.dataset.unit ? [row, document.getElementById('inspector')] : [row];
  for (const name of from.dataset.link.split(' ')) {
    for (const place of places) place.querySelectorAll(`[data-link~="${name}"]`).forEach(side => { side.dataset.lit = ''; });
  }
}

const at = node => node?.closest?.('[data-link]');
const focused = () => at(document.activeElement);

document.addEventListener('pointerover', event => light(at(event.target) ?? focused()));
document.addEventListener('focusin', event => light(at(event.target)));
document.addEventListener('focusout', () => light(null));
document.addEventListener('click', event => {
  if (event.target.closest('[data-diff-toggle]')) toggleChanges();
  else if (event.target.closest('.links [data-link]')) document.querySelector('.row [data-lit]')?.scrollIntoView({ block: 'nearest' });
});
document.addEventListener('htmx:afterSettle', event => {
  // a row that came anew wears nothing yet
  const known = linked();
  if (event.detail.target?.id === 'inspector' || (known && document.getElementById('u-' + known.dataset.unit) !== dressed)) dress();
});
dress();
