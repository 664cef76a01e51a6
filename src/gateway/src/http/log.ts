export type Fields = Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>;

/** One JSON object per line. Never a credential, a variable's value or an upstream address. */
export interface Log {
  debug(message: string, fields?: Fields): void;
  info(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
}

const order = { debug: 0, info: 1, error: 2 } as const;

export function jsonLog(least: keyof typeof order, write: (line: string) => void = (line) => process.stdout.write(line)): Log {
  const at =
    (level: keyof typeof order) =>
    (message: string, fields: Fields = {}): void => {
      if (order[level] < order[least]) return;
      write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`);
    };
  return { debug: at('debug'), info: at('info'), error: at('error') };
}

export const silentLog: Log = { debug: () => undefined, info: () => undefined, error: () => undefined };
