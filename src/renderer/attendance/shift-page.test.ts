import { expect, test } from 'vitest';
import type { ShiftOnDuty } from '../../shared/attendance/contract';
import type { Presence } from '../../shared/attendance/record';
import { hour, minute } from '../../shared/time';
import { proposedLogin } from './check-in-choice';
import { namedPerson } from './named-person';
import { urgencyOfEnd } from './shift-end';

const end = 1_000 * hour;

test('the end of a shift: plain, amber in the last hour, red when nobody came to relieve it', () => {
  expect(urgencyOfEnd(end, false, end - hour - 1)).toBe('plain');
  expect(urgencyOfEnd(end, false, end - hour)).toBe('amber');
  expect(urgencyOfEnd(end, false, end - 1)).toBe('amber');
  expect(urgencyOfEnd(end + 12 * hour, true, end + minute)).toBe('red');
});

const presence = (login: string | undefined, came = false) =>
  ({
    person: { name: login ?? '某人' },
    login,
    ...(came ? { checkedIn: { at: 0 } } : {}),
  }) as unknown as Presence;
const duty = (...people: Presence[]) => ({ people }) as Pick<ShiftOnDuty, 'people' | 'next'>;

test('the login stands there for the only one who is awaited, else for the officer of the desk, else for nobody', () => {
  expect(proposedLogin(duty(presence('chen'), presence('wang', true)), 'han')).toBe('chen');
  expect(proposedLogin(duty(presence('chen'), presence('wang')), 'wang')).toBe('wang');
  expect(proposedLogin(duty(presence('chen'), presence('wang')), 'han')).toBe('');
  expect(proposedLogin(duty(presence('chen', true), presence(undefined)), 'chen')).toBe('');
  const next = { people: [presence('zhao')] } as ShiftOnDuty['next'];
  expect(proposedLogin({ people: [presence('chen', true)], next }, 'chen')).toBe('zhao');
});

test('a typed name is tied to the register where it is at hand', () => {
  const known = [{ id: '019a0000-0000-7000-8000-000000000001', name: '韩志原' }, null];
  expect(namedPerson(' 韩志原 ', known)).toEqual(known[0]);
  expect(namedPerson('李局长', known)).toEqual({ name: '李局长' });
  expect(namedPerson(' ', known)).toBeUndefined();
});
