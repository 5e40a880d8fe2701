// The preview: print, and back with the key that led here.
import './chrome.js';
import { meant } from './keys.js';

for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => print());
document.addEventListener('keydown', event => {
  if (meant(event) === 'p') document.getElementById('bench')?.click();
});
