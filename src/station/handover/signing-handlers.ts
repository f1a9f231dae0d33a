import type { HandoverItem } from '../../shared/handover/item';
import type { handover as contract } from '../../shared/handover/contract';
import { handoverRoles, leaderRoles } from '../../shared/handover/contract';
import { unsettledCounts } from '../../shared/handover/content';
import {
  type Answer,
  handoverAnswered,
  handoverCorrected,
  handoverIncomingSigned,
  handoverJoined,
  handoverLeaderSigned,
  handoverOutgoingSigned,
  handoverReplied,
  handoverSettled,
  handoverTakenBack,
} from '../../shared/handover/events';
import { draftedBefore } from '../../shared/handover/limits';
import { faultOfRestatement } from '../../shared/handover/restating';
import { signedCommand, type StoredAccount } from '../accounts';
import { contentHash } from '../content-hash';
import { mayCall } from '../router';
import { append, type Decided, type HandlersOf, type Refused, refuse, type SignedContext } from '../handler';
import { runWithoutCommander } from '../plan-runs';
import { shiftAfter, shiftByKey } from '../roster';
import { draftOf, seenOf } from './draft';
import { openDraft } from './draft-handlers';
import { hashOfTakeover } from './frozen';
import { handoverOf } from './read';
import { isRostered, signatureOf } from './standing';
import { awaitedHandover, damageOf, signedHandover, takenOverHandover } from './version-of';
import { contestants, unansweredItems } from './versions';

type SigningVerbs = 'signOutgoing' | 'takeBack' | 'answer' | 'reply' | 'signIncoming' | 'join' | 'signLeader' | 'correct' | 'settle';

