/**
 * Prisma's schema engine as WebAssembly: the native one is downloaded from outside the package
 * registry and cannot be counted on. The package's own entry imports the `.wasm` file as a
 * module, which Node still calls experimental, so it is instantiated here by hand.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { PoolConfig } from 'pg';

/**
 * Prisma's adapter runs a script statement by statement, cut at every semicolon, comments and
 * function bodies included. Sent whole, it is one transaction: applied, or not at all.
 */
class WholeScripts extends PrismaPg {
  /** What the database said of a script; the engine itself reports only that there was an error. */
  scriptError: unknown = null;
  readonly #connections: Awaited<ReturnType<PrismaPg['connect']>>[] = [];

  override async connect(): ReturnType<PrismaPg['connect']> {
    const connection = await super.connect();
    this.#connections.push(connection);
    connection.executeScript = async (script) => {
      try {
        await connection.underlyingDriver().query(script);
      } catch (error) {
        this.scriptError = error;
        throw error;
      }
    };
    return connection;
  }

  /** The engine leaves its connections open, which would keep others from copying the database. */
  async close(): Promise<void> {
    for (const connection of this.#connections) await connection.dispose();
  }
}

interface EngineExports extends WebAssembly.Exports {
  readonly __wbindgen_start: () => void;
}

/**
 * Runs `work` with a schema engine on a database. Where a script fails, what the database
 * said is thrown.
 */
export async function withSchemaEngine<Result>(
  config: PoolConfig,
  schema: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  const adapter = new WholeScripts(config);
  const engine = await start(adapter, schema);
  try {
    return await work(engine);
  } catch (error) {
    throw adapter.scriptError ?? error;
  } finally {
    engine.free();
    await adapter.close();
  }
}

async function start(adapter: WholeScripts, schema: string): Promise<SchemaEngine> {
  // The bindings know one instance only: a second would break what the first still has to finish.
  instantiated ??= instantiate();
  await instantiated;
  return bindings.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}

let instantiated: Promise<void> | null = null;

async function instantiate(): Promise<void> {
  const bindingsFile = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const file = join(dirname(bindingsFile), 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': bindings,
  });
  const engineExports = instance.exports as EngineExports;
  bindings.__wbg_set_wasm(engineExports);
  engineExports.__wbindgen_start();
}
