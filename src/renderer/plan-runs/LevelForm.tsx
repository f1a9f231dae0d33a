import { Button } from '@mantine/core';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import { plans } from '../../shared/plans/contract';
import type { ResponseLevel } from '../../shared/plans/scenarios';
import { SignerFields } from '../accounts';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useStation } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import activate from './Activate.module.css';
import { levelNames } from '../../shared/plan-runs/level-names';
import type { RunFormProps } from './run-form';
import { RunLevel } from './RunMarks';

/** The level of a run is raised or lowered; into level I and out of it a member of the leading group signs. */
export function LevelForm({ run, onDone }: RunFormProps) {
  const t = useWords('planRuns');
  const language = useLanguage();
  const shell = useShell();
  const change = useCommand(planRuns.changeLevel);
  const whole = useStation(plans.one, { code: run.plan, version: run.version });
  const draft = useDraft(`planRun.level:${run.id}`, { reason: '' });
  const [level, setLevel] = useState<ResponseLevel>();
  const [signer, setSigner] = useState({ login: '', password: '' });
  const [tried, setTried] = useState(false);
  const choices = run.levelChoices.filter((one) => one !== run.level);
  useScreenKeys(
    choices.map((one) => ({
      key: String(one),
      label: t('keys.level', { level: t(`shortLevel.${levelNames[one]}`) }),
      run: () => setLevel(one),
    })),
  );
  const { reason } = draft.value;
  const signs = level === 1 || run.level === 1 || !run.may.changeLevel;
  const submit = async () => {
    setTried(true);
    if (level === undefined || reason.trim() === '') return;
    const answer = await change.send({ id: run.id, level, reason, ...(signer.password === '' ? {} : { signer }) });
    if (!answer.ok) {
      setSigner((before) => ({ ...before, password: '' }));
      return;
    }
    draft.discard();
    shell.say(t('form.levelDone', { level: t(`shortLevel.${levelNames[level]}`) }));
    onDone();
  };
  return (
    <Form
      onSubmit={() => void submit()}
      busy={change.busy}
      label={t('form.level')}
      pinned
      actions={
        <Button type="submit" loading={change.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
          {t('form.level')}
        </Button>
      }
    >
      <div>
        {t('form.levelNow')} <RunLevel level={run.level} />
      </div>
      <fieldset className={activate.levels}>
        <legend className={activate.legend}>{t('form.levelNew')}</legend>
        {choices.map((one, at) => (
          <label key={one} className={activate.level}>
            <input
              type="radio"
              name="new-level"
              checked={level === one}
              onChange={() => setLevel(one)}
              data-start-here={at === 0 || undefined}
            />
            <KeyHint keys={String(one)} />
            <span className={activate.levelWords}>
              <RunLevel level={one} inherits />
              <span className={activate.when}>{whole.data?.plan.levels.find((rule) => rule.level === one)?.when[language]}</span>
            </span>
          </label>
        ))}
        {tried && level === undefined && <div className={activate.wrong}>{t('activate.chooseLevel')}</div>}
      </fieldset>
      <TextAreaField
        label={t('common:reason')}
        value={reason}
        onChange={(typed) => draft.change({ reason: typed })}
        maxLength={500}
        rows={2}
        required
        error={tried && reason.trim() === '' ? t('common:rules.required') : undefined}
      />
      {signs && (
        <section className={activate.sign}>
          <div>{t('form.levelSigner')}</div>
          <div className={activate.pair}>
            <SignerFields
              value={signer}
              onChange={(typed) => setSigner((before) => ({ ...before, ...typed }))}
              login={t('activate.login')}
              password={t('activate.password')}
            />
          </div>
        </section>
      )}
      <RefusalNote refusal={change.refusal} />
    </Form>
  );
}
