import { lazy } from 'react';

/** Loaded only on the one day it is needed. */
export const FirstRun = lazy(async () => ({ default: (await import('./FirstRun')).FirstRun }));
