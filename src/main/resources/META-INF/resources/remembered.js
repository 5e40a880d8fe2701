// What the translation memory has for the row in hand: fetched when the row is, and put into the editor with one key.
import { current } from './rows.js';
import { ask } from './acts.js';

const { path } = document.body.dataset;

function fetchMatches() {
  const place = document.getElementById('memory');
  if (!place || place.childElementCount || 'asked' in place.dataset) return;
  place.dataset.asked = '';
  htmx.ajax('GET', `${path}/units/${place.dataset.unit}/memory`, { source: place, target: place, swap: 'innerHTML' }).catch(() => {});
}

// Never over a text that is being written.
export function use(button) {
  const row = current();
  const place = document.getElementById('memory');
  if (!button || !row || row.dataset.unit !== place?.dataset.unit || 'busy' in row.dataset) return;
  const field = row.querySelector('form[data-form] textarea, form[data-form] input');
  if (field) field.focus();
  else ask(row, 'edit', button.dataset.memoryUse);
}

export const useBest = () => use(document.querySelector('#memory [data-memory-use]'));

document.addEventListener('htmx:afterSettle', fetchMatches);
document.addEventListener('click', event => {
  const button = event.target.closest('[data-memory-use]');
  if (button) use(button);
});
// What was selected on the bench is what somebody wants to have seen elsewhere.
// A pointer takes the selection away as soon as it is let go of.
for (const type of ['pointerdown', 'keydown']) document.addEventListener(type, event => {
  const search = event.target.closest?.('#memory h2 a');
  const words = document.getSelection()?.toString().replace(/["“”„«»「」\s]+/g, ' ').trim().slice(0, 280);
  if (search && words) search.href = `/memory?q=${encodeURIComponent(`"${words}"`)}`;
}, true);
