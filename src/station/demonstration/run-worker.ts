import { contracts } from '../../shared/contracts';
import type { EvidenceInput } from '../../shared/plan-runs/contract';
import type { RunRecord, RunStep } from '../../shared/plan-runs/record';
import type { Evidence } from '../../shared/plans/template-format';
import { hour, minute } from '../../shared/time';
import { attach } from './course';
import type { Desk } from './desk';
import type { Dice } from './dice';
import { type Member, referenceTo } from './staff';

const { planRuns } = contracts;

export interface WorkedRun {
  /** Undefined until it was activated. */
  id?: string;
}

/** Works a run as a desk does: looks at it now and then, does what is due, calls people, issues kit, reports. */
export class RunWorker {
  /** How long after its time a step is done, minutes; below zero early. */
  private readonly lateness = new Map<string, number>();
  private pictures = 0;

  constructor(
    private readonly run: WorkedRun,
    private readonly dice: Dice,
    private readonly signer: { login: string; password: string },
    /** Steps are done when they fall due within so long. */
    private readonly ahead = 0,
  ) {}

  async look(desk: Desk, by: Member): Promise<RunRecord | undefined> {
    return this.run.id === undefined ? undefined : desk.as(by, planRuns.one, { id: this.run.id });
  }

  /** One look at the run: what fell due since the last one is done. */
  async work(desk: Desk, by: Member): Promise<void> {
    const run = await this.look(desk, by);
    if (!run) return;
    const closed = new Set(run.phases.filter(({ closedAt }) => closedAt !== undefined).map(({ code }) => code));
    for (const step of run.stepList) {
      if (step.standing !== 'open' || step.lapsed || closed.has(step.phase) || step.due === undefined) continue;
      if (step.due + this.latenessOf(step) * minute <= desk.clock.now() + this.ahead) await this.do(desk, by, step);
    }
    await this.report(desk, by, run);
  }

  /** What is still open is done now, before somebody asks for the end or for the review. */
  async finish(desk: Desk, by: Member): Promise<void> {
    const run = await this.look(desk, by);
    const closed = new Set(run?.phases.filter(({ closedAt }) => closedAt !== undefined).map(({ code }) => code));
    const over = run?.endedAt !== undefined;
    const kinds = over ? ['end', 'after'] : ['preparation', 'response'];
    const phases = new Set(run?.phases.filter(({ kind, code }) => kinds.includes(kind) && !closed.has(code)).map(({ code }) => code));
    for (const step of run?.stepList ?? []) {
      if (step.standing === 'open' && !step.lapsed && step.every === undefined && phases.has(step.phase)) await this.do(desk, by, step);
    }
  }

  /** Everybody who holds a post is called; most come. */
  async callOut(desk: Desk, by: Member, most: number): Promise<void> {
    const run = await this.look(desk, by);
    for (const { person } of run?.callOut.slice(0, most) ?? []) {
      const outcome = this.dice.weighted([
        ['reached', 9],
        ['noAnswer', 1],
      ] as const);
      const id = this.run.id ?? '';
      await desk.as(by, planRuns.call, {
        id,
        person,
        outcome,
        ...(outcome === 'reached' ? { expectedAt: desk.clock.now() + this.dice.whole(15, 45) * minute } : { note: '占线，五分钟后再拨' }),
      });
    }
  }

  async arrive(desk: Desk, by: Member): Promise<void> {
    const run = await this.look(desk, by);
    for (const { person, outcome } of run?.callOut ?? []) {
      if (outcome === 'reached' || outcome === 'noAnswer') {
        await desk.as(by, planRuns.call, { id: this.run.id ?? '', person, outcome: 'arrived' });
      }
    }
  }

  async rollCall(desk: Desk, by: Member): Promise<void> {
    const id = this.run.id ?? '';
    const { rollCall } = await desk.as(by, planRuns.startRollCall, { id, minutes: 10 });
    const run = await this.look(desk, by);
    for (const { person } of run?.rollCalls.find((one) => one.id === rollCall)?.people ?? []) {
      const present = this.dice.chance(0.95);
      await desk.as(by, planRuns.answerRollCall, { id, rollCall, person, present, note: present ? '' : '在途，预计十分钟到' });
    }
  }

  async issueKit(desk: Desk, by: Member, to: Member): Promise<void> {
    const lines = (await this.look(desk, by))?.kit.map(({ code, planned }) => ({ item: code, count: planned })) ?? [];
    await desk.as(by, planRuns.issueKit, { id: this.run.id ?? '', lines, to: referenceTo(to), vehicle: '应急一车' });
  }

