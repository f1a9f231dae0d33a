import type { FaultClass } from '../../shared/faults/intake';
import { useWords } from '../i18n/useWords';
import { StatusTag, type Urgency } from '../widgets/StatusTag';
import { classWord } from './class-words';

const urgency: Readonly<Record<FaultClass, Urgency>> = { A: 'red', B: 'amber', C: 'blue' };

/** How grave a fault is: sign, word, colour. */
export function ClassMark({ grave }: { grave: FaultClass }) {
  const t = useWords('faults');
  return <StatusTag urgency={urgency[grave] ?? 'amber'}>{classWord(t, grave)}</StatusTag>;
}
