// What the translation memory has for the row in hand: fetched when the row is. Until it is there again for a row that
// is in hand already, what was there stands, so that its keys go on working.
const { path } = document.body.dataset;
let before = null;

document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.target.id === 'inspector') before = document.getElementById('memory');
});
document.addEventListener('htmx:afterSwap', event => {
  const place = event.detail.target.id === 'inspector' && document.getElementById('memory');
  if (place && place !== before && place.dataset.unit === before?.dataset.unit) place.replaceChildren(...before.childNodes);
});

function fetchMatches() {
  const place = document.getElementById('memory');
  if (!place || 'asked' in place.dataset) return;
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
