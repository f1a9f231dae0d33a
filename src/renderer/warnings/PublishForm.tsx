import { Button } from '@mantine/core';
import { useState } from 'react';
import { warnings } from '../../shared/warnings/contract';
import { asksForTaskOrders, warningKinds } from '../../shared/warnings/levels';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors, useStation } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import { ContentsFields } from './ContentsFields';
import { IssuerFields, useIssuer } from './IssuerFields';
import { LevelChoice } from './LevelChoice';
import { contentsOf, emptyPublish, issuerOf, missingIn, type PublishDraft } from './publish-draft';
import styles from './Warnings.module.css';

export interface PublishFormProps {
  /** The sign it was judged from; undefined for a publication without one. */
  sign?: { id: string; draft: PublishDraft } | undefined;
  onDone: (warning: { id: string; number: string }) => void;
}

/** A publication: the level first, then what, and who decides. What was typed is kept, the password is not. */
export function PublishForm({ sign, onDone }: PublishFormProps) {
  const t = useWords('warnings');
  const shell = useShell();
  const publish = useCommand(warnings.publish);
  const fieldError = useFieldErrors(publish.refusal);
  const {
    value: draft,
    change,
    restored,
    discard,
  } = useDraft<PublishDraft>(sign ? `warnings.publish:${sign.id}` : 'warnings.publish', sign?.draft ?? emptyPublish);
  const units = useStation(warnings.units, {}).data;
  const [issuer, setIssuer] = useIssuer();
  const [tried, setTried] = useState(false);
  const { level } = draft;

  const submit = async () => {
    setTried(true);
    const by = issuerOf(issuer);
    if (level === '' || !by || missingIn(draft).length > 0) return;
    const answer = await publish.send({
      id: sign?.id ?? null,
      level,
      kind: draft.kind,
      contents: contentsOf(draft),
      issuer: by,
      ...(draft.happenedAt === null ? {} : { happenedAt: draft.happenedAt }),
    });
    if (!answer.ok) return;
    discard();
    const { number, orders } = answer.value;
    shell.say(orders > 0 ? t('form.doneOrders', { number, n: orders }) : t('form.done', { number }));
    onDone(answer.value);
  };

  return (
    <Form
      onSubmit={() => void submit()}
      busy={publish.busy}
      label={t('form.publish')}
      pinned
      actions={
        <>
          <Button type="submit" loading={publish.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
            {t('form.submit')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              discard();
              setTried(false);
              publish.clear();
            }}
          >
            {t('form.discard')}
          </Button>
        </>
      }
    >
      {restored !== undefined && <Notice>{t('form.restored', { at: restored })}</Notice>}
      <LevelChoice
        value={level}
        onChange={(next) => change({ level: next })}
        error={tried && level === '' ? t('form.chooseLevel') : undefined}
      />
      {level !== '' && asksForTaskOrders(level) && units?.every(({ retired }) => retired) && (
        <Notice urgency="amber">{t('form.noUnits')}</Notice>
      )}
      <ContentsFields value={draft} change={change} tried={tried} fieldError={fieldError} startHere />
      <div className={styles.pair}>
        <ChoiceField
          label={t('fact.kind')}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          choices={warningKinds.map((kind) => ({ value: kind, label: t(`kindHint.${kind}`) }))}
        />
        <TimeInput
          label={t('fact.happenedAt')}
          value={draft.happenedAt ?? undefined}
          onChange={(at) => change({ happenedAt: at ?? null })}
          error={fieldError('happenedAt')}
        />
      </div>
      <IssuerFields value={issuer} onChange={setIssuer} levels={[level === '' ? 'IV' : level]} tried={tried} />
      <RefusalNote refusal={publish.refusal} />
    </Form>
  );
}
