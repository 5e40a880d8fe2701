// Two versions of a text: hers, the other's, or both together. Whatever is chosen is read once more before it is saved,
// and all of them stay in sight until then.
import { current } from './rows.js';
import { acts, ask } from './acts.js';

acts.mine = row => ask(row, 'edit', row.querySelector('.own').value);

acts.merged = row => {
  const slip = row.querySelector('.slip-versions');
  const open = [...slip.querySelectorAll('.choice')].find(choice => !choice.querySelector('input:checked'));
  if (open) {
    const line = slip.querySelector('.choose-first');
    line.textContent = line.dataset.text;
    open.querySelector('input').focus();
    return;
  }
  ask(row, 'edit', [...slip.querySelectorAll('[data-part], .choice input:checked')].map(part => part.value).join(''));
};

document.addEventListener('change', event => {
  const slip = event.target.closest('.choice') && event.target.closest('.slip-versions');
  if (slip && slip.querySelectorAll('.choice').length === slip.querySelectorAll('.choice input:checked').length) {
    slip.querySelector('.choose-first').textContent = '';
  }
});

// A choice that was just made leads on to the next one.
document.addEventListener('keydown', event => {
  const choice = event.key === 'Enter' && event.target.closest?.('.choice');
  if (!choice) return;
  event.preventDefault();
  event.target.checked = true;
  event.target.dispatchEvent(new Event('change', { bubbles: true }));
  const next = [...choice.closest('.merged').querySelectorAll('.choice')].find(one => !one.querySelector('input:checked'));
  (next?.querySelector('input') ?? current()?.querySelector('[data-choice="3"]'))?.focus();
});
