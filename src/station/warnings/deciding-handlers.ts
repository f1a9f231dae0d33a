import { canonicalJson } from '../../shared/canonical';
import type { ParsedInputOf } from '../../shared/contract';
import { isAhead } from '../../shared/duty-log/late';
import type { EventDraft } from '../../shared/event';
import { type Instant, yearIn } from '../../shared/time';
import { reportWithin } from '../../shared/warnings/clocks';
import type { WarningContents } from '../../shared/warnings/contents';
import type { warnings as contract } from '../../shared/warnings/contract';
import {
  warningConfirmed,
  warningCorrected,
  warningDismissed,
  warningLevelChanged,
  warningLifted,
  warningPublished,
  warningSettled,
  warningSignNoted,
  warningVoided,
} from '../../shared/warnings/events';
import { asksForTaskOrders, authorityOver, gravest, type WarningLevel } from '../../shared/warnings/levels';
import { logTextOf } from '../../shared/warnings/plain-words';
import { signedCommand } from '../accounts';
import { refusedAttempt } from '../attempts';
import { entryById, entryOf } from '../duty-log';
import { append, type HandlersOf, type Refused, refuse, type SignedContext } from '../handler';
import { nextNumber } from '../numbers';
import { letterOf } from '../unit';
import { decidedCommand, momentOf } from './issuer';
import { ordersToAll } from './issuing';
import type { WarningOptions } from './options';
import { warningById } from './read';
import { isInForce, type Standing, standingOf, textsInForce, turnsInForce, type Warning } from './warning';

interface Found {
  warning: Warning;
  standing: Standing;
  /** The turns a further one replaces. */
  replaces: string[];
  start: Instant | undefined;
}

function found(id: string, context: SignedContext): Found | Refused {
  const warning = warningById(context.raw, id);
  if (!warning || warning.numbers.length === 0) return refuse('notFound');
  const standing = standingOf(warning);
  return {
    warning,
    standing,
    replaces: turnsInForce(warning)
      .map(({ entry }) => entry)
      .slice(-100),
    start: standing.publishedAt ?? standing.times.signAt,
  };
}

function numberFor({ raw, db, journal, zone, now }: SignedContext): string {
  return nextNumber(raw, 'warning_numbers', letterOf(db, journal.station), yearIn(zone, now));
}

const brief = (contents: WarningContents | undefined) => (contents?.what ?? '').slice(0, 200);

type EndingInput = ParsedInputOf<typeof contract.lift>;

type Verb = 'noteSign' | 'dismiss' | 'publish' | 'changeLevel' | 'lift' | 'correct' | 'void' | 'confirm' | 'settle';

