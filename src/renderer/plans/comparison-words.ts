import type { PlanDifference } from '../../shared/plans/comparison';
import type { PlanShape } from '../../shared/plans/template';
import { nameOf, placeInWords } from '../format-editor';
import type { AnyWord, Word } from '../i18n/useWords';
import type { PlanWords } from './usePlanWords';

export interface PlanSpeech {
  t: Word<'plans'>;
  any: AnyWord;
  words: PlanWords;
}

/** A place in a plan for a person: 编组 · 第一组 · 岗位 · 抢修人员 · 人数. */
export function placeInPlan(path: readonly (string | number)[], plans: readonly unknown[], { any, words }: PlanSpeech): string {
  const part = (step: string) => any(`plans:part.${step}`, { defaultValue: step });
  return placeInWords(path, plans, { say: words.say, part });
}

/** What stands on one side of a difference, short. `field` is where it stands: what names a post reads as one. */
export function valueOfPlan(value: unknown, field: string, speech: PlanSpeech): string {
  const { t, words, any } = speech;
  if (value === undefined || value === null || value === '') return t('view.none');
  if (typeof value === 'boolean') return t(value ? 'view.yes' : 'view.no');
  if (typeof value === 'number') return field === 'level' || field === 'levels' ? words.level(value) : String(value);
  if (typeof value === 'string') {
    if (field === 'who' || field === 'by' || field === 'commander') return words.post(value);
    if (field === 'unit' || field === 'code') return value;
    if (/^\d+(min|h|d)$/u.test(value)) return words.length(value);
    const names = ['scenario', 'phaseKind', 'evidenceKind', 'means', 'per', 'fillingFrom'].map((group) => `plans:${group}.${value}`);
    // Free text is no name of a word; a code is.
    const known = [...names, `common:roles.${value}`, `devices:subsystem.${value}`];
    return /^[A-Za-z0-9]{1,40}$/u.test(value) ? any(known, { defaultValue: value }) : words.time(value);
  }
  if (Array.isArray(value)) return words.list(value.map((one) => valueOfPlan(one, field, speech))) || t('view.none');
  const record = value as Record<string, unknown>;
  if (typeof record.zh === 'string' && typeof record.en === 'string') return words.say({ zh: record.zh, en: record.en });
  const name = nameOf(record);
  if (name) return words.say(name);
  return ['level', 'when', 'from', 'role']
    .flatMap((part) => (record[part] === undefined ? [] : valueOfPlan(record[part], part, speech)))
    .join(' · ');
}

/** The last step of a path that names a field. */
const fieldOf = (path: readonly (string | number)[]) => String(path.findLast((step) => typeof step === 'string') ?? '');

/** A change as one line: where, and from what to what. */
export function differenceOfPlan(difference: PlanDifference, wholes: readonly unknown[], speech: PlanSpeech): string {
  const { path, before, after } = difference;
  const { t } = speech;
  const isOrder = path.at(-1) === 'order';
  const where = placeInPlan(isOrder ? path.slice(0, -1) : path, wholes, speech);
  if (isOrder) return t('compare.where', { where, what: t('compare.reordered') });
  const field = fieldOf(path);
  const what =
    before === undefined
      ? t('compare.addedValue', { value: valueOfPlan(after, field, speech) })
      : after === undefined
        ? t('compare.removedValue', { value: valueOfPlan(before, field, speech) })
        : t('compare.fromTo', { before: valueOfPlan(before, field, speech), after: valueOfPlan(after, field, speech) });
  return t('compare.where', { where, what });
}

/** The step of a code, in whichever of two versions has it. */
export function stepOf(plan: PlanShape, code: string): unknown {
  return plan.phases.flatMap(({ steps }) => steps).find((step) => step.code === code);
}
