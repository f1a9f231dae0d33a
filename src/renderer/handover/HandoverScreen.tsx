import { Button } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { IconFlame, IconHistory } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type HandoverView, handover } from '../../shared/handover/contract';
import type { HandedItem } from '../../shared/handover/content';
import { useNow } from '../clock';
import { openLogEntry } from '../duty-log';
import { openFault } from '../faults';
import { useWords } from '../i18n/useWords';
import { openMatter } from '../matters';
import { openDuty } from '../periodic-duties';
import { openWork } from '../planned-work';
import { openWarning } from '../warnings';
import { openReport } from '../reports';
import { openRequest } from '../service-requests';
import { useScreenKeys, useShell } from '../shell';
import { useAsk, useMay, usePapers, useStation } from '../station';
import { Notice } from '../widgets/Notice';
import { Page } from '../widgets/Page';
import { StaleMark } from '../widgets/StaleMark';
import { AttentionPanel } from './AttentionPanel';
import { CorrectionsPanel } from './CorrectionsPanel';
import { CountPanel } from './CountPanel';
import { onHandoverAsked } from './handover-call';
import styles from './HandoverPage.module.css';
import { ItemList } from './ItemList';
import { changesOf, type ItemChanges } from './item-groups';
import { MorePanel } from './MorePanel';
import { NowLine } from './NowLine';
import { PaperActions } from './PaperActions';
import { RecordPanel } from './RecordPanel';
import { SealedPanel } from './SealedPanel';
import { SignBox } from './SignBox';
import { SignedPanel } from './SignedPanel';
import { FiguresPanel, SystemsPanel } from './StatePanels';
import { useAnswers } from './useAnswers';
import { paperRoute, usePaper } from './usePaper';
import type { SigningStep } from './useSigning';
import { VersionsPanel } from './VersionsPanel';

export interface HandoverScreenProps {
  view: HandoverView;
  stale: boolean;
  since: number;
  /** Opened from the list of past ones. */
  past: boolean;
  /** To the shift whose handover is due now. */
  onPresent: () => void;
}

/** Opens the record that an item speaks of, by the beginning of its key. */
const openers: Readonly<Record<string, typeof openFault>> = {
  fault: openFault,
  entry: openLogEntry,
  matter: openMatter,
  plannedWork: openWork,
  serviceRequest: openRequest,
  periodicDuty: openDuty,
  report: openReport,
  warning: openWarning,
  taskOrder: openWarning,
};

/** Below this width, px, everything stands in one column. */
const narrow = 832;

