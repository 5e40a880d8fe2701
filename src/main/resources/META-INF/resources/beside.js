// Agreed terms and texts from memory, put into the editor by a press or a key: Ctrl, ⇧ and the digit that stands on the
// button. Browsers, screen readers and input methods leave it alone; with Alt, a Mac writes a letter and Linux turns to
// another tab. Nothing is saved by it, and what was typed can be put back.
import { current } from './rows.js';
import { acts, ask } from './acts.js';
import { write } from './writing.js';

const inspector = document.getElementById('inspector');
const help = document.getElementById('help');
const OFFERED = '[data-insert], [data-memory-use]';
const editor = row => row?.querySelector('form[data-form="edit"] textarea');
const standing = row => row.querySelector('.own').defaultValue;

// What the inspector has of the row that is in hand.
function offered(row) {
  return row ? [...inspector.querySelectorAll(OFFERED)].filter(button => button.closest('[data-unit]').dataset.unit === row.dataset.unit) : [];
}

function put(button) {
  const row = current();
  if (!button || !row || 'busy' in row.dataset) return;
  if (!editor(row)) {
    const other = row.querySelector('form[data-form] input');
    if (other) { other.focus(); return; }
    ask(row, 'edit');
  }
  if ('insert' in button.dataset) insert(row, button.dataset.insert);
  else take(row, button.dataset.memoryUse);
}

function insert(row, term) {
  const area = editor(row);
  write(area, term, area.selectionStart, area.selectionEnd);
  const said = area.form.querySelector('[role="status"]');
  if (said?.dataset.inserted) said.textContent = said.dataset.inserted.replace('#', () => term);
}

function take(row, text) {
  const area = editor(row);
  const before = area.value;
  if (before === text) { area.focus(); return; }
  write(area, text, 0, before.length);
  const line = area.form.querySelector('.taken');
  // one text from memory after another: hers is what stood before the first
  const hers = line && !(before === line.dataset.taken && !line.hidden);
  if (line) line.dataset.taken = text;
  if (!hers || !before.trim() || before.trim() === standing(row)) return;
  line.hidden = false;
  line.dataset.before = before;
}

acts['put-back'] = row => {
  const area = editor(row);
  const line = area?.form.querySelector('.taken');
  if (!line) return;
  write(area, line.dataset.before, 0, area.value.length);
  line.hidden = true;
};

export const useBest = () => put(offered(current()).find(button => 'memoryUse' in button.dataset));

document.addEventListener('keydown', event => {
  if (!event.ctrlKey || !event.shiftKey || event.altKey || event.metaKey || event.isComposing || help.open) return;
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  const button = digit && offered(current()).find(one => one.dataset.nth === digit);
  if (!button) return;
  event.preventDefault();
  put(button);
});

document.addEventListener('click', event => {
  const button = event.target.closest(OFFERED);
  if (button) put(button);
});

// Where the inspector lies far below, the editor has it all at its foot.
function lay() {
  const row = current();
  const strip = row?.querySelector('.offers');
  if (!strip) return;
  strip.replaceChildren(...offered(row).map(button => {
    const copy = button.cloneNode(true);
    if (copy.dataset.how) copy.textContent = copy.dataset.how;
    return copy;
  }));
}
document.addEventListener('htmx:afterSettle', lay);
document.addEventListener('focusin', event => { if (event.target.matches('textarea.edit')) lay(); });
