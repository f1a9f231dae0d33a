import { resolve } from 'node:path';

/** The product's own resources: what ships is what is tested. */
export const resources = resolve(import.meta.dirname, '../../resources');
