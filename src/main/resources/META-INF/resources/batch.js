// Shows how a batch goes on. Each event says that something moved; the page fetches what it shows.
import './chrome.js';

const id = document.getElementById('main').dataset.batch;
const progress = () => document.getElementById('progress');

async function show() {
  const answer = await fetch(`/batches/${id}/progress`);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('progress');
  const action = document.activeElement?.closest('#progress form')?.getAttribute('action');
  progress().replaceWith(fresh);
  if (action) progress().querySelector(`form[action="${action}"] button`)?.focus();
}

if (progress().dataset.running === 'true') {
  // a lost line is taken up again by the browser itself
  const events = new EventSource(`/api/v1/batches/${id}/events`);
  events.addEventListener('progress', show);
  events.addEventListener('end', async () => {
    events.close();
    await show();
    document.getElementById('said').textContent = document.getElementById('over')?.textContent ?? '';
  });
}
