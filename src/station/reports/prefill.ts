import { currentFields } from '../../shared/duty-log/entry';
import { kindWords } from '../../shared/duty-log/kinds';
import { mainLeaderRoles, type ReportContents, type ToldRole } from '../../shared/reports/contents';
import type { PersonReference } from '../../shared/references';
import { allAccounts } from '../accounts';
import { entryById } from '../duty-log';
import type { Context } from '../handler';
import { shiftAt } from '../roster';
import { type Report, standingOf } from './report';

export interface Prefill {
  contents: ReportContents;
  shiftLeader: PersonReference | null;
  mainLeaders: { to: PersonReference; role: ToldRole }[];
}

/** What a report's form begins with: the log entry's time, place, source and nature; the leader on watch when it was received. */
export function prefillOf(report: Report, context: Pick<Context, 'raw' | 'db' | 'zone'>): Prefill {
  const { receivedAt } = standingOf(report);
  const found = report.start && entryById(context.raw, report.start.logEntry);
  const said = found && currentFields(found.entry.original, found.entry.corrections);
  const caller = said?.caller;
  return {
    contents: {
      time: said?.occurredAt ?? receivedAt,
      place: line([...(said?.places ?? []), ...(said?.devices.map(({ name }) => name) ?? [])].join('、'), 200),
      source: said ? line(caller ? [caller.name, caller.phone].filter(Boolean).join(' ') : kindWords[said.kind].zh, 200) : '',
      nature: text(said?.text ?? '', 1_000),
      scope: '',
      trend: '',
      measures: '',
    },
    shiftLeader: shiftAt(context, receivedAt).leader,
    mainLeaders: mainLeaders(context),
  };
}

/** Accounts of the leading group and the office. */
function mainLeaders({ db }: Pick<Context, 'db'>): Prefill['mainLeaders'] {
  return allAccounts(db).flatMap(({ name, personId, roles, disabled }) => {
    const role = mainLeaderRoles.find((one) => roles.includes(one));
    return role && !disabled ? [{ to: { ...(personId === undefined ? {} : { id: personId }), name: line(name, 40) }, role }] : [];
  });
}

/** Words on one line, no longer than `most` units of text. */
export function line(words: string, most: number): string {
  return words.replace(/\s+/gu, ' ').slice(0, most).toWellFormed().trim();
}

function text(words: string, most: number): string {
  return words.slice(0, most).toWellFormed().trim();
}
