import { expect, test } from 'vitest';
import { callerOf, devicesOf, draftOf, emptyEntry, fieldsOf, personOf, personsOf, placesOf } from './entry-draft';
import { kindOfKey } from './KindChoice';

test('a name and a phone as they are typed', () => {
  expect(personOf('张某 19000001234')).toEqual({ name: '张某', phone: '19000001234' });
  expect(personOf('张某19000001234')).toEqual({ name: '张某', phone: '19000001234' });
  expect(personOf('  张某 ')).toEqual({ name: '张某' });
  expect(personOf('三号岗')).toEqual({ name: '三号岗' });
  expect(personOf('19000001234')).toEqual({ name: '19000001234' });
  expect(personOf('  ')).toBeUndefined();
});

test('several names in one go', () => {
  expect(personsOf('张某、李某，王某 19000001234')).toEqual([{ name: '张某' }, { name: '李某' }, { name: '王某', phone: '19000001234' }]);
  expect(placesOf('滨河路、、和平路口,')).toEqual(['滨河路', '和平路口']);
  expect(devicesOf('枪机；球机')).toEqual([{ name: '枪机' }, { name: '球机' }]);
});

test('what stands in a field and was not added is said too', () => {
  const fields = fieldsOf({ ...emptyEntry, text: ' 离线 ', persons: [{ name: '张某' }], person: '李某', place: '滨河路', device: '枪机' });
  expect(fields).toMatchObject({
    text: '离线',
    caller: null,
    persons: [{ name: '张某' }, { name: '李某' }],
    places: ['滨河路'],
    devices: [{ name: '枪机' }],
  });
});

test('an entry put into the form and left alone says the same', () => {
  const entry = {
    occurredAt: 1,
    kind: 'call' as const,
    caller: { name: '张某', phone: '内线 8012' },
    persons: [{ id: '019a0000-0000-7000-8000-000000000001', name: '李某' }],
    places: ['滨河路'],
    devices: [{ code: 'DC-02', name: '枪机' }],
    text: '离线',
  };
  expect({ occurredAt: 1, ...fieldsOf(draftOf(entry)) }).toEqual(entry);
  expect(callerOf(draftOf({ ...entry, caller: null }).caller)).toBeNull();
});

test('Ctrl with a digit means a kind, and nothing else does', () => {
  const key = (code: string, more = {}) => ({ key: '', code, ctrlKey: true, altKey: false, shiftKey: false, ...more });
  expect(kindOfKey(key('Digit1'))).toBe('call');
  expect(kindOfKey(key('Numpad8'))).toBe('other');
  expect(kindOfKey(key('Digit9'))).toBeUndefined();
  expect(kindOfKey(key('Digit1', { altKey: true }))).toBeUndefined();
  expect(kindOfKey(key('Digit1', { ctrlKey: false }))).toBeUndefined();
});
