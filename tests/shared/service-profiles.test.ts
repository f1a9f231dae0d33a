import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ServiceProfile } from '../../src/shared/service-profiles/profile';

const folder = 'resources/profiles';
const files = readdirSync(folder).filter((file) => /^p\d-.*\.json$/u.test(file));

test.each(files)('%s is a service profile', (file) => {
  const parsed = ServiceProfile.safeParse(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
  expect(parsed.error?.issues ?? []).toEqual([]);
});
