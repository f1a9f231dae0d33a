import type { FaultClass } from '../../shared/faults/intake';
import { useWords } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';
import { classWord } from './class-words';
import { useProfiles } from './useProfiles';

/** How grave a fault is, in the words of its profile. Red by itself only where the profile says so; the rest its clock tells. */
export function ClassMark({ grave, profile }: { grave: FaultClass; profile?: string | undefined }) {
  const t = useWords('faults');
  const known = useProfiles().classOf(profile, grave);
  return <StatusTag urgency={known?.highRisk ? 'red' : 'plain'}>{known?.name ?? classWord(t, grave)}</StatusTag>;
}
