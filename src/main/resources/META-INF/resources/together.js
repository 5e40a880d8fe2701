// Who else is here, what they change, and what they say of it. The server tells how everything stands, again and again;
// the page fetches the rows that it has older, and touches none that somebody writes in.
import { current, go, inspect } from './rows.js';

const { path, lang, me } = document.body.dataset;
const company = document.getElementById('company');
const address = `${path}/live`;
const page = [...crypto.getRandomValues(new Uint8Array(8))].map(byte => byte.toString(16).padStart(2, '0')).join('');

const BEAT = 20_000; // half of the time after which a silent page counts as closed
const AGAIN = 5_000;
const LATER = 1_500;
const ROWS = 40;

const say = (key, value) => company.dataset[key].replace('§', value);
const rowOf = unit => document.getElementById('u-' + unit);

// ── what the server tells ──

let source = null;
let told = null;

function connect() {
  if (document.hidden || source) return;
  source = new EventSource(`${address}?lang=${lang}`);
  source.addEventListener('now', event => { told = JSON.parse(event.data); show(); });
  // it comes back by itself, but not after an answer that was no stream
  source.addEventListener('error', () => {
    if (source?.readyState === EventSource.CLOSED) { disconnect(); setTimeout(connect, AGAIN); }
  });
}

function disconnect() {
  source?.close();
  source = null;
}

// ── where she is ──

let said = '';

function hand() {
  const row = current();
  return { unit: row?.dataset.unit ?? '', writing: Boolean(row && 'editing' in row.dataset) };
}

function here() {
  if (document.hidden) return;
  const now = hand();
  said = JSON.stringify(now);
  fetch(`${address}/here?lang=${lang}`, { method: 'POST', headers: { 'HX-Request': 'true' }, body: new URLSearchParams({ page, ...now }) }).catch(() => {});
}

function gone() {
  navigator.sendBeacon(`${address}/here?lang=${lang}`, new URLSearchParams({ page, gone: true }));
}

let soon = 0;
function moved() {
  clearTimeout(soon);
  soon = setTimeout(() => { if (JSON.stringify(hand()) !== said) here(); }, 250);
}

// ── what is shown of it ──

// What somebody reads stays where it is, whatever changes above it.
function steady() {
  const inSight = row => { const { top, bottom } = row.getBoundingClientRect(); return bottom > 60 && top < innerHeight; };
  const row = [current()].find(one => one && inSight(one)) ?? [...document.querySelectorAll('details[open] .row')].find(inSight);
  if (!row) return () => {};
  const { id } = row;
  const { top } = row.getBoundingClientRect();
  return () => {
    const now = document.getElementById(id);
    if (now) scrollBy({ top: now.getBoundingClientRect().top - top, behavior: 'instant' });
  };
}

// What would turn the text round, or is not seen at all, has no place in a name.
const name = text => text.replace(/[\p{Cc}\p{Cf}]/gu, '\u2423');

function el(tag, css, text) {
  const made = document.createElement(tag);
  made.className = css;
  made.textContent = text;
  return made;
}

function others() {
  return (told?.here ?? []).filter(one => one.page !== page);
}

function showCompany() {
  const people = new Map();
  for (const one of others()) {
    const known = people.get(one.actor);
    if (!known || one.writing || (one.unit && !known.unit)) people.set(one.actor, one);
  }
  const shown = [...people.values()].slice(0, 3).map(one => {
    const row = one.unit && rowOf(one.unit);
    const person = el('button', 'who btn btn-bare', '');
    const face = el('span', 'face', name([...one.actor][0]));
    face.setAttribute('aria-hidden', 'true');
    person.type = 'button';
    // on narrow screens only the face is seen
    person.setAttribute('aria-label', one.actor === me ? company.dataset.window : name(one.actor));
    person.disabled = !row;
    person.append(face, el('span', 'who-name', one.actor === me ? company.dataset.window : name(one.actor)));
    if (row) {
      person.append(el('span', 'who-at', say('at', row.dataset.place)));
      person.title = say('go', row.dataset.place);
      person.addEventListener('click', () => go(rowOf(one.unit), { scroll: 'center' }));
    }
    return person;
  });
  if (people.size > 3) shown.push(el('span', 'who', say('more', people.size - 3)));
  const at = [...company.children].indexOf(document.activeElement);
  company.replaceChildren(...shown);
  if (at >= 0) company.children[at]?.focus();
}

