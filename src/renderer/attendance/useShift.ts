import { useEffect, useRef } from 'react';
import { attendance, type ShiftOnDuty } from '../../shared/attendance/contract';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { type StationAnswer, useStation } from '../station';

/** The shift of now. Asked again by itself: that a shift ends and the next begins, nobody announces. */
export function useShift(): StationAnswer<ShiftOnDuty> & { now: number } {
  const now = useNow(1000);
  const answer = useStation(attendance.shift, {}, { every: minute });
  const { data, again } = answer;
  const over = data !== undefined && now >= data.shift.end;
  const asked = useRef(false);
  useEffect(() => {
    if (over && !asked.current) again();
    asked.current = over;
  }, [again, over]);
  return { ...answer, now };
}
