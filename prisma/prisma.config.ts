import { defineConfig } from 'prisma/config';

// `prisma generate` first tries to download the native schema engine, which it never runs.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({ schema: 'schema.prisma', migrations: { path: 'migrations' } });
