import { z } from 'zod';

// What is wrong in something a person wrote in a format of ours (a service profile, an emergency plan), in words and by its place.

/** What is wrong with a draft, and where: `clocks.2.rules.0.limit`. */
export const FormatProblem = z.object({
  path: z.string(),
  rule: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  words: z.strictObject({ zh: z.string(), en: z.string() }),
});
export type FormatProblem = z.infer<typeof FormatProblem>;
export type Sentences = Readonly<Record<string, FormatProblem['words']>>;

/** Longest text of a draft that is looked at, characters. The longest that ship have about 100,000. */
export const longestDraft = 400_000;

/** Any JSON: a draft may be as wrong as it likes, but not endless. */
export const DraftInput = z.unknown().refine((draft) => lengthOf(draft) <= longestDraft, 'tooLong');

function lengthOf(draft: unknown): number {
  try {
    return (JSON.stringify(draft) ?? '').length;
  } catch {
    // What holds itself has no end.
    return Number.POSITIVE_INFINITY;
  }
}

/** What each rule that every format knows says, for a person; what is nowhere is a mistake in the shape. */
const common: Sentences = {
  required: { zh: '必填', en: 'Needed' },
  tooLong: { zh: '内容过长', en: 'Too long' },
  oneLine: { zh: '只能写一行', en: 'One line only' },
  noControl: { zh: '含有不能显示的字符，请删除后重写', en: 'It holds characters that cannot be shown; write it again' },
  duration: { zh: '时限写作 30min、4h 或 2d', en: 'A length of time is written 30min, 4h or 2d' },
  codeTwice: { zh: '代码重复，请改用另一个', en: 'This code stands twice; choose another' },
  pointsNowhere: { zh: '所指的项目不存在，请改选或先添加', en: 'It points at something that is not there; choose another or add it first' },
  too_big: { zh: '超出允许的数量或长度', en: 'More than allowed' },
  too_small: { zh: '数量或长度不足', en: 'Less than needed' },
  unrecognized_keys: { zh: '有格式中没有的项目', en: 'Something the format does not know' },
};
const misshapen = { zh: '内容不符合格式', en: 'Not of the right form' };

/** More than these nobody reads at once. */
const mostProblems = 200;

/** Every problem of a draft in the order of the format; empty for what can be used. `own` are the sentences of that format alone. */
export function formatProblems(format: z.ZodType, draft: unknown, own: Sentences): FormatProblem[] {
  const parsed = format.safeParse(draft);
  return parsed.success ? [] : parsed.error.issues.slice(0, mostProblems).map((issue) => problemOf(issue, { ...common, ...own }));
}

/** A problem of the whole, found before the format is looked at. */
export function problemOfAll(rule: string, own: Sentences, params: FormatProblem['params'] = {}): FormatProblem {
  return { path: '', rule, params, words: own[rule] ?? common[rule] ?? misshapen };
}

function problemOf(issue: z.core.$ZodIssue, sentences: Sentences): FormatProblem {
  // Rules of the format carry their word as the message; the library's own are named by its code.
  const rule = /^[a-zA-Z]{1,40}$/u.test(issue.message) ? issue.message : issue.code;
  const { minimum, maximum, keys } = issue as { minimum?: number | bigint; maximum?: number | bigint; keys?: string[] };
  return {
    path: issue.path.map(String).join('.'),
    rule,
    params: {
      ...(minimum === undefined ? {} : { minimum: Number(minimum) }),
      ...(maximum === undefined ? {} : { maximum: Number(maximum) }),
      ...(keys === undefined ? {} : { keys: keys.join(', ').slice(0, 200) }),
    },
    words: sentences[rule] ?? misshapen,
  };
}
