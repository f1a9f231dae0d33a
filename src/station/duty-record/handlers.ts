import type { CorrectionContent, DutyRecordContent } from '../../shared/duty-record/content';
import type { dutyRecord as contract } from '../../shared/duty-record/contract';
import { isTimeToSign, signAhead } from '../../shared/duty-record/due';
import { dutyRecordCorrected, dutyRecordSigned } from '../../shared/duty-record/events';
import { deskRoles } from '../../shared/roles';
import { accountById, passwordOfSigner, signerOf, type StoredAccount } from '../accounts';
import { personOf } from '../attendance';
import { append, type HandlersOf, prepared, type Refused, refuse } from '../handler';
import { shiftAt, shiftByKey } from '../roster';
import { letterOf } from '../unit';
import { contentHash } from './content-hash';
import { draftOf } from './draft';
import { dutyRecordById, dutyRecordsOfAccount, recordIdOf, recordsDue, recordsOfShift } from './read';

/** The duty record (值班记录): frozen with its hash when it is signed, corrected beside it, never changed (domain.md 1 and 2). */
export function dutyRecordHandlers({ passwordCost }: { passwordCost: number }): HandlersOf<typeof contract> {
  return {
    sign: prepared(
      ({ signer }, { db }) => passwordOfSigner(signer, db, passwordCost),
      ({ shift: key, signer, reason, ...written }, context, fits) => {
        const account = signerOf(signer.login, fits, context);
        if ('refusal' in account) return account;
        const barred = barredSigner(account);
        if (barred) return barred;
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
        return { ...append(dutyRecordSigned(id, { content, hash }), { id, hash }), actor: account.id };
      },
    ),
    correct: prepared(
      ({ signer }, { db }) => passwordOfSigner(signer, db, passwordCost),
      ({ id, text, reason, signer }, context, fits) => {
        const account = signerOf(signer.login, fits, context);
        if ('refusal' in account) return account;
        const record = dutyRecordById(context.db, id);
        if (!record) return refuse('notFound');
        if (account.temporary) return refuse('passwordMustChange');
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
        return { ...append(dutyRecordCorrected(id, { content, hash }), { hash }), actor: account.id };
      },
    ),
    draft: ({ shift: key, account: wanted }, context) => {
      const shift = key === undefined ? shiftAt(context, context.now) : shiftByKey(context, key);
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

/** A password somebody else chose signs nothing; administrators watch over the duty and have no part in it. */
function barredSigner(account: StoredAccount): Refused | undefined {
  if (account.temporary) return refuse('passwordMustChange');
  return account.roles.some((role) => deskRoles.includes(role)) ? undefined : refuse('notADeskAccount');
}
