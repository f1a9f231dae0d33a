import { type FormatProblem, formatProblems, type Sentences } from '../format-problems';
import { ServiceProfile } from './profile';

/** What the rules of profiles alone say, for a person. */
const sentences: Sentences = {
  code: { zh: '代码只能用字母和数字，最多40位', en: 'A code has letters and digits only, 40 at most' },
  time: { zh: '时间写作 08:00，一天结束写作 24:00', en: 'A time is written 08:00, the end of a day 24:00' },
  spanOrder: { zh: '时段须按先后排列，不得重叠', en: 'Spans must stand in order and not overlap' },
  neverReached: {
    zh: '前面的规则已包含本条，本条不会生效；请上移或删除',
    en: 'A rule before it takes everything; move this one up or delete it',
  },
};

/** Every problem of a draft in the order of the format; empty for a service profile. */
export const problemsOf = (draft: unknown): FormatProblem[] => formatProblems(ServiceProfile, draft, sentences);
