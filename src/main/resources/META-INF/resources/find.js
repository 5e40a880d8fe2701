// Finding, in texts or in the memory: results come while somebody types, and the address says what is shown.
import './chrome.js';

const form = document.getElementById('find');

function address() {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) asked.append(name, value);
  const page = form.getAttribute('action');
  return asked.size ? `${page}?${asked}` : page;
}

form.addEventListener('htmx:configRequest', event => {
  for (const name of Object.keys(event.detail.parameters)) if (!event.detail.parameters[name]) delete event.detail.parameters[name];
});
form.addEventListener('htmx:afterRequest', event => {
  if (event.detail.successful) history.replaceState(null, '', address());
});

// While the index is being built, what was found grows by itself.
setInterval(() => {
  if (document.querySelector('.find-notice') && !document.hidden) form.requestSubmit();
}, 2000);
