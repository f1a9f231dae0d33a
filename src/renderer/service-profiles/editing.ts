import { createContext, useContext } from 'react';
import type { ProfileProblem } from '../../shared/service-profiles/contract';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import type { Path } from './edit-path';
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

/** What is wrong at a place or inside it. */
export function problemsUnder(problems: readonly ProfileProblem[], path: Path): ProfileProblem[] {
  const place = path.join('.');
  return problems.filter((problem) => problem.path === place || problem.path.startsWith(`${place}.`));
}
