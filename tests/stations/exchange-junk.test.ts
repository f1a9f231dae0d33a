// What a peer may send that it should not: nothing of it is taken, and the reason is named.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { canonicalJson } from '../../src/shared/canonical';
import { type Entry, hashOf, noHash, signHead } from '../../src/station/journal/entry';
import { type RejectReason, receive } from '../../src/station/journal/receive';
import type { Station } from '../../src/station/station';
import { dump } from '../support/dump';
import { lacking, trust } from '../support/exchange';
import { oddity } from '../support/junk';
import { founded, memoryStation, must } from '../support/memory-station';

let stations = 0;
const east = await founded(memoryStation('junk east'));
for (let i = 0; i < 5; i++) {
  east.clock.pass(1_000);
  must(await east.station.call(contracts.unit.changeSettings, { idleMinutes: 5 + i, unit: `第${i}分局` }, east.sys));
}
const sent = lacking(east.station, memoryStationThatTrusts());
const strangers = '019a0000-0000-7000-8000-000000000001';

/** A station that knows east's key and nothing more. */
function memoryStationThatTrusts(): Station {
  const { station } = memoryStation(`junk ${stations++}`);
  trust(east.station, station);
  return station;
}

/** East's chain from an entry on, hashed and signed anew by east's own key after a change: what a faulty peer would send. */
function resealed(entries: Entry[], at: number, change: (entry: Entry) => Entry): Entry[] {
  const { privateKey } = east.station.journal.identity;
  let previous: Buffer = at === 0 ? noHash : Buffer.from((entries[at - 1] as Entry).hash, 'hex');
  return entries.map((entry, i) => {
    if (i < at) return entry;
    const changed = i === at ? change(entry) : entry;
    previous = hashOf(changed, previous);
    const signature = signHead(privateKey, changed.station, changed.seq, previous).toString('base64');
    return { ...changed, hash: previous.toString('hex'), signature };
  });
}

const last = sent.length - 1;
/** An entry in the middle that is a commit of its own, and so is the one before it. */
const middle = sent.findIndex(({ name, signature }, i) => i > 6 && name === 'settings.changed@1' && signature && sent[i - 1]?.signature);
const spoilt = (change: (entry: Entry) => Entry) => sent.map((entry, i) => (i === middle ? change(entry) : entry));

test('the chain to be spoilt is worth it', () => {
  expect(middle).toBeGreaterThan(5);
  expect(middle).toBeLessThan(last);
  expect(receive(memoryStationThatTrusts().journal, sent)).toEqual({ taken: sent.length, alreadyHad: 0, rejected: [] });
});

