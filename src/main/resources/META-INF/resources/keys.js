// Which key was meant. A Korean input method answers ㅓ or Process for j: the key's place says what was meant.
export function meant(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== 'radio') return null;
  if (/^[\x20-\x7e]$/.test(event.key)) return event.key;
  if (event.code?.startsWith('Key')) return event.shiftKey ? event.code[3] : event.code[3].toLowerCase();
  if (event.code?.startsWith('Digit')) return event.code[5];
  if (event.code === 'Slash' && event.shiftKey) return '?';
  return event.key;
}
