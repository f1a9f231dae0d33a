import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { differencesOf } from '../../src/shared/service-profiles/differences';
import { ServiceProfile } from '../../src/shared/service-profiles/profile';

const video = ServiceProfile.parse(JSON.parse(readFileSync('resources/profiles/p0-video-surveillance.json', 'utf8')));
const edited = (edit: (profile: ServiceProfile) => void): ServiceProfile => {
  const copy = structuredClone(video);
  edit(copy);
  return copy;
};
const told = (after: ServiceProfile) => differencesOf(video, after).map(({ path }) => path.join('.'));

test('the same has no differences', () => expect(told(structuredClone(video))).toEqual([]));

test('a limit, a text, who is told: each named by its place, parts by their code', () => {
  const after = edited((profile) => {
    const rule = profile.clocks.find(({ code }) => code === 'repair')?.rules[0];
    if (rule) rule.limit = '6h';
    if (profile.classes[1]) profile.classes[1].help = { zh: '新说明', en: 'New' };
    profile.telling.breach = ['leadingGroup'];
  });
  expect(told(after)).toEqual(['classes.B.help', 'clocks.repair.rules.0.limit', 'telling.breach']);
  expect(differencesOf(video, after)[1]).toMatchObject({ before: '8h', after: '6h' });
});

test('a part that moved is moved, not changed; one that is gone or new stands whole', () => {
  expect(told(edited((profile) => void profile.clocks.reverse()))).toEqual(['clocks.order']);
  expect(told(edited((profile) => void profile.services.pop()))).toEqual(['services.change']);
  const more = edited(
    (profile) => void profile.goals.push({ code: 'g', name: { zh: '一', en: 'g' }, measure: 'resident', atLeast: 2, per: 'always' }),
  );
  expect(differencesOf(video, more)).toEqual([{ path: ['goals', 'g'], after: more.goals[0] }]);
});
