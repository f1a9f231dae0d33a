// F3 is pressed anywhere; the search box may not be there yet. It looks here when it appears, and hears later calls.
let waiting = false;
let hear: (() => void) | undefined;

/** Somebody wants to type into the search box of the log. */
export function askForSearch(): void {
  if (hear) hear();
  else waiting = true;
}

/** The search box is there: `focus` is called for each wish, and at once for one that waits. Returns how to stop. */
export function onSearchAsked(focus: () => void): () => void {
  hear = focus;
  if (waiting) focus();
  waiting = false;
  return () => {
    if (hear === focus) hear = undefined;
  };
}
