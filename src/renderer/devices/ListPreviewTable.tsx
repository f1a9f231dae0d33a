import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconEqual, IconMinus, IconPlus, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { type DeviceField, importances, subsystems } from '../../shared/devices/facts';
import {
  type FieldChange,
  type ListPreview,
  mayStand,
  type Mend,
  type Outcome,
  outcomes,
  type PreviewRow,
  type RowProblem,
} from '../../shared/devices/import-preview';
import { useWords } from '../i18n/useWords';
import type { StationRefusal } from '../station';
import { type Column, DataTable } from '../widgets/DataTable';
import { EmptyState } from '../widgets/EmptyState';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import styles from './ImportPage.module.css';
import type { ListDecisions } from './list-decisions';

const icons: Record<Outcome, typeof IconPlus> = {
  undecided: IconAlertTriangle,
  new: IconPlus,
  changes: IconRefresh,
  unchanged: IconEqual,
  leftOut: IconMinus,
};

type Shown = Outcome | 'all' | 'mended' | 'missing';

export interface ListPreviewTableProps {
  preview: ListPreview;
  decisions: ListDecisions;
  onDecide: (next: ListDecisions) => void;
  busy: boolean;
  refusal: StationRefusal | undefined;
  onSubmit: () => void;
}

/** Every row of the list and what would become of it; problems first, each with its proposal. */
export function ListPreviewTable({ preview, decisions, onDecide, busy, refusal, onSubmit }: ListPreviewTableProps) {
  const t = useWords('devices');
  const { counts, rows, missing } = preview;
  const [chosen, setChosen] = useState<Shown>();
  const shown = chosen ?? (counts.undecided > 0 ? 'undecided' : counts.changes > 0 ? 'changes' : 'all');
  const mended = rows.filter((row) => row.mended.length > 0).length;
  const proposals = rows.flatMap(({ key, problems }) =>
    problems.flatMap(({ field, proposal }): Mend[] => (proposal === undefined ? [] : [{ key, field, value: proposal }])),
  );
  const { added, changed } = { added: counts.new, changed: counts.changes };
  const nothing = added + changed + decisions.retire.length === 0;
  const mend = (mends: readonly Mend[]) => {
    const replaced = new Set(mends.map(({ key, field }) => `${key} ${field}`));
    onDecide({ ...decisions, mends: [...decisions.mends.filter(({ key, field }) => !replaced.has(`${key} ${field}`)), ...mends] });
  };
  const leaveOut = (key: string, out: boolean) =>
    onDecide({ ...decisions, leaveOut: out ? [...decisions.leaveOut, key] : decisions.leaveOut.filter((other) => other !== key) });
  const takeBack = (key: string) => onDecide({ ...decisions, mends: decisions.mends.filter((other) => other.key !== key) });

  const columns: Column<PreviewRow>[] = [
    { key: 'row', header: t('import.row'), width: '3.5rem', align: 'end', render: ({ row }) => row },
    {
      key: 'outcome',
      header: t('import.result'),
      width: '6rem',
      render: ({ outcome }) => (
        <StatusTag urgency={outcome === 'undecided' ? 'amber' : 'plain'} icon={icons[outcome]}>
          {t(`import.outcome.${outcome}`)}
        </StatusTag>
      ),
    },
    {
      key: 'device',
      header: t('fact.name'),
      width: 'minmax(12rem, 1fr)',
      render: ({ texts }) => (
        <div className={styles.device}>
          <span>{texts.name ?? t('import.blank')}</span>
          <span className={styles.quiet}>{[texts.code, texts.ip].filter(Boolean).join(' · ')}</span>
        </div>
      ),
    },
    {
      key: 'why',
      header: t('import.why'),
      width: 'minmax(22rem, 2.4fr)',
      render: (row) => <Why row={row} busy={busy} onMend={mend} onLeaveOut={leaveOut} onTakeBack={takeBack} />,
    },
  ];
  const tab = (key: Shown, label: string, n: number, urgent = false) =>
    n > 0 && (
      <Button
        key={key}
        size="compact-md"
        variant={shown === key ? 'filled' : 'default'}
        aria-pressed={shown === key}
        leftSection={urgent ? <IconAlertTriangle size="1.05rem" aria-hidden /> : undefined}
        onClick={() => setChosen(key)}
      >
        {t('import.count', { outcome: label, n })}
      </Button>
    );
  const wanted = rows.filter((row) => (shown === 'all' ? true : shown === 'mended' ? row.mended.length > 0 : row.outcome === shown));

  return (
    <>
      <div className={styles.quiet}>
        {preview.sheets.map(({ index, name, headerRow, devices, unused }) => (
          <div key={index}>
            {[
              t('import.found', { name, row: headerRow, n: devices }),
              preview.text &&
                t('import.form', { ...preview.text, delimiter: t(`import.delimiter.${delimiterWord(preview.text.delimiter)}`) }),
              unused.length > 0 && t('import.unused', { columns: unused.join(t('common:separator')) }),
            ]
              .filter(Boolean)
              .join(t('import.separator'))}
          </div>
        ))}
      </div>
      <div className={styles.bar}>
        {outcomes.map((outcome) => tab(outcome, t(`import.outcome.${outcome}`), counts[outcome], outcome === 'undecided'))}
        {tab('mended', t('import.mendedTab'), mended)}
        {tab('missing', t('import.missingTab'), missing.length)}
        {tab('all', t('import.allTab'), rows.length)}
      </div>
      {shown === 'missing' ? (
        <Missing missing={missing} decisions={decisions} onDecide={onDecide} />
      ) : (
        <DataTable
          name="devices.import"
          label={t('import.title')}
          columns={columns}
          rows={wanted}
          keyOf={({ key }) => key}
          urgencyOf={({ outcome }) => (outcome === 'undecided' ? 'amber' : undefined)}
          empty={<EmptyState title={t('import.nothingHere')} />}
        />
      )}
      <RefusalNote refusal={refusal} />
      <div className={styles.bar}>
        <span className={styles.grow}>
          {counts.undecided > 0
            ? t('import.pending', { n: counts.undecided })
            : nothing
              ? t('import.readyNothing')
              : t('import.ready', { added, changed, retired: decisions.retire.length, out: counts.leftOut })}
        </span>
        {proposals.length > 0 && (
          <Button variant="default" disabled={busy} onClick={() => mend(proposals)}>
            {t('import.takeAll', { n: proposals.length })}
          </Button>
        )}
        <Button
          leftSection={<IconCheck size="1.15rem" aria-hidden />}
          loading={busy}
          disabled={counts.undecided > 0 || nothing || (decisions.retire.length > 0 && decisions.reason.trim() === '')}
          onClick={onSubmit}
        >
          {t('import.submit')}
        </Button>
      </div>
    </>
  );
}

