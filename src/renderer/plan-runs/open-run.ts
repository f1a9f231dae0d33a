import type { ShellVerbs } from '../shell';

export const activateKey = 'planRuns.activate';

/** Goes to a run, at one of its tabs. */
export function openRun(shell: ShellVerbs, run: { id: string }, tab = 'steps'): void {
  shell.go(`/runs/${run.id}/${tab}`);
}
