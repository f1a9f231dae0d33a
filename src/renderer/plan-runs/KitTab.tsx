import { Button } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useState } from 'react';
import { outOf } from '../../shared/plan-runs/kit';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord } from '../../shared/plan-runs/record';
import { useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys } from '../shell';
import { useMay } from '../station';
import { EmptyState } from '../widgets/EmptyState';
import { KeyHint } from '../widgets/KeyHint';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './Kit.module.css';
import { KitIssue, KitReturn } from './KitForms';
import { type KitLine, type Slot, slotsOf } from './kit-by-vehicle';

/** Kit and vehicles: the list of the plan against what was issued, came back and was lost; each vehicle loaded and cleared at once. */
export function KitTab({ run }: { run: RunRecord }) {
  const t = useWords('planRunPeople');
  const language = useLanguage();
  const may = useMay(planRuns.issueKit) && run.may.run;
  const [open, setOpen] = useState<{ vehicle: string; what: 'issue' | 'return' }>();
  const [added, setAdded] = useState(false);
  const show = (vehicle: string, what: 'issue' | 'return') => {
    setAdded(false);
    setOpen({ vehicle, what });
  };
  const slots = slotsOf(run, ({ name, planned }, n) => {
    const called = (which: 'zh' | 'en') => (planned > 1 ? `${name[which]} ${n}` : name[which]);
    return [called(language), called(language === 'zh' ? 'en' : 'zh')];
  });
  const next = slots.find(({ load, vehicle }) => !load && vehicle !== '') ?? slots.find(({ load }) => !load);
  useScreenKeys(may && next ? [{ key: 'I', label: t('kit.keyIssue'), run: () => show(next.vehicle, 'issue') }] : []);
  if (run.kit.length === 0) {
    return (
      <EmptyState icon={IconPackage} title={t('kit.empty')}>
        {t('kit.emptyNow')}
      </EmptyState>
    );
  }
  const short = run.kit.filter(({ planned, issued }) => issued < planned).length;
  const out = run.kit.filter((line) => outOf(line) > 0).length;
  const lost = run.kit.filter(({ lost: n }) => n > 0).length;
  const done = () => {
    setOpen(undefined);
    setAdded(false);
  };
  return (
    <div className={styles.tab}>
      <section className={styles.side} aria-label={t('kit.loads')}>
        <h3 className={styles.heading}>{t('kit.loads')}</h3>
        <ul className={styles.slots}>
          {slots.map((slot) => (
            <li key={slot.vehicle} className={styles.slot}>
              <SlotLine slot={slot} may={may} next={slot === next} onOpen={(what) => show(slot.vehicle, what)} />
              {open?.vehicle === slot.vehicle &&
                !added &&
                (open.what === 'issue' ? (
                  <KitIssue run={run} slot={slot} onDone={done} />
                ) : (
                  <KitReturn run={run} slot={slot} onDone={done} />
                ))}
            </li>
          ))}
          {may && (
            <li className={styles.slot}>
              {added ? (
                <KitIssue run={run} slot={undefined} onDone={done} />
              ) : (
                <Button size="compact-sm" variant="default" onClick={() => setAdded(true)}>
                  {t('kit.add')}
                </Button>
              )}
            </li>
          )}
        </ul>
        <Moves run={run} />
      </section>
      <section className={styles.main} aria-label={t('kit.list')}>
        <h3 className={styles.heading}>
          {t('kit.list')} <span className={styles.quiet}>{t('kit.summary', { planned: run.kit.length, short, out, lost })}</span>
        </h3>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('kit.item')}</th>
                <th scope="col">{t('kit.planned')}</th>
                <th scope="col">{t('kit.issued')}</th>
                <th scope="col">{t('kit.missing')}</th>
                <th scope="col">{t('kit.returned')}</th>
                <th scope="col">{t('kit.lost')}</th>
                <th scope="col">{t('kit.out')}</th>
              </tr>
            </thead>
            <tbody>
              {run.kit.map((line) => (
                <Line key={line.code} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </div>
  );
}

function SlotLine({ slot, may, next, onOpen }: { slot: Slot; may: boolean; next: boolean; onOpen: (what: 'issue' | 'return') => void }) {
  const t = useWords('planRunPeople');
  const { name, vehicle, load, wanted, out, lost } = slot;
  return (
    <div className={styles.slotLine}>
      <div className={styles.slotWords}>
        <strong>{name || t('kit.rest')}</strong>
        {!load && <StatusTag urgency={vehicle === '' ? 'plain' : 'amber'}>{t('kit.notLoaded')}</StatusTag>}
        {load && out.length > 0 && <StatusTag>{t('kit.stillOut', { n: out.length })}</StatusTag>}
        {load && out.length === 0 && (
          <span className={styles.quiet}>{lost > 0 ? t('kit.clearedLost', { n: lost }) : t('kit.cleared')}</span>
        )}
        {load && <span className={styles.quiet}>{t('kit.loaded', { person: load.person, at: load.since })}</span>}
      </div>
      {may && (
        <div className={styles.slotVerbs}>
          {wanted.length > 0 && (
            <Button
              size="compact-sm"
              variant={load ? 'default' : 'filled'}
              rightSection={next ? <KeyHint keys="I" /> : undefined}
              onClick={() => onOpen('issue')}
            >
              {t(vehicle === '' ? 'kit.issueLoose' : load ? 'kit.issueRest' : 'kit.issueAll', { n: wanted.length })}
            </Button>
          )}
          {out.length > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => onOpen('return')}>
              {t('kit.returnAll')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Line({ line }: { line: KitLine }) {
  const language = useLanguage();
  const { name, unit, kind, planned, issued, returned, lost } = line;
  const out = outOf(line);
  const missing = Math.max(0, planned - issued);
  const shown = (n: number) => (n === 0 ? '' : n);
  return (
    <tr data-kind={kind}>
      <th scope="row">
        {name[language]} <span className={styles.quiet}>{unit[language]}</span>
      </th>
      <td>{planned}</td>
      <td>{shown(issued)}</td>
      <td data-urgency={missing > 0 && issued > 0 ? 'amber' : undefined}>{shown(missing)}</td>
      <td>{shown(returned - lost)}</td>
      <td data-urgency={lost > 0 ? 'amber' : undefined}>{shown(lost)}</td>
      <td>
        <strong>{shown(out)}</strong>
      </td>
    </tr>
  );
}

/** What went out and came back, the last first; what was lost with its explanation. */
function Moves({ run }: { run: RunRecord }) {
  const t = useWords('planRunPeople');
  const language = useLanguage();
  const nameOf = (item: string) => run.kit.find(({ code }) => code === item)?.name[language] ?? item;
  return (
    <section aria-label={t('kit.moves')}>
      <h3 className={styles.heading}>{t('kit.moves')}</h3>
      {run.kitMoves.length === 0 && <div className={styles.quiet}>{t('kit.noMoves')}</div>}
      <ul className={styles.moves}>
        {run.kitMoves.toReversed().map(({ entry, verb, at, person, vehicle, lines, lost, note }) => {
          const all = lines.map(({ item, count }) => `${nameOf(item)} ${count}`).join(t('common:separator'));
          return (
            <li key={entry} title={all}>
              <ZoneTime at={at} />{' '}
              {lost ? (
                <StatusTag urgency="amber">{t('kit.moveLost')}</StatusTag>
              ) : (
                <strong>{t(verb === 'issue' ? 'kit.moveIssue' : 'kit.moveReturn')}</strong>
              )}{' '}
              {vehicle || t('kit.noVehicle')} · {person} · {lines.length > 3 && !lost ? t('kit.moveKinds', { n: lines.length }) : all}
              {note !== '' && <div className={styles.quiet}>{note}</div>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
