import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import type { OutputOf } from '../../shared/contract';
import type { faults } from '../../shared/faults/contract';
import { fewestForShare } from '../../shared/faults/figures';
import type { FigureBar } from '../../shared/faults/figures-contract';
import { useLanguage, useWords } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';
import styles from './Figures.module.css';
import { percentText } from './figure-text';

const iconOf = { met: IconCircleCheck, missed: IconCircleX, unknown: IconHelpCircle };

const digits = (measure: 'availability' | 'satisfaction') => (measure === 'availability' ? 2 : 1);

export interface FiguresAsideProps {
  figures: OutputOf<typeof faults.figures>;
  onOpen: (bar: FigureBar, name: string) => void;
}

/** Goals of the profiles, each met or missed, and what is counted apart. */
export function FiguresAside({ figures: { goals, now }, onOpen }: FiguresAsideProps) {
  const t = useWords('faultFigures');
  const language = useLanguage();
  return (
    <>
      {goals.length > 0 && (
        <section className={styles.aside} aria-label={t('goal.title')}>
          <strong>{t('goal.title')}</strong>
          {goals.map(({ profile, name, measure, atLeast, actual, of, standing, otherwise }) => (
            <span key={`${profile}/${measure}`} className={styles.goal}>
              {t('goal.line', {
                profile,
                name: name[language],
                goal: percentText(atLeast, digits(measure)),
                actual: actual === undefined ? t('value.nothing') : percentText(actual, digits(measure)),
              })}
              <StatusTag icon={iconOf[standing]}>{t(`goal.${standing}`)}</StatusTag>
              {measure === 'satisfaction' && of > 0 && of < fewestForShare && t('goal.few', { of })}
              {standing === 'missed' && otherwise?.[language]}
            </span>
          ))}
        </section>
      )}
      <section className={styles.aside} aria-label={t('apart.title')}>
        <span className={styles.caption}>{t('apart.title')}</span>
        {(['merged', 'folded', 'cancelled'] as const).map((key) => {
          const name = t(`apart.${key}`, { count: now.apart[key] });
          return (
            <Button
              key={key}
              size="compact-sm"
              variant="default"
              disabled={now.apart[key] === 0}
              onClick={() => onOpen({ by: 'apart', key }, name)}
            >
              {name}
            </Button>
          );
        })}
      </section>
    </>
  );
}
