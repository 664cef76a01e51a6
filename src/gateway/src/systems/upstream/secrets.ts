import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Gives a secret by its name; undefined when nobody has set it. */
export type Secrets = (name: string) => string | undefined;

/**
 * Secrets from the environment, or from one file each in a folder (as Kubernetes and systemd hand them out). Read at every use,
 * so that a changed secret needs no restart.
 */
export function secretsFrom(environment: Readonly<Record<string, string | undefined>>, folder: string | undefined): Secrets {
  return (name) => {
    const given = environment[name];
    if (given !== undefined && given !== '') return given;
    if (folder === undefined) return undefined;
    try {
      const content = readFileSync(join(folder, name), 'utf8').trim();
      return content === '' ? undefined : content;
    } catch {
      return undefined;
    }
  };
}