function setWord(row, css, make) {
  const there = row.querySelector(`.meta > .${css}`);
  if (!make) { there?.remove(); return; }
  if (there?.textContent === make.textContent) return;
  if (there) there.replaceWith(make);
  else row.querySelector('.meta').append(make);
}

function showRows() {
  const writers = new Map(others().filter(one => one.writing).map(one => [one.unit, one]));
  for (const row of document.querySelectorAll('.row')) {
    const { unit } = row.dataset;
    const writer = writers.get(unit);
    setWord(row, 'near', writer && el('span', 'near', say('writes', writer.actor === me ? company.dataset.window : name(writer.actor))));
    const count = told.comments[unit];
    const word = count && el('button', 'talks btn btn-bare', count === 1 ? company.dataset.oneComment : say('comments', count));
    if (word) word.type = 'button';
    setWord(row, 'talks', word);
    setWord(row, 'behind', 'editing' in row.dataset && behind(row) && el('span', 'behind', company.dataset.behind));
  }
}

function showAssigned() {
  for (const place of document.querySelectorAll('[data-assigned]')) {
    const to = told.assigned[place.dataset.assigned];
    place.querySelector('.assigned-to').textContent = to ? place.dataset.to.replace('§', name(to)) : '';
  }
  const mine = Object.values(told.assigned).some(isMe);
  const only = document.querySelector('.mine-only');
  only.hidden = !mine;
  showMine();
}

const isMe = to => to.toLowerCase() === (me ?? '').toLowerCase();

function showMine() {
  const only = document.querySelector('.mine-only:not([hidden]) input')?.checked;
  const all = isMe(told?.assigned[0] ?? '');
  for (const item of document.querySelectorAll('#queue-in li')) {
    const link = item.querySelector('a');
    const entry = document.getElementById(link.hash.slice(1))?.dataset.entry;
    item.hidden = Boolean(only && !all && !isMe(told.assigned[entry] ?? ''));
  }
}

// What others say of the row in hand is seen there, too, unless she is just answering.
let spoken = '';
function follow() {
  const unit = current()?.dataset.unit;
  const now = `${unit} ${told.comments[unit] ?? 0}`;
  const news = spoken.startsWith(`${unit} `) && spoken !== now;
  spoken = now;
  if (news && !document.getElementById('talk')?.contains(document.activeElement)) inspect(current());
}

function show() {
  const put = steady();
  follow();
  showCompany();
  showRows();
  showAssigned();
  put();
  sync();
}

// ── rows that others changed ──

let fetching = false;
let later = 0;

const behind = row => (told?.units[row.dataset.unit] ?? 0) > Number(row.dataset.version);
const held = row => 'editing' in row.dataset || 'busy' in row.dataset || Boolean(row.querySelector('form[data-form], .slip-versions'));
// the page asks for what a run brings by itself
const running = () => document.getElementById('run')?.dataset.running === 'true';

function sync() {
  clearTimeout(later);
  if (!told || fetching || document.hidden || running()) { if (told && running()) later = setTimeout(sync, LATER); return; }
  const old = [...document.querySelectorAll('.row')].filter(behind);
  const free = old.filter(row => !held(row)).slice(0, ROWS);
  if (old.length > free.length) later = setTimeout(sync, LATER);
  if (free.length) bring(free);
}

async function bring(rows) {
  fetching = true;
  let ok = false;
  let put = () => {};
  let focus = () => {};
  const now = current();
  const before = event => { if (event.detail.elt === company || event.target === company) { put = steady(); focus = focused(); } };
  const after = event => { ok = event.detail.successful; };
  company.addEventListener('htmx:beforeSwap', before);
  company.addEventListener('htmx:afterRequest', after);
  const units = rows.map(row => `&unit=${encodeURIComponent(row.dataset.unit)}`).join('');
  await htmx.ajax('GET', `${address}/rows?lang=${lang}${units}`, { source: company, target: company, swap: 'none' }).catch(() => {});
  company.removeEventListener('htmx:beforeSwap', before);
  company.removeEventListener('htmx:afterRequest', after);
  put();
  focus();
  fetching = false;
  if (ok && rows.includes(now) && !document.getElementById('inspector').contains(document.activeElement)) inspect(rowOf(now.dataset.unit));
  if (ok) show();
  else later = setTimeout(sync, AGAIN);
}

