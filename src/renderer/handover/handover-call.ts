// The key may be pressed anywhere; the screen may not be there yet. It looks here when it appears, and hears later calls.
let waiting = false;
let hear: (() => void) | undefined;

/** Somebody pressed the key: the keyboard goes to what is to be done next in the handover. */
export function askForHandover(): void {
  if (hear) hear();
  else waiting = true;
}

/** The screen is there: `go` is called for each wish, and at once for one that waits. Returns how to stop. */
export function onHandoverAsked(go: () => void): () => void {
  hear = go;
  if (waiting) go();
  waiting = false;
  return () => {
    if (hear === go) hear = undefined;
  };
}
