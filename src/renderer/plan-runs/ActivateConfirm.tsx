import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import { plans } from '../../shared/plans/contract';
import type { ResponseLevel } from '../../shared/plans/scenarios';
import { SignerFields } from '../accounts';
import { useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useStation } from '../station';
import { Form } from '../widgets/Form';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import type { ActivationChosen } from './activation';
import type { ActivatePreset } from './activation';
import styles from './Activate.module.css';
import type { OfferedPlan } from './likely-plans';
import { activateKey, openRun } from './open-run';
import { RealityTag, RunLevel } from './RunMarks';

export interface ActivateConfirmProps {
  plan: OfferedPlan;
  chosen: ActivationChosen & { level: ResponseLevel };
  preset: ActivatePreset;
  onBack: () => void;
}

/** The third step: what would begin, who would be called, what is unfilled; then one more press. */
export function ActivateConfirm({ plan: { card, warning }, chosen, preset, onBack }: ActivateConfirmProps) {
  const t = useWords('planRuns');
  const common = useWords('common');
  const language = useLanguage();
  const shell = useShell();
  const head = useRef<HTMLDivElement>(null);
  const { level, drill, target, area, reason } = chosen;
  const proposal = useStation(planRuns.propose, { plan: card.code, level });
  const whole = useStation(plans.one, { code: card.code });
  const activate = useCommand(planRuns.activate);
  const [signer, setSigner] = useState({ login: '', password: '' });
  const { data } = proposal;
  const asksSigner = level === 1 || data?.may === false;
  // Ctrl+Enter is heard inside the form; a second Enter by mistake must start nothing.
  useEffect(() => {
    if (!asksSigner) head.current?.focus();
  }, [asksSigner]);
  useScreenKeys([{ key: 'Alt+B', label: t('keys.back'), run: onBack }]);
  const roles = (data?.roles ?? []).map((role) => common(`roles.${role as 'office'}`)).join(common('separator'));
  const submit = async () => {
    const answers = preset.warning ?? warning?.id;
    const answer = await activate.send({
      plan: card.code,
      level,
      drill,
      reason,
      area,
      posts: [],
      ...(target === undefined ? {} : { target }),
      ...(answers === undefined ? {} : { warning: answers }),
      ...(signer.password === '' ? {} : { signer }),
    });
    if (!answer.ok) {
      setSigner((before) => ({ ...before, password: '' }));
      return;
    }
    const { id, number, steps, called } = answer.value;
    shell.say(t(drill ? 'activate.doneDrill' : 'activate.done', { number, steps, called }));
    shell.closePanel(activateKey);
    openRun(shell, { id });
  };
  const groups = whole.data?.plan.groups ?? [];
  const held = new Map((data?.posts ?? []).map((post) => [post.post, post.people]));
  return (
    <Form
      onSubmit={() => void submit()}
      busy={activate.busy || !data}
      label={t('activate.step.confirm')}
      pinned
      actions={
        <>
          <Button type="submit" loading={activate.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
            {t(drill ? 'activate.confirmDrill' : 'activate.confirm')}
          </Button>
          <Button variant="default" rightSection={<KeyHint keys="Alt+B" />} onClick={onBack}>
            {t('common:back')}
          </Button>
        </>
      }
    >
      {/* Takes the keyboard, and does nothing with it but hear Ctrl+Enter. */}
      <div ref={head} tabIndex={-1} className={styles.summary} data-start-here>
        <div className={styles.name}>{card.name[language]}</div>
        <div className={styles.marks}>
          <RealityTag drill={drill} />
          <RunLevel level={level} />
          {target !== undefined && <span>{t('head.target', { at: target })}</span>}
        </div>
      </div>
      <RefusalNote refusal={activate.refusal ?? proposal.refusal} />
      {activate.refusal?.code === 'mayNotActivate' && <Notice urgency="red">{t('activate.barred', { roles })}</Notice>}
      {data && (
        <dl className={styles.figures}>
          <Figure name={t('activate.steps')} value={data.steps} />
          <Figure name={t('activate.toCall')} value={data.toCall} />
          <Figure name={t('activate.unfilled')} value={data.unfilled} red={data.unfilled > 0} />
        </dl>
      )}
      {(data?.running.length ?? 0) > 0 && (
        <Notice urgency="amber">
          {t('activate.running', { numbers: (data?.running ?? []).map(({ number }) => number).join(common('separator')) })}
        </Notice>
      )}
      {data && <div className={styles.quiet}>{t('activate.who', { roles })}</div>}
      {asksSigner && data && (
        <section className={styles.sign}>
          <div className={data.may ? undefined : styles.wrong}>
            {t(level === 1 ? 'activate.signLevelI' : 'activate.signOther', { roles })}
          </div>
          <div className={styles.pair}>
            <SignerFields
              value={signer}
              onChange={(typed) => setSigner((before) => ({ ...before, ...typed }))}
              login={t('activate.login')}
              password={t('activate.password')}
              required={level === 1}
              startHere
            />
          </div>
        </section>
      )}
      {groups.map((group) => (
        <section key={group.code} className={styles.group}>
          <h3 className={styles.groupName}>{group.name[language]}</h3>
          <ul className={styles.posts}>
            {group.posts.map((post) => {
              const people = held.get(post.code) ?? [];
              const lacking = post.count - people.length;
              return (
                <li key={post.code} className={styles.post}>
                  <span>{post.name[language]}</span>
                  <span className={styles.people}>
                    {people.map(({ name }) => name).join(common('separator'))}{' '}
                    {data && lacking > 0 && <strong className={styles.wrong}>{t('activate.lacking', { n: lacking })}</strong>}
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </Form>
  );
}

function Figure({ name, value, red = false }: { name: string; value: number; red?: boolean }) {
  return (
    <div className={styles.figure} data-red={red || undefined}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
