import type { RunRecord, RunStep } from '../../shared/plan-runs/record';
import type { ReportContents, Stage } from '../../shared/reports/contents';
import { type Instant, minute } from '../../shared/time';

export type ReportRule = RunRecord['reports'][number];

/** Sentences of a prefilled report in the reader's language. */
export interface PrefillWords {
  language: 'zh' | 'en';
  level: (level: RunRecord['level']) => string;
  everywhere: () => string;
  source: (number: string) => string;
  nature: (facts: { title: string; level: string; reason: string }) => string;
  trend: (facts: { level: string; steps: number; settled: number; overdue: number }) => string;
  faults: (all: number, open: number) => string;
  people: (all: number, arrived: number) => string;
  step: (at: Instant, what: string) => string;
  nothing: () => string;
}

/** Longest that the measures of a report may be (reports/contents.ts). */
const longestMeasures = 2_000;
/** Of one step: Chinese says it in half the room. */
const longestStep = { zh: 80, en: 160 };

/** Steps done since a moment, in the order they were done. */
export function doneSince(steps: readonly RunStep[], since: Instant): { at: Instant; step: RunStep }[] {
  return steps
    .flatMap((step) => {
      const { mark } = step;
      const at = mark?.happenedAt ?? mark?.at;
      return mark?.verb === 'stepDone' && at !== undefined && at > since ? [{ at, step }] : [];
    })
    .sort((one, other) => one.at - other.at);
}

/** Which report comes next: the first one, then follow-ups; the final one is chosen by whoever sends it, or owed after the end. */
export function stageOf(rule: Pick<ReportRule, 'sent'>, state: RunRecord['state']): Stage {
  if (rule.sent.length === 0) return 'first';
  return state === 'running' ? 'followUp' : 'final';
}

/**
 * What the next report says before anybody types: place, source and nature as reported last, the scope from the faults of the run, the
 * trend from its figures, the measures from the steps done since the last report.
 */
export function prefillOf(run: RunRecord, rule: ReportRule, now: Instant, words: PrefillWords): ReportContents {
  const last = rule.sent.at(-1);
  const linked = run.faults.filter(({ linked: own }) => own);
  const level = words.level(run.level);
  // A report tells of what was done up to its own time, so the next one begins behind that.
  const measures = doneSince(run.stepList, last?.at ?? Number.NEGATIVE_INFINITY).map(({ at, step }) => {
    const what = step.what[words.language];
    const longest = longestStep[words.language];
    return words.step(at, what.length > longest ? `${what.slice(0, longest - 1)}…` : what);
  });
  const arrived = run.callOut.filter(({ outcome }) => outcome === 'arrived').length;
  const people = run.callOut.length > 0 ? [words.people(run.callOut.length, arrived)] : [];
  return {
    time: Math.floor((last ? now : run.activatedAt) / minute) * minute,
    place: last?.contents.place || run.area || words.everywhere(),
    source: last?.contents.source || words.source(run.number),
    nature: last?.contents.nature || words.nature({ title: run.title[words.language], level, reason: run.reason }),
    scope: linked.length > 0 ? words.faults(linked.length, linked.filter(({ open }) => open).length) : (last?.contents.scope ?? ''),
    trend: words.trend({ level, steps: run.steps, settled: run.settled, overdue: run.overdue }),
    measures: fitted([...(measures.length > 0 ? measures : last ? [words.nothing()] : []), ...people]),
  };
}

/** Line by line, the latest kept where not all fit. */
function fitted(lines: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines.toReversed()) {
    length += line.length + 1;
    if (length > longestMeasures) break;
    kept.push(line);
  }
  return kept.toReversed().join('\n');
}

/** Response levels as units write them. */
export const levelNumerals: Record<RunRecord['level'], string> = { 1: 'Ⅰ', 2: 'Ⅱ', 3: 'Ⅲ', 4: 'Ⅳ' };