/** What is decided of a warning: by whoever proves who they are, or is on the phone and signs later. */
export function decidingHandlers({ passwordCost }: WarningOptions): Pick<HandlersOf<typeof contract>, Verb> {
  /** Ends, or takes back: at the level it has, by who may decide at that level. */
  const ending = (
    verb: 'dismiss' | 'lift' | 'void',
    refusal: string,
    fits: (standing: Standing) => boolean,
    event: typeof warningDismissed | typeof warningLifted | typeof warningVoided,
  ) =>
    decidedCommand(passwordCost, (input: EndingInput, context, issuerOf) => {
      const one = found(input.id, context);
      if ('refusal' in one) return one;
      const { standing, replaces, start } = one;
      if (verb === 'void' && standing.publishedAt === undefined) return refuse('notPublished', { number: standing.number });
      if (!fits(standing)) return refuse(refusal, { number: standing.number });
      const at = momentOf(input.happenedAt, start, context.now);
      if (typeof at !== 'number') return at;
      const levels = [standing.level ?? 'IV'] as const;
      const issuer = issuerOf({ procedure: `warnings.${verb}`, levels, subject: `warning:${input.id}`, what: brief(standing.contents) });
      if ('refusal' in issuer) return issuer;
      return append(event(input.id, { author: context.officer.name, issuer, reason: input.reason, happenedAt: at, replaces }));
    });

  return {
    noteSign: ({ contents, noticedAt, logEntry }, context) => {
      const at = noticedAt ?? context.now;
      if (isAhead(at, context.now)) return refuse('timeInFuture', { at });
      if (logEntry !== null && !entryById(context.raw, logEntry)) return refuse('logEntryNotFound');
      const id = context.newId();
      const number = numberFor(context);
      return append(warningSignNoted(id, { author: context.officer.name, number, contents, noticedAt: at, logEntry }), {
        id,
        number,
        dueAt: at + reportWithin.office,
      });
    },
    dismiss: ending('dismiss', 'notASign', ({ outcome }) => outcome === 'sign', warningDismissed),
    publish: decidedCommand(passwordCost, (input, context, issuerOf) => {
      const { level, kind, contents } = input;
      const one = input.id === null ? undefined : found(input.id, context);
      if (one && 'refusal' in one) return one;
      if (one && one.standing.outcome !== 'sign') return refuse('notASign', { number: one.standing.number });
      if (input.logEntry !== null && !entryById(context.raw, input.logEntry)) return refuse('logEntryNotFound');
      const at = momentOf(input.happenedAt, one?.start, context.now);
      if (typeof at !== 'number') return at;
      const issuer = issuerOf({
        procedure: 'warnings.publish',
        levels: [level],
        ...(input.id === null ? {} : { subject: `warning:${input.id}` }),
        what: brief(contents),
      });
      if ('refusal' in issuer) return issuer;
      const id = input.id ?? context.newId();
      const number = one?.standing.number ?? numberFor(context);
      // What is in the log already is not written there twice.
      const log =
        input.logEntry === null
          ? entryOf({ kind: 'notice', occurredAt: at, text: logTextOf(number, level, kind, contents, issuer) }, context)
          : undefined;
      const orders = asksForTaskOrders(level) ? ordersToAll({ warning: id, number, level, contents, issuer }, context) : [];
      const published = warningPublished(id, {
        author: context.officer.name,
        number,
        level,
        kind,
        contents,
        issuer,
        happenedAt: at,
        logEntry: log?.id ?? input.logEntry,
        replaces: one?.replaces ?? [],
      });
      const events: EventDraft[] = [published, ...(log ? [log.event] : []), ...orders];
      return append(events, { id, number, orders: orders.length });
    }),
    changeLevel: decidedCommand(passwordCost, (input, context, issuerOf) => {
      const one = found(input.id, context);
      if ('refusal' in one) return one;
      const { standing, replaces, start } = one;
      const { level: former, kind: formerKind, contents, number, sides } = standing;
      if (!isInForce(standing) || former === undefined || formerKind === undefined) return refuse('notInForce', { number });
      const { id, level, kind = formerKind, reason } = input;
      if (level === former && kind === formerKind && sides.length === 0) return refuse('levelUnchanged', { level });
      const at = momentOf(input.happenedAt, start, context.now);
      if (typeof at !== 'number') return at;
      // To level I and away from it the leading group alone decides: both levels count.
      const issuer = issuerOf({
        procedure: 'warnings.changeLevel',
        levels: [level, former],
        subject: `warning:${id}`,
        what: brief(contents),
      });
      if ('refusal' in issuer) return issuer;
      const changed = warningLevelChanged(id, {
        author: context.officer.name,
        level,
        kind,
        former,
        formerKind,
        reason,
        issuer,
        happenedAt: at,
        replaces,
      });
      const orders = asksForTaskOrders(level) && contents ? ordersToAll({ warning: id, number, level, contents, issuer }, context) : [];
      return append([changed, ...orders], { orders: orders.length });
    }),
    lift: ending('lift', 'notInForce', isInForce, warningLifted),
    correct: decidedCommand(passwordCost, ({ id, contents, reason, happenedAt }, context, issuerOf) => {
      const one = found(id, context);
      if ('refusal' in one) return one;
      const { warning, standing, start } = one;
      if (standing.publishedAt === undefined) return refuse('notPublished', { number: standing.number });
      if (standing.texts.length === 0 && canonicalJson(contents) === canonicalJson(standing.contents ?? null))
        return refuse('nothingChanged');
      const at = momentOf(happenedAt, start, context.now);
      if (typeof at !== 'number') return at;
      const levels = [standing.level ?? 'IV'] as const;
      const issuer = issuerOf({ procedure: 'warnings.correct', levels, subject: `warning:${id}`, what: brief(contents) });
      if ('refusal' in issuer) return issuer;
      const replaces = textsInForce(warning)
        .map(({ entry }) => entry)
        .slice(-100);
      return append(warningCorrected(id, { author: context.officer.name, issuer, contents, reason, happenedAt: at, replaces }));
    }),
    void: ending('void', 'alreadyVoided', ({ outcome }) => outcome !== 'voided', warningVoided),
    confirm: signedCommand(passwordCost, ({ id, statement }, context, account) => {
      const one = found(id, context);
      if ('refusal' in one) return one;
      const said = one.standing.unsigned.find(({ entry }) => entry === statement);
      if (!said?.issuer) return refuse('nothingToConfirm', { number: one.standing.number });
      const levels: WarningLevel[] = [said.level, said.former].flatMap((level) => level ?? []);
      const decidedAt = levels.length > 0 ? levels : [one.standing.level ?? 'IV'];
      const role = authorityOver(decidedAt, account.roles);
      if (!role) {
        const level = gravest(decidedAt);
        const tried = { procedure: 'warnings.confirm', level, subject: `warning:${id}`, what: brief(one.standing.contents) };
        return refusedAttempt('publisherNotAllowed', { name: account.name, level }, account, tried, context);
      }
      return append(warningConfirmed(id, { author: account.name, statement, account: account.id, role }));
    }),
    settle: decidedCommand(passwordCost, ({ id, side, note }, context, issuerOf) => {
      const one = found(id, context);
      if ('refusal' in one) return one;
      const { standing, replaces } = one;
      const { sides } = standing;
      if (sides.length === 0) return refuse('nothingContested');
      const right = sides.find(({ entry }) => entry === side);
      if (!right || right.outcome === 'sign') return refuse('notASide');
      const levels = [...sides.flatMap(({ level }) => level ?? []), standing.level ?? 'IV'];
      const issuer = issuerOf({ procedure: 'warnings.settle', levels, subject: `warning:${id}`, what: brief(standing.contents) });
      if ('refusal' in issuer) return issuer;
      const { outcome, level = null, kind = null, endedAt = outcome === 'inForce' ? null : right.happenedAt } = right;
      return append(warningSettled(id, { author: context.officer.name, issuer, note, side, outcome, level, kind, endedAt, replaces }));
    }),
  };
}
