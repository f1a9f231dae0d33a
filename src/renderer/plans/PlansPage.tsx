import { type KeyboardEvent, useState } from 'react';
import { longestDraft } from '../../shared/format-problems';
import { type PlanCard, plans } from '../../shared/plans/contract';
import { isReviewOverdue } from '../../shared/plans/review-due';
import type { PlanTemplate } from '../../shared/plans/template';
import { dateIn, minute } from '../../shared/time';
import { useNow } from '../clock';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { refusalOf, type StationRefusal, useAsk, useMay, useStation, useZone } from '../station';
import { EmptyState } from '../widgets/EmptyState';
import { FileButton } from '../widgets/FileButton';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { choosePlan, useChosenPlan } from './chosen';
import { ChosenPlan } from './ChosenPlan';
import { ImportBox, type ImportedFile } from './ImportBox';
import { NewPlan } from './NewPlan';
import { noDraft, type PlanDraft } from './plan-draft';
import styles from './PlansPage.module.css';

/** The plan that is being written and has no place in the list yet. */
const unlisted = ' new';

/** Every plan of the unit: to be read by everybody, edited by group leaders, decided on by the office and the leading group. */
export function PlansPage() {
  const t = useWords('plans');
  const mayEdit = useMay(plans.submit);
  const list = useStation(plans.list, {});
  const ask = useAsk();
  const code = useChosenPlan();
  const [file, setFile] = useState<ImportedFile>();
  const [imported, setImported] = useState<{ code: string; plan: PlanTemplate; basedOn: string }>();
  const [refusal, setRefusal] = useState<StationRefusal>();
  const fresh = useDraft<PlanDraft>('plan.new', noDraft);
  const isFresh = code === unlisted && fresh.value.plan !== null;
  const chosen = isFresh ? undefined : (list.data?.find((card) => card.code === code) ?? list.data?.[0]);
  const read = async (picked: File | undefined) => {
    if (!picked) return;
    setRefusal(undefined);
    const text = picked.size > longestDraft * 4 ? undefined : await picked.text().catch(() => null);
    if (text === undefined || (text?.length ?? 0) > longestDraft) setFile({ name: picked.name, read: 'tooLarge' });
    else if (text === null) setFile({ name: picked.name, read: 'unread' });
    else {
      try {
        setFile({ name: picked.name, read: await ask(plans.importFile, { text }) });
      } catch (thrown) {
        setRefusal(refusalOf(thrown, plans.importFile.name));
      }
    }
  };
  const take = (plan: PlanTemplate, newest: string | undefined) => {
    setFile(undefined);
    if (newest === undefined) {
      fresh.change({ plan, basedOn: '', isCopy: true, reason: '' });
      choosePlan(unlisted);
    } else {
      setImported({ code: plan.code, plan, basedOn: newest });
      choosePlan(plan.code);
    }
  };
  return (
    <Page
      title={t('list.title')}
      now={t(mayEdit ? 'list.nowEdit' : 'list.now')}
      actions={
        <>
          <StaleMark stale={list.stale} since={list.since} />
          {mayEdit && (
            <FileButton name={t('action.import')} accept=".json,application/json" first={false} onFile={(picked) => void read(picked)}>
              {t('action.import')}
            </FileButton>
          )}
        </>
      }
      fill
    >
      <RefusalNote refusal={refusal ?? (list.data === undefined ? list.refusal : undefined)} />
      {file && (
        <div className={styles.import}>
          <ImportBox file={file} onTake={take} onLeave={() => setFile(undefined)} />
        </div>
      )}
      {list.data?.length === 0 && !isFresh && <EmptyState title={t('list.none')}>{mayEdit ? t('list.noneHint') : undefined}</EmptyState>}
      {(chosen || fresh.value.plan) && (
        <div className={styles.page}>
          <PlanList cards={list.data ?? []} chosen={isFresh ? unlisted : chosen?.code} fresh={fresh.value} onChoose={choosePlan} />
          {isFresh && <NewPlan draft={fresh} onEnd={(submitted) => choosePlan(submitted ?? '')} />}
          {chosen && (
            <ChosenPlan
              key={chosen.code}
              card={chosen}
              imported={imported?.code === chosen.code ? imported : undefined}
              onImported={() => setImported(undefined)}
            />
          )}
        </div>
      )}
    </Page>
  );
}

interface PlanListProps {
  cards: readonly PlanCard[];
  chosen: string | undefined;
  fresh: PlanDraft;
  onChoose: (code: string) => void;
}

/** One line per plan; arrows go from one to the next. */
function PlanList({ cards, chosen, fresh, onChoose }: PlanListProps) {
  const t = useWords('plans');
  const language = useLanguage();
  const zone = useZone();
  const today = dateIn(zone, useNow(minute));
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const stateOf = (card: PlanCard) => {
    const used = card.versions.find(({ version }) => version === card.inForce);
    if (!used) return t(card.withdrawn ? 'list.withdrawn' : 'list.notInForce');
    return [t('list.version', { number: used.number }), t('list.steps', { steps: card.steps })].join(' · ');
  };
  return (
    // The list hears the arrows of its own buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul className={styles.list} aria-label={t('list.plans')} onKeyDown={onKeyDown}>
      {fresh.plan && (
        <li>
          <button type="button" className={styles.item} aria-current={chosen === unlisted} onClick={() => onChoose(unlisted)}>
            <span className={styles.name}>{fresh.plan.name[language]}</span>
            <span className={styles.quiet}>{t('version.draft')}</span>
          </button>
        </li>
      )}
      {cards.map((card) => (
        <li key={card.code}>
          <button type="button" className={styles.item} aria-current={card.code === chosen} onClick={() => onChoose(card.code)}>
            <span className={styles.name}>{card.name[language]}</span>
            <span className={styles.quiet}>{stateOf(card)}</span>
            <span className={styles.tags}>
              {isReviewOverdue(card.reviewDue, today) && <StatusTag urgency="amber">{t('list.reviewOverdue')}</StatusTag>}
              {card.waiting > 0 && <StatusTag>{t('list.waiting', { n: card.waiting })}</StatusTag>}
              {card.madeApart && <StatusTag urgency="amber">{t('list.madeApart')}</StatusTag>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
