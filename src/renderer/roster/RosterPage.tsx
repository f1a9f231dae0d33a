import { useState } from 'react';
import { dateIn } from '../../shared/time';
import { now } from '../clock';
import { useZone } from '../station';
import { RosterMonth } from './RosterMonth';

/** Which month was looked at last: the roster is found as it was left. */
let lastMonth: string | undefined;

/** The roster, month by month; what was typed in one stays with it. */
export function RosterPage() {
  const zone = useZone();
  const thisMonth = dateIn(zone, now()).slice(0, 7);
  const [month, setMonth] = useState(lastMonth ?? thisMonth);
  const go = (to: string) => {
    lastMonth = to === thisMonth ? undefined : to;
    setMonth(to);
  };
  return <RosterMonth key={month} month={month} thisMonth={thisMonth} onMonth={go} />;
}
