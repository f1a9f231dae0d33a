import { app, type IpcMainInvokeEvent, session } from 'electron';
import { pageOrigin, paperOrigin } from './page-protocol';

/** No window leaves the app, opens another, or is granted anything. */
export function guardContents(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (!url.startsWith(`${pageOrigin}/`)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Every permission request is denied, and nothing but the app's own pages is ever fetched. */
export function guardSession(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
  session.defaultSession.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !/^(duty|file|blob|data|devtools):/.test(details.url) });
  });
}

/** True for a call that comes from the top frame of one of our own pages. */
export function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && (frame.url.startsWith(`${pageOrigin}/`) || frame.url.startsWith(`${paperOrigin}/`));
}
