// Proposals of terms: moved through and decided on with one key each. What was decided leaves the line that says so.
import './chrome.js';
import { meant } from './keys.js';

const list = document.getElementById('proposals');
const all = () => [...list.querySelectorAll('.t-prop')];

function go(step) {
  const here = all();
  const at = here.indexOf(document.activeElement?.closest('.t-prop'));
  const next = here[Math.min(here.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

if (list) {
  let then = null;
  document.addEventListener('keydown', event => {
    const key = event.target.type === 'checkbox' && /^[jkax]$/.test(event.key) ? event.key : meant(event);
    const here = document.activeElement?.closest('.t-prop');
    if (key === 'j') go(1);
    else if (key === 'k') go(-1);
    else if (key === 'a') here?.querySelector('[data-accept]')?.click();
    else if (key === 'x') here?.querySelector('[data-refuse]')?.click();
  });
  list.addEventListener('htmx:beforeRequest', event => {
    const here = event.target.closest('.t-prop');
    const others = all();
    then = others[others.indexOf(here) + 1] ?? null;
  });
  list.addEventListener('htmx:afterSwap', () => { then?.focus(); then?.scrollIntoView({ block: 'nearest' }); });
  list.addEventListener('htmx:responseError', event => {
    const page = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html');
    document.getElementById('said').textContent = page.querySelector('main p, main h1')?.textContent ?? '';
  });
}
