import type { WorkOrder } from '../../../shared/faults/work-order';
import { day, hour, minute } from '../../../shared/time';

/** The work order speaks the unit's language, whatever the screens speak. */
export const said = {
  title: '故障派单工单',
  number: '工单编号：',
  printed: '打印时间：',
  station: (unit: string, letter: string) => `${unit}　${letter} 站`,
  page: (page: number, pages: number) => `第 ${page} 页　共 ${pages} 页`,
  device: '故障设备',
  code: '设备编码',
  address: '网络地址',
  type: '设备类型',
  area: '所属区域',
  upstream: '上联设备',
  place: '安装地点',
  class: '故障类别',
  priority: '优先级',
  priorities: { urgent: '紧急', important: '重要', general: '一般' },
  reporter: '报障人',
  phone: '联系电话',
  reportedAt: '报障时间',
  foundAt: '发现时间',
  symptom: '故障现象',
  scope: '影响范围',
  tried: '已采取措施',
  diagnosed: '已判明原因',
  limits: '时限要求',
  engineer: '维修人员',
  dispatchedBy: '派单人',
  dispatchedAt: '派单时间',
  note: '派单说明',
  toFill: '以下由维修人员现场填写',
  arrival: '到场时间',
  departure: '完成时间',
  cause: '故障原因',
  remedy: '处理措施',
  parts: '更换备件',
  result: '处理结果',
  results: '□ 已修复　□ 未修复，须再次处理　□ 待备件　□ 待厂家',
  engineerSigns: '维修人员签字',
  siteSigns: '现场确认签字',
  deskSigns: '值班员核验签字',
  when: '　　　　年　　月　　日　　时　　分',
  none: '无',
  limit: ({ name, limit }: WorkOrder['limits'][number]) => `${name.zh}：限 ${length(limit)}`,
  due: (at: string) => `应于 ${at} 前`,
  met: (at: string) => `已于 ${at} 完成`,
  late: '（已超时）',
} as const;

function length(milliseconds: number): string {
  if (milliseconds >= 2 * day && milliseconds % day === 0) return `${milliseconds / day} 天`;
  return milliseconds % hour === 0 ? `${milliseconds / hour} 小时` : `${Math.round(milliseconds / minute)} 分钟`;
}
