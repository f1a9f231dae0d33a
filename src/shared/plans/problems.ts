import { type FormatProblem, formatProblems, longestDraft, problemOfAll, type Sentences } from '../format-problems';
import { PlanTemplate } from './template';

/** What the rules of plans alone say, for a person. */
const sentences: Sentences = {
  planCode: {
    zh: '代码以字母开头，只能用字母和数字，最多40位',
    en: 'A code begins with a letter and has letters and digits only, 40 at most',
  },
  planTime: {
    zh: '时间写作 T-7d、T-1d 18:00、A+15min 或 E+3d（T 计划时点，A 启动，E 终止）',
    en: 'A time is written T-7d, T-1d 18:00, A+15min or E+3d (T the planned moment, A the activation, E the end)',
  },
  levelMissing: { zh: '预案没有该响应等级，请改选或先添加', en: 'The plan has no such level; choose another or add it first' },
  oneLeader: { zh: '每组须有且只有一个负责岗位', en: 'A group has exactly one leading post' },
  neverDone: { zh: '该等级没有任何步骤，请添加步骤或删除该等级', en: 'No step is done at this level; add one or delete the level' },
  notJson: { zh: '不是预案文件：内容不是 JSON', en: 'Not a file of a plan: its text is no JSON' },
  strangeKey: { zh: '含有不允许的项目名，文件可能被改动过', en: 'It holds a name that no plan has; the file may have been tampered with' },
  date: { zh: '日期写作 2027-07-03', en: 'A date is written 2027-07-03' },
};

/** Every problem of a draft in the order of the format; empty for a plan that can be submitted. */
export const planProblems = (draft: unknown): FormatProblem[] => formatProblems(PlanTemplate, draft, sentences);

/** What a file gave: a plan that can be edited and submitted, or all that is wrong with it. Never half of one. */
export type PlanRead = { plan: PlanTemplate; problems: [] } | { plan?: never; problems: FormatProblem[] };

/** Reads the text of a plan's file, as exported or as it ships: every problem by its place and in words. Any text is answered, none throws. */
export function planFromText(text: string): PlanRead {
  if (text.length > longestDraft) return { problems: [problemOfAll('tooLong', sentences, { maximum: longestDraft })] };
  let draft: unknown;
  try {
    // Programs on Windows put a mark before the first letter.
    draft = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return { problems: [problemOfAll('notJson', sentences)] };
  }
  const strange = strangeKeyIn(draft);
  if (strange !== undefined) return { problems: [{ ...problemOfAll('strangeKey', sentences, { keys: strange }), path: strange }] };
  const parsed = PlanTemplate.safeParse(draft);
  return parsed.success ? { plan: parsed.data, problems: [] } : { problems: planProblems(draft) };
}

const strangeKeys = ['__proto__', 'constructor', 'prototype'] as const;

/** A name that would reach behind an object. Walks without recursion: a file may be nested as deep as it is long. */
function strangeKeyIn(draft: unknown): string | undefined {
  const waiting: unknown[] = [draft];
  while (waiting.length > 0) {
    const here = waiting.pop();
    if (typeof here !== 'object' || here === null) continue;
    const found = strangeKeys.find((key) => Object.hasOwn(here, key));
    if (found !== undefined) return found;
    for (const value of Object.values(here)) waiting.push(value);
  }
  return undefined;
}
