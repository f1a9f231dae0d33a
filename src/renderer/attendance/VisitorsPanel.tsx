import { Button } from '@mantine/core';
import { attendance, type ShiftOnDuty } from '../../shared/attendance/contract';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './ShiftPage.module.css';

/** Who came in this shift and who is still inside. */
export function VisitorsPanel({ visitors }: Pick<ShiftOnDuty, 'visitors'>) {
  const t = useWords('attendance');
  const shell = useShell();
  const may = useMay(attendance.visitorLeft);
  const leave = useCommand(attendance.visitorLeft);
  const voidVisit = useCommand(attendance.voidVisitor);
  const inside = visitors.filter(({ leftAt, voided }) => leftAt === undefined && !voided).length;

  const letOut = async (id: string, name: string) => {
    const answer = await leave.send({ id });
    if (answer.ok) shell.say(t('visitors.leftDone', { name }));
  };
  const voidOf = async (id: string, reason: string) => {
    const answer = await voidVisit.send({ id, reason });
    if (answer.ok) shell.say(t('records.voidDone'));
    return answer.ok;
  };
  return (
    <Panel title={t('visitors.title')} aside={inside > 0 && <StatusTag>{t('visitors.inside', { n: inside })}</StatusTag>} flush>
      {visitors.length === 0 && <p className={styles.none}>{t('visitors.none')}</p>}
      <ul className={styles.list} data-narrow>
        {visitors.toReversed().map(({ id, name, unit, purpose, visits, badge, arrivedAt, leftAt, badgeReturned, voided }) => (
          <li key={id} className={styles.line} data-voided={voided !== undefined || undefined}>
            <div className={styles.when}>
              <ZoneTime at={arrivedAt} />
            </div>
            <div className={styles.said}>
              <div className={styles.what}>
                <span>{name}</span>
                {unit !== '' && <span className={styles.quiet}>{unit}</span>}
              </div>
              <div className={styles.quiet}>
                {[purpose, visits?.name, badge, leftAt !== undefined && t('visitors.left', { at: leftAt })].filter(Boolean).join(' · ')}
              </div>
              {badgeReturned === false && <StatusTag urgency="amber">{t('visitors.badgeKept')}</StatusTag>}
              {voided && <div className={styles.quiet}>{t('visitors.voided', { reason: voided.reason })}</div>}
            </div>
            {may && leftAt === undefined && !voided && (
              <div>
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={leave.busy}
                  onClick={() => void letOut(id, name)}
                  aria-label={`${t('visitors.leave')} ${name}`}
                >
                  {t('visitors.leave')}
                </Button>
              </div>
            )}
            {may && !voided && (
              <ConfirmInline
                label={t('visitors.void')}
                question={t('visitors.voidQuestion', { name })}
                reasonLabel={t('common:reason')}
                busy={voidVisit.busy}
                onConfirm={(reason) => voidOf(id, reason)}
              />
            )}
          </li>
        ))}
      </ul>
      {(leave.refusal ?? voidVisit.refusal) && (
        <div className={styles.refusal}>
          <RefusalNote refusal={leave.refusal ?? voidVisit.refusal} />
        </div>
      )}
    </Panel>
  );
}
