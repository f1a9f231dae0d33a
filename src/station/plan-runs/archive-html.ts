/** Markup that is safe to stand on a page as it is. Only {@link html} makes it, so that no text of a person ever becomes markup. */
export class Html {
  constructor(readonly text: string) {}
}
export type HtmlPart = Html | string | number | undefined | false | readonly HtmlPart[];

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Control characters, and those that turn the direction of writing: a name must not make another line read otherwise. */
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

const escaped = (text: string) =>
  text
    .toWellFormed()
    .replace(unseen, '')
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? '');

/** A template whose every value is escaped unless it is markup made the same way. */
export function html(strings: TemplateStringsArray, ...parts: HtmlPart[]): Html {
  return new Html(strings.reduce((text, string, at) => `${text}${textOf(parts[at - 1])}${string}`));
}

function textOf(part: HtmlPart): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return escaped(String(part));
}
