import { contracts } from '../../shared/contracts';
import type { HandoverView } from '../../shared/handover/contract';
import { dateIn, minute } from '../../shared/time';
import type { Course } from './course';
import type { Desk } from './desk';
import type { Dice } from './dice';
import type { Account } from './founding';
import { type Roster, type Shift, zone } from './roster';
import { type Member, referenceTo, type Staff } from './staff';

const { attendance, dutyRecord, handover, roster: rosterSlice } = contracts;

/** Shifts at the end of the month whose people check in and sign: a password takes its time, and a week shows it all. */
const signedShifts = 14;
/** Days the roster reaches beyond the month. */
const daysAhead = 10;

const counted = [
  { name: '对讲机', unit: '部', expected: 8 },
  { name: '应急钥匙', unit: '串', expected: 1 },
  { name: '车钥匙', unit: '把', expected: 2 },
  { name: '强光手电', unit: '支', expected: 4 },
  { name: '执法记录仪', unit: '台', expected: 2 },
];

/** The roster of the month and of the days to come; in its last week who came, who signed, and what was handed over. */
export function tellWatch(course: Course, roster: Roster, staff: Staff, accounts: readonly Account[], dice: Dice): void {
  const passwords = new Map(accounts.map(({ member, password }) => [member.login ?? '', password]));
  const signer = ({ login = '' }: Member) => ({ login, password: passwords.get(login) ?? '' });
  course.plan(roster.start - 14 * 60 * minute, (desk) => makeRoster(desk, roster, staff));
  const shifts = roster.all();
  const last = shifts.slice(-signedShifts);
  for (const [i, shift] of last.entries()) {
    // The leader stands the whole day.
    const comers = shift.isDay || i === 0 ? [...shift.officers, shift.leader] : shift.officers;
    for (const officer of comers) {
      const at = shift.start + dice.pick([-9, -7, -6, -4, -3, -2, 1, 2, 8]) * minute;
      course.plan(at, (desk) => desk.as(officer, attendance.checkIn, { shift: keyOf(shift), signer: signer(officer) }));
    }
    if (i < last.length - 1) handOver(course, shift, last[i + 1] as Shift, signer, dice);
  }
}

async function makeRoster(desk: Desk, roster: Roster, { office, pairs, leaders }: Staff): Promise<void> {
  await desk.as(office, rosterSlice.changeRules, {
    teams: pairs.map((members, i) => ({ name: `值班${['一', '二', '三'][i]}组`, members: members.map(referenceTo) })),
    leaders: leaders.map(referenceTo),
  });
  const count = roster.all().length + daysAhead * 2;
  const wanted = Array.from({ length: count }, (_, index) => roster.shift(index)).map((shift) => ({
    key: keyOf(shift),
    leader: referenceTo(shift.leader),
    officers: shift.officers.map(referenceTo),
    open: 0,
  }));
  // Leaders are two in this unit, so a day's rest between two whole days cannot always be kept.
  await desk.as(office, rosterSlice.save, { assignments: wanted, reason: '带班领导仅两人轮换' });
  await desk.as(leaders[0] as Member, handover.keepCountList, { lines: counted });
}

function keyOf({ start, isDay }: Shift): string {
  const date = dateIn(zone, start);
  return `${date}/${isDay ? 'day' : 'night'}`;
}

const restated = [
  '已掌握现状，接班后先问工程师到场时间',
  '厂家处理中，每小时问一次进度并记录',
  '影响范围已清楚，恢复后逐路核对录像',
  '备件在途，盯到货时间，超时就升级',
];

/** Signed by the one who goes, gone through and signed by the one who comes, signed by the leader; two days in a month it is late. */
function handOver(
  course: Course,
  shift: Shift,
  next: Shift,
  signer: (member: Member) => { login: string; password: string },
  dice: Dice,
): void {
  const key = keyOf(shift);
  const late = dice.chance(0.15) ? dice.whole(4, 19) : 0;
  const [outgoing, incoming] = [dice.pick(shift.officers), dice.pick(next.officers)];
  const missing = dice.chance(0.2)
    ? { name: '强光手电', unit: '支', expected: 4, found: 3, explanation: '一支送修，维修单已留存' }
    : undefined;
  const asks = dice.chance(0.3);
  const words = dice.deck(restated);
  const view = (desk: Desk, by: Member): Promise<HandoverView> => desk.as(by, handover.one, { shift: key });
  course.plan(shift.end - (12 - late) * minute, async (desk) => {
    const counts = counted.map((line) => (missing?.name === line.name ? missing : { ...line, found: line.expected, explanation: '' }));
    await desk.as(outgoing, handover.count, { shift: key, counts });
    await desk.as(outgoing, handover.note, { shift: key, attention: attentionOf(dice) });
    const { seen } = await view(desk, outgoing);
    await desk.as(outgoing, handover.signOutgoing, { shift: key, seen, signer: signer(outgoing) });
  });
  course.plan(shift.end - (4 - late) * minute, async (desk) => {
    const { content, version } = await view(desk, incoming);
    const id = version?.id ?? '';
    const answers = content.items.map((item) => ({
      item: item.key,
      answer: 'known' as const,
      text: '',
      restated: item.highRisk ? words() : '',
    }));
    const first = content.items[0];
    if (asks && first) {
      const question = { item: first.key, answer: 'question' as const, text: '厂家预计何时到？', restated: '' };
      await desk.as(incoming, handover.answer, { shift: key, version: id, answers: [question] });
      await desk.as(outgoing, handover.reply, { shift: key, version: id, item: first.key, text: '电话答复两小时内到场' });
    }
    for (let from = 0; from < answers.length; from += 100) {
      await desk.as(incoming, handover.answer, { shift: key, version: id, answers: answers.slice(from, from + 100) });
    }
  });
  course.plan(shift.end - (1 - late) * minute, async (desk) => {
    const id = (await view(desk, incoming)).version?.id ?? '';
    await desk.as(incoming, handover.signIncoming, { shift: key, version: id, signer: signer(incoming) });
    await desk.as(incoming, handover.signLeader, { shift: key, version: id, signer: signer(shift.leader) });
  });
  for (const officer of shift.officers) {
    course.plan(shift.end - dice.whole(2, 9) * minute, (desk) =>
      desk.as(officer, dutyRecord.sign, { shift: key, summary: summaryOf(dice), signer: signer(officer) }),
    );
  }
}

function attentionOf(dice: Dice): string {
  return dice.pick([
    '夜间低温，注意室外机柜加热器告警。',
    '明日上午检查组到访，台账备齐。',
    '市政施工，西关片区可能短时断电。',
    '周末人流较大，火车站广场点位加密轮巡。',
  ]);
}

function summaryOf(dice: Dice): string {
  return dice.pick([
    '本班平稳，来电均已登记办理，未闭环故障列入交接。',
    '按要求完成各时段巡检，异常点位已报修并督促处理。',
    '处置突发情况及时，领导指示已传达落实。',
  ]);
}
