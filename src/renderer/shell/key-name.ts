/** The pressed key as it is written in key maps: `F2`, `Ctrl+L`, `Alt+1`, `?`. Empty while a word is being composed. */
export function keyName(event: KeyboardEvent): string {
  if (event.isComposing || event.keyCode === 229) return '';
  const single = event.key.length === 1;
  const name = single ? event.key.toUpperCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey && !single ? 'Shift+' : ''}${name}`;
}

/** True when the key would write something into the field that has the focus. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1) return false;
  const target = event.target;
  // Ticks and buttons take no letters.
  if (target instanceof HTMLInputElement && /^(checkbox|radio|button|submit|file)$/.test(target.type)) return false;
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
