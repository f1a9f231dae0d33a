import { config } from 'zod';

// The window's content policy forbids eval; zod would probe for it when the first schema is made, so this module is imported before any contract.
config({ jitless: true });
