import { faults } from '../../shared/faults/contract';
import type { ListedFault } from '../../shared/faults/figures-contract';
import type { InputOf } from '../../shared/contract';
import { useAnyWord, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useStation } from '../station';
import { type Column, DataTable } from '../widgets/DataTable';
import { EmptyState } from '../widgets/EmptyState';
import { RefusalNote } from '../widgets/RefusalNote';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './Figures.module.css';
import { lengthText } from './figure-text';

/** The faults behind a bar; Enter opens one beside, and closing it comes back here. */
export function FaultsOfBar({ asked }: { asked: InputOf<typeof faults.listOf> }) {
  const t = useWords('faultFigures');
  const word = useAnyWord();
  const shell = useShell();
  const { data, refusal, stale } = useStation(faults.listOf, asked, { keepPrevious: true });
  const length = (time: number | undefined) => (time === undefined ? '' : lengthText(t, time));
  const columns: Column<ListedFault>[] = [
    { key: 'reportedAt', header: t('list.reportedAt'), width: '7.25rem', render: ({ reportedAt }) => <ZoneTime at={reportedAt} /> },
    {
      key: 'what',
      header: t('list.what'),
      width: 'minmax(8rem, 1fr)',
      render: ({ device, place, symptom }) => <span title={[device, place, symptom].filter(Boolean).join('\n')}>{device ?? place}</span>,
    },
    { key: 'state', header: t('list.state'), width: '5rem', hideBelow: 36, render: ({ state }) => word(`faults:state.${state}`) },
    { key: 'repair', header: t('list.repair'), width: '6.25rem', align: 'end', render: ({ repairTime }) => length(repairTime) },
    {
      key: 'response',
      header: t('list.response'),
      width: '6.5rem',
      align: 'end',
      hideBelow: 40,
      render: ({ responseTime }) => length(responseTime),
    },
    { key: 'breached', header: t('list.breached'), width: '4.25rem', render: ({ breached }) => (breached ? t('list.breached') : '') },
  ];
  if (data === undefined && refusal) return <RefusalNote refusal={refusal} />;
  return (
    <div className={styles.list}>
      <DataTable
        name={`faultFigures:${JSON.stringify(asked)}`}
        label={t('list.label')}
        columns={columns}
        rows={data}
        stale={stale}
        keyOf={({ id }) => id}
        onOpen={({ id, number }) => shell.open('fault', { id, title: number })}
        empty={<EmptyState title={t('list.none')} />}
      />
    </div>
  );
}
