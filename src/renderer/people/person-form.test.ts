import { expect, test } from 'vitest';
import { blankPerson, type PersonFacts } from '../../shared/people/person';
import { changedFacts, factsOf, typedOf, wrongDate, wrongPhone } from './person-form';

const person: PersonFacts = {
  ...blankPerson,
  name: '李静',
  phone: '19000024000',
  otherPhones: ['057188887777-801', '01088887777'],
  qualifications: [{ name: '低压电工', expires: '2027-07-03' }, { name: '网络工程师' }],
};

test('what a form shows it gives back unchanged', () => {
  const typed = typedOf(person);
  expect(typed).toMatchObject({ phone: '190 0002 4000', otherPhones: '0571 8888 7777-801、010 8888 7777', outside: false });
  expect(factsOf(typed)).toEqual(person);
  expect(changedFacts(person, factsOf(typed), [])).toEqual({});
});

test('only changed and contested fields are sent', () => {
  expect(changedFacts(person, { ...person, group: '应急小组1组' }, ['post'])).toEqual({ group: '应急小组1组', post: '' });
});

test('what is no phone and no date is named', () => {
  expect(wrongPhone('190 0002 4000，1900374')).toBe('1900374');
  expect(wrongPhone('')).toBeUndefined();
  expect([wrongDate(''), wrongDate('2027年7月3日'), wrongDate('20270703'), wrongDate('2027-02-30')]).toEqual([false, false, false, true]);
});
