import { NativeSelect } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { RosterIssue, RosterMend } from '../../shared/roster-files/reading';
import { useWords } from '../i18n/useWords';
import { PersonFinder } from '../people';
import styles from './RosterFilesPage.module.css';

const other = 'other';
const ofRow = ['dateUnreadable', 'dateTwice', 'weekdayDiffers'];

export interface IssueMendProps {
  issue: RosterIssue;
  shifts: readonly { key: string; name: string }[];
  chosen: string | undefined;
  /** Names of people chosen from the register, by id. */
  named: Readonly<Record<string, string>>;
  undecided: boolean;
  onChoose: (option: string) => void;
  onName: (person: { id: string; name: string }) => void;
}

/** What is unclear, and one select for what to do: reachable by Tab, changed by the arrows. */
export function IssueMend({ issue, shifts, chosen, named, undecided, onChoose, onName }: IssueMendProps) {
  const t = useWords('rosterFiles');
  const [finding, setFinding] = useState(false);
  const [text, setText] = useState('');
  const value = chosen ?? issue.proposed ?? '';
  const outside = value.startsWith('person ') && !issue.options.some(({ key }) => key === value) ? value : undefined;
  const label = t(`issue.${issue.kind}`, { text: issue.text });
  const Icon = undecided ? IconAlertTriangle : IconInfoCircle;

  const wordOf = ({ key, person }: RosterMend): string => {
    if (key.startsWith('person ')) return t('mend.person', { name: person?.name ?? '' });
    if (key.startsWith('date ')) return t('mend.date', { date: key.slice('date '.length) });
    if (key.startsWith('open ')) {
      const [, shift = '', n = ''] = key.split(' ');
      return t('mend.open', { shift: shifts.find((one) => one.key === shift)?.name ?? shift, n });
    }
    if (key === 'standIn' || key === 'original') return t(`mend.${key}`, { name: person?.name ?? '' });
    if (key === 'keep')
      return t(issue.kind === 'blankCell' ? 'mend.keepNow' : issue.kind === 'weekdayDiffers' ? 'mend.keepDate' : 'mend.keep');
    if (key === 'leaveOut')
      return t(ofRow.includes(issue.kind) ? 'mend.leaveOutRow' : issue.kind === 'noSuchShift' ? 'mend.leaveOutCell' : 'mend.leaveOut');
    return t(`mend.${key as 'none'}`);
  };

  return (
    <div className={styles.mend} data-undecided={undecided || undefined}>
      <span className={styles.issue}>
        <Icon size="0.95rem" aria-hidden />
        {label}
      </span>
      <NativeSelect
        size="xs"
        aria-label={label}
        value={finding ? other : value}
        data={[
          ...(issue.proposed === null ? [{ value: '', label: t('preview.mustChoose') }] : []),
          ...issue.options.map((mend) => ({ value: mend.key, label: wordOf(mend) })),
          ...(outside ? [{ value: outside, label: named[outside.slice('person '.length)] ?? '' }] : []),
          ...(issue.anyPerson ? [{ value: other, label: t('preview.other') }] : []),
        ]}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setFinding(next === other);
          if (next !== other) onChoose(next);
        }}
      />
      {finding && (
        <PersonFinder
          label={t('preview.otherFind')}
          text={text}
          onText={setText}
          picked={false}
          onPick={({ id, name }) => {
            setFinding(false);
            setText('');
            onName({ id, name });
          }}
          onUnpick={() => setText('')}
          startHere
        />
      )}
      {issue.cells.length > 1 && (
        <span className={styles.quiet}>{t('preview.everywhere', { cells: issue.cells.slice(0, 8).join(t('common:separator')) })}</span>
      )}
    </div>
  );
}
