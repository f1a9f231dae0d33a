import { desc, eq } from 'drizzle-orm';
import { isExpected } from '../../shared/attendance/rules';
import type { DutyRecord, RecordOfShift } from '../../shared/duty-record/contract';
import { urgencyOfUnsigned } from '../../shared/handover/limits';
import { isSamePerson, type PersonReference } from '../../shared/references';
import type { AlteredRecord } from '../../shared/journal/contract';
import type { Shift } from '../../shared/roster/shift';
import { allAccounts, type StoredAccount } from '../accounts';
import { type AttendanceContext, attendanceOf, personOf } from '../attendance';
import { isSound } from '../content-hash';
import type { Db } from '../database/open';
import { derivedId } from '../random';
import { shiftAt, shiftBefore } from '../roster';
import { dutyRecordTable, type KeptDutyRecord } from './projection';

/** How many shifts are looked back at for records that are still due. */
const shiftsLookedBack = 6;

/** Every desk names an officer's record of a shift alike. */
export function recordIdOf(shift: string, { id, personId }: Pick<StoredAccount, 'id' | 'personId'>): string {
  return derivedId(`dutyRecord/${shift}/${personId ?? id}`);
}

export function dutyRecordById(db: Db, id: string): DutyRecord | undefined {
  const row = db.select({ doc: dutyRecordTable.doc }).from(dutyRecordTable).where(eq(dutyRecordTable.id, id)).get();
  return row && recordOf(id, row.doc);
}

export function dutyRecordsOfAccount(db: Db, account: string, limit: number): DutyRecord[] {
  return db
    .select({ id: dutyRecordTable.id, doc: dutyRecordTable.doc })
    .from(dutyRecordTable)
    .where(eq(dutyRecordTable.account, account))
    .orderBy(desc(dutyRecordTable.signedAt), desc(dutyRecordTable.id))
    .limit(limit)
    .all()
    .flatMap(({ id, doc }) => recordOf(id, doc) ?? []);
}

/** Everybody's record of a shift: who was on the roster, who came, and who signed all the same. */
export function recordsOfShift(context: AttendanceContext, shift: Shift): RecordOfShift[] {
  const { people, records } = attendanceOf(context, shift);
  const accounts = allAccounts(context.db);
  const signed = context.db
    .select({ id: dutyRecordTable.id, doc: dutyRecordTable.doc })
    .from(dutyRecordTable)
    .where(eq(dutyRecordTable.shift, shift.key))
    .orderBy(dutyRecordTable.signedAt, dutyRecordTable.id)
    .all()
    .flatMap(({ id, doc }) => recordOf(id, doc) ?? []);
  const isNotedAbsent = (person: PersonReference) =>
    records.some((record) => record.what === 'absenceNoted' && !record.voided && isSamePerson(record.person, person));
  const facts = { shift: shift.key, shiftName: shift.name, end: shift.end };
  const rows = people.map(({ person, post, checkedIn }): RecordOfShift => {
    const account = accountOf(accounts, person, checkedIn?.account);
    const record = signed.find((one) => isExpected(person, one.signed.content.officer));
    const owed = post !== 'leader' && (checkedIn !== undefined || !isNotedAbsent(person));
    return {
      ...facts,
      person,
      ...(post ? { post } : {}),
      ...(account ? { account } : {}),
      owed,
      ...(record ? { signed: signatureOf(record) } : {}),
      urgency: owed && !record ? urgencyOfUnsigned(shift.end, context.now) : 'none',
    };
  });
  const others = signed.filter(({ signed: { content } }) => !people.some(({ person }) => isExpected(person, content.officer)));
  return [
    ...rows,
    ...others.map((record): RecordOfShift => {
      const { officer, account, post } = record.signed.content;
      const login = accounts.find(({ id }) => id === account)?.login;
      return {
        ...facts,
        person: officer,
        ...(post ? { post } : {}),
        ...(login === undefined ? {} : { account: { id: account, login } }),
        owed: false,
        signed: signatureOf(record),
        urgency: 'none',
      };
    }),
  ];
}

/** Unsigned records of shifts that have ended, oldest first. */
export function recordsDue(context: AttendanceContext): RecordOfShift[] {
  const ended: Shift[] = [];
  let shift = shiftAt(context, context.now);
  for (let i = 0; i < shiftsLookedBack; i++) {
    shift = shiftBefore(context, shift);
    ended.unshift(shift);
  }
  return ended.flatMap((one) => recordsOfShift(context, one).filter(({ urgency }) => urgency !== 'none'));
}

/** Signed duty records whose content no longer gives the hash it was signed with. */
export function alteredDutyRecords({ db }: { db: Db }): AlteredRecord[] {
  return db
    .select({ id: dutyRecordTable.id, doc: dutyRecordTable.doc })
    .from(dutyRecordTable)
    .all()
    .filter(({ doc }) => ![...doc.signatures, ...doc.corrections].every(({ content, hash }) => isSound(content, hash)))
    .map(({ id, doc }) => {
      const content = doc.signatures[0]?.content;
      return {
        stream: `dutyRecord:${id}`,
        about: content ? `${content.shift.key.slice(0, 10)} ${content.shift.name} ${content.officer.name}` : id,
      };
    });
}

function accountOf(accounts: readonly StoredAccount[], person: PersonReference, account: string | undefined) {
  const found = accounts.find((one) => (account === undefined ? !one.disabled && isExpected(person, personOf(one)) : one.id === account));
  return found && { id: found.id, login: found.login };
}

function signatureOf({ id, signed, alsoSigned, corrections }: DutyRecord): RecordOfShift['signed'] {
  return {
    id,
    at: signed.content.signedAt,
    sound: signed.sound && corrections.every(({ sound }) => sound),
    corrections: corrections.length,
    contested: alsoSigned.length > 0,
  };
}

/** Undefined while the signature itself has not come over from the other desk. */
function recordOf(id: string, { signatures, corrections }: KeptDutyRecord): DutyRecord | undefined {
  const checked = <T extends { content: unknown; hash: string }>(one: T) => ({ ...one, sound: isSound(one.content, one.hash) });
  const [signed, ...alsoSigned] = signatures.map(checked);
  return signed && { id, signed, alsoSigned, corrections: corrections.map(checked) };
}
