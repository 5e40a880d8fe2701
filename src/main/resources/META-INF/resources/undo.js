// Takes back what this editor did last in this digest and language: the server knows what that was, also after the page
// was loaded again.
import { trouble } from './acts.js';
import { go } from './rows.js';
import { inTurn, waiting } from './waits.js';

const { path, lang } = document.body.dataset;

async function once() {
  // what waits was done last, and the server does not know it yet
  if (waiting().length) { trouble(null); return; }
  let undone = null;
  let status = 0;
  let ok = false;
  // rows that others changed may come at the same time: what was undone stands in the answer alone
  const address = `${path}/undo?lang=${lang}`;
  const answer = event => {
    if (event.detail.pathInfo.requestPath !== address) return;
    ok = event.detail.successful;
    status = event.detail.xhr?.status ?? 0;
    undone = /<li class="row[^>]* id="(u-[^"]+)"/.exec(event.detail.xhr?.responseText ?? '')?.[1];
  };
  // an element of its own: htmx holds a second request in one name back, and says at once that it is over
  const source = document.getElementById('queue');
  source.addEventListener('htmx:afterRequest', answer);
  await htmx.ajax('POST', address, { source, swap: 'none' }).catch(() => {});
  source.removeEventListener('htmx:afterRequest', answer);
  if (!ok) trouble(null, status);
  else if (undone) go(document.getElementById(undone), { scroll: 'center' });
}

// One after the other, however fast the key is pressed.
export const undoLast = () => inTurn(once);
