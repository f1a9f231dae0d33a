import { Button, Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy, IconEqual, IconPlus, IconRefresh } from '@tabler/icons-react';
import { type MouseEvent, useState } from 'react';
import type { FieldChange, ImportPreview, Outcome, PreviewRow, PreviewSheet, RowProblem } from '../../shared/people/import-preview';
import { outcomes, rowErrors } from '../../shared/people/import-preview';
import type { PersonField } from '../../shared/people/person';
import { phoneForEyes } from '../../shared/people/phones';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import type { StationRefusal } from '../station';
import { type Column, DataTable } from '../widgets/DataTable';
import { EmptyState } from '../widgets/EmptyState';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import styles from './ImportPage.module.css';
import { type LeftOut, needsLook, toggled, totals, undecided } from './import-choice';
import { PersonForm } from './PersonForm';

const icons: Record<Outcome, typeof IconPlus> = {
  new: IconPlus,
  changes: IconRefresh,
  unchanged: IconEqual,
  duplicate: IconCopy,
  error: IconAlertTriangle,
};

export interface ImportPreviewTableProps {
  file: string;
  preview: ImportPreview;
  out: LeftOut;
  onOut: (out: LeftOut) => void;
  busy: boolean;
  refusal: StationRefusal | undefined;
  onSubmit: () => void;
}

/** Every row of the file, what would become of it and why; below, what importing would do. */
export function ImportPreviewTable({ file, preview, out, onOut, busy, refusal, onSubmit }: ImportPreviewTableProps) {
  const t = useWords('people');
  const shell = useShell();
  const wordsOf = useRowWords();
  const [onlyProblems, setOnlyProblems] = useState(false);
  const open = undecided(preview, out);
  const sum = totals(preview, out);
  const nothing = sum.added + sum.changed === 0 && open.length === 0;
  const toggle = (row: PreviewRow) => onOut(toggled(preview, out, row));
  const byHand = (row: PreviewRow) => {
    const key = `people.register ${row.key} ${file}`.slice(0, 80);
    shell.openPanel({
      key,
      title: t('form.registerTitle'),
      element: <PersonForm start={asWritten(row)} draft={key} />,
      keep: true,
    });
  };

  const columns: Column<PreviewRow>[] = [
    { key: 'take', header: t('import.columns.take'), width: '6.5rem', render: (row) => <Take row={row} out={out} onToggle={toggle} /> },
    {
      key: 'row',
      header: t('import.columns.row'),
      width: '6.5rem',
      render: (row) => (
        <span className={styles.quiet}>{t('import.rowOf', { sheet: preview.sheets[row.sheet]?.name ?? '', row: row.row })}</span>
      ),
    },
    {
      key: 'name',
      header: t('import.columns.name'),
      width: '5.5rem',
      render: (row) => <span className={out.has(row.key) ? styles.out : styles.person}>{row.person.name || t('import.blank')}</span>,
    },
    {
      key: 'phone',
      header: t('import.columns.phone'),
      width: '8.5rem',
      hideBelow: 48,
      render: ({ person }) =>
        phoneForEyes(person.phone || (person.otherPhones[0] ?? '')) || <span className={styles.quiet}>{t('import.blank')}</span>,
    },
    {
      key: 'place',
      header: t('import.columns.place'),
      width: 'minmax(12.5rem, 1fr)',
      hideBelow: 62,
      render: ({ person }) => [person.group || person.organisation, person.post || person.responsibility].filter(Boolean).join(' · '),
    },
    {
      key: 'outcome',
      header: t('import.columns.outcome'),
      width: '6rem',
      render: ({ outcome }) => <OutcomeTag outcome={outcome} word={t(`import.outcome.${outcome}`)} />,
    },
    {
      key: 'why',
      header: t('import.columns.why'),
      width: 'minmax(12rem, 2fr)',
      render: (row) => (
        <div className={styles.why}>
          {wordsOf(row)}
          {row.outcome === 'error' && (
            <Button className={styles.byHand} size="compact-xs" variant="default" tabIndex={-1} onClick={stopping(() => byHand(row))}>
              {t('import.byHand')}
            </Button>
          )}
        </div>
      ),
    },
  ];

  return (
    <>
      <div className={styles.sheets}>
        {preview.sheets.map((sheet) => (
          <SheetLine key={sheet.index} sheet={sheet} />
        ))}
      </div>
      <div className={styles.bar}>
        <div className={styles.counts}>
          {outcomes
            .filter((outcome) => preview.counts[outcome] > 0)
            .map((outcome) => (
              <OutcomeTag
                key={outcome}
                outcome={outcome}
                word={t('import.count', { outcome: t(`import.outcome.${outcome}`), n: preview.counts[outcome] })}
              />
            ))}
        </div>
        <Checkbox
          label={t('import.onlyProblems')}
          checked={onlyProblems}
          onChange={(event) => setOnlyProblems(event.currentTarget.checked)}
        />
      </div>
      <DataTable
        name="people.import"
        label={t('import.title')}
        columns={columns}
        rows={onlyProblems ? preview.rows.filter(needsLook) : preview.rows}
        keyOf={(row) => row.key}
        onOpen={toggle}
        urgencyOf={(row) => (row.outcome === 'error' && !out.has(row.key) ? 'amber' : undefined)}
        empty={<EmptyState title={t('import.nothing')} />}
      />
      <RefusalNote refusal={refusal} />
      {open.length > 0 ? (
        <Notice
          urgency="amber"
          actions={
            <Button size="compact-md" variant="default" onClick={() => onOut(new Set([...out, ...open.map(({ key }) => key)]))}>
              {t('import.leaveOutAll', { n: open.length })}
            </Button>
          }
        >
          {t('import.pending', { n: open.length })}
        </Notice>
      ) : (
        <div className={styles.bar}>
          <span className={styles.grow}>{nothing ? t('import.readyNothing') : t('import.ready', { ...sum })}</span>
          <Button leftSection={<IconCheck size="1.15rem" aria-hidden />} loading={busy} disabled={nothing} onClick={onSubmit}>
            {t('import.submit')}
          </Button>
        </div>
      )}
    </>
  );
}

