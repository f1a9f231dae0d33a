import type { InputIssue } from '../../shared/answer';
import type { AnyWord } from '../i18n/useWords';
import type { StationRefusal } from './station-refusal';

/**
 * The refusal as a sentence that says what to do next. Looked up as `refusals.<code>` in the words of the slice that
 * refused, then in the common words; an unknown code reads as the common `failed`, with the code for the telephone.
 */
export function describeRefusal(t: AnyWord, refusal: StationRefusal): string {
  const slice = refusal.procedure.slice(0, refusal.procedure.indexOf('.'));
  return t([`${slice}:refusals.${refusal.code}`, `common:refusals.${refusal.code}`, 'common:refusals.unknown'], {
    ...refusal.params,
    code: refusal.code,
  });
}

/** One broken rule of one field as a short text beside it: `rules.<rule>` of the slice, then of the common words. */
export function describeIssue(t: AnyWord, issue: InputIssue, procedure: string): string {
  const slice = procedure.slice(0, procedure.indexOf('.'));
  return t([`${slice}:rules.${issue.rule}`, `common:rules.${issue.rule}`, 'common:rules.other'], { ...issue.params });
}
