import { createContext, useContext } from 'react';
import type { ProfileProblem } from '../../shared/service-profiles/contract';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import type { Path } from '../format-editor';
import type { ProfileWords } from './useProfileWords';

export interface Editing {
  /** May be as wrong as somebody typed it; its shape is always that of a profile. */
  profile: ServiceProfile;
  words: ProfileWords;
  /** `undefined` takes it away. */
  set: (path: Path, value: unknown) => void;
  problems: readonly ProfileProblem[];
}

export const EditingContext = createContext<Editing | undefined>(undefined);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('no profile is being edited here');
  return editing;
}
