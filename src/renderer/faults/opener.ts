/** Opens a fault beside the screen; with `step`, at its next step. Handed down, for the panels themselves are opened there. */
export type FaultOpener = (fault: { id: string; number: string }, step?: boolean) => void;
