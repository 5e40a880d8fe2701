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
  const row = event => { undone ??= event.detail.target.matches('.row') ? event.detail.target.id : null; };
  const answer = event => { ok = event.detail.successful; status = event.detail.xhr?.status ?? 0; };
  const source = document.getElementById('toast').parentElement;
  document.addEventListener('htmx:oobAfterSwap', row);
  source.addEventListener('htmx:afterRequest', answer);
  await htmx.ajax('POST', `${path}/undo?lang=${lang}`, { source, swap: 'none' }).catch(() => {});
  document.removeEventListener('htmx:oobAfterSwap', row);
  source.removeEventListener('htmx:afterRequest', answer);
  if (!ok) trouble(null, status);
  else if (undone) go(document.getElementById(undone), { scroll: 'center' });
}

// One after the other, however fast the key is pressed.
export const undoLast = () => inTurn(once);
