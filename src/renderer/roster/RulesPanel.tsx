import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../shared/contract';
import { roster } from '../../shared/roster/contract';
import type { ShiftPattern } from '../../shared/roster/pattern';
import { mostShifts, withoutShift, withShiftAdded } from '../../shared/roster/pattern-editing';
import type { RosterRules } from '../../shared/roster/rules-in-force';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, NumberField, TextField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { PeopleEditor } from './PeopleEditor';
import styles from './RosterPanel.module.css';

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

function isFilled({ name, shifts }: ShiftPattern): boolean {
  const filled = shifts.every((shift) => shift.name.trim() !== '' && timeOfDay.test(shift.start) && timeOfDay.test(shift.end));
  return filled && name.trim() !== '';
}

/** The pattern, the minimums, the teams and the leaders that a month is made from. */
export function RulesPanel() {
  const answer = useStation(roster.rules, {});
  return answer.data ? <RulesForm known={answer.data} /> : <RefusalNote refusal={answer.refusal} />;
}

function RulesForm({ known: { rules, patterns } }: { known: OutputOf<typeof roster.rules> }) {
  const t = useWords('roster');
  const shell = useShell();
  const may = useMay(roster.changeRules);
  const command = useCommand(roster.changeRules);
  // Only what is changed: what somebody else changes meanwhile is not written back.
  const { value, change, discard } = useDraft<{ changes: Partial<RosterRules> }>('roster.rules', { changes: {} });
  const shown = { ...rules, ...value.changes };
  const { pattern, teams, leaders } = shown;
  const set = (changes: Partial<RosterRules>) => change({ changes: { ...value.changes, ...changes } });
  const [tried, setTried] = useState(false);
  const isShipped = patterns.some(({ key }) => key === pattern.key);
  const own = (changes: Partial<ShiftPattern>) =>
    // A pattern changed by the unit is its own from then on, under a name of its own.
    set({ pattern: { ...pattern, ...(isShipped ? { key: 'own', name: t('rules.ownName') } : {}), ...changes } });
  const submit = async () => {
    setTried(true);
    if (command.busy || teams.some(({ name }) => name.trim() === '') || !isFilled(pattern)) return;
    const answer = await command.send(value.changes);
    if (!answer.ok) return;
    discard();
    shell.say(t('rules.saved'));
  };
  return (
    <Form
      onSubmit={() => void submit()}
      busy={command.busy}
      pinned
      label={t('rules.title')}
      actions={
        may && (
          <>
            <Button type="submit" loading={command.busy} disabled={Object.keys(value.changes).length === 0}>
              {t('rules.save')}
            </Button>
            <Button variant="default" onClick={discard}>
              {t('save.discard')}
            </Button>
          </>
        )
      }
    >
      {!may && <div className={styles.quiet}>{t('rules.readOnly')}</div>}
      <ChoiceField
        label={t('rules.pattern')}
        hint={t('rules.kept')}
        disabled={!may}
        value={pattern.key}
        onChange={(key) => {
          const chosen = patterns.find((one) => one.key === key);
          if (chosen) set({ pattern: chosen });
        }}
        choices={[
          ...patterns.map(({ key, name }) => ({ value: key, label: name })),
          ...(isShipped ? [] : [{ value: pattern.key, label: t('rules.own', { name: pattern.name }) }]),
        ]}
      />
      {!isShipped && (
        <TextField
          label={t('rules.patternName')}
          disabled={!may}
          value={pattern.name}
          onChange={(name) => own({ name })}
          maxLength={40}
          error={tried && pattern.name.trim() === '' ? t('common:rules.required') : undefined}
        />
      )}
      {pattern.shifts.map((shift, i) => {
        const setShift = (changes: Partial<typeof shift>) =>
          own({ shifts: pattern.shifts.map((one, j) => (i === j ? { ...one, ...changes } : one)) });
        return (
          <div key={shift.key} className={styles.slot}>
            <TextField
              label={t('rules.shiftName')}
              disabled={!may}
              value={shift.name}
              onChange={(name) => setShift({ name })}
              maxLength={12}
              error={tried && shift.name.trim() === '' ? t('common:rules.required') : undefined}
            />
            <TextField
              label={t('rules.start')}
              disabled={!may}
              value={shift.start}
              onChange={(start) => setShift({ start })}
              maxLength={5}
              error={tried && !timeOfDay.test(shift.start) ? t('rules.timeWrong') : undefined}
            />
            <TextField
              label={t('rules.end')}
              disabled={!may}
              value={shift.end}
              onChange={(end) => setShift({ end })}
              maxLength={5}
              error={tried && !timeOfDay.test(shift.end) ? t('rules.timeWrong') : undefined}
            />
            {may && pattern.shifts.length > 1 && (
              <ActionIcon
                className={styles.remove}
                variant="default"
                size="lg"
                aria-label={t('rules.removeShift', { name: shift.name })}
                title={t('rules.removeShift', { name: shift.name })}
                onClick={() => own({ shifts: withoutShift(pattern.shifts, shift.key) })}
              >
                <IconTrash size="1.15rem" aria-hidden />
              </ActionIcon>
            )}
          </div>
        );
      })}
      {may && pattern.shifts.length < mostShifts && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size="1.15rem" aria-hidden />}
            onClick={() => own({ shifts: withShiftAdded(pattern.shifts, t('rules.newShift', { n: pattern.shifts.length + 1 })) })}
          >
            {t('rules.addShift')}
          </Button>
        </div>
      )}
      <ChoiceField
        label={t('rules.leaderMode')}
        disabled={!may}
        value={pattern.leader}
        onChange={(leader) => own({ leader })}
        choices={(['wholeDay', 'perShift'] as const).map((mode) => ({ value: mode, label: t(`rules.${mode}`) }))}
      />
      <NumberField
        label={t('rules.minimumOnShift')}
        disabled={!may}
        value={shown.minimumOnShift}
        onChange={(minimumOnShift) => minimumOnShift !== undefined && set({ minimumOnShift })}
        min={1}
        max={12}
        unit={t('rules.unit')}
        width="100%"
      />
      <NumberField
        label={t('rules.minimumOnSite')}
        disabled={!may}
        value={shown.minimumOnSite}
        onChange={(minimumOnSite) => minimumOnSite !== undefined && set({ minimumOnSite })}
        min={1}
        max={40}
        unit={t('rules.unit')}
        width="100%"
      />
      {may ? (
        <PeopleEditor label={t('rules.leaders')} people={leaders} onChange={(next) => set({ leaders: next })} />
      ) : (
        <div>{leaders.map(({ name }) => name).join(t('common:separator'))}</div>
      )}
      <section>
        <h3 className={styles.heading}>{t('rules.teams')}</h3>
        <div className={styles.list}>
          {teams.map((team, i) => {
            const setTeam = (changes: Partial<typeof team>) =>
              set({ teams: teams.map((one, j) => (i === j ? { ...one, ...changes } : one)) });
            return (
              // Teams have no ids: their place is what their turn is.
              // oxlint-disable-next-line react/no-array-index-key
              <div key={i} className={styles.team}>
                <div className={styles.head}>
                  <TextField
                    label={t('rules.team')}
                    disabled={!may}
                    value={team.name}
                    onChange={(name) => setTeam({ name })}
                    maxLength={40}
                    error={tried && team.name.trim() === '' ? t('common:rules.required') : undefined}
                  />
                  {may && (
                    <Button size="compact-sm" variant="default" onClick={() => set({ teams: teams.filter((_, j) => j !== i) })}>
                      {t('rules.removeTeam')}
                    </Button>
                  )}
                </div>
                {may ? (
                  <PeopleEditor label={t('rules.members')} people={team.members} onChange={(members) => setTeam({ members })} />
                ) : (
                  <div>{team.members.map(({ name }) => name).join(t('common:separator'))}</div>
                )}
              </div>
            );
          })}
        </div>
      </section>
      {may && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size="1.15rem" aria-hidden />}
            onClick={() => set({ teams: [...teams, { name: t('rules.teamName', { n: teams.length + 1 }), members: [] }] })}
          >
            {t('rules.addTeam')}
          </Button>
        </div>
      )}
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
