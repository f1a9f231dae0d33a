import type { PlanTemplate } from '../../src/shared/plans/template';

const said = (zh: string, en = zh) => ({ zh, en });

/** The smallest plan that has one of everything: two groups, three phases, every kind of evidence. */
export function smallPlan(changes: Partial<PlanTemplate> = {}): PlanTemplate {
  return {
    format: 1,
    code: 'smallPlan',
    scenario: 'network',
    name: said('传输中断预案', 'Network failure plan'),
    about: said('传输网络中断时使用。', 'For a failure of the transmission network.'),
    announced: false,
    triggers: [{ code: 'cut', text: said('骨干光缆中断', 'A trunk cable is cut'), level: 2 }],
    levels: [
      {
        level: 1,
        when: said('大面积瘫痪', 'Large-area outage'),
        activatedBy: ['leadingGroup'],
        endedBy: ['leadingGroup'],
        ledBy: 'leadingGroup',
      },
      {
        level: 2,
        when: said('主要功能故障', 'Major functional failure'),
        activatedBy: ['groupLeader', 'office', 'leadingGroup'],
        endedBy: ['leadingGroup'],
        ledBy: 'office',
      },
    ],
    groups: [
      {
        code: 'centre',
        name: said('指挥中心组', 'Command-centre group'),
        posts: [
          {
            code: 'commander',
            name: said('总指挥', 'Commander'),
            count: 1,
            leads: true,
            filling: { from: 'register', role: 'leadingGroup' },
            does: said('指挥', 'Commands'),
          },
          {
            code: 'duty',
            name: said('值班员', 'Duty officer'),
            count: 2,
            leads: false,
            filling: { from: 'shift', role: 'dutyOfficer' },
            does: said('值守、报告', 'Keeps watch and reports'),
          },
        ],
      },
      {
        code: 'group1',
        name: said('第一组', 'Group 1'),
        area: said('城东片区', 'East'),
        posts: [
          {
            code: 'group1Leader',
            name: said('组长', 'Group leader'),
            count: 1,
            leads: true,
            filling: { from: 'register', role: 'groupLeader' },
            does: said('带队抢修', 'Leads the repair'),
          },
          {
            code: 'repair',
            name: said('抢修人员', 'Repair team'),
            count: 3,
            leads: false,
            filling: { from: 'register', role: 'engineer' },
            does: said('抢修', 'Repairs'),
          },
        ],
      },
    ],
    commander: 'commander',
    phases: [
      {
        code: 'respond',
        kind: 'response',
        name: said('处置', 'Response'),
        about: said('报告并抢修', 'Report and repair'),
        steps: [
          {
            code: 'phoneReport',
            what: said('电话报告领导小组', 'Report to the leading group by phone'),
            who: 'duty',
            due: 'A+15min',
            critical: true,
            evidence: [{ kind: 'text', label: said('受话人', 'Who took the call') }],
          },
          { code: 'isolate', what: said('隔离故障段', 'Isolate the broken section'), who: 'repair', due: 'A+30min', critical: true },
          {
            code: 'patrol',
            what: said('巡查在线率', 'Check how many are online'),
            who: 'duty',
            due: 'A+1h',
            critical: false,
            every: '1h',
            evidence: [{ kind: 'reading', label: said('在线率', 'Online'), unit: '%', min: 95, max: 100 }],
          },
          {
            code: 'check',
            what: said('检查各子系统', 'Check the subsystems'),
            who: 'group1Leader',
            due: 'A+2h',
            critical: false,
            levels: [1],
            checks: ['frontEnd', 'network'],
            onFailure: said('逐点报障', 'Report each as a fault'),
          },
        ],
      },
      {
        code: 'close',
        kind: 'end',
        name: said('终止', 'End'),
        about: said('恢复后终止', 'Ended once restored'),
        steps: [
          {
            code: 'count',
            what: said('清点器材', 'Count the kit'),
            who: 'group1Leader',
            due: 'A+6h',
            critical: true,
            evidence: [
              { kind: 'count', label: said('熔接机', 'Splicers'), expected: 1 },
              { kind: 'photo', label: said('装车照片', 'Picture of the loaded van'), atLeast: 1 },
              { kind: 'signature', label: said('保管人', 'Keeper') },
            ],
          },
        ],
      },
      {
        code: 'after',
        kind: 'after',
        name: said('复盘', 'Review'),
        about: said('总结改进', 'Learn from it'),
        steps: [{ code: 'review', what: said('召开复盘会', 'Hold the review'), who: 'commander', due: 'E+3d', critical: false }],
      },
    ],
    reporting: [
      {
        code: 'toLeadingGroup',
        name: said('向领导小组报告', 'To the leading group'),
        by: 'duty',
        to: said('应急领导小组', 'The leading group'),
        means: 'phone',
        first: 'A+15min',
        every: '1h',
      },
    ],
    kit: [{ code: 'splicer', name: said('光纤熔接机', 'Fibre splicer'), count: 1, unit: said('台', 'pcs'), per: 'vehicle' }],
    vehicles: [{ code: 'pickup', name: said('抢修皮卡', 'Pick-up'), count: 2, carriesKit: true }],
    callScript: said('请立即到指挥中心报到。', 'Report to the command centre at once.'),
    dependsOn: ['network'],
    evaluation: [{ code: 'speed', item: said('15分钟内报告', 'Reported within 15 minutes'), points: 100 }],
    annexes: [],
    reviewEveryMonths: 12,
    ...changes,
  };
}
