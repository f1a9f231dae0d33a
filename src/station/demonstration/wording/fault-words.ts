import type { FaultSource, WaitingReason } from '../../../shared/faults/intake';
import type { z } from 'zod';
import type { LogKind } from '../../../shared/duty-log/kinds';

type Source = z.infer<typeof FaultSource>;

/** How a report stands in the log, by the way it came; nothing where none is written. */
export const intakeEntries: Readonly<Partial<Record<Source, { kind: LogKind; texts: readonly string[] }>>> = {
  phone: {
    kind: 'call',
    texts: [
      '{caller}来电报障：{device}{symptom}。[已受理，答复将尽快派人处理|已登记报障|已核对平台，情况属实，转报修]。',
      '{caller}来电反映{device}{symptom}，[刚刚发现|巡看时发现|重启后无改善]。已报修。',
      '{caller}来电：{place}{symptom}，[影响正在办理的警情查看|请尽快修复|现场供电正常]，涉及{device}。',
    ],
  },
  walkIn: { kind: 'visitor', texts: ['{caller}来值班室当面反映{device}{symptom}，已登记报障。'] },
  patrol: {
    kind: 'patrol',
    texts: [
      '[电子巡检|人工巡检|视频轮巡]发现{device}{symptom}，[已复核属实|同点位其他设备正常]，转报修。',
      '巡检{area}片区时发现{device}{symptom}，已报障。',
    ],
  },
  monitoringAlarm: {
    kind: 'incident',
    texts: [
      '运维平台告警：{device}{symptom}，[告警级别：重要|告警持续{3..12}分钟未恢复]。已确认并报障。',
      '平台弹出告警，{device}{symptom}，值班员复核后报障。',
    ],
  },
  peerStation: { kind: 'notice', texts: ['对端站通报{device}{symptom}，本站复核属实并报障。'] },
  letter: { kind: 'notice', texts: ['收到{area}派出所传真，反映{device}{symptom}，已登记报障。'] },
  email: { kind: 'notice', texts: ['收到{area}派出所内网邮件，反映{device}{symptom}，已登记报障。'] },
};

export const triedTexts = [
  '',
  '',
  '平台重新拉流无效',
  '远程重启一次，无改善',
  '通知派出所民警现场看过，杆体供电指示灯不亮',
  '已更换解码通道，排除后端原因',
  '多次 PING 不通',
  '切换子码流后现象相同',
];

export const dispatchNotes = [
  '请带备用电源适配器',
  '先到值班室领取备件',
  '现场登高，注意安全',
  '请 30 分钟内到场',
  '联系所内民警配合开箱',
  '涉及重点点位，优先处理',
  '夜间作业请两人同行',
];
export const acknowledgeNotes = ['已出发，预计 20 分钟到', '正在附近点位，处理完即到', '收到', '路上堵车，可能稍晚', '已领备件出发'];
export const arriveNotes = ['已到现场，开箱检查', '到场，杆下积水，先做防护', '到场后需等待民警开门', '已到，设置围挡作业'];

export const waitWords: Readonly<Record<WaitingReason, { starts: readonly string[]; ends: readonly string[] }>> = {
  parts: {
    starts: ['同型号备件缺货，已向备件库申请，预计明日到货', '备件型号不符，需从预备组调拨', '主板需返厂，先申领替代设备'],
    ends: ['备件到货，恢复施工', '已从预备组调来备件'],
  },
  vendor: {
    starts: ['需厂家远程授权，工程师已排期', '超出质保范围，等待厂家报价确认', '厂家分析日志中，答复待定'],
    ends: ['厂家工程师到场', '厂家已提供补丁和授权'],
  },
  access: {
    starts: ['小区物业夜间不予开门，约定次日进入', '涉及占道作业，等待交警审批', '机房钥匙在乡镇，等待管理员'],
    ends: ['已进入现场', '占道手续办妥，开始作业'],
  },
  weather: {
    starts: ['风力较大，登高作业暂停', '降雨未停，户外带电作业不安全', '路面湿滑，暂缓登高'],
    ends: ['天气好转，恢复登高作业', '雨停，继续施工'],
  },
};

export const verifyNotes = ['调看实时画面与录像均正常', '连续观察 10 分钟正常', '平台在线，丢包率 0', '夜视、云台均已测试', '抽查回放正常'];
export const notHolding = ['观察中再次黑屏，退回处理', '仍有马赛克，未达到验收要求', '录像仍有中断，退回', '10 分钟内又掉线两次'];
export const confirmNotes = ['报障人确认恢复', '民警现场确认可用', '电话回访，已恢复', '客户端已能正常调阅'];
/** Only for what nobody outside had reported. */
export const closedUnconfirmed = ['平台告警已消除，无外部报障人，核验后关闭', '巡检发现并已复核正常，无需回访', '监测恢复满 2 小时，关闭'];
export const closeNotes = ['', '', '资料已归档', '故障记录单已打印存档', '备件出库单已附'];
export const reopenReasons = ['修复后次日再次离线，现象相同', '报障人来电称夜间又黑屏', '同一点位 24 小时内重复告警', '补光灯更换后仍闪烁'];
export const cancelReasons = [
  '误报：系派出所客户端本机问题',
  '计划停电引起，恢复供电后自动上线',
  '报障人来电撤销，画面已自行恢复',
  '点位已列入撤除清单，不再维修',
  '测试告警，非真实故障',
  '属交警支队自建设备，已转其处理',
  '演练用单，予以取消',
];
export const reclassifyReasons: Readonly<Record<'A' | 'B' | 'C', readonly string[]>> = {
  A: ['影响扩大到整个片区，报告带班领导后升为 A 类', '录像中断路数超过 50 路，升为 A 类'],
  B: ['经核实仅单点受影响，不影响整体，调整为 B 类', '复核后确认影响部分视频，按 B 类处理'],
  C: ['仅预置位偏移，值班员可处理，调整为 C 类', '不影响实时监看，调整为 C 类'],
};
export const stepNotes = [
  '已电话催办，答复正在途中',
  '报障单位再次来电询问进度，已答复',
  '带班领导过问，要求优先',
  '同杆另一设备正常，排除供电',
  '已提示派出所加强人工巡逻',
  '现场照片已发维修群并存档',
  '备用画面已切至相邻点位',
  '维修方请求延时，已报告带班领导',
];

/** What the engineer says over the phone while at work. */
export const engineerCalls = [
  '维修人员{engineer}来电：已到达{place}，{device}初步判断为{cause}，[正在处理|约需{20..90}分钟]。',
  '维修人员{engineer}来电报告：{device}故障原因为{cause}，[正在修复|预计{15..60}分钟恢复]。',
  '维修人员{engineer}来电请求配合测试{device}，[画面已恢复，观察中|仍无信号，继续排查|配合重启通道]。',
  '催办：电话联系维修人员{engineer}，{device}（{number}）[已在途中|正在现场|预计{10..40}分钟修复]。',
];
export const repairedFollowUps = [
  '故障单 {number}：{remedy}，[图像恢复|已恢复正常|核验正常]。',
  '{engineer}反馈已修复（{number}），原因：{cause}。[已回访报障人|待回访]。',
  '{number} 已闭环，[用时符合要求|已告知报障单位]。',
];
export const dispatchedFollowUps = [
  '已登记故障单 {number}，派{engineer}前往处理。',
  '故障单号 {number}，[已派单|维修人员{engineer}已响应]，[预计30分钟内到场|要求按时到场]。',
];
