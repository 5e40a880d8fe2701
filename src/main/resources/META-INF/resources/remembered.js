// What the translation memory has for the row in hand: fetched when the row is.
const { path } = document.body.dataset;

function fetchMatches() {
  const place = document.getElementById('memory');
  if (!place || place.childElementCount || 'asked' in place.dataset) return;
  place.dataset.asked = '';
  htmx.ajax('GET', `${path}/units/${place.dataset.unit}/memory`, { source: place, target: place, swap: 'innerHTML' }).catch(() => {});
}

document.addEventListener('htmx:afterSettle', fetchMatches);
// What was selected on the bench is what somebody wants to have seen elsewhere.
// A pointer takes the selection away as soon as it is let go of.
for (const type of ['pointerdown', 'keydown']) document.addEventListener(type, event => {
  const search = event.target.closest?.('#memory h2 a');
  const words = document.getSelection()?.toString().replace(/["“”„«»「」\s]+/g, ' ').trim().slice(0, 280);
  if (search && words) search.href = `/memory?q=${encodeURIComponent(`"${words}"`)}`;
}, true);
