import { Button } from '@mantine/core';
import { useState } from 'react';
import { warnings } from '../../shared/warnings/contract';
import type { TaskUnit } from '../../shared/warnings/task-order';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors, useMay, useStation } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { EmptyState } from '../widgets/EmptyState';
import { Form } from '../widgets/Form';
import { TextAreaField, TextField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import styles from './Warnings.module.css';

/** The units that take part: whom a task order goes to, and how they are reached. */
export function UnitsPanel() {
  const t = useWords('warnings');
  const mayKeep = useMay(warnings.keepUnit);
  const units = useStation(warnings.units, {});
  const [editing, setEditing] = useState<TaskUnit>();
  return (
    <div className={styles.panel}>
      <RefusalNote refusal={units.refusal} />
      {units.data?.length === 0 && <EmptyState title={t('units.empty')}>{t('units.emptyNow')}</EmptyState>}
      <ul className={styles.list}>
        {(units.data ?? []).map((unit) => (
          <li key={unit.id} className={styles.unit}>
            <div>
              <strong>{unit.name}</strong> {unit.retired && <StatusTag>{t('units.retired')}</StatusTag>}
              <div className={styles.quiet}>
                {unit.contact} {unit.phone}
              </div>
              {unit.duties && <div className={styles.said}>{unit.duties}</div>}
            </div>
            {mayKeep && (
              <Button size="compact-sm" variant="default" onClick={() => setEditing(unit)}>
                {t('units.edit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayKeep && <UnitForm key={editing?.id ?? 'new'} unit={editing} onDone={() => setEditing(undefined)} />}
    </div>
  );
}

function UnitForm({ unit, onDone }: { unit: TaskUnit | undefined; onDone: () => void }) {
  const t = useWords('warnings');
  const shell = useShell();
  const keep = useCommand(warnings.keepUnit);
  const retire = useCommand(warnings.retireUnit);
  const fieldError = useFieldErrors(keep.refusal);
  const { name = '', contact = '', phone = '', duties = '' } = unit ?? {};
  const { value: draft, change, discard } = useDraft(`warnings.unit:${unit?.id ?? 'new'}`, { name, contact, phone, duties });
  const [tried, setTried] = useState(false);
  const parts = ['name', 'contact', 'phone'] as const;
  const submit = async () => {
    setTried(true);
    if (parts.some((part) => draft[part].trim() === '')) return;
    const answer = await keep.send({ id: unit?.id ?? null, ...draft });
    if (!answer.ok) return;
    discard();
    setTried(false);
    shell.say(t('units.done', { name: draft.name }));
    onDone();
  };
  const field = (part: (typeof parts)[number], most: number) => (
    <TextField
      label={t(`units.${part}`)}
      value={draft[part]}
      onChange={(text) => change({ [part]: text })}
      maxLength={most}
      required
      error={tried && draft[part].trim() === '' ? t('common:rules.required') : fieldError(part)}
    />
  );
  return (
    <section className={styles.box}>
      <Form
        onSubmit={() => void submit()}
        busy={keep.busy}
        label={t(unit ? 'units.edit' : 'units.add')}
        actions={
          <>
            <Button type="submit" loading={keep.busy}>
              {t(unit ? 'units.save' : 'units.add')}
            </Button>
            {unit && (
              <Button
                variant="default"
                onClick={() => {
                  discard();
                  onDone();
                }}
              >
                {t('common:back')}
              </Button>
            )}
          </>
        }
      >
        {field('name', 80)}
        <div className={styles.pair}>
          {field('contact', 40)}
          {field('phone', 40)}
        </div>
        <TextAreaField
          label={t('units.duties')}
          value={draft.duties}
          onChange={(text) => change({ duties: text })}
          maxLength={1_000}
          rows={2}
        />
        <RefusalNote refusal={keep.refusal ?? retire.refusal} />
      </Form>
      {unit && !unit.retired && (
        <div className={styles.under}>
          <ConfirmInline
            label={t('units.retire')}
            question={t('units.retireQuestion')}
            reasonLabel={t('units.retireReason')}
            busy={retire.busy}
            onConfirm={async (reason) => {
              const answer = await retire.send({ id: unit.id, reason });
              if (answer.ok) onDone();
              return answer.ok;
            }}
          />
        </div>
      )}
    </section>
  );
}
