import type { Pattern } from './pattern';

/** 指示: what leaders order by phone, relayed and followed to its end. */
export const instructions: readonly Pattern[] = [
  {
    text: '{superior}电话指示：[加强{area}片区夜间视频巡查|对{place}周边重点巡看|今晚重点关注{venue}周边]，发现情况[及时报告|5分钟内上报]。已转达视频巡查岗并报告带班领导。',
    caller: 'superior',
    follow: ['已巡看{12..48}路，[未见异常|发现占道经营{1..4}处，已通报城管]，结果报{superior}。'],
  },
  {
    text: '{superior}电话指示：核实{place}[网传视频|群众反映的积水|道路拥堵]情况并回复。[已调看{device}|已通知{area}派出所现场核实]。',
    caller: 'superior',
    follow: ['经核实[网传视频非我市发生|积水已退，通行正常|系早高峰车流较大，现已缓解]，已电话回复{superior}。'],
  },
  {
    text: '带班领导{leader}指示：[对未闭环故障逐条催办|夜间每小时轮巡重点点位一次|交班前完成设备台账核对|本班加强对{area}片区链路监测]。',
    byLeader: true,
    follow: ['已落实，[催办{3..9}件，维修方均已答复|轮巡完成|核对无差异|链路正常]。'],
  },
  {
    text: '{superior}批示：同意{venue}{event}视频保障方案，[按方案落实现场值守2人|活动前2小时完成全部点位测试|保障期间实行零报告]。已传达应急办公室及维修单位。',
    caller: 'superior',
    hours: [8, 19],
    follow: ['活动保障结束，{18..46}路视频全程正常。', '点位测试完成，全部正常。'],
  },
  {
    text: '{superior}电话要求报送{area}片区视频在线率及[未修复点位清单|本周故障情况]，{17..20}时前完成。已安排整理。',
    caller: 'superior',
    hours: [8, 16],
    follow: ['材料已报送，在线率 98.{1..9}%。'],
  },
  {
    text: '带班领导{leader}指示：[今后涉及两台以上设备的故障一律电话报告|外来人员进机房必须双人陪同|交接班时逐项清点对讲机和钥匙]，请各班传达执行。',
    byLeader: true,
  },
  {
    text: '{superior}电话指示做好[恶劣天气|大雾天气|节假日返程|周末人流高峰]应对，[值班力量在位|应急车辆加满油料|应急备件清点到位]。已逐级转达并记录接收人。',
    caller: 'superior',
    follow: ['各组回复已落实：应急车辆[2|3]台待命，备件齐全。'],
  },
  {
    text: '{superior}指示：{place}点位[画面质量差，限期整改|遮挡问题三日内解决|补光不足，安排夜间调试]。已转维修组长{engineer}。',
    caller: 'superior',
    follow: ['{engineer}反馈已整改，效果经指挥大厅确认。'],
  },
  {
    text: '带班领导{leader}检查值班日志，要求[续报要写明责任人和时限|来电登记补全联系电话|故障描述写清影响范围]。',
    byLeader: true,
  },
  {
    text: '{superior}电话指示：明日{meeting}启用指挥大厅大屏，[会前1小时完成调试|安排技术人员现场保障]。已通知大屏维保单位。',
    caller: 'superior',
    hours: [9, 20],
    follow: ['会议保障完成，大屏及音频正常。', '会前调试完成，{engineer}现场值守。'],
  },
  {
    text: '{superior}电话指示：夜间发现[渣土车违规|飙车炸街|烧烤摊占道]线索即时通报交警、城管，{area}片区重点落实。',
    caller: 'superior',
    hours: [16, 23],
    follow: ['今夜通报线索{1..4}条，均已反馈处置结果。'],
  },
  {
    text: '带班领导{leader}指示：{device}近期反复报障，安排{engineer}现场彻底排查，两日内报结果。',
    byLeader: true,
    follow: ['{engineer}反馈已排查，[更换老化线缆|更换电源|重做接地]，继续观察。'],
    followAfter: [600, 1500],
  },
  {
    text: '{superior}电话询问{venue}{event}现场情况，要求每小时报告一次人流。已安排视频巡查岗落实。',
    caller: 'superior',
    hours: [10, 21],
    follow: ['已报告{2..4}次，人流平稳。'],
  },
  {
    text: '带班领导{leader}指示：[复核本周补录条目，写明原因|对讲机电池每班测试一次|值班电话录音保存完好，不得覆盖|外协人员进出一律登记证件]。',
    byLeader: true,
  },
  {
    text: '{superior}要求：[汇报 5 分钟报告制度执行情况|梳理近一周重要事件报送时间|核实昨夜{place}事件处置经过]，今日下班前书面报送。',
    caller: 'superior',
    hours: [8, 15],
    follow: ['书面材料已报送，{superior}已阅。'],
  },
];
