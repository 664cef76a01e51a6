import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineOptions } from '../engine/engine.js';
import type { GraphParts } from '../graph-parts.js';
import type { Log } from '../http/log.js';
import { buildGraph, type Build } from './build-graph.js';
import { RunningGraph } from './running-graph.js';
import { breakingChanges } from './schema-changes.js';

export interface ServedGraphOptions {
  readonly parts: () => GraphParts;
  readonly engine: EngineOptions;
  readonly stateFolder: string;
  readonly allowBreaking: boolean;
  readonly log: Log;
}

/** The graph being served, and how it is replaced. */
export interface ServedGraph {
  readonly running: RunningGraph;
  /** Of the version being served. */
  readonly breakers: GraphParts['breakers'];
  /** Reads everything again; the old graph stays when the new one has a problem. True when it was replaced. */
  reload(): Promise<boolean>;
}

/** @throws Error with every problem when there is no graph to serve at all. */
export async function serveGraph(options: ServedGraphOptions): Promise<ServedGraph> {
  const { log } = options;
  let parts = options.parts();
  const first = await build(parts, null);
  if (!first.ok) throw new Error(first.problems.join('\n'));
  const running = new RunningGraph(first.engine, (error) => log.error('A replaced subgraph did not close.', { error: String(error) }));
  await compareWithLastRun(first.engine.clientSdl);
  let reloading: Promise<boolean> = Promise.resolve(false);

  return {
    running,
    breakers: () => parts.breakers(),
    // One at a time: two signals in a row must not leave the older graph.
    reload: () => (reloading = reloading.then(reload, reload)),
  };

  async function reload(): Promise<boolean> {
    let next: GraphParts;
    try {
      next = options.parts();
    } catch (error) {
      log.error('The new graph cannot be read; the old one stays.', { error: error instanceof Error ? error.message : String(error) });
      return false;
    }
    const built = await build(next, options.allowBreaking ? null : running.engine.clientSdl);
    if (!built.ok) {
      log.error('The new graph has problems; the old one stays.', { problems: built.problems });
      await Promise.all(next.subgraphs.map(async (subgraph) => subgraph.close?.()));
      return false;
    }
    running.swap(built.engine);
    parts = next;
    await remember(built.engine.clientSdl);
    log.info('A new graph is served.', { subgraphs: built.engine.subgraphs.map(({ name }) => name) });
    return true;
  }

  function build({ subgraphs }: GraphParts, publishedSdl: string | null): Promise<Build> {
    return buildGraph(subgraphs, options.engine, publishedSdl);
  }

  /** A restart is a decision somebody made, so it is only told what clients lose by it. */
  async function compareWithLastRun(clientSdl: string): Promise<void> {
    const earlier = await readFile(published(), 'utf8').catch(() => null);
    if (earlier !== null && earlier !== clientSdl) {
      const breaking = await breakingChanges(earlier, clientSdl).catch((error: unknown) => [String(error)]);
      if (breaking.length > 0) log.error('Clients lose parts of the schema since the last run.', { changes: breaking });
    }
    await remember(clientSdl);
  }

  async function remember(clientSdl: string): Promise<void> {
    await mkdir(options.stateFolder, { recursive: true });
    await writeFile(published(), clientSdl);
  }

  function published(): string {
    return join(options.stateFolder, 'published.graphql');
  }
}
