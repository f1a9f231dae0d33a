import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

export const pageScheme = 'duty';
export const pageOrigin = `${pageScheme}://station`;
/** Papers are drawn under an origin, and so in a process, of their own: what printing does to a page never touches the screens. */
export const paperOrigin = `${pageScheme}://paper`;

/** Mantine sets styles on elements; scripts, fonts and everything else come from the app alone. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** What the build makes; anything else is served without a type, and `nosniff` keeps it from being run. */
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.ogg': 'audio/ogg',
};

/**
 * Serves the built screens, and nothing outside their folder, under an origin of their own. The files are read here: through
 * `net.fetch` each took its own way through Chromium's network service and back, which a start waited for.
 */
export function servePages(folder: string): void {
  protocol.handle(pageScheme, async (request) => {
    const path = decodeURIComponent(new URL(request.url).pathname);
    const file = normalize(join(folder, path === '/' ? 'index.html' : path));
    if (!file.startsWith(folder + sep)) return new Response(null, { status: 404 });
    const content = await readFile(file).catch(() => undefined);
    if (!content) return new Response(null, { status: 404 });
    return new Response(content, {
      headers: {
        'Content-Type': types[extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}
