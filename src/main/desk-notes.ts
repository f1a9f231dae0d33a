import { BrowserWindow, Notification, type WebContents } from 'electron';
import { noteOf } from './desk-note';

/** Most notes kept at once: older ones give way. */
const mostShown = 5;
const shown: Notification[] = [];

/**
 * Shows a note of the system beside whatever is on the screen. Silent: the sounds are the window's own, which a desk can mute. A click
 * brings the window, which then opens the record. Answers false where the system shows none.
 */
export function showNote(contents: WebContents, said: unknown): boolean {
  const note = noteOf(said);
  if (!note || !Notification.isSupported()) return false;
  const notification = new Notification({
    title: note.title,
    body: note.body,
    silent: true,
    ...(process.platform === 'linux' ? { urgency: note.urgent ? 'critical' : 'normal' } : {}),
    ...(process.platform === 'win32' && note.urgent ? { timeoutType: 'never' } : {}),
  });
  notification.on('click', () => {
    const window = BrowserWindow.fromWebContents(contents);
    if (!window) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    if (note.record) contents.send('shell:opened', note.record);
  });
  notification.show();
  shown.push(notification);
  if (shown.length > mostShown) shown.shift()?.close();
  return true;
}
