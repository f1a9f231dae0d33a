import { scenarioCodes } from './scenarios';
import { warningOrigins } from '../../shared/warnings/levels';
import { useWords } from '../i18n/useWords';
import { ChoiceField, TextAreaField, TextField } from '../widgets/FormField';
import { TimeInput } from '../widgets/TimeInput';
import { type ContentsDraft, missingIn } from './publish-draft';
import styles from './Warnings.module.css';

export interface ContentsFieldsProps {
  value: ContentsDraft;
  change: (part: Partial<ContentsDraft>) => void;
  tried: boolean;
  fieldError: (path: string) => string | undefined;
  startHere?: boolean;
}

/** What a warning says: what, where from, where, how long, what is asked. */
export function ContentsFields({ value, change, tried, fieldError, startHere = false }: ContentsFieldsProps) {
  const t = useWords('warnings');
  const missing = missingIn(value);
  const lacking = (part: 'source' | 'what') =>
    tried && missing.includes(part) ? t('common:rules.required') : fieldError(`contents.${part}`);
  return (
    <>
      <TextAreaField
        label={t('fact.what')}
        value={value.what}
        onChange={(what) => change({ what })}
        maxLength={1_000}
        rows={2}
        required
        startHere={startHere}
        error={lacking('what')}
      />
      <div className={styles.pair}>
        <TextField
          label={t('fact.source')}
          value={value.source}
          onChange={(source) => change({ source })}
          maxLength={200}
          required
          error={lacking('source')}
        />
        <ChoiceField
          label={t('fact.origin')}
          value={value.origin}
          onChange={(origin) => change({ origin })}
          choices={warningOrigins.map((origin) => ({ value: origin, label: t(`origin.${origin}`) }))}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label={t('fact.area')}
          value={value.area}
          onChange={(area) => change({ area })}
          maxLength={200}
          error={fieldError('contents.area')}
        />
        <ChoiceField
          label={t('fact.scenario')}
          value={value.scenario}
          onChange={(scenario) => change({ scenario })}
          choices={[
            { value: '', label: t('scenarios.none') },
            ...scenarioCodes.map((code) => ({ value: code as string, label: t(`scenarios.${code}`) })),
            ...(value.scenario !== '' && !(scenarioCodes as readonly string[]).includes(value.scenario)
              ? [{ value: value.scenario, label: value.scenario }]
              : []),
          ]}
        />
      </div>
      <div className={styles.pair}>
        <TimeInput
          label={t('fact.from')}
          direction="future"
          value={value.from ?? undefined}
          onChange={(from) => change({ from: from ?? null })}
          error={fieldError('contents.from')}
        />
        <TimeInput
          label={t('fact.until')}
          direction="future"
          value={value.until ?? undefined}
          onChange={(until) => change({ until: until ?? null })}
          error={fieldError('contents.until')}
        />
      </div>
      <TextAreaField
        label={t('fact.measures')}
        value={value.measures}
        onChange={(measures) => change({ measures })}
        maxLength={2_000}
        rows={2}
        error={fieldError('contents.measures')}
      />
    </>
  );
}
