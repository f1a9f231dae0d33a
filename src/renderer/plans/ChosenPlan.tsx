import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { type PlanCard, type PlanVersionCard, plans } from '../../shared/plans/contract';
import { isReviewOverdue } from '../../shared/plans/review-due';
import type { PlanTemplate } from '../../shared/plans/template';
import { dateIn, minute } from '../../shared/time';
import { useNow } from '../clock';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { refusalOf, type StationRefusal, useAsk, useMay, useSaveFile, useStation, useZone } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { ComparisonView } from './ComparisonView';
import { DecideForm } from './DecideForm';
import { noDraft, type PlanDraft } from './plan-draft';
import { PlanEditor } from './PlanEditor';
import styles from './PlansPage.module.css';
import { PlanView } from './PlanView';
import { PrintButton } from './PrintButton';
import { VersionActions } from './VersionActions';
import { VersionHistory } from './VersionHistory';

export interface ChosenPlanProps {
  card: PlanCard;
  /** A file that was chosen to become an edit of this plan. */
  imported?: { plan: PlanTemplate; basedOn: string } | undefined;
  onImported: () => void;
}

/** One plan: the version in force to read, its other versions, and for those who may the way to a new one. */
export function ChosenPlan({ card, imported, onImported }: ChosenPlanProps) {
  const t = useWords('plans');
  const language = useLanguage();
  const zone = useZone();
  const today = dateIn(zone, useNow(minute));
  const mayEdit = useMay(plans.submit);
  const draft = useDraft<PlanDraft>(`plan.${card.code}`, noDraft);
  const [editing, setEditing] = useState(false);
  const [version, setVersion] = useState<string>();
  const [other, setOther] = useState<string>();
  const shown = card.versions.find((one) => one.version === version) ?? usual(card);
  const whole = useStation(plans.one, { code: card.code, version: shown?.version });
  // Who decides wants to see what changed; everybody else the plan itself.
  const base = shown?.state === 'waiting' && card.versions.some((one) => one.version === shown.basedOn) ? shown.basedOn : '';
  const against = other ?? base ?? '';
  const compared = useStation(plans.one, { code: card.code, version: against }, { enabled: against !== '' });
  const { plan } = draft.value;
  const isEditing = editing && plan !== null;
  const begin = (next: Pick<PlanDraft, 'plan' | 'basedOn' | 'isCopy'>) => {
    draft.change({ ...next, reason: '' });
    setEditing(true);
  };
  const edit = (isCopy: boolean) => {
    if (!whole.data) return;
    begin({ plan: { ...whole.data.plan, code: isCopy ? '' : card.code }, basedOn: whole.data.version, isCopy });
  };
  const take = () => {
    if (!imported) return;
    begin({ plan: imported.plan, basedOn: imported.basedOn, isCopy: false });
    onImported();
  };
  const end = () => {
    draft.discard();
    setEditing(false);
  };
  const name = card.name[language];
  const isOverdue = isReviewOverdue(card.reviewDue, today);
  const isContested = shown?.contested === true;
  if (isEditing) {
    return (
      <div className={styles.main}>
        <div className={styles.head}>
          <div className={styles.words}>
            <h2 className={styles.title}>{t(draft.value.isCopy ? 'edit.copyTitle' : 'edit.title', { name })}</h2>
            <p className={styles.quiet}>{t('edit.now')}</p>
          </div>
          <div className={styles.actions}>
            <Button variant="default" onClick={() => setEditing(false)}>
              {t('edit.back')}
            </Button>
            <ConfirmInline label={t('edit.discard')} question={t('edit.discardAsk')} onConfirm={() => (end(), true)} />
          </div>
        </div>
        <PlanEditor
          card={card}
          plan={plan}
          draft={draft}
          onSubmitted={() => {
            end();
            setVersion(undefined);
          }}
        />
      </div>
    );
  }
  return (
    <div className={styles.main}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 className={styles.title}>{name}</h2>
          {whole.data && <p className={styles.quiet}>{whole.data.plan.about[language]}</p>}
        </div>
        <div className={styles.actions}>
          {mayEdit &&
            (plan ? (
              <Button onClick={() => setEditing(true)}>{t('action.goOn')}</Button>
            ) : (
              <>
                {shown?.version === card.newest && (
                  <Button disabled={!whole.data || !draft.loaded} onClick={() => edit(false)}>
                    {t('action.edit')}
                  </Button>
                )}
                <Button variant="default" disabled={!whole.data || !draft.loaded} onClick={() => edit(true)}>
                  {t('action.copy')}
                </Button>
              </>
            ))}
          {shown && <PrintButton key={shown.version} code={card.code} version={shown.version} />}
          {shown && <ExportButton code={card.code} version={shown.version} />}
        </div>
      </div>
      {imported && draft.loaded && (
        <Notice
          urgency="amber"
          actions={
            <>
              <Button onClick={take}>{t('importing.take')}</Button>
              <Button variant="default" onClick={onImported}>
                {t('importing.leave')}
              </Button>
            </>
          }
        >
          {t(plan ? 'importing.replaces' : 'importing.asEdit')}
        </Notice>
      )}
      {isOverdue && <Notice urgency="amber">{t('version.reviewOverdue', { date: card.reviewDue })}</Notice>}
      {card.madeApart && <Notice urgency="amber">{t('version.madeApart')}</Notice>}
      {isContested && <Notice urgency="amber">{t('version.contested')}</Notice>}
      {card.inForce === undefined && (
        <Notice urgency="amber">{card.withdrawn ? t('version.withdrawn', card.withdrawn) : t('version.notInForce')}</Notice>
      )}
      <div className={styles.versionBar}>
        <NativeSelect
          className={styles.choice}
          aria-label={t('version.label')}
          value={shown?.version ?? ''}
          onChange={(event) => {
            setVersion(event.currentTarget.value);
            setOther(undefined);
          }}
          data={card.versions.toReversed().map((one) => ({ value: one.version, label: lineOf(one) }))}
        />
        {card.versions.length > 1 && (
          <NativeSelect
            className={styles.choice}
            aria-label={t('action.compareWith')}
            value={against}
            onChange={(event) => setOther(event.currentTarget.value)}
            data={[
              { value: '', label: t('action.compare') },
              ...card.versions
                .toReversed()
                .filter((one) => one !== shown)
                .map((one) => ({ value: one.version, label: lineOf(one) })),
            ]}
          />
        )}
        {card.reviewDue !== undefined && !isOverdue && (
          <span className={styles.quiet}>{t('version.reviewDue', { date: card.reviewDue })}</span>
        )}
        {whole.data && <VersionActions key={whole.data.version} card={card} whole={whole.data} name={name} />}
      </div>
      {whole.data && shown?.state === 'waiting' && <DecideForm key={shown.version} whole={whole.data} />}
      <RefusalNote refusal={whole.data ? undefined : whole.refusal} />
      {whole.data && against !== '' && compared.data && (
        <ComparisonView
          {...inOrder(whole.data, compared.data)}
          title={t('compare.title', {
            before: Math.min(whole.data.number, compared.data.number),
            after: Math.max(whole.data.number, compared.data.number),
          })}
        />
      )}
      {whole.data && against === '' && (
        <>
          <PlanView key={whole.data.version} plan={whole.data.plan} />
          <VersionHistory whole={whole.data} />
        </>
      )}
    </div>
  );

  function lineOf(one: PlanVersionCard): string {
    const state = t(`state.${one.state}`);
    if (!one.shipped && one.at !== undefined) return t('version.line', { number: one.number, state, author: one.author, at: one.at });
    return t(one.state === 'shipped' ? 'version.lineShipped' : 'version.shippedAs', { number: one.number, state });
  }
}

