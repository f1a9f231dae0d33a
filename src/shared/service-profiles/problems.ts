import type { z } from 'zod';
import type { ProfileProblem } from './contract';
import { ServiceProfile, type Words } from './profile';

/** What each rule of the format says, for a person; what is not here is a mistake in the shape. */
const sentences: Readonly<Record<string, Words>> = {
  required: { zh: '必填', en: 'Needed' },
  tooLong: { zh: '内容过长', en: 'Too long' },
  oneLine: { zh: '只能写一行', en: 'One line only' },
  code: { zh: '代码只能用字母和数字，最多40位', en: 'A code has letters and digits only, 40 at most' },
  duration: { zh: '时限写作 30min、4h 或 2d', en: 'A length of time is written 30min, 4h or 2d' },
  time: { zh: '时间写作 08:00，一天结束写作 24:00', en: 'A time is written 08:00, the end of a day 24:00' },
  codeTwice: { zh: '代码重复，请改用另一个', en: 'This code stands twice; choose another' },
  pointsNowhere: { zh: '所指的项目不存在，请改选或先添加', en: 'It points at something that is not there; choose another or add it first' },
  spanOrder: { zh: '时段须按先后排列，不得重叠', en: 'Spans must stand in order and not overlap' },
  neverReached: {
    zh: '前面的规则已包含本条，本条不会生效；请上移或删除',
    en: 'A rule before it takes everything; move this one up or delete it',
  },
  too_big: { zh: '超出允许的数量或长度', en: 'More than allowed' },
  too_small: { zh: '数量或长度不足', en: 'Less than needed' },
  unrecognized_keys: { zh: '有格式中没有的项目', en: 'Something the format does not know' },
};
const misshapen: Words = { zh: '内容不符合格式', en: 'Not of the right form' };

/** More than these nobody reads at once. */
const mostProblems = 200;

/** Every problem of a draft in the order of the format; empty for a service profile. */
export function problemsOf(draft: unknown): ProfileProblem[] {
  const parsed = ServiceProfile.safeParse(draft);
  return parsed.success ? [] : parsed.error.issues.slice(0, mostProblems).map(problemOf);
}

function problemOf(issue: z.core.$ZodIssue): ProfileProblem {
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
