import { defineConfig } from 'drizzle-kit';

// Journal and settings only: projections are made from their schema at run time.
export default defineConfig({ dialect: 'sqlite', schema: './src/station/database/schema.ts', out: './resources/migrations' });
