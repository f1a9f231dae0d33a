import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../src/shared/contract';
import { day, hour, minute } from '../../src/shared/time';
import { exchange, trust } from '../support/exchange';
import { dump } from '../support/dump';
import { must } from '../support/memory-station';
import { key, people, roster, type RosterDesk, rosterDesk } from '../support/roster-desk';

type Ask = InputOf<typeof roster.ask>;

/** The month is made: each of the four teams stands every fourth shift, the first of them 12-01 by day. */
async function filled(seed: string) {
  const desk = await rosterDesk(seed);
  await desk.fill();
  const id = (name: string) => ({ id: desk.person(name).id as string });
  const ask = (input: Ask, token = desk.fresh()) => desk.station.call(roster.ask, input, token);
  const standIn = (more: Partial<Extract<Ask, { kind: 'standIn' }>> = {}): Ask => ({
    kind: 'standIn',
    person: id('值班甲'),
    shift: key(3, 'day'),
    standIn: id('值班庚'),
    reason: '子女家长会',
    ...more,
  });
  const approve = (change: string, reason = '', token = desk.fresh()) => desk.station.call(roster.approve, { id: change, reason }, token);
  return { ...desk, id, ask, standIn, approve };
}

test('a swap approved at 18:00 makes the stand-in, and not the replaced officer, the one on the 20:00 shift', async () => {
  const desk = await filled('swap at 18:00');
  const { station } = desk;
  const asking = await desk.signIn('值班丙', ['dutyOfficer']);
  const other = await desk.signIn('值班己', ['dutyOfficer']);
  expect(await desk.names(key(1, 'night'))).toBe('领导赵 值班丁 值班丙');
  desk.clock.pass(10 * hour);
  const swap = {
    kind: 'swap' as const,
    shift: key(1, 'night'),
    standIn: desk.id('值班己'),
    standInShift: key(2, 'day'),
    reason: '家中急事',
  };
  const { id, late } = must(await desk.ask(swap, asking.token));
  expect(late).toBe(false);
  must(await station.call(roster.accept, { id }, other.token));
  desk.clock.pass(2 * hour);
  expect(must(await desk.approve(id, '换班双方同意'))).toEqual({ shifts: [key(1, 'night'), key(2, 'day')] });
  desk.clock.pass(2 * hour);
  expect(must(await station.call(roster.onDuty, {}, station.sessionFor(other.id)))).toMatchObject({
    shift: { key: key(1, 'night') },
    post: 'officer',
  });
  const replaced = must(await station.call(roster.onDuty, {}, station.sessionFor(asking.id)));
  expect(replaced.post).toBeUndefined();
  expect(replaced.nextPost).toBe('officer');
  expect(await desk.names()).toBe('领导赵 值班丁 值班己');
  const sheet = must(await station.call(roster.callSheet, {}, desk.fresh()));
  expect(sheet.people.filter(({ when }) => when === 'now').map(({ person }) => person.name)).toEqual(['领导赵', '值班丁', '值班己']);
  expect(await desk.one(id)).toMatchObject({ state: 'approved', contested: false });
  expect((await desk.shift()).replacements).toMatchObject([
    { change: id, leaves: { name: '值班丙' }, comes: { name: '值班己' }, unfitting: false },
  ]);
});

