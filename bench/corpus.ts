import { canonicalJson } from '../src/shared/canonical';
import { logKinds } from '../src/shared/duty-log/kinds';
import type { logEntryWritten } from '../src/shared/duty-log/events';
import { initialsLine } from '../src/station/search/initials';
import type { Instant } from '../src/shared/time';
import { chanceOf, oneOf } from './chance';

type Written = Parameters<typeof logEntryWritten>[1];

// Invented. What stands first is said most often, as at a desk.
const surnames = [...'王李张刘陈杨赵黄周吴徐孙马朱胡'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超慧平刚'];
const roads = '和平 建设 人民 解放 滨河 文化 长江 光明 迎宾 朝阳 东风 新华 中山 青年 胜利 友谊'.split(' ');
const districts = '东城区 西城区 高新区 滨江区 开发区 城北'.split(' ');
const what =
  '摄像机离线 视频画面黑屏 录像中断 网络延迟偏高 机房空调告警 存储空间不足 光纤收发器故障 交换机端口异常 报警主机失联 平台登录缓慢 电源模块损坏 云台无法转动'.split(
    ' ',
  );
const then =
  '已通知维修人员到场 已报告带班领导 远程重启后恢复正常 已派单等待响应 正在联系厂家支持 更换备件后恢复 请继续观察 现场已处理完毕 转下一班跟进 已回复报告人'.split(
    ' ',
  );
const whoCalled = '派出所民警来电 指挥中心大屏巡检发现 群众来电反映 交警支队来电 街道办来电 电子巡更发现'.split(' ');

/** Words that a million entries hold a handful of times each. */
const rareWords = Array.from({ length: 8_000 }, (_, i) => {
  const chance = chanceOf(i + 1);
  return String.fromCharCode(0x4e00 + Math.floor(chance() * 20_000), 0x4e00 + Math.floor(chance() * 20_000));
});

/** A log as a desk writes it, repeatable: about 400 bytes of canonical JSON an entry. */
export class Corpus {
  private readonly chance: () => number;

  constructor(seed: number) {
    this.chance = chanceOf(seed);
  }

  entry(n: number, occurredAt: Instant): Written {
    const { chance } = this;
    const person = () => `${oneOf(chance, surnames)}${oneOf(chance, given)}${oneOf(chance, given)}`;
    const place = `${oneOf(chance, districts)}${oneOf(chance, roads)}路${1 + Math.floor(chance() ** 2 * 900)}号`;
    const rare = chance() < 0.05 ? `，涉及${oneOf(chance, rareWords)}` : '';
    return {
      number: `A-${new Date(occurredAt).getUTCFullYear()}-${String(n).padStart(6, '0')}`,
      author: person(),
      occurredAt,
      kind: oneOf(chance, logKinds),
      caller: chance() < 0.5 ? { name: person(), phone: `190000${String(Math.floor(chance() * 100_000)).padStart(5, '0')}` } : null,
      persons: [],
      places: chance() < 0.6 ? [place] : [],
      devices: chance() < 0.3 ? [{ code: `SXJ-${1000 + Math.floor(chance() * 9000)}`, name: `${place}枪机` }] : [],
      text: `${oneOf(chance, whoCalled)}：${place}${oneOf(chance, what)}${rare}，${oneOf(chance, then)}；同一线路另有报告，${oneOf(chance, what)}，${oneOf(chance, then)}，本班答复。`,
      attachments: [],
    };
  }
}

/** The bytes that are stored of an entry. */
export function payloadOf(entry: Written): string {
  return canonicalJson(entry);
}

/** What people type: substrings that occur often, seldom and never, and pinyin initials; one to four characters each. */
export function searchesOf(seed: number, perLength: number): { kind: string; text: string }[] {
  const chance = chanceOf(seed);
  const corpus = new Corpus(seed + 1);
  const said = Array.from({ length: 400 }, (_, i) => corpus.entry(i + 1, Date.UTC(2026, 0, 1)).text);
  const piece = (from: string, length: number) => {
    const at = Math.floor(chance() * (from.length - length + 1));
    return from.slice(at, at + length);
  };
  const kinds: Record<string, (length: number) => string | undefined> = {
    frequent: (length) => piece(oneOf(chance, said), length),
    // A rare word, and what stands before it in every entry that holds one.
    rare: (length) => piece(`及${oneOf(chance, rareWords)}，`, length),
    absent: (length) => piece(`${oneOf(chance, rareWords)}${oneOf(chance, rareWords)}`, length),
    initials: (length) => (length < 2 ? undefined : piece(oneOf(chance, chineseRuns(oneOf(chance, said))), length)),
  };
  const searches = Object.entries(kinds).flatMap(([kind, make]) =>
    [1, 2, 3, 4].flatMap((length) =>
      Array.from({ length: perLength }, () => ({ kind, text: make(length) })).flatMap(({ kind: of, text }) =>
        text === undefined ? [] : [{ kind: of, text }],
      ),
    ),
  );
  return searches
    .map((search) => ({ search, order: chance() }))
    .sort((a, b) => a.order - b.order)
    .map(({ search }) => search);
}

/** Initials of the unbroken Chinese runs of a text: what somebody thinks of who types the beginnings of a few words. */
function chineseRuns(text: string): string[] {
  return initialsLine(text)
    .split('.')
    .filter((run) => run.length >= 4);
}