  /** All of it comes back, but for one piece that is written off. */
  async returnKit(desk: Desk, by: Member, from: Member): Promise<void> {
    const id = this.run.id ?? '';
    const out = ((await this.look(desk, by))?.kit ?? []).flatMap(({ code, issued, returned, kind }) =>
      issued > returned ? [{ item: code, count: issued - returned, kind }] : [],
    );
    const broken = out.find(({ kind, count }) => kind === 'item' && count > 1);
    const lines = out.map(({ item, count }) => ({ item, count: item === broken?.item ? count - 1 : count }));
    await desk.as(by, planRuns.returnKit, { id, lines, by: referenceTo(from) });
    if (!broken) return;
    await desk.as(by, planRuns.returnKit, {
      id,
      lines: [{ item: broken.item, count: 1 }],
      by: referenceTo(from),
      lost: true,
      note: '现场浸水损坏，已登记报废',
    });
  }

  /** What was owed to superiors at its time; after the end the final one. */
  async report(desk: Desk, by: Member, run: RunRecord): Promise<void> {
    const now = desk.clock.now();
    for (const { code, round, due, to, means, sent } of run.reports) {
      const over = run.endedAt !== undefined;
      if (due === undefined || (due > now + 4 * minute && !over) || sent.at(-1)?.stage === 'final') continue;
      const stage = round === 0 ? 'first' : over ? 'final' : 'followUp';
      const contents = {
        time: run.activatedAt,
        place: run.area || '全市',
        source: '指挥中心值班室',
        nature: stage === 'final' ? '响应结束，未发生人员伤亡和数据丢失' : '各组到位，重点点位运行正常',
        scope: stage === 'first' ? '' : '低洼点位 9 处，离线 4 路，已恢复 3 路',
        trend: stage === 'final' ? '全部恢复' : '总体可控',
        measures: '抽排积水、切换备用电源、逐路核对图像',
      };
      await desk.as(by, planRuns.report, { id: run.id, report: code, stage, to: to.zh.slice(0, 80), means, contents });
    }
  }

  /** Most in time, some minutes early, one in eight late. */
  private latenessOf({ code }: RunStep): number {
    const known = this.lateness.get(code);
    if (known !== undefined) return known;
    const drawn = this.dice.chance(0.13) ? this.dice.whole(4, 26) : -this.dice.whole(0, 6);
    this.lateness.set(code, drawn);
    return drawn;
  }

  private async do(desk: Desk, by: Member, step: RunStep): Promise<void> {
    const id = this.run.id ?? '';
    if (!step.critical && this.dice.chance(0.04)) {
      await desk.as(by, planRuns.setStepAside, { id, step: step.code, how: 'notApplicable', reason: '本次范围内没有此类设施' });
      return;
    }
    const evidence: EvidenceInput[] = [];
    for (const asked of step.evidence) evidence.push(await this.evidenceFor(desk, by, asked));
    const holder = step.holders[0];
    await desk.as(by, planRuns.stepDone, {
      id,
      step: step.code,
      note: this.dice.pick(['', '', '已办，现场电话确认', '按方案完成', '已办，现场回传照片']),
      evidence,
      ...(holder === undefined ? {} : { doneBy: { name: holder } }),
      ...(step.evidence.some(({ kind }) => kind === 'signature') ? { signer: this.signer } : {}),
    });
  }

  private async evidenceFor(desk: Desk, by: Member, asked: Evidence): Promise<EvidenceInput> {
    switch (asked.kind) {
      case 'photo': {
        const wanted = Array.from({ length: asked.atLeast }, () => {
          this.pictures += 1;
          return { name: `现场 ${this.pictures}`, seed: `run ${this.run.id} ${this.pictures}` };
        });
        return { kind: 'photo', files: await attach(desk, by, wanted) };
      }
      case 'reading': {
        const { min, max } = asked;
        const value = min !== undefined && max !== undefined ? (min + max) / 2 : (min ?? (max === undefined ? 1 : max / 2));
        return { kind: 'reading', value: Math.round(value * 100) / 100 };
      }
      case 'count':
        return { kind: 'count', value: asked.expected ?? this.dice.whole(6, 24) };
      case 'signature':
        return { kind: 'signature' };
      case 'text':
        return { kind: 'text', value: '已核对，情况正常，详见现场照片' };
    }
  }
}

/** The moments at which a desk looks at a run: often at first, then every half hour. */
export function looksAt(from: number, until: number): number[] {
  const moments: number[] = [];
  for (let at = from; at < until; at += at - from < 90 * minute ? 5 * minute : hour / 2) moments.push(at);
  return moments;
}
