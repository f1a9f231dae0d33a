import { Button } from '@mantine/core';
import { IconFirstAidKit } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { faults } from '../../shared/faults/contract';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunFault, RunRecord } from '../../shared/plan-runs/record';
import { useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { EmptyState } from '../widgets/EmptyState';
import { Finder } from '../widgets/Finder';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './RunFaults.module.css';

/** Faults of the run: linked by somebody, or noticed by the station on what the plan depends on and alarming the group leader. */
export function FaultsTab({ run }: { run: RunRecord }) {
  const t = useWords('planRunPeople');
  const shell = useShell();
  const may = useMay(planRuns.linkFault) && run.may.run;
  const link = useCommand(planRuns.linkFault);
  const field = useRef<HTMLInputElement>(null);
  useScreenKeys(may ? [{ key: 'L', label: t('faults.linkField'), run: () => field.current?.focus() }] : []);
  const linkOne = async ({ id, number }: { id: string; number: string }) => {
    const answer = await link.send({ id: run.id, fault: id });
    if (answer.ok) shell.say(t('faults.linkedSaid', { number }));
    return answer.ok;
  };
  // What alarms somebody stands first, then what is open, the newest first.
  const rank = ({ linked, open }: RunFault) => (!linked && open ? 0 : open ? 1 : 2);
  const rows = run.faults.toSorted((one, other) => rank(one) - rank(other) || other.at - one.at);
  const linked = rows.filter((one) => one.linked);
  return (
    <div className={styles.tab}>
      <div className={styles.top}>
        <span>
          {t('faults.now', {
            linked: linked.length,
            open: linked.filter(({ open }) => open).length,
            noticed: rows.filter((one) => !one.linked && one.open).length,
          })}
        </span>
        {may && <LinkField run={run} field={field} onLink={linkOne} />}
      </div>
      <RefusalNote refusal={link.refusal} />
      {rows.length === 0 ? (
        <EmptyState icon={IconFirstAidKit} title={t('faults.none')}>
          {t('faults.noneNow')}
        </EmptyState>
      ) : (
        <ul className={styles.rows} aria-label={t('faults.title')}>
          {rows.map((fault) => (
            <Row key={fault.id} run={run} fault={fault} may={may} onLink={() => void linkOne(fault)} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface LinkFieldProps {
  run: RunRecord;
  field: React.RefObject<HTMLInputElement | null>;
  onLink: (fault: { id: string; number: string }) => Promise<boolean>;
}

/** Part of the number is enough; Enter links what stands first. */
function LinkField({ run, field, onLink }: LinkFieldProps) {
  const t = useWords('planRunPeople');
  const words = useWords('faults');
  const [text, setText] = useState('');
  const found = useStation(faults.find, { text, limit: 8 }, { enabled: text.trim() !== '', keepPrevious: true });
  const known = new Set(run.faults.filter(({ linked }) => linked).map(({ id }) => id));
  return (
    <div className={styles.finder}>
      <Finder
        ref={field}
        label={
          <>
            {t('faults.linkField')} <KeyHint keys="L" />
          </>
        }
        placeholder=""
        query={text}
        onQuery={setText}
        options={found.data?.filter(({ id }) => !known.has(id))}
        keyOf={({ id }) => id}
        textOf={({ number }) => number}
        show={(card) => (
          <span className={styles.option}>
            <strong>{card.number}</strong> {words(`state.${card.state}`)} · {card.place} {card.symptom}
          </span>
        )}
        onPick={(card) => {
          setText('');
          void onLink(card);
        }}
      />
    </div>
  );
}

function Row({ run, fault, may, onLink }: { run: RunRecord; fault: RunFault; may: boolean; onLink: () => void }) {
  const t = useWords('planRunPeople');
  const words = useWords('faults');
  const shell = useShell();
  const language = useLanguage();
  const mayUnlink = useMay(planRuns.unlinkFault) && may;
  const unlink = useCommand(planRuns.unlinkFault);
  const take = useCommand(planRuns.takeAlarm);
  const { id, number, title, state, open, linked, at, step } = fault;
  const alarm = run.alarms.find(({ key, kind }) => kind === 'fault' && key === `fault/${id}`);
  const found = step === undefined ? undefined : run.stepList.find(({ code }) => code === step)?.what[language];
  const takeIt = async () => {
    if (alarm && (await take.send({ id: run.id, alarm: alarm.key })).ok) shell.say(t('faults.takenSaid', { number }));
  };
  return (
    <li className={styles.row} data-alarm={(alarm && !alarm.takenBy) || undefined} data-closed={!open || undefined}>
      <div className={styles.rowLine}>
        <button type="button" className={styles.number} title={t('faults.open')} onClick={() => shell.open('fault', { id, title: number })}>
          {number}
        </button>
        <span className={styles.words}>
          <span className={styles.title} title={title}>
            {title}
          </span>
          <span className={styles.quiet} title={found}>
            {found ? t('faults.byStep', { step: found }) : t(linked ? 'faults.linked' : 'faults.noticed')} · <ZoneTime at={at} />
          </span>
        </span>
        <span className={styles.state}>
          <StatusTag urgency={open && !linked && !alarm?.takenBy ? 'red' : 'plain'}>
            {state ? words(`state.${state}`) : t('faults.unheard')}
          </StatusTag>
          {alarm && (
            <span className={alarm.takenBy ? styles.quiet : styles.red} title={alarm.names.join(t('common:separator'))}>
              {alarm.takenBy
                ? t('faults.takenBy', { name: alarm.takenBy })
                : `${t('faults.alarm')} ${alarm.names.join(t('common:separator'))}`}
            </span>
          )}
        </span>
        <span className={styles.verbs}>
          {alarm && !alarm.takenBy && (
            <Button size="compact-sm" loading={take.busy} onClick={() => void takeIt()}>
              {t('faults.take')}
            </Button>
          )}
          {!linked && may && (
            <Button size="compact-sm" variant="default" onClick={onLink}>
              {t('faults.linkThis')}
            </Button>
          )}
          {linked && mayUnlink && (
            <ConfirmInline
              label={t('faults.unlink')}
              question={t('faults.unlinkAsk')}
              reasonLabel={t('faults.unlinkReason')}
              busy={unlink.busy}
              onConfirm={async (reason) => {
                const { ok } = await unlink.send({ id: run.id, fault: id, reason });
                if (ok) shell.say(t('faults.unlinkedSaid', { number }));
                return ok;
              }}
            />
          )}
        </span>
      </div>
      <RefusalNote refusal={unlink.refusal ?? take.refusal} />
    </li>
  );
}
