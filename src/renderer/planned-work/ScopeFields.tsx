import { Checkbox, CloseButton, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { type DeviceCard, devices } from '../../shared/devices/contract';
import { subsystems } from '../../shared/devices/facts';
import { plannedWork } from '../../shared/planned-work/contract';
import { mostDevices } from '../../shared/planned-work/limits';
import { useWords } from '../i18n/useWords';
import { useStation } from '../station';
import { Finder } from '../widgets/Finder';
import { ChoiceField, TextField } from '../widgets/FormField';
import { type HangDraft, scopeOf } from './hang-draft';
import styles from './PlannedWork.module.css';
import { PlannedWorkMark } from './PlannedWorkMark';

export interface ScopeFieldsProps {
  draft: HangDraft;
  change: (part: Partial<HangDraft>) => void;
  error: ReactNode;
}

const kinds = ['devices', 'area', 'place'] as const;

/** What is worked on: devices found one after the other, an area of the register, or a place in words; and how far that reaches. */
export function ScopeFields({ draft, change, error }: ScopeFieldsProps) {
  const t = useWords('plannedWork');
  const device = useWords('devices');
  const { kind } = draft;
  const areas = useStation(plannedWork.areas, {}, { enabled: kind === 'area' }).data ?? [];
  return (
    <>
      <SegmentedControl
        aria-label={t('scope.label')}
        value={kind}
        onChange={(next) => change({ kind: next as HangDraft['kind'] })}
        data={kinds.map((value) => ({ value, label: t(`scope.${value}`) }))}
      />
      {kind === 'devices' && (
        <div className={styles.scope}>
          {draft.devices.length > 0 && (
            <ul className={styles.chosen}>
              {draft.devices.map(({ id, name }) => (
                <li key={id} className={styles.chip}>
                  <span className={styles.cut} title={name}>
                    {name}
                  </span>
                  <CloseButton
                    size="sm"
                    aria-label={t('scope.remove', { name })}
                    onClick={() => change({ devices: draft.devices.filter((one) => one.id !== id) })}
                  />
                </li>
              ))}
            </ul>
          )}
          <RegisterFinder
            text={draft.finding}
            onText={(finding) => change({ finding: finding.slice(0, 80) })}
            onPick={({ id, name }) => {
              const known = draft.devices.some((one) => one.id === id) || draft.devices.length >= mostDevices;
              change({ finding: '', devices: known ? draft.devices : [...draft.devices, { id, name }] });
            }}
            error={error}
          />
          <Checkbox
            className={styles.below}
            label={t('scope.below')}
            checked={draft.takesDownBelow}
            onChange={(event) => change({ takesDownBelow: event.currentTarget.checked })}
          />
        </div>
      )}
      {kind !== 'devices' && (
        <div className={styles.pair}>
          {kind === 'area' ? (
            <ChoiceField
              label={t('scope.area')}
              value={draft.area}
              onChange={(area) => change({ area })}
              placeholder={t('scope.chooseArea')}
              choices={areas.map((value) => ({ value, label: value }))}
              required
              error={error}
            />
          ) : (
            <TextField
              label={t('scope.place')}
              placeholder={t('scope.placeHint')}
              value={draft.place}
              onChange={(place) => change({ place })}
              maxLength={120}
              required
              error={error}
              startHere
            />
          )}
          <ChoiceField
            label={t('scope.subsystem')}
            value={draft.subsystem}
            onChange={(subsystem) => change({ subsystem })}
            placeholder={t('scope.allSubsystems')}
            choices={subsystems.map((value) => ({ value, label: device(`subsystem.${value}`) }))}
          />
        </div>
      )}
      <Reach draft={draft} />
      {kind === 'devices' && draft.devices.slice(-1).map(({ id }) => <PlannedWorkMark key={id} device={id} />)}
    </>
  );
}

interface RegisterFinderProps {
  text: string;
  onText: (text: string) => void;
  onPick: (device: DeviceCard) => void;
  error: ReactNode;
}

/** Finds a device of the register, and no other: Enter takes the first, and the next one may be typed. */
function RegisterFinder({ text, onText, onPick, error }: RegisterFinderProps) {
  const t = useWords('plannedWork');
  const found = useStation(devices.find, { text, limit: 8 }, { enabled: text.trim() !== '', keepPrevious: true });
  return (
    <Finder
      label={t('scope.device')}
      placeholder={t('scope.devicePlaceholder')}
      query={text}
      onQuery={onText}
      options={found.data}
      keyOf={({ id }) => id}
      textOf={({ name }) => name}
      show={({ name, type, place, code }) => (
        <div>
          <div>{name}</div>
          <div className={styles.quiet}>{[type, place, code].filter(Boolean).join(' · ')}</div>
        </div>
      )}
      onPick={onPick}
      error={error}
      required
      startHere
    />
  );
}

/** How many devices it comes to: an area or a place that fits none of them was mistyped perhaps. */
function Reach({ draft }: { draft: HangDraft }) {
  const t = useWords('plannedWork');
  const scope = scopeOf(draft);
  const subsystem = draft.kind === 'devices' || draft.subsystem === '' ? null : draft.subsystem;
  const answer = useStation(
    plannedWork.reach,
    { scope: scope ?? { kind: 'place', place: '-' }, subsystem },
    { enabled: scope !== undefined, keepPrevious: true },
  );
  if (scope === undefined || !answer.data) return null;
  const { named, below } = answer.data;
  // A place outside the register is common; an area without devices is a mistake.
  if (named === 0) return <div className={styles.quiet}>{t('scope.reachNone')}</div>;
  return <div className={styles.quiet}>{below > 0 ? t('scope.reachBelow', { named, below }) : t('scope.reach', { named })}</div>;
}
