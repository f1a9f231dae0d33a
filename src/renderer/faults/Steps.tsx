import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { faults } from '../../shared/faults/contract';
import type { FaultRecord } from '../../shared/faults/record';
import { type FaultVerb, nextStep } from '../../shared/faults/states';
import type { Role } from '../../shared/roles';
import { useWords } from '../i18n/useWords';
import { useScreenKeys } from '../shell';
import { holdsRole, useOfficer } from '../station';
import { KeyHint } from '../widgets/KeyHint';
import { BeforeClosing } from './BeforeClosing';
import styles from './FaultPanel.module.css';
import { StepForm } from './StepForm';
import { furtherSteps, otherSteps } from './steps';
import type { NamedProfile } from './useProfile';

export interface StepsProps {
  fault: FaultRecord;
  named: NamedProfile;
  call: number;
  chosen: FaultVerb | undefined;
  onChoose: (verb: FaultVerb | undefined) => void;
}

/** What is told on the phone and is not the step proposed: that somebody is on the way, that it waits. */
const stepKeys: Partial<Record<FaultVerb, string>> = { wait: 'Alt+W', depart: 'Alt+D' };

/** The step that is shown: the one chosen, else the one proposed, as far as the officer may take it and the state lets it. */
export function useShownStep(fault: FaultRecord | undefined, named: NamedProfile, wanted: FaultVerb | undefined) {
  const officer = useOfficer();
  if (!fault) return { chosen: undefined, shown: undefined, others: [], further: [] };
  const may = (verb: FaultVerb) => holdsRole(officer, faults[verb].roles as readonly Role[]);
  const proposed = nextStep(fault.state);
  const movable = named.inUse.some(({ version }) => version !== fault.profileVersion?.version);
  const others = otherSteps(fault.state).filter(may);
  const further = furtherSteps(fault, named.profile, movable).filter(may);
  const chosen = wanted !== undefined && [...others, ...further].includes(wanted) ? wanted : undefined;
  return { chosen, shown: chosen ?? (proposed && may(proposed) ? proposed : undefined), others, further };
}

/** The proposed step with its form, the other steps on the way as buttons, and the rest under «more»; chosen, a form takes its place. */
export function Steps({ fault, named, call, chosen: wanted, onChoose }: StepsProps) {
  const t = useWords('faults');
  const { chosen, shown, others, further } = useShownStep(fault, named, wanted);
  const [more, setMore] = useState(false);
  const box = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const owed =
    fault.guide.filter(({ standing }) => standing === 'open').length + fault.breaches.filter(({ breachCause }) => !breachCause).length;

  // The keyboard stays with the steps: whoever takes one with Enter takes the next with Enter. It is never taken away from elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever another step is shown or called for
  useEffect(() => {
    const active = document.activeElement;
    const free = !active || active === document.body || active.tagName === 'ASIDE';
    if (!free && !call) return;
    box.current
      ?.querySelector<HTMLElement>('input:checked, input:not([type=radio]):not([type=file]), textarea, select, button[type=submit]')
      ?.focus();
  }, [shown, fault.state, call, owed]);

  useEffect(() => {
    if (more) list.current?.querySelector<HTMLElement>('button')?.focus();
  }, [more]);
  const choose = (verb: FaultVerb) => {
    setMore(false);
    onChoose(verb);
  };
  const keyed = others.flatMap((verb) => (stepKeys[verb] && verb !== chosen ? [{ verb, key: stepKeys[verb] }] : []));
  useScreenKeys(keyed.map(({ verb, key }) => ({ key, label: t(`verb.${verb}`), run: () => choose(verb) })));
  useScreenKeys(further.length > 0 ? [{ key: 'Alt+M', label: t('more.key'), run: () => setMore((before) => !before) }] : []);

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step !== undefined && at >= 0) {
      event.preventDefault();
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setMore(false);
    }
  };
  const button = (verb: FaultVerb) => (
    <Button
      key={verb}
      size="compact-sm"
      variant="default"
      onClick={() => choose(verb)}
      rightSection={stepKeys[verb] && <KeyHint keys={stepKeys[verb]} />}
    >
      {t(`verb.${verb}`)}
    </Button>
  );

  return (
    <section ref={box} className={styles.next} aria-label={t('panel.next')}>
      {shown === 'close' && <BeforeClosing fault={fault} named={named} />}
      {shown ? (
        <>
          <h3 className={styles.heading}>{chosen ? t(`verb.${chosen}`) : `${t('panel.next')} · ${t(`verb.${shown}`)}`}</h3>
          <StepForm
            key={`${shown} ${fault.state}`}
            fault={fault}
            named={named}
            verb={shown}
            startHere={chosen !== undefined}
            onDone={() => onChoose(undefined)}
            {...(chosen ? { onCancel: () => onChoose(undefined) } : {})}
          />
        </>
      ) : (
        nextStep(fault.state) === undefined && <div className={styles.who}>{t('panel.finished')}</div>
      )}
      <div className={styles.others}>
        {others.filter((verb) => verb !== chosen).map(button)}
        {further.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={more}
            onClick={() => setMore(!more)}
            rightSection={<KeyHint keys="Alt+M" />}
          >
            {t(more ? 'more.close' : 'more.open')}
          </Button>
        )}
      </div>
      {more && (
        // Arrows move between the buttons inside.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div ref={list} className={styles.more} onKeyDown={onKeyDown}>
          {further.filter((verb) => verb !== chosen).map(button)}
        </div>
      )}
    </section>
  );
}