describe('one entry changed: it and all behind it are left out, the good run before it is taken', () => {
  const cases: [what: string, entries: Entry[], reason: RejectReason][] = [
    ['its id', spoilt((entry) => ({ ...entry, id: strangers })), 'hashMismatch'],
    ['its number', spoilt((entry) => ({ ...entry, seq: entry.seq + 1_000 })), 'gap'],
    ['its clock', spoilt((entry) => ({ ...entry, hlc: entry.hlc + 1 })), 'hashMismatch'],
    ['its time', spoilt((entry) => ({ ...entry, at: entry.at - 1 })), 'hashMismatch'],
    ['who did it', spoilt((entry) => ({ ...entry, actor: strangers })), 'hashMismatch'],
    ['its stream', spoilt((entry) => ({ ...entry, stream: 'settings:other' })), 'hashMismatch'],
    ['its name', spoilt((entry) => ({ ...entry, name: 'settings.changed@2' })), 'hashMismatch'],
    ['its payload', spoilt((entry) => ({ ...entry, payload: entry.payload.replace('分局', '支局') })), 'hashMismatch'],
    [
      'its payload, made to end the hashed text early',
      spoilt((entry) => ({ ...entry, payload: `${entry.payload},"prev":"x"` })),
      'hashMismatch',
    ],
    ['who did it, with half a character', resealed(sent, middle, (entry) => ({ ...entry, actor: '\ud800' })), 'malformed'],
    ['its hash', spoilt((entry) => ({ ...entry, hash: '0'.repeat(64) })), 'hashMismatch'],
    ['its signature', spoilt((entry) => ({ ...entry, signature: (sent[last] as Entry).signature })), 'badSignature'],
    ['it is missing', sent.filter((_, i) => i !== middle), 'gap'],
    [
      'the same with a good seal: clock backwards',
      resealed(sent, middle, (entry) => ({ ...entry, hlc: (sent[middle - 1] as Entry).hlc })),
      'clockBackwards',
    ],
    ['payload that is not canonical', resealed(sent, middle, (entry) => ({ ...entry, payload: `${entry.payload} ` })), 'notCanonical'],
    ['payload that is not JSON', resealed(sent, middle, (entry) => ({ ...entry, payload: '{"unit":' })), 'notCanonical'],
    ['payload with half a character', resealed(sent, middle, (entry) => ({ ...entry, payload: '{"unit":"\\ud800"}' })), 'notCanonical'],
    [
      'no end: signatures behind it are gone',
      sent.map((entry, i) => (i < middle ? entry : { ...entry, signature: undefined })),
      'unsigned',
    ],
  ];
  test.for(cases)('%s', ([, entries, reason]) => {
    const west = memoryStationThatTrusts();
    const receipt = receive(west.journal, entries);
    expect(receipt.rejected[0]).toMatchObject({ reason });
    expect(receipt.taken).toBe(middle);
    expect(west.journal.chains.of(east.station.journal.station)?.lastSeq).toBe(middle);
    // The true entries still go in afterwards.
    expect(receive(west.journal, sent)).toEqual({ taken: sent.length - middle, alreadyHad: middle, rejected: [] });
    expect(dump(west)).toEqual(dump(east.station));
  });

  test('another history under known numbers is a fork: named, and nothing of it is taken', () => {
    const west = memoryStationThatTrusts();
    receive(west.journal, sent);
    const forked = resealed(sent, middle, (entry) => ({ ...entry, payload: canonicalJson({ idleMinutes: 99 }) }));
    expect(receive(west.journal, forked)).toMatchObject({ taken: 0, rejected: [{ seq: middle + 1, reason: 'forked' }] });
    expect(dump(west)).toEqual(dump(east.station));
  });

  test('a station that is not known is not listened to, whatever it signs', () => {
    const west = memoryStationThatTrusts();
    const before = dump(west);
    const foreign = sent.map((entry) => ({ ...entry, station: strangers }));
    expect(receive(west.journal, foreign)).toMatchObject({ taken: 0, rejected: [{ station: strangers, reason: 'unknownStation' }] });
    expect(dump(west)).toEqual(before);
  });
});

test('an event nobody knows yet is kept and handed on', () => {
  const [west, third] = [memoryStationThatTrusts(), memoryStationThatTrusts()];
  const newer = resealed(sent, middle, (entry) => ({ ...entry, name: 'settings.changed@9', stream: 'roster:unit' }));
  expect(receive(west.journal, newer)).toMatchObject({ taken: sent.length, rejected: [] });
  expect(receive(third.journal, lacking(west, third))).toMatchObject({ taken: sent.length, rejected: [] });
  expect(dump(third)).toEqual(dump(west));
});

test('junk in place of entries is malformed; not a row is written', () => {
  const west = memoryStationThatTrusts();
  const changes = west.journal.raw.prepare<[], number>('SELECT total_changes()').pluck();
  const before = changes.get();
  const valid = sent[0] as Entry;
  const fields = Object.keys(valid) as (keyof Entry)[];
  // A payload may be any text: it is the hash that does not fit it.
  const spoilable = fields.filter((field) => !['payload', 'signature'].includes(field));
  fc.assert(
    fc.property(fc.array(oddity, { maxLength: 5 }), fc.constantFrom(...spoilable), oddity, (junk, field, value) => {
      expect(receive(west.journal, junk).rejected).toEqual(junk.map(() => ({ station: '', seq: 0, reason: 'malformed' })));
      if (valid[field] === value) return;
      const { taken, rejected } = receive(west.journal, [{ ...valid, [field]: value }]);
      expect({ taken, rejections: rejected.length }).toEqual({ taken: 0, rejections: 1 });
    }),
    { seed: 20_261_122, numRuns: 300, endOnFailure: true },
  );
  expect(changes.get()).toBe(before);
});