/** The three signatures and what belongs to them. Each is one entry: a station that dies between two leaves one or two, never half of one. */
export function signingHandlers(passwordCost: number): Pick<HandlersOf<typeof contract>, SigningVerbs> {
  /** Whoever signs takes part in handovers themself, not only the officer whose session it is. */
  function signed<I extends { signer: { login: string; password: string } }, O>(
    decide: (input: I, context: SignedContext, account: StoredAccount) => Decided<O>,
  ) {
    return signedCommand<I, O>(passwordCost, (input, context, account) =>
      mayCall(handoverRoles, account.roles) ? decide(input, context, account) : refuse('notAllowed', { name: account.name }),
    );
  }

  return {
    signOutgoing: signed(({ shift: key, seen, mode, modeReason, reason }, context, account) => {
      const open = openDraft(context, key);
      if ('refusal' in open) return open;
      const { shift, state } = open;
      if (mode === 'ordinary' && context.now < shift.end - draftedBefore) return refuse('tooEarly', { end: shift.end });
      if (mode !== 'ordinary' && modeReason === '') return refuse('modeReasonNeeded');
      const content = draftOf(context, shift, state);
      if (seenOf(content) !== seen) return refuse('draftChanged');
      const unsettled = unsettledCounts(content.counts);
      if (unsettled[0]) return refuse('countsUnsettled', { count: unsettled.length, name: unsettled[0].name });
      const leaderless = runWithoutCommander(context, shiftAfter(context, shift));
      if (leaderless) return refuse('commanderMissing', leaderless);
      const signature = signatureOf('outgoing', account, reason, shift, shiftAfter(context, shift));
      if ('refusal' in signature) return signature;
      const hash = contentHash(content);
      const version = context.newId();
      // What comes later names this signature by its entry.
      const event = { ...handoverOutgoingSigned(shift.id, { shift: key, content, hash, signature, mode, modeReason }), id: version };
      return append(event, { version, hash });
    }),
    takeBack: signed(({ shift: key, reason }, context, account) => {
      const shift = shiftByKey(context, key);
      const version = shift && handoverOf(context, shift.id).versions.findLast(({ takenBack }) => takenBack.length === 0);
      if (!shift || !version) return refuse('notSigned');
      const awaited = awaitedHandover(context, key, version.id);
      if ('refusal' in awaited) return awaited;
      const { signature } = awaited.version.signed;
      if (signature.account !== account.id) return refuse('notTheSigner', { name: signature.name });
      return append(handoverTakenBack(shift.id, { version: version.id, reason, author: account.name }));
    }),
    answer: ({ shift: key, version: id, answers }, context) => {
      const found = awaitedHandover(context, key, id);
      if ('refusal' in found) return found;
      const items = new Map(found.version.signed.content.items.map((item) => [item.key, item]));
      for (const answer of answers) {
        const barred = barredAnswer(answer, items.get(answer.item));
        if (barred) return barred;
      }
      return append(handoverAnswered(found.shift.id, { version: id, answers, author: context.officer.name }));
    },
    reply: ({ shift: key, version: id, item, text }, context) => {
      const found = awaitedHandover(context, key, id);
      if ('refusal' in found) return found;
      if (found.version.answers[item]?.answer !== 'question') return refuse('noQuestion');
      return append(handoverReplied(found.shift.id, { version: id, item, text, author: context.officer.name }));
    },
    signIncoming: signed(({ shift: key, version: id, missing, remark, reason }, context, account) => {
      const found = awaitedHandover(context, key, id);
      if ('refusal' in found) return found;
      const { shift, next, version } = found;
      const unanswered = unansweredItems(version);
      if (unanswered[0]) {
        const first = version.signed.content.items.find((item) => item.key === unanswered[0]);
        return refuse('itemsUnanswered', { count: unanswered.length, name: first?.number || first?.title || '' });
      }
      if (version.signed.signature.account === account.id) return refuse('sameSigner', { name: account.name });
      const damaged = damageOf(context, found);
      if (damaged) return damaged;
      const signature = signatureOf('incoming', account, reason, shift, next);
      if ('refusal' in signature) return signature;
      return append(handoverIncomingSigned(shift.id, { version: id, hash: hashOfTakeover(version), signature, missing, remark }));
    }),
    join: signed(({ shift: key, version: id, reason }, context, account) => {
      const found = takenOverHandover(context, key, id);
      if ('refusal' in found) return found;
      const { shift, next, version } = found;
      if ([...version.incoming, ...version.joined].some((mark) => mark.account === account.id))
        return refuse('alreadySigned', { name: account.name });
      const damaged = damageOf(context, found);
      if (damaged) return damaged;
      const signature = signatureOf('incoming', account, reason, shift, next);
      if ('refusal' in signature) return signature;
      return append(handoverJoined(shift.id, { version: id, hash: hashOfTakeover(version), signature }));
    }),
    signLeader: signed(({ shift: key, version: id, remark, reason }, context, account) => {
      const found = takenOverHandover(context, key, id);
      if ('refusal' in found) return found;
      const { shift, next, version } = found;
      const before = version.leader[0];
      if (before) return refuse('alreadySigned', { name: before.name });
      if (!isLeader(account)) return refuse('notALeader', { name: account.name });
      const others = [version.signed.signature, ...version.incoming, ...version.joined];
      if (others.some((mark) => mark.account === account.id)) return refuse('sameSigner', { name: account.name });
      const damaged = damageOf(context, found);
      if (damaged) return damaged;
      const signature = signatureOf('leader', account, reason, shift, next);
      if ('refusal' in signature) return signature;
      return append(handoverLeaderSigned(shift.id, { version: id, hash: hashOfTakeover(version), signature, remark }));
    }),
    correct: signed(({ shift: key, version: id, item, text, reason }, context, account) => {
      const found = takenOverHandover(context, key, id);
      if ('refusal' in found) return found;
      const { shift, next, version } = found;
      if (item !== '' && !version.signed.content.items.some((one) => one.key === item)) return refuse('noSuchItem');
      const place = isRostered('outgoing', account, shift, next) ? 'outgoing' : 'incoming';
      const signature = signatureOf(place, account, reason || text, shift, next);
      return 'refusal' in signature ? signature : append(handoverCorrected(shift.id, { version: id, item, text, signature }));
    }),
    settle: signed(({ shift: key, stands, reason }, context, account) => {
      const found = signedHandover(context, key, stands);
      if ('refusal' in found) return refuse('notAVersion');
      if (!isLeader(account)) return refuse('notALeader', { name: account.name });
      const contested = contestants(found.state);
      if (contested.length === 0) return refuse('notContested');
      const signature = signatureOf('leader', account, reason, found.shift, found.next);
      if ('refusal' in signature) return signature;
      const over = contested.map(({ id }) => id).filter((id) => id !== stands);
      return append(handoverSettled(found.shift.id, { stands, over, reason, signature }));
    }),
  };
}

/** Why an answer is none yet. High-risk items are taken only in the incoming officer's own words. */
function barredAnswer({ item: key, answer, text, restated }: Answer, item: HandoverItem | undefined): Refused | undefined {
  if (!item || item.kind === 'sealed') return refuse('noSuchItem', { item: key });
  if (answer !== 'known') return text === '' ? refuse('textNeeded', { number: item.number }) : undefined;
  const fault = item.highRisk ? faultOfRestatement(item.title, restated) : undefined;
  return fault && refuse(fault, { number: item.number });
}

function isLeader({ roles }: StoredAccount): boolean {
  return roles.some((role) => (leaderRoles as readonly string[]).includes(role));
}