function delimiterWord(delimiter: string): 'comma' | 'tab' | 'semicolon' | 'bar' {
  return delimiter === '\t' ? 'tab' : delimiter === ';' ? 'semicolon' : delimiter === '|' ? 'bar' : 'comma';
}

interface WhyProps {
  row: PreviewRow;
  busy: boolean;
  onMend: (mends: readonly Mend[]) => void;
  onLeaveOut: (key: string, out: boolean) => void;
  onTakeBack: (key: string) => void;
}

function Why({ row, busy, onMend, onLeaveOut, onTakeBack }: WhyProps) {
  const t = useWords('devices');
  const say = useValueWords();
  const change = (name: 'import.change' | 'import.mended', { field, from, to }: FieldChange) =>
    t(name, { field: t(`fact.${field}`), from: say(field, from), to: say(field, to) });
  return (
    <div className={styles.why}>
      {row.problems.map((problem) => (
        <Problem key={`${problem.code} ${problem.field}`} row={row} problem={problem} busy={busy} onMend={onMend} />
      ))}
      {[...row.mended.map((one) => change('import.mended', one)), ...row.changes.map((one) => change('import.change', one))].map((line) => (
        <div key={line}>{line}</div>
      ))}
      <div className={styles.choices}>
        {row.outcome === 'undecided' && (
          <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onLeaveOut(row.key, true)}>
            {t('import.leaveOut')}
          </Button>
        )}
        {row.outcome === 'leftOut' && (
          <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onLeaveOut(row.key, false)}>
            {t('import.takeIn')}
          </Button>
        )}
        {row.mended.length > 0 && (
          <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onTakeBack(row.key)}>
            {t('import.takeBack')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Problem({ row, problem, busy, onMend }: { row: PreviewRow; problem: RowProblem; busy: boolean; onMend: WhyProps['onMend'] }) {
  const t = useWords('devices');
  const say = useValueWords();
  const { code, field, value, proposal, basis } = problem;
  const [typed, setTyped] = useState(proposal ?? '');
  const put = (text: string) => onMend([{ key: row.key, field, value: text }]);
  const name = t(`fact.${field}`);
  const choices =
    field === 'subsystem'
      ? subsystems.map((one) => ({ value: one, label: t(`subsystem.${one}`) }))
      : field === 'importance'
        ? importances.map((one) => ({ value: one, label: t(`importance.${one}`) }))
        : undefined;
  return (
    <div className={styles.problem}>
      <div>
        {t(`import.problem.${code}`, { field: name, value: visible(value), row: problem.row, device: problem.device })}
        {basis && <span className={styles.quiet}> {t(`import.basis.${basis}`)}</span>}
      </div>
      {code !== 'shiftedCells' && (
        <div className={styles.choices}>
          {proposal !== undefined && proposal !== value && (
            <Button size="compact-sm" disabled={busy} onClick={() => put(proposal)}>
              {proposal === '' ? t('import.leaveBlank') : t('import.take', { value: say(field, proposal) })}
            </Button>
          )}
          {choices ? (
            <NativeSelect
              size="xs"
              aria-label={name}
              value=""
              disabled={busy}
              onChange={(event) => put(event.currentTarget.value)}
              data={[{ value: '', label: t('import.chooseValue') }, ...choices]}
            />
          ) : (
            <form
              className={styles.typing}
              onSubmit={(event) => {
                event.preventDefault();
                if (typed.trim() !== '') put(typed.trim());
              }}
            >
              <TextInput
                size="xs"
                w="15rem"
                aria-label={name}
                placeholder={name}
                value={typed}
                maxLength={200}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
              <Button type="submit" size="compact-sm" variant="default" disabled={busy || typed.trim() === ''}>
                {t('import.put')}
              </Button>
            </form>
          )}
          {mayStand.includes(code) && (
            <Button size="compact-sm" variant="default" disabled={busy} onClick={() => put(value)}>
              {t('import.stands')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Blanks at the ends would not be seen. */
function visible(value: string): string {
  return value.replace(/^\s+|\s+$/gu, (blanks) => '␣'.repeat(blanks.length));
}

function useValueWords(): (field: DeviceField, value: string) => string {
  const t = useWords('devices');
  return (field, value) => {
    if (value === '') return t('import.blank');
    if (field === 'subsystem' && (subsystems as readonly string[]).includes(value)) return t(`subsystem.${value as 'network'}`);
    if (field === 'importance' && (importances as readonly string[]).includes(value)) return t(`importance.${value as 'key'}`);
    return visible(value);
  };
}

function Missing({
  missing,
  decisions,
  onDecide,
}: {
  missing: ListPreview['missing'];
  decisions: ListDecisions;
  onDecide: (next: ListDecisions) => void;
}) {
  const t = useWords('devices');
  const chosen = new Set(decisions.retire);
  const toggle = (id: string) =>
    onDecide({ ...decisions, retire: chosen.has(id) ? decisions.retire.filter((other) => other !== id) : [...decisions.retire, id] });
  const columns: Column<ListPreview['missing'][number]>[] = [
    {
      key: 'retire',
      header: t('retire.short'),
      width: '4rem',
      render: ({ id, name }) => (
        <Checkbox
          aria-label={t('import.retire', { name })}
          checked={chosen.has(id)}
          tabIndex={-1}
          onClick={(event) => event.stopPropagation()}
          onChange={() => toggle(id)}
        />
      ),
    },
    { key: 'name', header: t('fact.name'), width: 'minmax(14rem, 2fr)', render: ({ name }) => name },
    { key: 'type', header: t('fact.type'), width: '7rem', render: ({ type }) => type },
    { key: 'area', header: t('fact.area'), width: '6rem', render: ({ area }) => area },
    { key: 'code', header: t('fact.code'), width: '13rem', render: ({ code }) => code },
  ];
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.grow}>{t('import.missingHint')}</span>
        <TextInput
          w="20rem"
          aria-label={t('import.retireReason')}
          placeholder={t('import.retireReason')}
          value={decisions.reason}
          maxLength={200}
          onChange={(event) => onDecide({ ...decisions, reason: event.currentTarget.value })}
        />
      </div>
      <DataTable
        name="devices.missing"
        label={t('import.missingTab')}
        columns={columns}
        rows={missing}
        keyOf={({ id }) => id}
        onOpen={({ id }) => toggle(id)}
      />
    </>
  );
}
