import type { Instant } from '../../shared/time';
import { isAhead } from '../../shared/duty-log/late';
import type { Issuer } from '../../shared/warnings/contents';
import type { IssuerInput } from '../../shared/warnings/contract';
import { authorityOver, gravest, type WarningLevel } from '../../shared/warnings/levels';
import { accountById, passwordOfSigner, signerOf } from '../accounts';
import { refusedAttempt } from '../attempts';
import { type Decided, prepared, type PreparedCommand, type Refused, refuse, type SignedContext } from '../handler';

/** What somebody would decide: at which levels, on which record, in a few words. */
interface Tried {
  procedure: string;
  levels: readonly WarningLevel[];
  /** Stream of the warning; blank for one that does not exist yet. */
  subject?: string;
  what?: string;
}

/** Says who decides, once it is known at which levels: with their role, or the refusal, which stands on the record. */
export type Deciding = (tried: Tried) => Issuer | Refused;

/**
 * A command that somebody decides who proves it by password, or is on the phone: in force at once, to be signed later. Who may not
 * decide at that level is refused, `publisherNotAllowed`, and the attempt is put on the record (issue 5, «Must show» 2).
 */
export function decidedCommand<I extends { issuer: IssuerInput }, O>(
  passwordCost: number,
  decide: (input: I, context: SignedContext, issuer: Deciding) => Decided<O>,
): PreparedCommand<I, O, boolean> {
  return prepared(
    ({ issuer }: I, { db }) => (issuer.how === 'signed' ? passwordOfSigner(issuer.signer, db, passwordCost) : Promise.resolve(false)),
    (input: I, context, fits): Decided<O> => {
      let actor: string | undefined;
      const decided = decide(input, context, (tried) => {
        const issuer = issuerOf(input.issuer, fits, tried, context);
        if (!('refusal' in issuer) && issuer.how === 'signed') actor = issuer.account;
        return issuer;
      });
      return 'refusal' in decided || actor === undefined ? decided : { ...decided, actor };
    },
  );
}

function issuerOf(
  input: IssuerInput,
  fits: boolean,
  { procedure, levels, subject, what }: Tried,
  context: SignedContext,
): Issuer | Refused {
  const account = input.how === 'signed' ? signerOf(input.signer.login, fits, context) : accountById(context.db, input.account);
  if (account === undefined) return refuse('notFound');
  if ('refusal' in account) return account;
  const { id, name, roles, disabled } = account;
  const role = disabled ? undefined : authorityOver(levels, roles);
  if (!role) {
    const level = gravest(levels);
    return refusedAttempt(
      'publisherNotAllowed',
      { name, level },
      { id, name, roles },
      { procedure, level, ...(subject === undefined ? {} : { subject }), ...(what === undefined ? {} : { what }) },
      context,
    );
  }
  return { account: id, name, role, how: input.how, relayedBy: input.how === 'phone' ? context.officer.name : '' };
}

/** When it happened: now, when left out. Refusals: `timeInFuture`; `timeBeforeStart` for a moment before `start`. */
export function momentOf(happenedAt: Instant | undefined, start: Instant | undefined, now: Instant): Instant | Refused {
  const at = happenedAt ?? now;
  if (isAhead(at, now)) return refuse('timeInFuture', { at });
  // What follows at once may be said to have happened a breath earlier: minutes are typed, the start has its seconds.
  if (start !== undefined && Math.floor(at / 60_000) < Math.floor(start / 60_000)) return refuse('timeBeforeStart', { at, start });
  return start === undefined ? at : Math.max(at, start);
}
