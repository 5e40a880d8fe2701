// Shows how a batch goes on. Each event says that something moved; the page fetches what it shows.
import './chrome.js';

const id = document.getElementById('main').dataset.batch;
const running = () => document.getElementById('progress').dataset.running === 'true';

async function show() {
  const answer = await fetch(`/batches/${id}/progress`);
  if (answer.ok) {
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.getElementById('progress').replaceWith(fresh.getElementById('progress'));
  }
}

if (running()) {
  // a lost line is taken up again by the browser itself
  const events = new EventSource(`/api/v1/batches/${id}/events`);
  // who is typing a budget or about to press a button keeps both
  events.addEventListener('progress', () => {
    if (!document.getElementById('progress').contains(document.activeElement)) show();
  });
  events.addEventListener('end', () => { events.close(); show(); });
}
