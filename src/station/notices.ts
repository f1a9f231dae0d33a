import { noteAbsences } from './attendance';
import { noticeUnsigned } from './handover';
import type { Notice } from './notice';

/** Every notice of the station. A slice that watches the clock adds its line here. */
export const notices: readonly Notice[] = [noteAbsences, noticeUnsigned];
