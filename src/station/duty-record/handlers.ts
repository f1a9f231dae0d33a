import type { CorrectionContent, DutyRecordContent } from '../../shared/duty-record/content';
import type { dutyRecord as contract } from '../../shared/duty-record/contract';
import { isTimeToSign, signAhead } from '../../shared/duty-record/due';
import { dutyRecordCorrected, dutyRecordSigned } from '../../shared/duty-record/events';
import { deskRoles } from '../../shared/roles';
import { accountById, signedCommand } from '../accounts';
import { personOf } from '../attendance';
import { contentHash } from '../content-hash';
import { append, type HandlersOf, refuse } from '../handler';
import { shiftAsked, shiftByKey } from '../roster';
import { letterOf } from '../unit';
import { draftOf } from './draft';
import { dutyRecordById, dutyRecordsOfAccount, recordIdOf, recordsDue, recordsOfShift } from './read';

/** The duty record (值班记录): frozen with its hash when it is signed, corrected beside it, never changed (domain.md 1 and 2). */
export function dutyRecordHandlers({ passwordCost }: { passwordCost: number }): HandlersOf<typeof contract> {
  return {
    sign: signedCommand(passwordCost, ({ shift: key, signer: _, reason, ...written }, context, account) => {
      // Administrators watch over the duty and have no part in it.
      if (!account.roles.some((role) => deskRoles.includes(role))) return refuse('notADeskAccount');
      const shift = shiftByKey(context, key);
      if (!shift) return refuse('noSuchShift');
      if (context.now < shift.start) return refuse('notBegun', { at: shift.start });
      const id = recordIdOf(key, account);
      const former = dutyRecordById(context.db, id);
      if (former) return refuse('alreadySigned', { name: account.name, at: former.signed.content.signedAt });
      const draft = draftOf(context, shift, account);
      const onShift = draft.post !== undefined || draft.checkedInAt !== undefined;
      if (!onShift && reason === '') return refuse('notOnShift', { name: account.name, shift: shift.name });
      const inTime = isTimeToSign(shift.end, context.now);
      if (!inTime && reason === '') return refuse('early', { from: shift.end - signAhead });
      const content: DutyRecordContent = {
        ...draft,
        ...written,
        // A reason is only kept where one was needed.
        reason: onShift && inTime ? '' : reason,
        station: letterOf(context.db, context.journal.station),
        signedAt: context.now,
      };
      const hash = contentHash(content);
      return append(dutyRecordSigned(id, { content, hash }), { id, hash });
    }),
    correct: signedCommand(passwordCost, ({ id, text, reason }, context, account) => {
      const record = dutyRecordById(context.db, id);
      if (!record) return refuse('notFound');
      const own = record.signed.content.account === account.id;
      if (!own && !account.roles.includes('shiftLeader')) return refuse('notYourRecord', { name: record.signed.content.officer.name });
      const content: CorrectionContent = {
        of: record.signed.hash,
        text,
        reason,
        signer: personOf(account),
        account: account.id,
        station: letterOf(context.db, context.journal.station),
        signedAt: context.now,
      };
      const hash = contentHash(content);
      return append(dutyRecordCorrected(id, { content, hash }), { hash });
    }),
    draft: ({ shift: key, account: wanted }, context) => {
      const shift = shiftAsked(context, key);
      const account = accountById(context.db, wanted ?? context.officer.id);
      if (!shift || !account) return { refusal: { code: 'notFound' } };
      const signed = dutyRecordById(context.db, recordIdOf(shift.key, account));
      return { shift, draft: draftOf(context, shift, account), ...(signed ? { signed } : {}) };
    },
    mine: ({ limit }, { db, officer }) => dutyRecordsOfAccount(db, officer.id, limit),
    of: ({ shift: key }, context) => {
      const shift = shiftByKey(context, key);
      return shift ? recordsOfShift(context, shift) : { refusal: { code: 'notFound' } };
    },
    due: (_, context) => recordsDue(context),
    one: ({ id }, { db }) => dutyRecordById(db, id) ?? { refusal: { code: 'notFound' } },
  };
}
