import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { type ClockEffect, type FaultEffect, type ProfileVersionCard, serviceProfiles } from '../../shared/service-profiles/contract';
import { faults } from '../../shared/faults/contract';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import { dateTimeIn, hour, minute } from '../../shared/time';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useStation, useZone } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import styles from './ProfileView.module.css';
import { useProfileWords } from './useProfileWords';

export interface EffectListProps {
  code: string;
  profile: ServiceProfile;
  /** With it the faults can be moved to this version; without it this is only a preview. */
  target?: ProfileVersionCard;
}

/** What would change for the open faults of a profile: due times that move, limits that are over by then. */
export function EffectList({ code, profile, target }: EffectListProps) {
  const t = useWords('serviceProfiles');
  const words = useProfileWords(profile);
  const zone = useZone();
  const effect = useStation(serviceProfiles.effect, { code, profile }, { keepPrevious: true });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const all = effect.data?.faults ?? [];
  // Already there, or nothing to be seen: a preview shows what changes, moving shows what can be moved.
  const rows = all.filter(({ version, fits, clocks }) => (target ? version !== target.version : !fits || clocks.length > 0));
  const chosen = rows.filter(({ id, fits }) => fits && !left.has(id));
  const tick = (id: string) => setLeft((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const title = target ? t('effect.move', { number: target.number }) : t('effect.title');
  const side = (state: ClockEffect['before']) => {
    if (!state) return t('effect.none');
    return state.dueAt === undefined ? t('effect.paused', { limit: words.time(lengthOf(state.limit)) }) : dateTimeIn(zone, state.dueAt);
  };
  const className = (fault: FaultEffect) => {
    const known = profile.classes.find((one) => one.code === fault.class);
    return known ? words.say(known.name) : fault.class;
  };
  if (target && rows.length === 0) return null;
  return (
    <Panel
      title={title}
      aside={effect.data && <span className={styles.quiet}>{t('effect.count', { open: effect.data.open, changed: rows.length })}</span>}
      flush
    >
      <RefusalNote refusal={effect.data === undefined ? effect.refusal : undefined} />
      {rows.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {target && <th scope="col" aria-label={t('effect.choose')} />}
                {[t('effect.fault'), t('part.class'), t('effect.changes')].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((fault) => (
                <tr key={fault.id}>
                  {target && (
                    <td>
                      <Checkbox
                        aria-label={fault.number}
                        checked={fault.fits && !left.has(fault.id)}
                        disabled={!fault.fits}
                        onChange={() => tick(fault.id)}
                      />
                    </td>
                  )}
                  <td>
                    <span className={styles.number}>{fault.number}</span> <span className={styles.quiet}>{fault.title}</span>
                  </td>
                  <td className={styles.number}>{className(fault)}</td>
                  <td>
                    {!fault.fits && <StatusTag urgency="amber">{t('effect.unfit')}</StatusTag>}
                    {fault.fits && fault.clocks.length === 0 && <span className={styles.quiet}>{t('effect.same')}</span>}
                    <ul className={styles.lines}>
                      {fault.clocks.map(({ clock, name, before, after }) => (
                        <li key={clock}>
                          {t('effect.clock', { clock: words.say(name), before: side(before), after: side(after) })}{' '}
                          {after?.over && !before?.over && <StatusTag urgency="red">{t('effect.over')}</StatusTag>}
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {target && <MoveFaults key={target.version} code={code} target={target} chosen={chosen} />}
    </Panel>
  );
}

/** As a contract writes it: whole hours where they are. */
function lengthOf(limit: number): string {
  return limit % hour === 0 ? `${limit / hour}h` : `${Math.round(limit / minute)}min`;
}

/** Moves the chosen faults, one after the other; where one is refused the rest still go. */
function MoveFaults({ code, target, chosen }: { code: string; target: ProfileVersionCard; chosen: readonly FaultEffect[] }) {
  const t = useWords('serviceProfiles');
  const shell = useShell();
  const move = useCommand(faults.move);
  const [reason, setReason] = useState('');
  const [moving, setMoving] = useState(false);
  const ready = chosen.length > 0 && reason.trim() !== '' && !moving;
  const send = async () => {
    if (!ready) return;
    setMoving(true);
    let moved = 0;
    for (const { id } of chosen) {
      const answer = await move.send({ id, profile: code, version: target.version, reason });
      if (answer.ok) moved++;
    }
    setMoving(false);
    shell.say(t('effect.moved', { count: moved, all: chosen.length, number: target.number }));
  };
  return (
    <div style={{ padding: '0.75rem 1rem' }}>
      <Form
        onSubmit={() => void send()}
        busy={moving}
        label={t('effect.moveChosen', { count: chosen.length })}
        actions={
          <Button type="submit" disabled={!ready} loading={moving}>
            {t('effect.moveChosen', { count: chosen.length })}
          </Button>
        }
      >
        <TextField label={t('action.reason')} value={reason} onChange={setReason} maxLength={200} required width="30rem" />
        <RefusalNote refusal={move.refusal} />
      </Form>
    </div>
  );
}
