import { IconFlag3, IconSchool } from '@tabler/icons-react';
import type { ResponseLevel } from '../../shared/plans/scenarios';
import { useWords } from '../i18n/useWords';
import { LevelTag } from '../widgets/LevelTag';
import { StatusTag } from '../widgets/StatusTag';
import { levelNames } from '../../shared/plan-runs/level-names';

/** Level of a run: shape, numeral, word and colour. */
export function RunLevel({ level, short = false, inherits = false }: { level: ResponseLevel; short?: boolean; inherits?: boolean }) {
  return <LevelTag level={levelNames[level]} short={short} inherits={inherits} />;
}

/** A drill is a drill wherever it is named (domain.md 5). */
export function DrillTag() {
  const t = useWords('planRuns');
  return (
    <StatusTag urgency="blue" icon={IconSchool}>
      {t('drill')}
    </StatusTag>
  );
}

/** Drill or real, both as a word: one is never taken for the other. */
export function RealityTag({ drill }: { drill: boolean }) {
  const t = useWords('planRuns');
  return drill ? <DrillTag /> : <StatusTag icon={IconFlag3}>{t('real')}</StatusTag>;
}