function OutcomeTag({ outcome, word }: { outcome: Outcome; word: string }) {
  return (
    <StatusTag urgency={outcome === 'error' || outcome === 'duplicate' ? 'amber' : 'plain'} icon={icons[outcome]}>
      {word}
    </StatusTag>
  );
}

/** With the number that is wrong, so that it can be put right. */
function asWritten({ person, problems }: PreviewRow): PreviewRow['person'] {
  const wrong = problems.find(({ code, params }) => code === 'badPhone' && params.field === 'phone')?.params.value;
  return person.phone === '' && wrong !== undefined ? { ...person, phone: String(wrong) } : person;
}

/** A click on a control in a row is not a click on the row. */
function stopping(run: () => void) {
  return (event: MouseEvent) => {
    event.stopPropagation();
    run();
  };
}

/** The tick of a row. The list itself has the keyboard: Enter or space on the row does the same. */
function Take({ row, out, onToggle }: { row: PreviewRow; out: LeftOut; onToggle: (row: PreviewRow) => void }) {
  const t = useWords('people');
  const left = out.has(row.key);
  // Only somebody can decide that a row with errors stays out.
  if (row.outcome === 'error') {
    return (
      <Checkbox
        size="sm"
        label={t('import.leaveOut')}
        checked={left}
        tabIndex={-1}
        onClick={(event) => event.stopPropagation()}
        onChange={() => onToggle(row)}
      />
    );
  }
  if (row.outcome === 'unchanged' && !left) return null;
  return (
    <Checkbox
      aria-label={t('import.take', { row: row.row })}
      checked={!left}
      tabIndex={-1}
      onClick={(event) => event.stopPropagation()}
      onChange={() => onToggle(row)}
    />
  );
}

function SheetLine({ sheet }: { sheet: PreviewSheet }) {
  const t = useWords('people');
  const name = `${sheet.name}${sheet.hidden ? t('import.sheetHidden') : ''}`;
  if (sheet.headerRow === undefined) return <div>{t('import.sheetNone', { name })}</div>;
  const reasons = ['heading', 'header', 'total', 'note'] as const;
  const skipped = reasons
    .map((reason) => ({ reason, n: sheet.skipped.filter((row) => row.reason === reason).length }))
    .filter(({ n }) => n > 0)
    .map(({ reason, n }) => t(`import.skip.${reason}`, { n }));
  return (
    <div>
      <strong>{t('import.sheet', { name, row: sheet.headerRow, n: sheet.people })}</strong>
      {sheet.statedTotal !== undefined && (
        <>
          {t('import.separator')}
          {sheet.statedTotal === sheet.people ? (
            t('import.totalFits')
          ) : (
            <span className={styles.differs}>{t('import.total', { stated: sheet.statedTotal })}</span>
          )}
        </>
      )}
      {skipped.length > 0 &&
        `${t('import.separator')}${t('import.skipped', { n: sheet.skipped.length, what: skipped.join(t('common:separator')) })}`}
      {sheet.unusedColumns.length > 0 &&
        `${t('import.separator')}${t('import.unused', { columns: sheet.unusedColumns.map(({ column, header }) => `${column} ${header}`).join(t('common:separator')) })}`}
    </div>
  );
}

/** Why a row comes out as it does: errors first, then what changes. */
function useRowWords(): (row: PreviewRow) => string {
  const t = useWords('people');
  const separator = t('common:separator');
  const value = (field: PersonField, lines: readonly string[]) => {
    if (lines.length === 0) return t('import.blank');
    if (field === 'gender') return lines.map((line) => t(`gender.${line as 'male'}`)).join(separator);
    if (field === 'tier') return lines.map((line) => t(`tier.${line as 'TAC1'}`)).join(separator);
    if (field === 'phone' || field === 'otherPhones') return lines.map(phoneForEyes).join(separator);
    return lines.join(separator);
  };
  const difference = (name: 'import.change' | 'import.differs', { field, from, to }: FieldChange) =>
    t(name, { field: t(`fields.${field}`), from: value(field, from), to: value(field, to) });
  const problem = ({ code, params }: RowProblem) => {
    const field = 'field' in params && code !== 'badPhone' ? t(`fields.${params.field as PersonField}`) : '';
    return t(`import.problems.${code}`, { ...params, field });
  };
  const isError = ({ code }: RowProblem) => (rowErrors as readonly string[]).includes(code);
  return (row) => {
    const problems = [...row.problems].sort((a, b) => Number(isError(b)) - Number(isError(a)));
    const changes = row.changes.map((change) => difference(row.outcome === 'duplicate' ? 'import.differs' : 'import.change', change));
    return [...problems.map(problem), ...changes].join(t('import.separator'));
  };
}