describe('asking', () => {
  test('for oneself by one’s own session, for somebody on the phone by an officer, and recorded so', async () => {
    const desk = await filled('asking');
    const own = await desk.signIn('值班甲', ['dutyOfficer']);
    const engineer = await desk.signIn('值班乙', ['engineer']);
    const { person: _, ...mine } = desk.standIn() as Extract<Ask, { kind: 'standIn' }>;
    expect(await desk.ask(mine)).toMatchObject({ refusal: { code: 'ownPersonMissing' } });
    expect(await desk.ask(desk.standIn(), engineer.token)).toMatchObject({ refusal: { code: 'notForOthers' } });
    const first = must(await desk.ask(mine, own.token));
    expect(await desk.one(first.id)).toMatchObject({
      state: 'asked',
      onBehalf: false,
      late: false,
      author: '值班甲',
      person: { name: '值班甲' },
    });
    expect(await desk.ask(desk.standIn())).toMatchObject({ refusal: { code: 'alreadyAsked' } });
    const second = must(await desk.ask(desk.standIn({ shift: key(5, 'day') })));
    expect(await desk.one(second.id)).toMatchObject({ onBehalf: true, author: '值班员甲', touches: [key(5, 'day')] });
    expect((await desk.month()).pending.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(must(await desk.station.call(roster.changes, { pending: true, month: '2027-02' }, desk.fresh()))).toEqual([]);
  });

  test('what cannot be is refused: not on the shift, on it already, ended, oneself, unknown, left, no reason', async () => {
    const desk = await filled('cannot');
    const refusal = async (more: Parameters<typeof desk.standIn>[0]) => {
      const answer = await desk.ask(desk.standIn(more));
      return answer.ok ? 'taken' : answer.refusal.code;
    };
    expect(await refusal({ shift: key(3, 'night') })).toBe('notOnShift');
    expect(await refusal({ standIn: desk.id('值班乙') })).toBe('alreadyOnShift');
    expect(await refusal({ standIn: desk.id('值班甲') })).toBe('standInIsSelf');
    expect(await refusal({ standIn: { id: '019a0000-0000-7000-8000-000000000000' } })).toBe('personUnknown');
    expect(await refusal({ shift: '2026-12-03/middle' })).toBe('noSuchShift');
    expect(await refusal({ reason: ' ' })).toBe('invalidInput');
    must(await desk.station.call(people.leave, { id: desk.id('值班庚').id, date: '2026-12-01', reason: '调离' }, desk.token));
    expect(await refusal({})).toBe('personLeft');
    desk.clock.pass(3 * day);
    expect(await refusal({ standIn: desk.id('值班己') })).toBe('shiftEnded');
    const leave = { kind: 'leave' as const, person: desk.id('值班甲'), reason: '病假' };
    const now = desk.clock.now();
    expect(await desk.ask({ ...leave, from: now, until: now })).toMatchObject({ refusal: { code: 'endsBeforeItBegins' } });
    expect(await desk.ask({ ...leave, from: now - day, until: now })).toMatchObject({ refusal: { code: 'shiftEnded' } });
    expect(await desk.ask({ ...leave, from: now, until: now + 367 * day })).toMatchObject({ refusal: { code: 'leaveTooLong' } });
    const swap = {
      kind: 'swap' as const,
      person: desk.id('值班甲'),
      shift: key(5, 'day'),
      standIn: desk.id('值班丙'),
      standInShift: key(5, 'day'),
      reason: '事',
    };
    expect(await desk.ask(swap)).toMatchObject({ refusal: { code: 'sameShift' } });
  });

  test('after the shift began it is late, and marked so', async () => {
    const desk = await filled('late');
    desk.clock.pass(3 * hour);
    const { id, late } = must(await desk.ask(desk.standIn({ shift: key(1, 'day') })));
    expect(late).toBe(true);
    expect(await desk.one(id)).toMatchObject({ late: true });
  });
});

describe('the stand-in’s word', () => {
  test('is their own: their session, or their password at somebody else’s; nobody else’s will do', async () => {
    const desk = await filled('own word');
    const { station } = desk;
    const standIn = await desk.signIn('值班庚', ['dutyOfficer']);
    const stranger = await desk.signIn('值班辛', ['dutyOfficer', 'shiftLeader']);
    const { id } = must(await desk.ask(desk.standIn()));
    expect(await desk.approve(id)).toMatchObject({ refusal: { code: 'standInAsked', params: { name: '值班庚' } } });
    expect(await station.call(roster.accept, { id }, stranger.token)).toMatchObject({
      refusal: { code: 'notTheStandIn', params: { name: '值班庚' } },
    });
    const accept = (login: string, password: string) => station.call(roster.accept, { id, signer: { login, password } }, stranger.token);
    expect(await accept(stranger.login, stranger.password)).toMatchObject({ refusal: { code: 'notTheStandIn' } });
    expect(await accept(standIn.login, 'falsch')).toMatchObject({ refusal: { code: 'wrongPassword' } });
    must(await accept(standIn.login, standIn.password));
    const [, accepted] = (await desk.one(id))?.steps ?? [];
    expect(accepted).toMatchObject({ step: 'accepted', author: '值班庚', byPassword: true });
    const actor = station.journal.raw.prepare<[string], string>(
      "SELECT json_extract(doc, '$.steps[1].actor') FROM shift_changes WHERE id = ?",
    );
    expect(actor.pluck().get(id)).toBe(standIn.id);
    expect(await station.call(roster.accept, { id }, standIn.token)).toMatchObject({ refusal: { code: 'notInThisState' } });
  });

  test('may be no', async () => {
    const desk = await filled('declined');
    const standIn = await desk.signIn('值班庚', ['dutyOfficer']);
    const { id } = must(await desk.ask(desk.standIn()));
    must(await desk.station.call(roster.decline, { id, reason: '当日外出' }, standIn.token));
    expect(await desk.one(id)).toMatchObject({ state: 'declined', touches: [] });
    expect(await desk.approve(id)).toMatchObject({ refusal: { code: 'notInThisState', params: { state: 'declined' } } });
    // Then another may be asked.
    must(await desk.ask(desk.standIn({ standIn: desk.id('值班己') })));
  });
});

describe('approval', () => {
  async function accepted(seed: string, more: Parameters<Awaited<ReturnType<typeof filled>>['standIn']>[0] = {}) {
    const desk = await filled(seed);
    const standIn = await desk.signIn('值班庚', ['dutyOfficer', 'shiftLeader']);
    const { id } = must(await desk.ask(desk.standIn(more)));
    must(await desk.station.call(roster.accept, { id }, standIn.token));
    return { ...desk, change: id, stander: standIn };
  }

  test('is nobody’s who is one of the two', async () => {
    const desk = await accepted('ownChange');
    const asking = await desk.signIn('值班甲', ['shiftLeader']);
    for (const { token } of [asking, desk.stander])
      expect(await desk.approve(desk.change, '同意', token)).toMatchObject({ refusal: { code: 'ownChange' } });
    expect(await desk.station.call(roster.refuse, { id: desk.change, reason: '不同意' }, asking.token)).toMatchObject({
      refusal: { code: 'ownChange' },
    });
  });

  test('of what breaks a rule needs a reason; the request shows which before', async () => {
    // 值班庚 stands 12-02 by night: 12-03 by day is without rest.
    const desk = await accepted('breaks');
    expect((await desk.one(desk.change))?.breaks).toMatchObject([{ rule: 'restTooShort', key: key(3, 'day'), person: { name: '值班庚' } }]);
    expect(await desk.approve(desk.change)).toMatchObject({
      refusal: { code: 'reasonNeeded', params: { rules: 'restTooShort', date: '2026-12-03' } },
    });
    must(await desk.approve(desk.change, '仅此一人可替'));
    expect(await desk.names(key(3, 'day'))).toBe('领导孙 值班乙 值班庚');
    expect(await desk.approve(desk.change, '再次')).toMatchObject({ refusal: { code: 'notInThisState', params: { state: 'approved' } } });
  });

  test('comes too late when the shift has ended, or the person is no longer on it', async () => {
    const desk = await accepted('gone');
    must(
      await desk.save(
        [{ key: key(3, 'day'), leader: desk.person('领导孙'), officers: [desk.person('值班乙'), desk.person('值班己')], open: 0 }],
        '另行安排',
      ),
    );
    expect(await desk.approve(desk.change, '同意')).toMatchObject({
      refusal: { code: 'notOnShift', params: { name: '值班甲', shift: '2026-12-03 白班' } },
    });
    desk.clock.pass(3 * day);
    expect(await desk.approve(desk.change, '同意')).toMatchObject({ refusal: { code: 'shiftEnded' } });
  });

  test('may be refused; a request may be withdrawn by who asked, whom it is for, or a leader', async () => {
    const desk = await accepted('refused');
    const { station } = desk;
    const stranger = await desk.signIn('值班辛', ['dutyOfficer']);
    expect(await station.call(roster.withdraw, { id: desk.change, reason: '误' }, stranger.token)).toMatchObject({
      refusal: { code: 'notYourChange' },
    });
    must(await station.call(roster.refuse, { id: desk.change, reason: '当日有重大活动' }, desk.fresh()));
    expect(await desk.one(desk.change)).toMatchObject({ state: 'refused' });
    expect(await station.call(roster.withdraw, { id: desk.change, reason: '误' }, desk.fresh())).toMatchObject({
      refusal: { code: 'notInThisState' },
    });
    const again = must(await desk.ask(desk.standIn()));
    must(await station.call(roster.withdraw, { id: again.id, reason: '不再需要' }, desk.fresh()));
    expect(await desk.one(again.id)).toMatchObject({ state: 'withdrawn' });
    expect(await desk.names(key(3, 'day'))).toBe('领导孙 值班乙 值班甲');
  });
});

describe('leave', () => {
  test('without a stand-in leaves the posts open, shown on their days; later rosters know of it', async () => {
    const desk = await filled('leave');
    const [from, until] = [(await desk.shift(key(3, 'day'))).shift.start, (await desk.shift(key(6, 'day'))).shift.start];
    const { id } = must(await desk.ask({ kind: 'leave', person: desk.id('值班甲'), from, until, reason: '年休假' }));
    expect(await desk.one(id)).toMatchObject({ touches: [key(3, 'day'), key(5, 'day')] });
    expect(await desk.approve(id)).toMatchObject({
      refusal: { code: 'reasonNeeded', params: { rules: 'postOpen,tooFewOfficers', count: 4 } },
    });
    must(await desk.approve(id, '已安排备勤'));
    expect((await desk.shift(key(3, 'day'))).shift).toMatchObject({ officers: [{ name: '值班乙' }], open: 1 });
    const month = await desk.month();
    expect(month.leaves).toEqual([{ person: desk.id('值班甲').id, from, until }]);
    expect(month.broken.filter(({ rule }) => rule === 'postOpen').map(({ key: name }) => name)).toEqual([key(3, 'day'), key(5, 'day')]);
    const back = { key: key(4, 'night'), leader: desk.person('领导赵'), officers: [desk.person('值班甲'), desk.person('值班丙')], open: 0 };
    expect(await desk.save([back])).toMatchObject({ refusal: { params: { rules: expect.stringContaining('onLeave') } } });
    const proposed = must(await desk.station.call(roster.propose, { month: '2026-12' }, desk.fresh())).assignments;
    for (const { key: name, officers } of proposed) {
      if (name >= key(3, 'day') && name < key(6, 'day')) expect(officers).not.toContainEqual(desk.person('值班甲'));
    }
  });

  test('of a leader touches the whole day’s shifts; a stand-in for a leader takes both', async () => {
    const desk = await filled('leader');
    const standIn = await desk.signIn('领导钱', ['shiftLeader']);
    const { id } = must(
      await desk.ask({ kind: 'standIn', person: desk.id('领导孙'), shift: key(3, 'night'), standIn: desk.id('领导钱'), reason: '会议' }),
    );
    must(await desk.station.call(roster.accept, { id }, standIn.token));
    expect((await desk.one(id))?.breaks.map(({ rule }) => rule)).toEqual(['restTooShort']);
    must(await desk.approve(id, '领导外出'));
    for (const shift of ['day', 'night'] as const) expect(await desk.names(key(3, shift))).toMatch(/^领导钱/);
  });
});

describe('two desks apart', () => {
  async function pair(seed: string) {
    const east = await filled(seed);
    const west = await rosterDesk(`${seed} west`, 'B');
    trust(east.station, west.station);
    exchange(east.station, west.station);
    for (const { clock } of [east, west]) clock.pass(minute);
    return { east, west };
  }
  const agree = (east: RosterDesk, west: RosterDesk) => {
    exchange(east.station, west.station);
    expect(dump(west.station)).toEqual(dump(east.station));
  };
  /** West's officer works on what east knows. */
  const westSave = (west: RosterDesk, assignment: InputOf<typeof roster.save>['assignments'][number], reason = '') =>
    west.station.call(roster.save, { assignments: [assignment], reason }, west.fresh());

  test('rostered one shift differently: both are kept and shown, whoever saves it knowing both settles it', async () => {
    const { east, west } = await pair('rostered');
    const watch = (...names: string[]) => ({
      key: key(3, 'day'),
      leader: east.person('领导孙'),
      officers: names.map(east.person),
      open: 0,
    });
    must(await east.save([watch('值班甲', '值班己')], '东席调整'));
    for (const { clock } of [east, west]) clock.pass(minute);
    must(await westSave(west, watch('值班乙', '值班己'), '西席调整'));
    agree(east, west);
    const found = await east.shift(key(3, 'day'));
    expect(found.shift).toMatchObject({ contested: true, officers: [{ name: '值班乙' }, { name: '值班己' }] });
    expect(found.sides.map(({ letter, reason }) => letter + reason)).toEqual(['A东席调整', 'B西席调整']);
    // Even as it stands: somebody who saw both says so.
    must(await east.save([watch('值班乙', '值班己')], '以西席为准'));
    agree(east, west);
    expect((await west.shift(key(3, 'day'))).shift.contested).toBe(false);
  });

  test('rostered the same way they do not contradict one another', async () => {
    const { east, west } = await pair('alike');
    const watch = { key: key(3, 'day'), leader: east.person('领导孙'), officers: ['值班甲', '值班己'].map(east.person), open: 0 };
    must(await east.save([watch], '调整'));
    must(await westSave(west, watch, '调整'));
    agree(east, west);
    expect((await east.shift(key(3, 'day'))).shift.contested).toBe(false);
  });

  test('approved two stand-ins for one person: both are on the shift, shown contested, until it is rostered anew', async () => {
    const { east, west } = await pair('two stand-ins');
    const { start: from, end: until } = (await east.shift(key(3, 'day'))).shift;
    const person = east.id('值班甲');
    const requests: Ask[] = [
      east.standIn({ standIn: east.id('值班庚') }),
      { kind: 'leave', person, from, until, standIn: east.id('值班己'), reason: '病假' },
    ];
    const asked: string[] = [];
    for (const [i, name] of ['值班庚', '值班己'].entries()) {
      const standIn = await east.signIn(name, ['dutyOfficer']);
      const { id } = must(await east.ask(requests[i] as Ask));
      must(await east.station.call(roster.accept, { id }, standIn.token));
      asked.push(id);
    }
    exchange(east.station, west.station);
    must(await east.approve(asked[0] as string, '同意'));
    for (const { clock } of [east, west]) clock.pass(minute);
    must(await west.station.call(roster.approve, { id: asked[1] as string, reason: '同意' }, west.fresh()));
    agree(east, west);
    const found = await west.shift(key(3, 'day'));
    expect(found.shift).toMatchObject({ contested: true });
    expect(found.shift.officers.map(({ name }) => name).sort()).toEqual(['值班乙', '值班己', '值班庚']);
    expect(found.replacements.map(({ unfitting }) => unfitting)).toEqual([false, true]);
    must(
      await east.save(
        [{ key: key(3, 'day'), leader: east.person('领导孙'), officers: [east.person('值班乙'), east.person('值班己')], open: 0 }],
        '经核实',
      ),
    );
    agree(east, west);
    expect((await west.shift(key(3, 'day'))).shift).toMatchObject({ contested: false });
    expect(await west.names(key(3, 'day'))).toBe(await east.names(key(3, 'day')));
  });

  test('one approved, the other refused: what was approved stands, contested until a leader settles it; refused after all, the shift goes back', async () => {
    for (const stands of ['approved', 'refused'] as const) {
      const { east, west } = await pair(`settled ${stands}`);
      const standIn = await east.signIn('值班庚', ['dutyOfficer', 'shiftLeader']);
      const { id } = must(await east.ask(east.standIn()));
      must(await east.station.call(roster.accept, { id }, standIn.token));
      exchange(east.station, west.station);
      must(await east.approve(id, '同意'));
      must(await west.station.call(roster.refuse, { id, reason: '不同意' }, west.fresh()));
      agree(east, west);
      expect(await west.one(id)).toMatchObject({ state: 'approved', contested: true });
      expect(await east.station.call(roster.settle, { id, stands, reason: '核实' }, standIn.token)).toMatchObject({
        refusal: { code: 'ownChange' },
      });
      must(await west.station.call(roster.settle, { id, stands, reason: '领导裁定' }, west.fresh()));
      agree(east, west);
      expect(await east.one(id)).toMatchObject({ state: stands, contested: false });
      expect(await east.names(key(3, 'day'))).toBe(stands === 'approved' ? '领导孙 值班乙 值班庚' : '领导孙 值班乙 值班甲');
      expect((await east.shift(key(3, 'day'))).shift.contested).toBe(false);
      expect(await east.station.call(roster.settle, { id, stands, reason: '再次' }, east.fresh())).toMatchObject({
        refusal: { code: 'notContested' },
      });
    }
  });

  test('approved by both it is approved once', async () => {
    const { east, west } = await pair('both');
    const standIn = await east.signIn('值班庚', ['dutyOfficer']);
    const { id } = must(await east.ask(east.standIn()));
    must(await east.station.call(roster.accept, { id }, standIn.token));
    exchange(east.station, west.station);
    must(await east.approve(id, '同意'));
    must(await west.station.call(roster.approve, { id, reason: '同意' }, west.fresh()));
    agree(east, west);
    expect(await east.names(key(3, 'day'))).toBe('领导孙 值班乙 值班庚');
    expect((await east.shift(key(3, 'day'))).shift.contested).toBe(false);
    expect(await east.one(id)).toMatchObject({ state: 'approved', contested: false });
  });

  test('a roster saved by a desk that had not heard of an approval does not undo it', async () => {
    const { east, west } = await pair('unheard');
    const standIn = await east.signIn('值班庚', ['dutyOfficer']);
    const { id } = must(await east.ask(east.standIn()));
    must(await east.station.call(roster.accept, { id }, standIn.token));
    must(await east.approve(id, '同意'));
    for (const { clock } of [east, west]) clock.pass(minute);
    must(
      await westSave(
        west,
        { key: key(3, 'day'), leader: east.person('领导钱'), officers: ['值班甲', '值班乙'].map(east.person), open: 0 },
        '换领导',
      ),
    );
    agree(east, west);
    expect(await west.names(key(3, 'day'))).toBe('领导钱 值班乙 值班庚');
  });
});
