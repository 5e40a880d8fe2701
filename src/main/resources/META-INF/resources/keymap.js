// Which key does what in this browser. Keys go by their first letter everywhere else: what somebody chose instead is
// looked up here when a key is pressed, and written on every button.
import { meant } from './keys.js';
import { recall, remember } from './chrome.js';

const help = document.getElementById('help');
const root = document.documentElement;
const entries = [...help.querySelectorAll('[data-key]')];
const first = new Set(entries.map(entry => entry.dataset.key));
const said = document.getElementById('key-said');
let waiting = null;

const usable = key => typeof key === 'string' && /^[!-~]$/.test(key);

// What is kept may be of another version, or of another hand.
function read() {
  try {
    const kept = JSON.parse(recall('keys') ?? '{}');
    return Object.fromEntries(Object.entries(kept).filter(([key, now]) => first.has(key) && usable(now)));
  } catch {
    return {};
  }
}

let chosen = read();
const now = key => chosen[key] ?? key;
const name = key => entries.find(entry => entry.dataset.key === key).previousElementSibling.firstChild.textContent;
const off = () => root.dataset.keys === 'off';

// The key as the page knows it; null for one that does nothing here.
export function bound(pressed) {
  if (off() || !pressed) return null;
  return [...first].find(key => now(key) === pressed) ?? (first.has(pressed) ? null : pressed);
}

// Says on every button which key presses it.
export function label() {
  for (const kbd of document.querySelectorAll('kbd')) {
    const key = kbd.dataset.is ?? kbd.textContent.trim();
    if (!first.has(key)) continue;
    kbd.dataset.is = key;
    if (kbd.textContent !== now(key)) kbd.textContent = now(key);
    const pressed = kbd.closest('button, a, summary');
    if (pressed && !help.contains(pressed)) {
      if (off()) pressed.removeAttribute('aria-keyshortcuts');
      else pressed.setAttribute('aria-keyshortcuts', (/[A-Z]/.test(now(key)) ? 'Shift+' : '') + now(key));
    }
  }
}

function keep() {
  const changed = Object.keys(chosen).length > 0;
  remember('keys', changed ? JSON.stringify(chosen) : '');
  label();
}

function tell(text, ...values) {
  said.textContent = values.reduce((sentence, value, at) => sentence.replace('%' + (at + 1), value), text ?? '');
}

function stop() {
  waiting?.classList.remove('waits');
  waiting = null;
}

function choose(key, pressed) {
  if (!usable(pressed)) { tell(said.dataset.unusable); return; }
  const other = [...first].find(one => one !== key && now(one) === pressed);
  if (other) { tell(said.dataset.taken, pressed, name(other)); return; }
  if (pressed === key) delete chosen[key];
  else chosen[key] = pressed;
  keep();
  tell(said.dataset.changed, name(key), pressed);
  stop();
}

help.addEventListener('click', event => {
  const change = event.target.closest('[data-rebind]');
  if (change) {
    stop();
    waiting = change;
    change.classList.add('waits');
    tell(said.dataset.press, name(change.dataset.rebind));
  } else if (event.target.closest('[data-keys-reset]')) {
    stop();
    chosen = {};
    keep();
    tell(said.dataset.reset);
  }
});

help.addEventListener('keydown', event => {
  if (!waiting || ['Shift', 'Control', 'Alt', 'Meta', 'Tab'].includes(event.key)) return;
  event.preventDefault();
  if (event.key === 'Escape') { stop(); tell(''); } else choose(waiting.dataset.rebind, meant(event) ?? '');
});
// Esc leaves the choice, not the sheet.
help.addEventListener('cancel', event => { if (waiting) { event.preventDefault(); stop(); tell(''); } });
help.addEventListener('close', () => { stop(); tell(''); });

const single = help.querySelector('[data-single-keys]');
function use(on) {
  single.checked = on;
  if (on) delete root.dataset.keys;
  else root.dataset.keys = 'off';
  label();
}
single.addEventListener('change', () => { remember('single-keys', single.checked ? '' : 'off'); use(single.checked); });

// What the page has nothing for is said to have nothing.
export function show() {
  for (const entry of entries) {
    const { needs } = entry.dataset;
    entry.previousElementSibling.querySelector('.absent').hidden = !needs || Boolean(document.querySelector(needs));
  }
  help.showModal();
}

use(recall('single-keys') !== 'off');
document.addEventListener('htmx:afterSettle', label);
