import { Button } from '@mantine/core';
import { useRef } from 'react';
import { attendance } from '../../shared/attendance/contract';
import { DutyRecordCard, FigureGrid, openDutyRecord } from '../duty-record';
import { useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useMay, useOfficer, useStation } from '../station';
import { KeyHint } from '../widgets/KeyHint';
import { Page } from '../widgets/Page';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { CheckInBox, type CheckInBoxHandle } from './CheckInBox';
import { openLeave, openSpotCheck, openVisitor } from './open';
import { PeoplePanel } from './PeoplePanel';
import { RecordsPanel } from './RecordsPanel';
import { ShiftHead } from './ShiftHead';
import styles from './ShiftPage.module.css';
import { useShift } from './useShift';
import { VisitorsPanel } from './VisitorsPanel';

/** The shift of now: whose watch it is, how long still, who is at the post. */
export function ShiftPage() {
  const t = useWords('attendance');
  const shell = useShell();
  const officer = useOfficer();
  const { data: duty, refusal, stale, since, now } = useShift();
  const figures = useStation(attendance.figures, {});
  const back = useCommand(attendance.returnToPost);
  const mayVisitors = useMay(attendance.visitorArrived);
  const mayCheck = useMay(attendance.spotCheck);
  const checkIn = useRef<CheckInBoxHandle>(null);
  const own = duty?.people.find(({ login }) => login === officer.login);

  const leaveOrReturn = () => {
    if (!duty || !own?.checkedIn || own.checkedOutAt !== undefined) return;
    if (!own.away) {
      openLeave(shell, duty, own);
      return;
    }
    void back.send({ shift: duty.shift.key, person: own.person }).then((answer) => {
      if (answer.ok) shell.say(t('leave.returned', { name: own.person.name }));
    });
  };
  useScreenKeys([
    { key: 'Alt+K', label: t('keys.checkIn'), run: () => checkIn.current?.focus(), inBar: true },
    { key: 'Alt+L', label: t('keys.leave'), run: leaveOrReturn, inBar: true },
    ...(mayCheck ? [{ key: 'Alt+C', label: t('keys.spotCheck'), run: () => duty && openSpotCheck(shell, duty) }] : []),
    ...(mayVisitors ? [{ key: 'Alt+V', label: t('keys.visitor'), run: () => openVisitor(shell) }] : []),
    {
      key: 'Alt+J',
      label: t('keys.record'),
      run: () => duty && openDutyRecord(shell, { shift: duty.shift.key, account: officer.id, name: officer.name }),
    },
  ]);

  return (
    <Page
      title={t('page.title')}
      now={t('page.now')}
      actions={
        <>
          <StaleMark stale={stale} since={since} />
          {mayVisitors && (
            <Button variant="default" onClick={() => openVisitor(shell)} rightSection={<KeyHint keys="Alt+V" />}>
              {t('visitors.arrive')}
            </Button>
          )}
          {mayCheck && (
            <Button
              variant="default"
              disabled={!duty}
              onClick={() => duty && openSpotCheck(shell, duty)}
              rightSection={<KeyHint keys="Alt+C" />}
            >
              {t('spotCheck.title')}
            </Button>
          )}
        </>
      }
    >
      <RefusalNote refusal={refusal ?? back.refusal} />
      {duty && (
        <div className={styles.page}>
          <ShiftHead duty={duty} now={now} />
          <div className={styles.columns}>
            <div className={styles.column}>
              <PeoplePanel duty={duty} now={now} />
              <Panel title={t('figures.title')}>
                <div className={styles.figures}>{figures.data && <FigureGrid figures={figures.data} />}</div>
              </Panel>
              <RecordsPanel duty={duty} />
            </div>
            <div className={styles.column}>
              <CheckInBox duty={duty} ref={checkIn} />
              <DutyRecordCard shift={duty.shift.key} />
              <VisitorsPanel visitors={duty.visitors} />
            </div>
          </div>
        </div>
      )}
    </Page>
  );
}
