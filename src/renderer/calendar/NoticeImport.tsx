import { Button, Checkbox } from '@mantine/core';
import { IconBriefcase, IconHome } from '@tabler/icons-react';
import { useState } from 'react';
import { calendar, type NoticePreview } from '../../shared/calendar/contract';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useStation } from '../station';
import { Form } from '../widgets/Form';
import { NumberField, TextAreaField, TextField } from '../widgets/FormField';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './CalendarPage.module.css';
import { runsOf } from './year-days';

/** The yearly notice: paste it, see line by line what was understood, bring it in. `year` is the one on the screen. */
export function NoticeImport({ year }: { year: number }) {
  const t = useWords('calendar');
  const shell = useShell();
  const command = useCommand(calendar.importNotice);
  const draft = useDraft('calendar.notice', { text: '', year: 0, source: '' });
  const [out, setOut] = useState<ReadonlySet<number>>(new Set());
  const { text, source } = draft.value;
  const said = draft.value.year || undefined;
  const notice = { text, ...(said === undefined ? {} : { year: said }) };
  const asked = useStation(calendar.previewNotice, notice, { enabled: text.trim() !== '', keepPrevious: true });
  const preview = text.trim() === '' ? undefined : asked.data;
  const wrong = preview?.misunderstood.filter(({ line }) => !out.has(line)) ?? [];
  const ready = preview !== undefined && preview.year !== null && preview.days.length > 0 && wrong.length === 0;

  const submit = async () => {
    if (!preview || !ready) return;
    const answer = await command.send({ ...notice, source, leaveOut: [...out], plan: preview.plan });
    if (!answer.ok) return;
    draft.discard();
    shell.say(t(answer.value.changed ? 'notice.done' : 'notice.unchanged', { year: answer.value.year, n: answer.value.days }));
    shell.closePanel('calendar.notice');
  };
  const toggle = (line: number) => {
    const next = new Set(out);
    if (!next.delete(line)) next.add(line);
    setOut(next);
  };

  return (
    <Form
      onSubmit={() => void submit()}
      busy={command.busy}
      label={t('notice.title')}
      pinned
      actions={
        <Button type="submit" loading={command.busy} disabled={!ready}>
          {t('notice.submit')}
        </Button>
      }
    >
      <div className={styles.quiet}>{t('notice.now')}</div>
      <TextAreaField
        label={t('notice.text')}
        hint={t('notice.textHint')}
        value={text}
        onChange={(next) => {
          draft.change({ text: next });
          setOut(new Set());
        }}
        rows={8}
        maxLength={20_000}
        required
        startHere
      />
      {preview && (preview.year === null || said !== undefined) && (
        <NumberField
          label={t('notice.year')}
          hint={t('notice.yearHint')}
          value={said}
          onChange={(next) => draft.change({ year: next ?? 0 })}
          min={2000}
          max={2100}
          error={preview.year === null ? t('notice.yearMissing') : undefined}
        />
      )}
      {preview?.year === null && (
        <Button variant="default" onClick={() => draft.change({ year })}>
          {t('year', { year })}
        </Button>
      )}
      {preview && preview.year !== null && (
        <TextField
          label={t('notice.source')}
          value={source}
          placeholder={preview.source}
          onChange={(next) => draft.change({ source: next })}
          maxLength={120}
        />
      )}
      {preview && <Understood preview={preview} out={out} onToggle={toggle} />}
      <RefusalNote refusal={command.refusal ?? asked.refusal} />
    </Form>
  );
}

function Understood({ preview, out, onToggle }: { preview: NoticePreview; out: ReadonlySet<number>; onToggle: (line: number) => void }) {
  const t = useWords('calendar');
  const { days, misunderstood, passedOver, added, removed, year } = preview;
  const count = (kind: 'holiday' | 'workday') => days.filter((day) => day.kind === kind).length;
  return (
    <div className={styles.parts} aria-live="polite">
      {misunderstood.map(({ line, text, problem, piece }) => (
        <Notice key={line} urgency="amber" title={t('notice.misunderstood', { line })}>
          <div className={styles.wrong}>
            <span>{t(`notice.problems.${problem}`, { piece })}</span>
            <span className={styles.written}>{text}</span>
            <Checkbox label={t('notice.leaveOut')} checked={out.has(line)} onChange={() => onToggle(line)} />
          </div>
        </Notice>
      ))}
      {days.length === 0 ? (
        year !== null && <Notice urgency="amber">{t('notice.nothing')}</Notice>
      ) : (
        <div className={styles.line}>
          <strong>{t('notice.found', { year: year ?? '', holidays: count('holiday'), workdays: count('workday') })}</strong>
          <ul className={styles.list}>
            {runsOf(days).map(({ name, kind, first, last, days: length }) => (
              <li key={first}>
                {kind === 'holiday' ? <IconHome size="0.95rem" aria-hidden /> : <IconBriefcase size="0.95rem" aria-hidden />}
                <span>
                  {t(first === last ? 'notice.runOne' : 'notice.run', { name, first, last, days: length })} {t(`arranged.${kind}`)}
                </span>
              </li>
            ))}
          </ul>
          <span className={styles.quiet}>
            {added.length + removed.length === 0 ? t('notice.same') : t('notice.compare', { added: added.length, removed: removed.length })}
          </span>
        </div>
      )}
      {passedOver.length > 0 && (
        <details className={styles.quiet}>
          <summary>{t('notice.passedOver', { n: passedOver.length })}</summary>
          <ul className={styles.list}>
            {passedOver.map(({ line, text }) => (
              <li key={line}>
                {line} {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
