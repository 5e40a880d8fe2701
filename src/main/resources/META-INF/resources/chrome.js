// What every page does: theme, density, face, the key that leads to the search, and pictures that load on a click only.
import { meant } from './keys.js';

const root = document.documentElement;

export function remember(key, value) {
  try {
    if (value) localStorage.setItem('hanji.' + key, value);
    else localStorage.removeItem('hanji.' + key);
  } catch {
    // storage is switched off: the choice holds for this page
  }
}

export function recall(key) {
  try {
    return localStorage.getItem('hanji.' + key);
  } catch {
    return null;
  }
}

function set(key, value) {
  if (value) root.dataset[key] = value;
  else delete root.dataset[key];
  remember(key, value);
}

const dark = () => (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

function toggles(selector, key, on) {
  for (const button of document.querySelectorAll(selector)) {
    const show = () => button.setAttribute('aria-pressed', String(Boolean(root.dataset[key])));
    show();
    button.addEventListener('click', () => { set(key, root.dataset[key] ? '' : on); show(); });
  }
}

function showMedia(button) {
  const url = new URL(button.dataset.media, location.href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return;
  const video = button.dataset.video === 'true';
  const medium = document.createElement(video ? 'video' : 'img');
  medium.className = 'shown';
  if (video) medium.controls = true;
  else { medium.alt = button.textContent.trim(); medium.referrerPolicy = 'no-referrer'; }
  medium.src = url.href;
  button.parentElement.replaceChildren(medium);
}

for (const button of document.querySelectorAll('[data-theme-toggle]')) {
  button.addEventListener('click', () => set('theme', dark() ? 'light' : 'dark'));
}
toggles('[data-density-toggle]', 'density', 'compact');
toggles('[data-face-toggle]', 'face', 'sans');
document.addEventListener('click', event => {
  const button = event.target.closest('[data-media]');
  if (button) showMedia(button);
});
// The bench has keys of its own, which somebody may have changed or switched off.
document.addEventListener('keydown', event => {
  if (document.getElementById('help') || meant(event) !== '/') return;
  const there = document.querySelector('#find[action="/search"] #search') ?? document.getElementById('search-link');
  if (!there) return;
  event.preventDefault();
  if (there.matches('input')) there.select();
  else there.click();
});