/** Hands one version out as a file that another desk can read in. */
function ExportButton({ code, version }: { code: string; version: string }) {
  const t = useWords('plans');
  const shell = useShell();
  const ask = useAsk();
  const save = useSaveFile();
  const [refusal, setRefusal] = useState<StationRefusal>();
  const [failed, setFailed] = useState(false);
  const give = async () => {
    setRefusal(undefined);
    setFailed(false);
    try {
      const file = await ask(plans.exportFile, { code, version });
      const outcome = await save(file);
      setFailed(outcome === 'failed');
      if (outcome === 'saved') shell.say(t('action.exported', { name: file.name }));
    } catch (thrown) {
      setRefusal(refusalOf(thrown, plans.exportFile.name));
    }
  };
  return (
    <>
      <Button variant="default" onClick={() => void give()}>
        {t('action.export')}
      </Button>
      {failed && <Notice urgency="amber">{t('action.exportFailed')}</Notice>}
      <RefusalNote refusal={refusal} />
    </>
  );
}

/** The version in force, else the newest. */
function usual(card: PlanCard): PlanVersionCard | undefined {
  return card.versions.find(({ version }) => version === (card.inForce ?? card.newest));
}

/** The earlier of two versions first: a change is read forwards. */
function inOrder<T extends { number: number; plan: PlanTemplate }>(one: T, two: T): { before: PlanTemplate; after: PlanTemplate } {
  return one.number < two.number ? { before: one.plan, after: two.plan } : { before: two.plan, after: one.plan };
}
