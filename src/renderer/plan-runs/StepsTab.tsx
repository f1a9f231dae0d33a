import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord, RunStep } from '../../shared/plan-runs/record';
import { useAnyWord, useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { describeRefusal, useMay, useOfficer, useTell } from '../station';
import { EmptyState } from '../widgets/EmptyState';
import { KeyHint } from '../widgets/KeyHint';
import { openRunForm } from './open-forms';
import { openStep } from './open-step';
import styles from './Steps.module.css';
import { StepRow } from './StepRow';
import { isSettledRow, passes, postsOfOwnGroups, type StepFilter, stepFilters } from './step-filter';

interface Kept {
  filter: StepFilter;
  chosen: string | undefined;
}
// Outlives the tab: whoever looks at people and comes back finds the list as it was.
const kept = new Map<string, Kept>();

/** The steps of a run by phase, worked through by keyboard: one key ticks, one takes it back. */
export function StepsTab({ run }: { run: RunRecord }) {
  const t = useWords('planRuns');
  const word = useAnyWord();
  const language = useLanguage();
  const shell = useShell();
  const officer = useOfficer();
  const tell = useTell();
  const mayLead = useMay(planRuns.addStep);
  const own = postsOfOwnGroups(run, officer);
  const [filter, setFilter] = useState<StepFilter>(kept.get(run.id)?.filter ?? (run.stepList.some(({ mine }) => mine) ? 'mine' : 'open'));
  const [chosen, setChosen] = useState(kept.get(run.id)?.chosen);
  const [ticked, setTicked] = useState<{ code: string; what: string }>();
  // The key that takes back is bound before the tick is painted: whoever is quick is heard.
  const lastTicked = useRef(ticked);
  const [sending, setSending] = useState<ReadonlySet<string>>(new Set());
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    kept.set(run.id, { filter, chosen });
  }, [run.id, filter, chosen]);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);

  const shown = run.stepList.filter((step) => passes(step, filter, own));
  const at = shown.findIndex(({ code }) => code === chosen);
  const step = shown[at] ?? shown[0];
  const counts = Object.fromEntries(stepFilters.map((one) => [one, run.stepList.filter((each) => passes(each, one, own)).length]));
  const rowId = (code: string) => `step-${code}`;

  const choose = (index: number) => {
    const next = shown[Math.min(Math.max(0, index), shown.length - 1)];
    if (!next) return;
    setChosen(next.code);
    document.getElementById(rowId(next.code))?.scrollIntoView?.({ block: 'nearest' });
  };
  /** What stands after it, so that the list may shrink under the chosen one. */
  const goOn = (from: RunStep) => {
    const index = shown.indexOf(from);
    const next = shown.slice(index + 1).find((one) => !isSettledRow(one)) ?? shown[index + 1] ?? shown[index - 1];
    if (next) setChosen(next.code);
  };
  const tick = async (one: RunStep) => {
    if (isSettledRow(one) && one.sides.length === 0) return openStep(shell, run, one.code);
    if (one.evidence.length > 0 || one.sides.length > 0) return openStep(shell, run, one.code, one.sides.length > 0 ? undefined : 'done');
    if (sending.has(one.code)) return;
    setSending((before) => new Set(before).add(one.code));
    goOn(one);
    const answer = await tell(planRuns.stepDone, { id: run.id, step: one.code, note: '', evidence: [] });
    setSending((before) => new Set([...before].filter((code) => code !== one.code)));
    if (answer.ok) {
      lastTicked.current = { code: one.code, what: one.what[language] };
      setTicked(lastTicked.current);
    } else shell.say(describeRefusal(word, { ...answer.refusal, procedure: planRuns.stepDone.name }));
  };
  const undo = async () => {
    const last = lastTicked.current;
    if (!last) return;
    const answer = await tell(planRuns.reopenStep, { id: run.id, step: last.code, reason: t('step.undoReason') });
    if (answer.ok) {
      setChosen(last.code);
      lastTicked.current = undefined;
      setTicked(undefined);
      shell.say(t('step.undone'));
    } else shell.say(describeRefusal(word, { ...answer.refusal, procedure: planRuns.reopenStep.name }));
  };
  const running = run.state === 'running' || run.state === 'ended';
  const withForm = (form: Parameters<typeof openStep>[3]) => () => step && openStep(shell, run, step.code, form);
  useScreenKeys([
    ...stepFilters.map((one, index) => ({
      key: String(index + 1),
      label: t('keys.filter', { filter: t(`filter.${one}`) }),
      run: () => setFilter(one),
    })),
    ...(running
      ? [
          { key: 'N', label: t('keys.notApplicable'), run: withForm('notApplicable') },
          { key: 'K', label: t('keys.skip'), run: withForm('skipped') },
          { key: 'F', label: t('keys.fail'), run: withForm('failed') },
          ...(step?.checks ? [{ key: 'B', label: t('keys.badPoint'), run: withForm('badPoint') }] : []),
          { key: 'U', label: t('keys.undo'), run: () => void undo() },
          ...(mayLead
            ? [
                { key: 'M', label: t('keys.moveDue'), run: withForm('moveDue') },
                { key: 'A', label: t('keys.addStep'), run: () => openRunForm(shell, run, 'addStep') },
              ]
            : []),
        ]
      : []),
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== box.current || event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    const from = Math.max(0, at);
    const moves: Record<string, number> = {
      ArrowDown: at < 0 && step ? 1 : from + 1,
      ArrowUp: from - 1,
      PageDown: from + 10,
      PageUp: from - 10,
      Home: 0,
      End: shown.length - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      choose(next);
    } else if (event.key === ' ' && step && running && !event.repeat) {
      event.preventDefault();
      void tick(step);
    } else if (event.key === 'Enter' && step) {
      event.preventDefault();
      openStep(shell, run, step.code);
    }
  };

  return (
    <div className={styles.tab}>
      <div className={styles.filters}>
        {stepFilters.map((one, index) => (
          <button key={one} type="button" className={styles.filter} aria-pressed={filter === one} onClick={() => setFilter(one)}>
            <KeyHint keys={String(index + 1)} />
            {t(`filter.${one}`)}
            <span className={styles.count} data-red={(one === 'overdue' && counts[one] !== 0) || undefined}>
              {counts[one]}
            </span>
          </button>
        ))}
        <span className={styles.legend}>
          <KeyHint keys={t('step.spaceKey')} /> {t('step.tickHint')}
          <KeyHint keys="Enter" /> {t('step.openHint')}
        </span>
      </div>
      <div
        ref={box}
        className={styles.list}
        role="grid"
        tabIndex={0}
        aria-label={t('tab.steps')}
        aria-rowcount={shown.length}
        aria-activedescendant={step ? rowId(step.code) : undefined}
        onKeyDown={onKeyDown}
      >
        {shown.length === 0 && <EmptyState title={t('step.none')}>{t('step.noneHint')}</EmptyState>}
        {run.phases.map((phase) => {
          const rows = shown.filter((one) => one.phase === phase.code);
          if (rows.length === 0) return null;
          return (
            <div key={phase.code} role="rowgroup" aria-label={phase.name[language]}>
              <div className={styles.phase}>
                <strong>{phase.name[language]}</strong>
                <span>{t('list.progress', { settled: phase.settled, steps: phase.steps })}</span>
                {phase.closedAt !== undefined && <span>{t('phase.closedAt', { at: phase.closedAt })}</span>}
              </div>
              {rows.map((one) => (
                <StepRow
                  key={one.code}
                  id={rowId(one.code)}
                  step={one}
                  post={run.posts.find(({ code }) => code === one.who)?.name[language] ?? one.who}
                  chosen={one === step}
                  busy={sending.has(one.code)}
                  language={language}
                  onChoose={(code) => {
                    setChosen(code);
                    box.current?.focus({ preventScroll: true });
                  }}
                  onTick={(code) => {
                    const meant = run.stepList.find((each) => each.code === code);
                    if (meant && running) void tick(meant);
                  }}
                  onOpen={(code) => openStep(shell, run, code)}
                />
              ))}
            </div>
          );
        })}
      </div>
      {ticked && (
        <div className={styles.undo} role="status">
          <span className={styles.undoWhat}>{t('step.ticked', { what: ticked.what })}</span>
          <button type="button" className={styles.undoButton} onClick={() => void undo()}>
            <KeyHint keys="U" />
            {t('keys.undo')}
          </button>
        </div>
      )}
    </div>
  );
}
