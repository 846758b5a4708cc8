/**
 * Prisma's schema engine as WebAssembly. The native one is downloaded from outside the package registry,
 * which may be unreachable. The package's entry point imports the `.wasm` file as a module, which is
 * experimental in Node, so this module instantiates it itself.
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
 * Sends a migration script to the database as one simple query, which is one transaction. Prisma's own
 * adapter splits it at every semicolon, those in comments and function bodies included.
 */
class WholeScriptAdapter extends PrismaPg {
  /** The database's error for a script; the engine reports only that one occurred. */
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

  /** Closes the connections that the engine leaves open: they would block `CREATE DATABASE … TEMPLATE`. */
  async close(): Promise<void> {
    for (const connection of this.#connections) await connection.dispose();
  }
}

interface EngineExports extends WebAssembly.Exports {
  readonly __wbindgen_start: () => void;
}

/**
 * Runs `work` with a schema engine connected to a database. `schema` is the text of `schema.prisma`.
 * If a migration script fails, throws the database's own error.
 */
export async function withSchemaEngine<Result>(
  config: PoolConfig,
  schema: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  const adapter = new WholeScriptAdapter(config);
  const engine = await createEngine(adapter, schema);
  try {
    return await work(engine);
  } catch (error) {
    throw adapter.scriptError ?? error;
  } finally {
    engine.free();
    await adapter.close();
  }
}

async function createEngine(adapter: WholeScriptAdapter, schema: string): Promise<SchemaEngine> {
  // The bindings support one instance: a second would break unfinished work of the first.
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
    './schema_engine_bg.js': { ...bindings, ...unrefTimers(bindings) },
  });
  const engineExports = instance.exports as EngineExports;
  bindings.__wbg_set_wasm(engineExports);
  engineExports.__wbindgen_start();
}

/**
 * The engine never clears the timer of its lock timeout, ten seconds, which would keep a process alive
 * for that long after its work. Returns its import of `setTimeout` with timers that do not.
 */
function unrefTimers(imports: object): object {
  return Object.fromEntries(
    Object.keys(imports)
      .filter((name) => name.startsWith('__wbg_setTimeout_'))
      .map((name) => [
        name,
        (callback: () => void, milliseconds: number) => setTimeout(callback, milliseconds).unref(),
      ]),
  );
}
