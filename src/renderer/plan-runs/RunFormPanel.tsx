import type { ComponentType } from 'react';
import { RefusalNote } from '../widgets/RefusalNote';
import { AddStepForm } from './AddStepForm';
import { ClosePhaseForm } from './ClosePhaseForm';
import { CommanderForm } from './CommanderForm';
import { LevelForm } from './LevelForm';
import { TargetForm } from './TargetForm';
import type { RunFormKind, RunFormProps } from './run-form';
import { useRun } from './useRuns';
import { WithdrawForm } from './WithdrawForm';

const forms: Record<RunFormKind, ComponentType<RunFormProps>> = {
  level: LevelForm,
  target: TargetForm,
  withdraw: WithdrawForm,
  commander: CommanderForm,
  addStep: AddStepForm,
  closePhase: ClosePhaseForm,
};
export interface RunFormPanelProps extends Omit<RunFormProps, 'run'> {
  run: string;
  form: RunFormKind;
}

/** What a leader does with a run as a whole, beside whatever is on the screen. */
export function RunFormPanel({ run: id, form, ...rest }: RunFormPanelProps) {
  const { data: run, refusal } = useRun(id);
  const Chosen = forms[form];
  return run ? <Chosen run={run} {...rest} /> : <RefusalNote refusal={refusal} />;
}
