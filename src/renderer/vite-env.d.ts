/// <reference types="vite/client" />
import type { Bridge } from '../shared/bridge';

declare global {
  interface Window {
    /** Exposed by the preload script; all a window can do. */
    readonly station: Bridge;
  }
}
