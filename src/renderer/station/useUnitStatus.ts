import { useEffect } from 'react';
import { door } from '../../shared/door';
import { setReaderZone } from '../i18n/time-words';
import { useStation } from './useStation';

/** Until the station has said where it stands. */
const defaultZone = 'Asia/Shanghai';

/** Who this station is; the times in sentences follow its zone. */
export function useUnitStatus(every?: number) {
  const status = useStation(door.status, {}, { every });
  const zone = status.data?.zone;
  useEffect(() => {
    if (zone) setReaderZone(zone);
  }, [zone]);
  return status;
}

/** The zone in which every time is shown: the station's, wherever this machine thinks it is. */
export function useZone(): string {
  return useStation(door.status, {}).data?.zone ?? defaultZone;
}
