import { z } from 'zod';

/** What an entry of the duty log is about. The order is that of the keys Alt+1 to Alt+8. */
export const logKinds = ['call', 'instruction', 'notice', 'request', 'incident', 'patrol', 'visitor', 'other'] as const;
export const LogKind = z.enum(logKinds);
export type LogKind = z.infer<typeof LogKind>;

/** The words of the kinds: shown on the screens, and what a search for a kind is typed as. */
export const kindWords: Readonly<Record<LogKind, { zh: string; en: string }>> = {
  call: { zh: '来电', en: 'Call' },
  instruction: { zh: '指示', en: 'Instruction' },
  notice: { zh: '通知', en: 'Notice' },
  request: { zh: '请示', en: 'Request' },
  incident: { zh: '事件', en: 'Incident' },
  patrol: { zh: '巡检', en: 'Patrol' },
  visitor: { zh: '来访', en: 'Visitor' },
  other: { zh: '其他', en: 'Other' },
};
