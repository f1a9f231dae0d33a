import type { ReactNode } from 'react';
import { type DeviceCard, devices } from '../../shared/devices/contract';
import { useWords } from '../i18n/useWords';
import { useStation } from '../station';
import { Finder } from '../widgets/Finder';
import styles from './DeviceFinder.module.css';

export interface DeviceFinderProps {
  label: ReactNode;
  /** What stands in the field: typed, or the name of the device picked. */
  text: string;
  onText: (text: string) => void;
  picked: boolean;
  onPick: (device: DeviceCard) => void;
  onUnpick: () => void;
  hint?: ReactNode;
  error?: ReactNode;
  placeholder?: string;
  startHere?: boolean;
  required?: boolean;
}

/** Finds a device of the register by name, pinyin initials, code, place or address; Enter takes the first. */
export function DeviceFinder({ text, onText, picked, ...rest }: DeviceFinderProps) {
  const t = useWords('devices');
  const found = useStation(devices.find, { text, limit: 8 }, { enabled: !picked && text.trim() !== '', keepPrevious: true });
  return (
    <Finder
      {...rest}
      query={text}
      onQuery={onText}
      picked={picked}
      // A device that is in no list is taken as typed.
      freeText={found.data?.length === 0}
      options={found.data}
      keyOf={(device) => device.id}
      textOf={(device) => device.name}
      show={(device) => (
        <div className={styles.option}>
          <div>{device.name}</div>
          <div className={styles.more}>
            {[device.type, device.place, device.ip, device.code].filter(Boolean).join(' · ')}
            {device.importance !== 'normal' && <span className={styles.importance}>{t(`importance.${device.importance}`)}</span>}
          </div>
        </div>
      )}
    />
  );
}
