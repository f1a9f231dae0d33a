import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contracts } from '../../src/shared/contracts';
import { rosterRulesChanged, shiftRostered } from '../../src/shared/roster/events';
import { type ShiftPattern, slotAt, type ShiftSlot } from '../../src/shared/roster/pattern';
import { hour, minute, timeIn } from '../../src/shared/time';
import { shiftIdOf } from '../../src/station/roster';
import { founded, memoryStation, must } from './memory-station';
import { type Member, member, reference, zone } from './rostered-desk';

export interface HandoverDesk {
  dataDir: string;
  /** The shift that ends in half an hour. */
  slot: ShiftSlot;
  outgoing: Member;
  incoming: Member;
  leader: Member;
}

const classes = ['A', 'B', 'B', 'C', 'A', 'B', 'C'] as const;
const symptoms = [
  '存储主机离线，东城片区录像中断',
  '球机图像黑屏，云台不动',
  '报警主机与平台失去联系',
  '预置位偏移',
  '核心交换机一路电源告警，部分视频丢失',
  '枪机夜间图像模糊',
  '值班室一台终端无法登录',
];
const places = ['机房三楼', '学府街与建设街交叉口', '城东派出所', '滨河路南口', '指挥中心机房', '人民路小学门口', '值班室'];
const incidents = [
  '城西变电站检修，网络中断约五分钟后恢复',
  '南门卡口发生追尾，交警已到场处置',
  '夜间大风，北山铁塔监控杆轻微晃动，已报市政',
];

/**
 * A founded station on disk, half an hour before its shift ends by the real clock: two officers on each of two shifts, a leader,
 * three incidents, seven open faults of which two of class A, a running matter, and three lines to count.
 */
export async function handoverDesk(seed: string): Promise<HandoverDesk> {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'duty-handover-')), 'data');
  const now = Date.now();
  const end = now - (now % minute) + 30 * minute;
  const pattern: ShiftPattern = {
    key: 'test',
    name: '两班制',
    shifts: [
      { key: 'night', name: '夜班', start: timeIn(zone, end - 12 * hour), end: timeIn(zone, end) },
      { key: 'day', name: '白班', start: timeIn(zone, end), end: timeIn(zone, end + 12 * hour) },
    ],
    leader: 'perShift',
  };
  const desk = await founded(memoryStation(seed, dataDir, end - 30 * hour));
  const { station, sec, token, clock } = desk;
  const officer = (name: string, login: string) => member(station, sec, token, name, login, ['dutyOfficer']);
  const out = [await officer('陈思远', 'chen'), await officer('林晓波', 'lin')];
  const into = [await officer('何建军', 'he'), await officer('罗丽娟', 'luo')];
  const leader = await member(station, sec, token, '沈国华', 'shen', ['shiftLeader']);
  const slot = slotAt(pattern, zone, now);
  const next = slotAt(pattern, zone, slot.end);
  station.journal.transact(() => {
    station.journal.append('station', [rosterRulesChanged('unit', { pattern })]);
    for (const [one, officers] of [
      [slot, out],
      [next, into],
    ] as const) {
      const { key, date, shift, name, start, end: until } = one;
      const people = { leader: reference(leader), officers: officers.map(reference), open: 0 };
      station.journal.append('station', [
        shiftRostered(shiftIdOf(key), { author: '排班员', date, shift, name, start, end: until, ...people, reason: '', replaces: [] }),
      ]);
    }
  });
  const lines = ['对讲机', '机房钥匙', '应急灯'].map((name, i) => ({
    name,
    unit: ['部', '把', '盏'][i] as string,
    expected: [6, 3, 2][i] as number,
  }));
  must(await station.call(contracts.handover.keepCountList, { lines }, leader.token));
  const [first, second] = [out[0] as Member, into[0] as Member];
  for (const [i, symptom] of symptoms.entries()) {
    clock.time = i < 3 ? end - (28 - i) * hour : end - (9 - i) * hour;
    must(
      await station.call(
        contracts.faults.report,
        { symptom, place: places[i] as string, class: classes[i] as 'A', subsystem: 'frontEnd' },
        first.token,
      ),
    );
  }
  for (const text of incidents) {
    clock.time += 10 * minute;
    must(await station.call(contracts.dutyLog.write, { kind: 'incident', text }, first.token));
  }
  const instruction = { kind: 'instruction' as const, title: '市局电话指示：今晚加强火车站周边视频巡查', from: { name: '市局值班室' } };
  must(await station.call(contracts.matters.open, { ...instruction, deadline: end + 2 * hour }, first.token));
  clock.time = now;
  station.close();
  return { dataDir, slot, outgoing: first, incoming: second, leader };
}
