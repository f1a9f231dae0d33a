import { type Importance, importances, type Subsystem, subsystems } from './facts';

// What units write in their lists for what the register keeps as a code.

const subsystemWords: readonly (readonly [RegExp, Subsystem])[] = [
  [/^前端/u, 'frontEnd'],
  [/网络|传输/u, 'network'],
  [/机房|动环|动力环境/u, 'machineRoom'],
  [/存储|云平台|云计算/u, 'cloudStorage'],
  [/监控中心|指挥中心|大厅/u, 'monitoringCentre'],
  [/安全/u, 'security'],
  [/应用|业务/u, 'application'],
];

/** The subsystem a unit's word means (domain.md 3), or its code; undefined for a word that means none, or more than one. */
export function subsystemOf(text: string): Subsystem | undefined {
  const code = subsystems.find((known) => known === text);
  if (code) return code;
  const meant = [...new Set(subsystemWords.filter(([pattern]) => pattern.test(text)).map(([, subsystem]) => subsystem))];
  return meant.length === 1 ? meant[0] : undefined;
}

const importanceWords: readonly (readonly [RegExp, Importance])[] = [
  [/^(一般|普通|常规|低|三级|3|normal)$/iu, 'normal'],
  [/^(重要|较重要|中|二级|2|important)$/iu, 'important'],
  [/^(关键|核心|特别重要|高|一级|1|key)$/iu, 'key'],
];

export function importanceOf(text: string): Importance | undefined {
  return importances.find((known) => known === text) ?? importanceWords.find(([pattern]) => pattern.test(text))?.[1];
}

const typeWords: readonly (readonly [RegExp, Subsystem])[] = [
  [/枪机|球机|卡口|人脸|半球|摄像|报警|补光|立杆/u, 'frontEnd'],
  [/交换机|光纤|路由|收发器|链路/u, 'network'],
  [/UPS|空调|电源|动环/iu, 'machineRoom'],
  [/存储/u, 'cloudStorage'],
  [/大屏|拼接|解码|坐席/u, 'monitoringCentre'],
  [/防火墙|网闸|网关/u, 'security'],
  [/服务器|平台/u, 'application'],
];

/** The subsystem a kind of device usually belongs to: a proposal where a list does not say it. */
export function usualSubsystemOf(type: string): Subsystem | undefined {
  return typeWords.find(([pattern]) => pattern.test(type))?.[1];
}
