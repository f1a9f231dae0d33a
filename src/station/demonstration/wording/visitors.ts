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
    text: '{vendorName}工程师{2..3}人进机房[巡检|例行保养|固件升级|排查告警]，登记证件，值班员{officerB}全程陪同。',
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
  { text: '保洁人员{2..3}名进入指挥大厅清洁，已登记，[半小时后离开|清洁期间大屏切换待机画面|结束后检查无异常]。', hours: [9, 9] },
  { text: '消防维保单位{2..3}人检查[气体灭火装置|烟感探测器]，带班领导{leader}同意进入，[检查合格|更换烟感{1..2}只]。', hours: [9, 17] },
  {
    text: '{caller}来访反映辖区点位需求，[建议在{place}增设点位|请求调整{device}朝向]，已登记转应急办公室。',
    caller: 'police',
    hours: [9, 18],
  },
  {
    text: '{unitCalling}联络员到指挥中心[对接联动席位|送交联合值守方案|参加桌面推演]，登记证件，{1..3}小时后离开。',
    caller: 'unit',
    hours: [9, 18],
  },
  {
    text: '维修人员{engineer}到值班室[交故障记录单{2..5}份|领取应急钥匙|归还光时域反射仪|当面说明{area}片区维修安排]，已签字。',
    caller: 'engineer',
    hours: [8, 20],
  },
  {
    text: '{outsideUnit}{2..3}人来[查阅台账|拷取统计数据|核对共享点位清单]，持介绍信，应急办公室审批，{officerB}陪同。',
    hours: [9, 17],
    picture: '介绍信',
  },
  { text: '新入职[视频巡查员|值班员]{1..2}名到岗跟班学习，带班领导{leader}安排熟悉流程。', hours: [8, 10] },
  { text: '家属为值班员送药，在门岗交接，未进入值班区。', hours: [11, 20] },
  { text: '{caller}来值班室送交{place}案件调取审批单原件，核对编号归档。', caller: 'police', hours: [8, 20] },
];
