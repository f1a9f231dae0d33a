import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../shared/canonical';
import { contentHash } from './content-hash';

test('the window works out the same hash as the station, and another one for one changed character', async () => {
  const content = { summary: '共接警三起', figures: [{ value: 3, key: 'log.call' }], reason: '' };
  const signed = createHash('sha256').update(canonicalJson(content)).digest('hex');
  expect(await contentHash(content)).toBe(signed);
  expect(await contentHash({ ...content, summary: '共接警二起' })).not.toBe(signed);
});
