import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { unit } from '../../shared/unit/contract';
import { useWords } from '../i18n/useWords';
import { Doorway } from '../shell';
import { useCommand } from '../station';
import { Form } from '../widgets/Form';
import { RefusalNote } from '../widgets/RefusalNote';
import { AdministratorStep } from './AdministratorStep';
import styles from './FirstRun.module.css';
import { type AdministratorRole, emptyFirstRun, type FirstRunDraft, type FirstRunStep, firstRunSteps, stepIsDone } from './first-run';
import { ReviewStep } from './ReviewStep';
import { StationStep } from './StationStep';
import { WhyThreeStep } from './WhyThreeStep';

/** First run: names the unit and the station, and makes the three separated administrators. Enter leads from step to step. */
export function FirstRun() {
  const t = useWords('unit');
  const found = useCommand(unit.found);
  const [draft, setDraft] = useState<FirstRunDraft>(emptyFirstRun);
  const [step, setStep] = useState<FirstRunStep>('station');
  const [tried, setTried] = useState(false);
  const content = useRef<HTMLDivElement>(null);
  const at = firstRunSteps.indexOf(step);
  const change = (fields: Partial<FirstRunDraft>) => setDraft((before) => ({ ...before, ...fields }));

  // Each step begins in its first field; one without fields at its button.
  useEffect(() => {
    const box = content.current;
    (box?.querySelector<HTMLElement>('input, select') ?? box?.querySelector<HTMLElement>('button[type=submit]'))?.focus();
  }, [step]);

  const goTo = (next: FirstRunStep | undefined) => {
    if (!next) return;
    setTried(false);
    found.clear();
    setStep(next);
  };
  const toFirstFault = () => requestAnimationFrame(() => content.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  const forward = async () => {
    setTried(true);
    if (!stepIsDone(draft, step)) {
      toFirstFault();
      return;
    }
    if (step !== 'review') {
      goTo(firstRunSteps[at + 1]);
      return;
    }
    const person = (role: AdministratorRole) => ({ name: draft[role].name, login: draft[role].login, password: draft[role].password });
    const answer = await found.send({
      unit: draft.unit,
      letter: draft.letter,
      zone: draft.zone,
      sysAdmin: person('sysAdmin'),
      secAdmin: person('secAdmin'),
      auditAdmin: person('auditAdmin'),
    });
    // The push about the unit opens the sign-in; passwords do not stay in memory.
    if (answer.ok) setDraft(emptyFirstRun);
  };

  const bodies: Record<FirstRunStep, () => ReactNode> = {
    station: () => <StationStep draft={draft} change={change} tried={tried} />,
    why: () => <WhyThreeStep />,
    sysAdmin: () => <AdministratorStep key="sysAdmin" administrator="sysAdmin" draft={draft} change={change} tried={tried} />,
    secAdmin: () => <AdministratorStep key="secAdmin" administrator="secAdmin" draft={draft} change={change} tried={tried} />,
    auditAdmin: () => <AdministratorStep key="auditAdmin" administrator="auditAdmin" draft={draft} change={change} tried={tried} />,
    review: () => <ReviewStep draft={draft} goTo={goTo} />,
  };
  const names: Record<FirstRunStep, string> = {
    station: t('firstRun.station.title'),
    why: t('firstRun.why.title'),
    sysAdmin: t('common:roles.sysAdmin'),
    secAdmin: t('common:roles.secAdmin'),
    auditAdmin: t('common:roles.auditAdmin'),
    review: t('firstRun.review.title'),
  };

  return (
    <Doorway wide>
      <div className={styles.wizard}>
        <nav className={styles.steps} aria-label={t('firstRun.steps')}>
          <h1 className={styles.title}>{t('firstRun.title')}</h1>
          <ol className={styles.list}>
            {firstRunSteps.map((one, index) => (
              <li key={one} className={styles.step} aria-current={one === step ? 'step' : undefined} data-done={index < at || undefined}>
                <span className={styles.number}>{index < at ? <IconCheck size="1rem" stroke={2.2} aria-hidden /> : index + 1}</span>
                {names[one]}
              </li>
            ))}
          </ol>
        </nav>
        <div className={styles.content} ref={content}>
          <p className={styles.count}>{t('firstRun.step', { n: at + 1, total: firstRunSteps.length })}</p>
          <h2 className={styles.heading}>{names[step]}</h2>
          <Form
            onSubmit={() => void forward()}
            busy={found.busy}
            label={names[step]}
            actions={
              <>
                <Button type="submit" size="md" loading={found.busy}>
                  {t(step === 'review' ? 'firstRun.found' : 'firstRun.next')}
                </Button>
                {at > 0 && (
                  <Button size="md" variant="default" disabled={found.busy} onClick={() => goTo(firstRunSteps[at - 1])}>
                    {t('firstRun.back')}
                  </Button>
                )}
              </>
            }
          >
            {bodies[step]()}
            <RefusalNote refusal={found.refusal} />
          </Form>
        </div>
      </div>
    </Doorway>
  );
}
