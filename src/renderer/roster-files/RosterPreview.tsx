import { Button, Checkbox } from '@mantine/core';
import { IconArrowDown, IconCheck } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { brokenByImport } from '../../shared/roster-files/broken-by-import';
import { decidedRoster } from '../../shared/roster-files/decided';
import type { ReadRow, RosterDecision, RosterIssue, RosterPreviewed } from '../../shared/roster-files/reading';
import { useWords } from '../i18n/useWords';
import type { StationRefusal } from '../station';
import { NumberField, TextField } from '../widgets/FormField';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { IssueMend } from './IssueMend';
import styles from './RosterFilesPage.module.css';
import { RowOfRoster } from './RowOfRoster';

export interface RosterPreviewProps {
  preview: RosterPreviewed;
  decisions: readonly RosterDecision[];
  onDecide: (decisions: readonly RosterDecision[]) => void;
  onYear: (year: number) => void;
  reason: string;
  onReason: (reason: string) => void;
  busy: boolean;
  refusal: StationRefusal | undefined;
  onSubmit: () => void;
}

/** Day by day what the file says; beside each unclear thing, what can be done about it; below, what importing would do. */
export function RosterPreview(props: RosterPreviewProps) {
  const { preview, decisions, onDecide, onYear, reason, onReason, busy, refusal, onSubmit } = props;
  const t = useWords('rosterFiles');
  const table = useRef<HTMLTableElement>(null);
  const [onlyIssues, setOnlyIssues] = useState(false);
  const [tried, setTried] = useState(false);
  /** People named beside those offered, by id. */
  const [named, setNamed] = useState<Readonly<Record<string, string>>>({});
  const personById = (id: string) => (named[id] === undefined ? undefined : { id, name: named[id] });
  const { assignments, changes, undecided } = decidedRoster(preview, decisions, personById);
  const broken = useMemo(
    () =>
      brokenByImport(
        preview.held,
        decidedRoster(preview, decisions, (id) => (named[id] === undefined ? undefined : { id, name: named[id] })).changes,
      ),
    [preview, decisions, named],
  );
  const brokenOn = (row: ReadRow) => {
    const date = row.date ?? correctedDate(row, decisions);
    return broken.filter((one) => one.date === date);
  };
  const open = new Set(undecided.map(({ key }) => key));
  const shifts = [...new Map(preview.shifts.map((shift) => [shift.key, shift])).values()];
  const rows = onlyIssues ? preview.rows.filter((row) => hasIssue(row) || brokenOn(row).length > 0) : preview.rows;

  const decide = (issue: string, option: string) =>
    onDecide([...decisions.filter((one) => one.issue !== issue), ...(option === '' ? [] : [{ issue, option }])]);
  const mendsFirstSeen = firstPlaces(rows);
  const mend = (key: string, place: string) => {
    const issue = preview.issues.find((one) => one.key === key);
    if (!issue || mendsFirstSeen.get(key) !== place) return null;
    return (
      <IssueMend
        key={key}
        issue={issue}
        shifts={shifts}
        chosen={decisions.find((one) => one.issue === key)?.option}
        named={named}
        undecided={open.has(key)}
        onChoose={(option) => decide(key, option)}
        onName={({ id, name }) => {
          setNamed({ ...named, [id]: name });
          decide(key, `person ${id}`);
        }}
      />
    );
  };
  const toNext = () => {
    const next = table.current?.querySelector<HTMLElement>('[data-undecided] select');
    next?.focus();
    next?.scrollIntoView({ block: 'center' });
  };
  const submit = () => {
    setTried(true);
    if (undecided.length === 0 && reason.trim() !== '') onSubmit();
  };

  return (
    <>
      <div className={styles.facts}>
        <strong>{t('preview.sheet', { title: preview.title, sheet: preview.sheet, rows: preview.rows.length, year: preview.year })}</strong>
        {preview.unusedColumns.length > 0 && (
          <span>
            {t('preview.unused', {
              columns: preview.unusedColumns.map(({ column, header }) => `${column} ${header}`).join(t('common:separator')),
            })}
          </span>
        )}
        {preview.skipped.length > 0 && (
          <span>
            {t('preview.skipped', { n: preview.skipped.length, text: preview.skipped.map(({ text }) => text).join(t('common:separator')) })}
          </span>
        )}
        <Checkbox label={t('preview.onlyIssues')} checked={onlyIssues} onChange={(event) => setOnlyIssues(event.currentTarget.checked)} />
      </div>
      {preview.yearFrom === 'assumed' && (
        <Notice
          urgency="amber"
          actions={
            <NumberField
              label={t('preview.year')}
              value={preview.year}
              onChange={(year) => year !== undefined && year >= 2000 && onYear(year)}
              min={2000}
              max={2099}
              width="7rem"
            />
          }
        >
          {t('preview.assumed', { year: preview.year })}
        </Notice>
      )}
      <div className={styles.scroll}>
        <table ref={table} className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('preview.date')}</th>
              <th scope="col">{t('preview.leader')}</th>
              {shifts.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">{t('preview.remark')}</th>
              <th scope="col">{t('preview.hints')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RowOfRoster key={row.row} row={row} shifts={shifts} mend={mend} issues={preview.issues} open={open} broken={brokenOn(row)} />
            ))}
          </tbody>
        </table>
      </div>
      <RefusalNote refusal={refusal} />
      {undecided.length > 0 ? (
        <Notice
          urgency="amber"
          actions={
            <Button size="compact-md" variant="default" leftSection={<IconArrowDown size="1rem" aria-hidden />} onClick={toNext}>
              {t('preview.nextUndecided')}
            </Button>
          }
        >
          {t('preview.undecided', { n: undecided.length })}
        </Notice>
      ) : changes.length === 0 ? (
        <Notice>{t('preview.nothing')}</Notice>
      ) : (
        <form
          className={styles.bar}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <span className={styles.grow}>
            {t('preview.ready', { changes: changes.length, same: assignments.length - changes.length })}
            {broken.length > 0 && <strong className={styles.breaks}>{t('preview.breaks', { n: broken.length })}</strong>}
          </span>
          <TextField
            label={t('preview.reason')}
            value={reason}
            placeholder={t('preview.reasonHint')}
            onChange={onReason}
            maxLength={300}
            required
            width="26rem"
            error={tried && reason.trim() === '' ? t('common:rules.required') : undefined}
          />
          <Button type="submit" leftSection={<IconCheck size="1.15rem" aria-hidden />} loading={busy}>
            {t('preview.submit')}
          </Button>
        </form>
      )}
    </>
  );
}

function issuesOf(row: ReadRow): { key: string; place: string }[] {
  return [
    ...row.issues.map((key) => ({ key, place: `${row.row}` })),
    ...row.cells.flatMap((cell) =>
      [...cell.issues, ...cell.names.flatMap(({ issues }) => issues)].map((key) => ({ key, place: `${cell.cell} ${cell.shift}` })),
    ),
  ];
}

/** The date that somebody chose for a row whose own cannot be read. */
function correctedDate(row: ReadRow, decisions: readonly RosterDecision[]): string | undefined {
  const chosen = decisions.find(({ issue, option }) => row.issues.includes(issue) && option.startsWith('date '));
  return chosen?.option.slice('date '.length);
}

function hasIssue(row: ReadRow): boolean {
  return issuesOf(row).length > 0;
}

/** Where each issue is decided: the first place it is met. */
function firstPlaces(rows: readonly ReadRow[]): Map<RosterIssue['key'], string> {
  const places = new Map<string, string>();
  for (const { key, place } of rows.flatMap(issuesOf)) if (!places.has(key)) places.set(key, place);
  return places;
}
