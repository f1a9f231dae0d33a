import type { InputOf } from '../../shared/contract';
import type { WarningContents } from '../../shared/warnings/contents';
import type { warnings } from '../../shared/warnings/contract';
import type { WarningKind, WarningLevel, WarningOrigin } from '../../shared/warnings/levels';

/** What a warning says, as typed; plain data, kept as a draft. */
export interface ContentsDraft {
  origin: WarningOrigin;
  source: string;
  what: string;
  area: string;
  from: number | null;
  until: number | null;
  measures: string;
  scenario: string;
}

export interface PublishDraft extends ContentsDraft {
  level: WarningLevel | '';
  kind: WarningKind;
  happenedAt: number | null;
}

export const emptyContents: ContentsDraft = {
  origin: 'external',
  source: '',
  what: '',
  area: '',
  from: null,
  until: null,
  measures: '',
  scenario: '',
};

export const emptyPublish: PublishDraft = { ...emptyContents, level: '', kind: 'warning', happenedAt: null };

/** What cannot be left out. */
export function missingIn({ source, what }: ContentsDraft): ('source' | 'what')[] {
  return [...(what.trim() === '' ? (['what'] as const) : []), ...(source.trim() === '' ? (['source'] as const) : [])];
}

export function contentsOf({ origin, source, what, area, from, until, measures, scenario }: ContentsDraft): WarningContents {
  return { origin, source: source.trim(), what: what.trim(), area: area.trim(), from, until, measures: measures.trim(), scenario };
}

/** Who decides, as typed: never kept as a draft, for a password is in it. */
export interface IssuerTyped {
  how: 'signed' | 'phone';
  login: string;
  password: string;
  account: string;
}

export type IssuerSaid = InputOf<typeof warnings.lift>['issuer'];

/** Undefined while it does not say who. */
export function issuerOf({ how, login, password, account }: IssuerTyped): IssuerSaid | undefined {
  if (how === 'phone') return account === '' ? undefined : { how, account };
  return login.trim() === '' || password === '' ? undefined : { how, signer: { login, password } };
}
