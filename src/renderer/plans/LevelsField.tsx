import type { ResponseLevel } from '../../shared/plans/scenarios';
import { type Path, useFormatEditing, useProblem, valueAt } from '../format-editor';
import { useWords } from '../i18n/useWords';
import { ChoicesField } from '../widgets/FormField';
import { usePlanEditing } from './editing';

/** At which of the plan's levels something is done; none ticked is all of them. */
export function LevelsField({ path }: { path: Path }) {
  const { plan, words } = usePlanEditing();
  const { whole, set } = useFormatEditing();
  const t = useWords('plans');
  const now = (valueAt(whole, path) ?? []) as ResponseLevel[];
  // A level that the plan no longer has can still be taken off.
  const all = [...new Set([...plan.levels.map(({ level }) => level), ...now])].sort((one, other) => one - other);
  return (
    <ChoicesField
      label={t('part.levels')}
      hint={t('edit.allLevels')}
      error={useProblem(path)}
      values={now.map(String)}
      onChange={(next) => set(path, next.length === 0 ? undefined : all.filter((level) => next.includes(String(level))))}
      choices={all.map((level) => ({ value: String(level), label: words.level(level) }))}
    />
  );
}
