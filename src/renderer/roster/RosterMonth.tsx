import { ActionIcon, Button } from '@mantine/core';
import {
  IconAddressBook,
  IconArrowsExchange,
  IconChevronLeft,
  IconChevronRight,
  IconFileSpreadsheet,
  IconRefresh,
  IconSettings,
} from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { roster } from '../../shared/roster/contract';
import { now } from '../clock';
import { useDraft } from '../drafts';
import { useAnyWord, useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { describeRefusal, refusalOf, type StationRefusal, useAsk, useCommand, useMay, useStation } from '../station';
import { Notice } from '../widgets/Notice';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { Matrix } from './Matrix';
import { askedReasons, brokenIn, editCell, type Edits, withEdits, withProposal } from './matrix-cells';
import { openCallSheet, openChanges, openRules, openShift } from './open';
import styles from './RosterMonth.module.css';
import { SaveBar } from './SaveBar';

const untouched = { edits: {} as Edits, reason: '' };

/** One month: read by everybody, edited by those who make it; what is typed is kept until it is saved. */
export function RosterMonth({ month, thisMonth, onMonth }: { month: string; thisMonth: string; onMonth: (month: string) => void }) {
  const t = useWords('roster');
  const any = useAnyWord();
  const shell = useShell();
  const ask = useAsk();
  const mayEdit = useMay(roster.save);
  const answer = useStation(roster.month, { month });
  const save = useCommand(roster.save);
  const draft = useDraft(`roster:${month}`, untouched);
  const [proposing, setProposing] = useState(false);
  const [notProposed, setNotProposed] = useState<StationRefusal>();
  const [asksReason, setAsksReason] = useState(false);
  const matrix = useRef<{ focus: () => void }>(null);
  const data = answer.data;
  const { edits, reason } = draft.value;
  const shifts = useMemo(() => (data ? withEdits(data.shifts, edits) : []), [data, edits]);
  const broken = useMemo(() => (data ? brokenIn(data, shifts) : []), [data, shifts]);
  // An edit of a shift that is not there any more (another pattern) stays in the draft and is not sent.
  const sent = useMemo(() => (data ? data.shifts.flatMap(({ key }) => edits[key] ?? []) : []), [data, edits]);
  const reasons = data ? askedReasons(broken, edits, data, now()) : { broken: [], past: false };
  const needsReason = reasons.past || reasons.broken.length > 0;

  const step = (by: number) => {
    const [year = 2026, of = 1] = month.split('-').map(Number);
    const next = new Date(Date.UTC(year, of - 1 + by, 1)).toISOString().slice(0, 7);
    if (next >= '2000-01' && next <= '2099-12') onMonth(next);
  };
  const generate = async () => {
    if (!data || proposing || !mayEdit) return;
    setProposing(true);
    setNotProposed(undefined);
    try {
      const { assignments } = await ask(roster.propose, { month });
      const next = withProposal(data, edits, assignments);
      draft.change({ edits: next });
      shell.say(t('page.generated', { n: assignments.length }));
      matrix.current?.focus();
    } catch (refused) {
      setNotProposed(refusalOf(refused, roster.propose.name));
    } finally {
      setProposing(false);
    }
  };
  const submit = async () => {
    if (save.busy || sent.length === 0) return;
    if (needsReason && reason.trim() === '') {
      setAsksReason(true);
      return;
    }
    const saved = await save.send({ assignments: sent, reason: needsReason ? reason : '' });
    if (!saved.ok) return;
    draft.discard();
    setAsksReason(false);
    shell.say(t('save.done', { n: saved.value.saved }));
    matrix.current?.focus();
  };
  useScreenKeys([
    ...(mayEdit
      ? [
          { key: 'Ctrl+S', label: t('keys.save'), run: () => void submit() },
          { key: 'Ctrl+G', label: t('keys.generate'), run: () => void generate() },
        ]
      : []),
    { key: 'Alt+1', label: t('keys.changes'), run: () => openChanges(shell, month) },
    { key: 'Alt+2', label: t('keys.callSheet'), run: () => openCallSheet(shell) },
  ]);

  const pending = data?.pending.length ?? 0;
  return (
    <Page
      title={t('page.title')}
      now={t(mayEdit ? 'page.now' : 'page.nowRead')}
      fill
      actions={
        <>
          <Button variant="default" leftSection={<IconSettings size="1.15rem" aria-hidden />} onClick={() => openRules(shell)}>
            {t('page.rules')}
          </Button>
          <Button variant="default" leftSection={<IconAddressBook size="1.15rem" aria-hidden />} onClick={() => openCallSheet(shell)}>
            {t('page.callSheet')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileSpreadsheet size="1.15rem" aria-hidden />}
            onClick={() => shell.go('/roster/files')}
          >
            {t('page.files')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconArrowsExchange size="1.15rem" aria-hidden />}
            onClick={() => openChanges(shell, month)}
          >
            {pending > 0 ? t('page.changesPending', { n: pending }) : t('page.changes')}
          </Button>
          {mayEdit && (
            <Button loading={proposing} leftSection={<IconRefresh size="1.15rem" aria-hidden />} onClick={() => void generate()}>
              {t('page.generate')}
            </Button>
          )}
        </>
      }
      toolbar={
        <>
          <ActionIcon variant="default" size="lg" aria-label={t('page.before')} onClick={() => step(-1)}>
            <IconChevronLeft size="1.2rem" aria-hidden />
          </ActionIcon>
          <strong className={styles.month}>{month}</strong>
          <ActionIcon variant="default" size="lg" aria-label={t('page.after')} onClick={() => step(1)}>
            <IconChevronRight size="1.2rem" aria-hidden />
          </ActionIcon>
          {month !== thisMonth && (
            <Button variant="default" onClick={() => onMonth(thisMonth)}>
              {t('page.thisMonth')}
            </Button>
          )}
          {data && (
            <span className={styles.figures}>
              {t('page.figures', {
                shifts: shifts.length,
                rostered: shifts.filter(({ rostered }) => rostered).length,
                broken: broken.filter(({ rule }) => rule !== 'notRostered').length,
              })}
            </span>
          )}
          <StaleMark stale={answer.stale} since={answer.since} />
        </>
      }
    >
      {data === undefined && <RefusalNote refusal={answer.refusal} />}
      {notProposed && (
        <div className={styles.note}>
          <Notice
            urgency="amber"
            actions={
              notProposed.code === 'teamsMissing' && (
                <Button size="compact-sm" variant="default" onClick={() => openRules(shell)}>
                  {t('page.rules')}
                </Button>
              )
            }
          >
            {describeRefusal(any, notProposed)}
          </Notice>
        </div>
      )}
      {data && (
        <>
          <Matrix
            ref={matrix}
            month={data}
            shifts={shifts}
            edits={edits}
            broken={broken}
            mayEdit={mayEdit}
            stale={answer.stale}
            onEdit={(row, column, people, open) => draft.change({ edits: editCell(data, edits, row, column, people, open) })}
            onDetails={(shift) => openShift(shell, shift)}
            onMonth={step}
          />
          {mayEdit && sent.length > 0 && (
            <SaveBar
              count={sent.length}
              reasons={reasons}
              asksReason={asksReason && needsReason}
              reason={reason}
              restored={draft.restored}
              busy={save.busy}
              refusal={save.refusal}
              onReason={(next) => draft.change({ reason: next })}
              onSave={() => void submit()}
              onDiscard={() => {
                draft.discard();
                save.clear();
                setAsksReason(false);
                matrix.current?.focus();
              }}
            />
          )}
        </>
      )}
    </Page>
  );
}
