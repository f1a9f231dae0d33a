import { useAnyWord } from '../i18n/useWords';
import { describeIssue } from './describe-refusal';
import type { StationRefusal } from './station-refusal';

/** For forms: the text beside the field at `path` (`roles`, `sysAdmin.login`), or undefined when the station did not object to it. */
export function useFieldErrors(refusal: StationRefusal | undefined): (path: string) => string | undefined {
  const t = useAnyWord();
  return (path) => {
    const issue = refusal?.issues?.find((one) => one.path === path || one.path.startsWith(`${path}.`));
    return issue && refusal ? describeIssue(t, issue, refusal.procedure) : undefined;
  };
}
