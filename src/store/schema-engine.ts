/**
 * Prisma's schema engine as WebAssembly: the native one is downloaded from outside the package
 * registry and cannot be counted on. The package's own entry imports the `.wasm` file as a
 * module, which Node still calls experimental, so it is instantiated here by hand.
 */
import { readFile } from 'node:fs/promises';
import type { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

interface EngineExports extends WebAssembly.Exports {
  readonly __wbindgen_start: () => void;
}

/** Starts a schema engine that reaches its database through `adapter`. The caller frees it. */
export async function startSchemaEngine(adapter: PrismaPg, schema: string): Promise<SchemaEngine> {
  const file = new URL(
    'schema_engine_bg.wasm',
    import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
  );
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': bindings,
  });
  const engineExports = instance.exports as EngineExports;
  bindings.__wbg_set_wasm(engineExports);
  engineExports.__wbindgen_start();
  return bindings.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}
