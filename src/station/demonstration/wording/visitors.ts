import type { Pattern } from './pattern';

/** 来访. */
export const visitors: readonly Pattern[] = [
  {
    text: '{outsideUnit}一行{3..9}人到指挥中心[参观学习|调研视频应用|检查值班值守]，[应急办公室陪同|带班领导{leader}接待]，{1..2}小时后离开。',
    hours: [9, 17],
  },
  {
    text: '{caller}持审批单到视频室查看{place}录像，证件核对无误，[陪同查看{20..80}分钟|查看后导出{1..4}段]，已登记签字。',
    caller: 'police',
    hours: [8, 21],
  },
  {
    text: '{vendorName}工程师{2..3}人进机房[巡检|更换故障硬盘|清洗滤网|固件升级]，登记证件，值班员{officerB}全程陪同。',
    caller: 'vendor',
    hours: [9, 18],
    follow: ['人员离开，工具清点无遗留。'],
  },
  { text: '快递送达[备用光模块|硬盘{2..6}块|对讲机电池]，备件管理员签收入库。', hours: [9, 18], picture: '签收单' },
  {
    text: '市局督察到值班室[检查在岗情况|查阅交接班记录|抽查应急预案熟悉程度]，[未提出问题|要求完善来访登记]。',
    caller: 'superior',
    hours: [9, 23],
  },
  { text: '{caller}来值班室领取[刻录光盘|借用的对讲机|视频平台证书]，核对证件后办理。', caller: 'police', hours: [8, 20] },
  { text: '保洁人员{2..3}名进入指挥大厅清洁，已登记，[08:40离开|清洁期间大屏切换待机画面|结束后检查无异常]。', hours: [9, 9] },
  { text: '消防维保单位{2..3}人检查[气体灭火装置|烟感探测器]，带班领导{leader}同意进入，[检查合格|更换烟感{1..2}只]。', hours: [9, 17] },
  {
    text: '{caller}来访反映辖区点位需求，[建议在{place}增设点位|请求调整{device}朝向]，已登记转应急办公室。',
    caller: 'police',
    hours: [9, 18],
  },
];
