import { TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFlame, IconHelpCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { SystemState } from '../../shared/handover/content';
import { handover } from '../../shared/handover/contract';
import type { ShiftFigure } from '../../shared/handover/item';
import { useWords } from '../i18n/useWords';
import { useCommand } from '../station';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag, type Urgency } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './HandoverPage.module.css';
import { useLayoutWord } from './layout';

const urgency: Record<SystemState['state'], Urgency> = { good: 'plain', notice: 'amber', bad: 'red', unknown: 'stale' };
const icons = { good: IconCircleCheck, notice: IconAlertTriangle, bad: IconFlame, unknown: IconHelpCircle };

/** State of the systems at the change of shift; what has no record is grey, never good. */
export function SystemsPanel({ shift, systems, frozen }: { shift: string; systems: readonly SystemState[]; frozen: boolean }) {
  const t = useWords('handover');
  const word = useLayoutWord();
  const note = useCommand(handover.note);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const send = async (system: SystemState) => {
    const remark = typed[system.key]?.trim();
    if (remark === undefined || remark === system.remark) return;
    const answer = await note.send({ shift, systems: [{ key: system.key, remark }] });
    if (answer.ok) setTyped(({ [system.key]: _, ...others }) => others);
  };
  if (systems.length === 0) return null;
  return (
    <Panel title={t('systems.title')} flush>
      <ul className={styles.systems}>
        {systems.map((system) => {
          const name = word('system', system.key);
          return (
            <li key={system.key} className={styles.system}>
              <span>{name}</span>
              <span>
                <StatusTag urgency={urgency[system.state]} icon={icons[system.state]}>
                  {word('systemState', system.state)}
                </StatusTag>
              </span>
              <span className={styles.quiet}>
                {system.value !== undefined && t('systems.entries', { n: system.value })}
                {system.at !== undefined && <ZoneTime at={system.at} relative={!frozen} />}
                {system.at === undefined && system.value === undefined && t('systems.never')}
              </span>
              {frozen ? (
                system.remark && <span className={styles.remark}>{system.remark}</span>
              ) : (
                <TextInput
                  className={styles.remark}
                  size="xs"
                  aria-label={t('systems.remark', { name })}
                  placeholder={t('systems.remark', { name })}
                  maxLength={400}
                  autoComplete="off"
                  value={typed[system.key] ?? system.remark}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    setTyped((before) => ({ ...before, [system.key]: value }));
                  }}
                  onBlur={() => void send(system)}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' && !event.nativeEvent.isComposing) void send(system);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
      <RefusalNote refusal={note.refusal} />
    </Panel>
  );
}

/** What happened in the shift, as numbers. */
export function FiguresPanel({ figures }: { figures: readonly ShiftFigure[] }) {
  const t = useWords('handover');
  const word = useLayoutWord();
  if (figures.length === 0) return null;
  return (
    <Panel title={t('figures.title')}>
      <dl className={styles.figures}>
        {figures.map(({ key, value }) => (
          <div key={key} className={styles.figure} data-none={value === 0 || undefined}>
            <dt>{word('figure', key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
