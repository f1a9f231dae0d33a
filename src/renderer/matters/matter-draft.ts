import type { LogDetails } from '../../shared/duty-log/contract';
import type { InputOf } from '../../shared/contract';
import type { matters } from '../../shared/matters/contract';
import type { MatterKind } from '../../shared/matters/kinds';
import type { MatterLevel } from '../../shared/matters/level';
import { nobody, referenceOf, type TypedPerson, typedOf } from '../people';

/** A new matter as typed; plain data, kept as a draft. */
export interface MatterDraft {
  kind: MatterKind;
  title: string;
  text: string;
  from: TypedPerson;
  level: MatterLevel;
  receivedAt: number | null;
  deadline: number | null;
  holder: TypedPerson;
}

export const emptyMatter: MatterDraft = {
  kind: 'instruction',
  title: '',
  text: '',
  from: nobody,
  level: 'ordinary',
  receivedAt: null,
  deadline: null,
  holder: nobody,
};

const kindOfEntry: Partial<Record<LogDetails['current']['kind'], MatterKind>> = {
  instruction: 'instruction',
  notice: 'notice',
  request: 'request',
  call: 'promise',
};

/** Longest title, characters. */
const titleRoom = 120;

/** The form filled with what a log entry says. */
export function draftOfEntry({ current }: Pick<LogDetails, 'current'>): MatterDraft {
  const line = current.text.replace(/\s+/gu, ' ').trim();
  return {
    ...emptyMatter,
    kind: kindOfEntry[current.kind] ?? 'notice',
    title: line.slice(0, titleRoom).toWellFormed(),
    text: line.length > titleRoom ? current.text.slice(0, 2_000).toWellFormed() : '',
    from: typedOf(current.caller ?? undefined),
    receivedAt: current.occurredAt,
  };
}

export function inputOf(draft: MatterDraft, logEntry: string | undefined): InputOf<typeof matters.open> {
  const { kind, title, text, level, receivedAt, deadline } = draft;
  return {
    kind,
    title: title.trim(),
    text: text.trim(),
    level,
    from: referenceOf(draft.from) ?? null,
    holder: referenceOf(draft.holder) ?? null,
    deadline,
    logEntry: logEntry ?? null,
    ...(receivedAt === null ? {} : { receivedAt }),
  };
}