/** One handover: items at the left, everything else and the three signatures at the right. The keyboard goes to what is next. */
export function HandoverScreen({ view, stale, since, past, onPresent }: HandoverScreenProps) {
  const t = useWords('handover');
  const shell = useShell();
  const ask = useAsk();
  const papers = usePapers();
  const mayTakePart = useMay(handover.note);
  const due = useStation(handover.due, {}).data;
  const now = useNow(30_000);
  const { shift, version, phase, content } = view;
  const frozen = phase !== 'draft';
  const taking = phase === 'outgoingSigned' && mayTakePart && version !== undefined;
  const answers = useAnswers(shift.key, version);
  const open = content.items.filter((item) => item.kind !== 'sealed' && (!version || answers.isOpen(item.key))).length;
  const paper = usePaper(view);

  // What the outgoing officer has looked at: what comes later is marked until the signature.
  const [looked] = useState<readonly HandedItem[]>(content.items);
  const [overtaken, setOvertaken] = useState(false);
  const changes = useMemo<ItemChanges | undefined>(
    () => (frozen ? undefined : changesOf(looked, content.items)),
    [frozen, looked, content.items],
  );

  const page = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const screen = useMergedRef(page, measured);
  const list = useRef<{ focus: () => void }>(null);
  const attention = useRef<{ flush: () => Promise<boolean> }>(null);
  const [chosen, setChosen] = useState<string>();
  const toPassword = useCallback(() => page.current?.querySelector<HTMLInputElement>('[data-place-password] input')?.focus(), []);
  const goOn = useCallback(() => {
    const settle = page.current?.querySelector<HTMLElement>('[data-place="settle"]');
    const count = phase === 'draft' ? page.current?.querySelector<HTMLElement>('[data-place="count"]') : null;
    if (settle) settle.focus();
    else if (count) count.focus();
    else if (phase === 'outgoingSigned' && list.current) list.current.focus();
    else if (page.current?.querySelector('[data-place-password]')) toPassword();
    else list.current?.focus();
  }, [phase, toPassword]);
  // The keyboard follows the course of the handover, unless it is needed elsewhere.
  const allAnswered = taking && open === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: also when the last answer opens the signature
  useEffect(() => {
    const active = document.activeElement;
    if (!active || active === document.body || page.current?.contains(active)) goOn();
  }, [goOn, allAnswered]);
  useEffect(() => onHandoverAsked(() => (phase === 'complete' ? onPresent() : goOn())), [goOn, phase, onPresent]);
  useScreenKeys([{ key: 'Alt+P', label: t('keys.past'), run: () => shell.go('/handover/list') }]);
  // The paper is wanted two seconds after the third signature: what prints it is ready before.
  useEffect(() => {
    if (frozen && phase !== 'complete') void papers.prepare(paperRoute(shift.key));
    // Once for each handover: a second time it would stand in the way of the real print.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [frozen, papers, shift.key]);

  /** Puts on record what was typed last, and looks once more: nobody signs what they have not seen. */
  const beforeOutgoing = async () => {
    setOvertaken(false);
    if ((await attention.current?.flush()) === false) return undefined;
    const latest = await ask(handover.one, { shift: shift.key }).catch(() => undefined);
    if (!latest) return view.seen;
    const differs = changesOf(content.items, latest.content.items);
    if (differs.added.length + differs.changed.length + differs.gone === 0) return latest.seen;
    setOvertaken(true);
    return undefined;
  };
  const onSigned = (step: SigningStep, name: string) => {
    setOvertaken(false);
    if (step === 'leader') void paper.make().then((made) => shell.say(t(made ? 'sign.done.leader' : 'sign.done.leaderNoPaper')));
    else shell.say(t(`sign.done.${step}`, { name }));
  };
  const openItem = (item: HandedItem) => {
    if (!item.subject) return;
    const record = { id: item.subject, number: item.number };
    // The key says whose record it is, the kind only under which heading it stands.
    const opener = openers[item.key.slice(0, item.key.indexOf(':'))];
    opener?.(shell, record);
  };

  const otherDue = due && due.key !== shift.key ? due : undefined;
  const risk = content.items.filter(({ highRisk }) => highRisk).length;
  const corrected = useMemo(() => new Set(version?.corrections.map(({ item }) => item)), [version]);
  // Nobody came: who to call and what was done about it is in sight, behind what the keyboard is at.
  const pressing = now >= shift.end && (phase === 'draft' || phase === 'outgoingSigned');
  const around = (
    <>
      <MorePanel view={view} item={chosen} />
      <RecordPanel view={view} />
    </>
  );
  const brokenOnes = [...(version ? [version] : []), ...view.others].filter(({ intact }) => !intact);

  return (
    <Page
      title={t('shiftTitle', { date: shift.date, name: shift.name })}
      now={<NowLine view={view} open={open} />}
      fill
      actions={
        <>
          <StaleMark stale={stale} since={since} />
          {otherDue && (
            <Button variant="default" onClick={() => shell.go(`/handover/${otherDue.key}`)}>
              {t('now.otherDue', { date: otherDue.key.slice(5, 10), name: otherDue.name })}
            </Button>
          )}
          {past ? (
            <Button variant="default" onClick={() => shell.go('/handover')}>
              {t('now.present')}
            </Button>
          ) : (
            phase === 'complete' && (
              <Button variant="default" onClick={onPresent}>
                {t('now.present')}
              </Button>
            )
          )}
          <Button variant="default" leftSection={<IconHistory size="1.15rem" aria-hidden />} onClick={() => shell.go('/handover/list')}>
            {t('keys.past')}
          </Button>
        </>
      }
    >
      <div ref={screen} className={styles.screen} data-stale={stale || undefined} data-narrow={(width > 0 && width < narrow) || undefined}>
        {(brokenOnes.length > 0 || view.others.length > 0) && (
          <div className={styles.banners}>
            {brokenOnes.length > 0 && (
              <Notice urgency="red" icon={IconFlame} title={t('signed.broken', { date: shift.date, name: shift.name })}>
                {t('signed.brokenBody')}
              </Notice>
            )}
            <VersionsPanel view={view} />
          </div>
        )}
        <div className={styles.columns}>
          <div className={styles.left}>
            <div className={styles.leftHead}>
              <h2 className={styles.heading}>{t('items.title')}</h2>
              <span className={styles.quiet}>
                {taking
                  ? t('items.progress', {
                      done: content.items.filter(({ kind }) => kind !== 'sealed').length - open,
                      all: content.items.filter(({ kind }) => kind !== 'sealed').length,
                    })
                  : t('items.count', { n: content.items.length, risk })}
              </span>
              <span className={styles.hint}>
                {frozen && !taking
                  ? t(version?.intact === false ? 'signed.altered' : 'signed.frozen', { at: content.at })
                  : t(taking ? 'items.keysTaking' : 'items.keysRead')}
              </span>
            </div>
            <ItemList
              ref={list}
              items={content.items}
              sealedCount={frozen ? content.items.filter(({ kind }) => kind === 'sealed').length : view.sealedCount}
              now={frozen && !taking ? content.at : now}
              taking={taking && version ? { answers, version: version.id, onDone: toPassword } : undefined}
              answered={version ? answers.of : undefined}
              changes={changes}
              corrected={corrected}
              onChoose={setChosen}
              onOpen={openItem}
            />
          </div>
          <div className={styles.right}>
            <div className={styles.scroll}>
              {pressing && phase === 'outgoingSigned' && around}
              <CountPanel shift={shift.key} counts={content.counts} frozen={frozen || !mayTakePart} onDone={goOn} />
              {pressing && phase === 'draft' && around}
              <AttentionPanel
                ref={attention}
                shift={shift.key}
                attention={content.attention}
                frozen={frozen || !mayTakePart}
                onDone={toPassword}
              />
              {version && frozen && <CorrectionsPanel version={version} />}
              {!pressing && <RecordPanel view={view} />}
              <FiguresPanel figures={content.figures} />
              <SystemsPanel shift={shift.key} systems={content.systems} frozen={frozen || !mayTakePart} />
              <SealedPanel sealed={view.sealed} />
              {version && frozen && <SignedPanel version={version} />}
              {!pressing && <MorePanel view={view} item={chosen} />}
            </div>
            {phase === 'complete' || phase === 'takenOver' ? <PaperActions paper={paper} /> : null}
            {mayTakePart && (
              <SignBox
                view={view}
                open={open}
                beforeOutgoing={beforeOutgoing}
                onSigned={onSigned}
                notice={
                  overtaken &&
                  changes && (
                    <Notice urgency="amber" actions={undefined}>
                      {t('sign.changed', { added: changes.added.length, changed: changes.changed.length, gone: changes.gone })}
                    </Notice>
                  )
                }
              />
            )}
          </div>
        </div>
      </div>
    </Page>
  );
}
