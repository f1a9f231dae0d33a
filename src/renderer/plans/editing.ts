import { createContext, useContext } from 'react';
import type { FormatProblem } from '../../shared/format-problems';
import type { PlanShape } from '../../shared/plans/template';
import type { PlanWords } from './usePlanWords';

export interface PlanEditing {
  /** May be as wrong as somebody typed it; its shape is always that of a plan. */
  plan: PlanShape;
  words: PlanWords;
  /** The whole plan anew, for what is more than one field. */
  replace: (plan: PlanShape) => void;
  problems: readonly FormatProblem[];
  undo: () => void;
  mayUndo: boolean;
}

export const PlanEditingContext = createContext<PlanEditing | undefined>(undefined);

export function usePlanEditing(): PlanEditing {
  const editing = useContext(PlanEditingContext);
  if (!editing) throw new Error('no plan is being edited here');
  return editing;
}
