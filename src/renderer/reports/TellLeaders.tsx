import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';
import type { PersonReference } from '../../shared/references';
import { type Means, means } from '../../shared/matters/means';
import { countsAs, type DueTo, dueTo } from '../../shared/reports/clock';
import { type ToldRole, toldRoles } from '../../shared/reports/contents';
import { reports } from '../../shared/reports/contract';
import type { ReportRecord } from '../../shared/reports/record';
import { useWords } from '../i18n/useWords';
import { nobody, PersonField, referenceOf } from '../people';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useStation } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './Reports.module.css';

const keys: Record<DueTo, string> = { shiftLeader: 'Alt+1', mainLeader: 'Alt+2' };
const otherKey = 'Alt+3';
/** As what a main leader counts until the form says otherwise. */
const roleOf: Record<DueTo, ToldRole> = { shiftLeader: 'shiftLeader', mainLeader: 'office' };

/** Who has been told, and the one key that says «told now, by phone»; for anybody else, or another time, the form. */
export function TellLeaders({ report, mayWrite }: { report: ReportRecord; mayWrite: boolean }) {
  const t = useWords('reports');
  const word = useWords('matters');
  const shell = useShell();
  const tell = useCommand(reports.tell);
  const prefill = useStation(reports.prefill, { id: report.id }, { enabled: mayWrite }).data;
  const [form, setForm] = useState<ToldRole>();
  const told = (post: DueTo) => report.told.some(({ role }) => countsAs(role) === post);
  const knownFor = (post: DueTo): { to: PersonReference; role: ToldRole } | undefined => {
    if (post === 'mainLeader') return prefill?.mainLeaders.length === 1 ? prefill.mainLeaders[0] : undefined;
    return prefill?.shiftLeader ? { to: prefill.shiftLeader, role: 'shiftLeader' } : undefined;
  };
  const toldNow = async (post: DueTo) => {
    const known = knownFor(post);
    // Nobody is named for it: the form asks whom.
    if (!known) return setForm(roleOf[post]);
    const answer = await tell.send({ id: report.id, told: { ...known, means: 'phone' } });
    if (answer.ok) shell.say(t('panel.told', { name: known.to.name }));
  };
  const waiting = dueTo.filter((post) => !told(post));
  useScreenKeys(
    mayWrite
      ? [
          ...waiting.map((post) => ({
            key: keys[post],
            label: t(post === 'shiftLeader' ? 'keys.tellLeader' : 'keys.tellMain'),
            run: () => void toldNow(post),
          })),
          { key: otherKey, label: t('panel.addTold'), run: () => setForm('other') },
        ]
      : [],
  );
  return (
    <section className={styles.box} aria-label={t('panel.tellHeading')}>
      <h3 className={styles.heading}>{t('panel.tellHeading')}</h3>
      <ul className={styles.list}>
        {report.told.map((one) => (
          <li key={`${one.at} ${one.role} ${one.to.name}`} className={styles.told}>
            <IconCircleCheck size="1.1rem" stroke={1.8} aria-hidden />
            <ZoneTime at={one.at} show="time" seconds />
            <span>{t('panel.toldAt', { role: t(`role.${one.role}`), name: one.to.name, means: word(`means.${one.means}`) })}</span>
          </li>
        ))}
        {waiting.map((post) => (
          <li key={post} className={styles.told}>
            <IconCircleDashed size="1.1rem" stroke={1.8} aria-hidden />
            <span className={styles.quiet}>{t('list.untold')}</span>
            <span>{t(`list.column.${post === 'shiftLeader' ? 'leader' : 'main'}`)}</span>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <>
          <div className={styles.row}>
            {waiting.map((post, i) => {
              const name = knownFor(post)?.to.name;
              const role = t(`list.column.${post === 'shiftLeader' ? 'leader' : 'main'}`);
              return (
                <Button
                  key={post}
                  loading={tell.busy}
                  variant={i === 0 ? 'filled' : 'default'}
                  rightSection={<KeyHint keys={keys[post]} />}
                  data-start-here={i === 0 || undefined}
                  onClick={() => void toldNow(post)}
                >
                  {name ? t('panel.toldNowName', { role, name }) : t('panel.toldNow', { role })}
                </Button>
              );
            })}
            <Button variant="default" rightSection={<KeyHint keys={otherKey} />} onClick={() => setForm('other')}>
              {t('panel.addTold')}
            </Button>
          </div>
          {form && <ToldForm key={form} report={report} role={form} onDone={() => setForm(undefined)} />}
          <RefusalNote refusal={tell.refusal} />
        </>
      )}
    </section>
  );
}

function ToldForm({ report, role: first, onDone }: { report: ReportRecord; role: ToldRole; onDone: () => void }) {
  const t = useWords('reports');
  const word = useWords('matters');
  const shell = useShell();
  const tell = useCommand(reports.tell);
  const [to, setTo] = useState(nobody);
  const [role, setRole] = useState<ToldRole>(first);
  const [by, setBy] = useState<Means>('phone');
  const [at, setAt] = useState<number>();
  const [tried, setTried] = useState(false);
  const person = referenceOf(to);
  const send = async () => {
    setTried(true);
    if (!person) return;
    const answer = await tell.send({ id: report.id, told: { to: person, role, means: by, ...(at === undefined ? {} : { at }) } });
    if (!answer.ok) return;
    shell.say(t('panel.told', { name: person.name }));
    onDone();
  };
  return (
    <Form
      onSubmit={() => void send()}
      busy={tell.busy}
      label={t('panel.addTold')}
      actions={
        <>
          <Button type="submit" loading={tell.busy}>
            {t('panel.tellSubmit')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('common:back')}
          </Button>
        </>
      }
    >
      {first === 'shiftLeader' && <div className={styles.quiet}>{t('panel.noLeader')}</div>}
      <div className={styles.pair}>
        <PersonField
          label={t('panel.to')}
          value={to}
          onChange={setTo}
          required
          startHere
          error={tried && !person ? t('common:rules.required') : undefined}
        />
        <ChoiceField
          label={t('role.label')}
          value={role}
          onChange={setRole}
          choices={toldRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
      </div>
      <div className={styles.pair}>
        <ChoiceField
          label={word('means.label')}
          value={by}
          onChange={setBy}
          choices={means.map((value) => ({ value, label: word(`means.${value}`) }))}
        />
        <TimeInput label={t('panel.at')} value={at} onChange={setAt} />
      </div>
      <RefusalNote refusal={tell.refusal} />
    </Form>
  );
}
