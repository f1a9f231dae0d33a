import { z } from 'zod';
import { event } from '../event';
import { ContentHash } from '../input';
import { CorrectionContent, DutyRecordContent } from './content';

/** Freezes the exact content and its SHA-256 over canonical JSON. */
export const dutyRecordSigned = event('dutyRecord.signed@1', z.strictObject({ content: DutyRecordContent, hash: ContentHash }));
export const dutyRecordCorrected = event('dutyRecord.corrected@1', z.strictObject({ content: CorrectionContent, hash: ContentHash }));
