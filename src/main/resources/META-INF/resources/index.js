// The list of digests: files dropped anywhere on the page go the way of the file chooser.
import './chrome.js';
import { meant } from './keys.js';

const form = document.getElementById('import');
const said = document.getElementById('imported');

if (form) {
  const input = form.querySelector('input[type=file]');
  addEventListener('dragover', event => { event.preventDefault(); form.dataset.over = ''; });
  addEventListener('dragleave', () => delete form.dataset.over);
  addEventListener('drop', event => {
    delete form.dataset.over;
    if (event.target === input || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  const tell = text => {
    const line = document.createElement('p');
    line.textContent = text;
    said.replaceChildren(line);
  };
  form.addEventListener('htmx:beforeRequest', () => tell(said.dataset.busy));
  form.addEventListener('htmx:afterRequest', event => {
    if (event.detail.successful) form.reset();
    else tell(event.detail.xhr?.status === 413 ? said.dataset.large : said.dataset.failed);
  });
}

document.addEventListener('keydown', event => {
  if (event.target === document.body && meant(event) === 'Enter') document.getElementById('next')?.click();
});
