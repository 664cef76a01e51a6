import { buildSchema } from 'graphql';

/** What a new client schema takes away from the one published, in words; empty when every client goes on working. */
export async function breakingChanges(publishedSdl: string, nextSdl: string): Promise<readonly string[]> {
  // Needed at a reload only, and large.
  const { CriticalityLevel, diff } = await import('@graphql-inspector/core');
  const build = (sdl: string) => buildSchema(sdl, { assumeValidSDL: true });
  const changes = await diff(build(publishedSdl), build(nextSdl));
  return changes.filter((change) => change.criticality.level === CriticalityLevel.Breaking).map((change) => change.message);
}
