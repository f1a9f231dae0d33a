import { createContext, useContext } from 'react';
import type { FormatProblem } from '../../shared/format-problems';
import type { Path } from './edit-path';

/** What is edited of a format of ours (a service profile, an emergency plan), for fields that know only their place in it. */
export interface FormatEditing {
  /** May be as wrong as somebody typed it; its shape is always that of its format. */
  whole: unknown;
  /** In the reader's language. */
  say: (words: { zh: string; en: string }) => string;
  /** `undefined` takes it away. */
  set: (path: Path, value: unknown) => void;
  problems: readonly FormatProblem[];
}

export const FormatEditingContext = createContext<FormatEditing | undefined>(undefined);

export function useFormatEditing(): FormatEditing {
  const editing = useContext(FormatEditingContext);
  if (!editing) throw new Error('nothing is being edited here');
  return editing;
}

/** What is wrong at a place or inside it. */
export function problemsUnder(problems: readonly FormatProblem[], path: Path): FormatProblem[] {
  const place = path.join('.');
  return problems.filter((problem) => problem.path === place || problem.path.startsWith(`${place}.`));
}