// Where the focus was, it is again.
function focused() {
  const active = document.activeElement;
  const row = active?.closest?.('.row');
  const link = active?.closest?.('.q');
  if (row) return () => { if (document.activeElement === document.body) document.getElementById(row.id)?.focus({ preventScroll: true }); };
  if (link) return () => document.querySelector(`.q[href="${CSS.escape(link.getAttribute('href'))}"]`)?.focus({ preventScroll: true });
  return () => {};
}

document.addEventListener('htmx:oobBeforeSwap', event => {
  const { target } = event.detail;
  if (target.matches('.row') && held(target)) event.detail.shouldSwap = false;
  if (fetching && target.id === 'publish' && target.open) event.detail.shouldSwap = false;
});

// ── comments ──

const typed = new Map();

function talk() {
  const place = document.getElementById('talk');
  if (!place || place.childElementCount || 'asked' in place.dataset) return;
  place.dataset.asked = '';
  htmx.ajax('GET', `${path}/units/${place.dataset.unit}/comments`, { source: place, target: place, swap: 'innerHTML' }).catch(() => {});
}

const field = () => document.querySelector('#talk textarea');

document.addEventListener('input', event => {
  if (event.target === field()) typed.set(document.getElementById('talk').dataset.unit, event.target.value);
});

document.addEventListener('htmx:afterRequest', event => {
  const place = document.getElementById('talk');
  if (!place?.contains(event.detail.elt)) return;
  const form = document.getElementById('talk-form');
  if (event.detail.successful && event.detail.elt === form) typed.delete(place.dataset.unit);
  else if (!event.detail.successful && form) form.querySelector('.soft').textContent = form.dataset.kept;
});

document.addEventListener('htmx:afterSwap', () => {
  const kept = typed.get(document.getElementById('talk')?.dataset.unit);
  if (kept && field() && !field().value) field().value = kept;
});
document.addEventListener('htmx:afterSettle', () => {
  talk();
  if (told) { showRows(); showMine(); }
});

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target === field()) event.target.form.requestSubmit();
  if (event.key === 'Escape') event.target.closest?.('.assign')?.remove();
});

document.addEventListener('click', event => {
  const talks = event.target.closest('.talks');
  if (talks) {
    document.getElementById('inspector').scrollIntoView({ block: 'nearest' });
    field()?.focus();
  }
  const assign = event.target.closest('[data-assign]');
  if (assign) askWho(assign.closest('[data-assigned]'));
  if (event.target.closest('[data-assign-leave]')) event.target.closest('.assign').remove();
});

// ── whose work it is ──

async function askWho(place) {
  const open = place.querySelector('.assign');
  if (open) { open.remove(); return; }
  const answer = await fetch(`${path}/assignments?lang=${lang}&entry=${place.dataset.assigned}`, { headers: { 'HX-Request': 'true' } }).catch(() => null);
  if (!answer?.ok) return;
  place.append(document.createRange().createContextualFragment(await answer.text()));
  const form = place.querySelector('.assign');
  htmx.process(form);
  form.querySelector('input, select').focus();
}

document.addEventListener('htmx:afterRequest', event => {
  if (event.detail.elt.matches?.('.assign') && event.detail.xhr.status === 204) event.detail.elt.remove();
});
document.querySelector('.mine-only input')?.addEventListener('change', showMine);

// ── as long as the page is looked at ──

if (company) {
  new MutationObserver(moved).observe(document.getElementById('roll'), { subtree: true, attributeFilter: ['aria-current', 'data-editing'] });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) { disconnect(); gone(); } else { connect(); here(); }
  });
  addEventListener('pagehide', () => { disconnect(); gone(); });
  addEventListener('pageshow', event => { if (event.persisted) { connect(); here(); } });
  setInterval(here, BEAT);
  connect();
  here();
  talk();
  // bench.js opens the page at the row of a link, whose matter the page has not brought
  addEventListener('load', () => { if (location.hash.startsWith('#u-') && current()) inspect(current()); });
}
