/** A system a province connects, as its file describes it. docs/connecting-a-system.md explains every field to operators. */
export interface SystemFile {
  /** Unique in the region, such as `79-hotline`. */
  readonly id: string;
  readonly name: BothLanguages;
  readonly owner: BothLanguages;
  /** Made-up data: marked wherever it shows, and never delivered into a real report. */
  readonly illustrative: boolean;
  /** The unit whose folder the file lies in, such as `79@2025-07-01`. */
  readonly unit: string;
  /** Unit keys the system is asked about; nobody else's key is ever sent to it. */
  readonly units: readonly string[];
  readonly protocol: Protocol;
  /** Scheme, host, port and base path; nothing else is ever called. */
  readonly address: URL;
  readonly credential: Credential | undefined;
  /** Who may see its fields: everyone, whoever signed in, or the unit itself and the region. */
  readonly readableBy: 'everyone' | 'signedIn' | 'unit';
  /** One call to the system, milliseconds. */
  readonly timeoutMs: number;
  /** Calls under way at the same time, at most. */
  readonly atOnce: number;
  /** A value this young is answered without asking again, seconds. */
  readonly freshSeconds: number;
  /** A value older than this is not answered even when the system is down, hours. */
  readonly keepHours: number;
  readonly reads: readonly Read[];
  readonly figures: readonly FigureSource[];
  /** Name of the secret holding the RegionLink API key the figures are delivered with. */
  readonly deliverWith: string | undefined;
  /** Only for `graphql`: the server's own Federation v2 SDL. */
  readonly sdl: string | undefined;
  /** Only for `graphql`: send the caller's own credential; then nothing is remembered between requests. */
  readonly forwardCaller: boolean;
}

export interface BothLanguages {
  readonly vi: string;
  readonly en: string;
}

export const protocols = ['rest', 'soap', 'odata', 'postgresql', 'graphql'] as const;
export type Protocol = (typeof protocols)[number];

/** The name of a secret and how it is sent; the secret itself is never in the file. */
export interface Credential {
  readonly name: string;
  readonly as: 'bearer' | 'basic' | 'header';
  /** Only for `header`. */
  readonly header: string | undefined;
}

/** One question to the system, and the fields its answer fills. */
export interface Read {
  /** Type of the graph whose objects get the fields, such as `Unit` or `Project`. */
  readonly entity: string;
  readonly key: KeyRule;
  readonly request: Request;
  /** When given, every record found becomes an item of this list; else the one record fills fields of the entity itself. */
  readonly list: ListField | undefined;
  readonly fields: readonly FieldMapping[];
  /** Asked `{from}` and `{to}`: the fields take the days of a period as arguments. */
  readonly byPeriod: boolean;
  /** A platform key the check asks about; by default the system's own unit. */
  readonly example: string | undefined;
}

export interface KeyRule {
  /** What the system knows an object by: the whole platform key, the unit's code, or the project's number. */
  readonly is: 'id' | 'code' | 'number';
  /** Where a record says which object it is about; needed unless objects are asked one by one. */
  readonly field: string | undefined;
  /** OData only: whether the system's key is a text or a number. */
  readonly type: 'string' | 'number';
  /** System keys that follow no rule, by platform key. */
  readonly map: Readonly<Record<string, string>>;
}

export type Request =
  | { readonly protocol: 'rest'; readonly path: string; readonly items: string }
  | {
      readonly protocol: 'soap';
      readonly path: string;
      readonly namespace: string;
      readonly operation: string;
      readonly action: string;
      readonly keyElement: string;
      readonly parameters: Readonly<Record<string, string>>;
      readonly oneByOne: boolean;
      readonly items: string;
    }
  | { readonly protocol: 'odata'; readonly set: string; readonly where: Readonly<Record<string, string>> }
  | {
      readonly protocol: 'postgresql';
      readonly table: string;
      readonly where: Readonly<Record<string, string>>;
      readonly order: string | undefined;
    };

export interface ListField extends BothLanguages {
  readonly field: string;
  /** Name of the item's type in the graph. */
  readonly type: string;
  readonly atMost: number;
}

export const fieldTypes = ['String', 'Int', 'Decimal', 'Boolean', 'Date', 'DateTime'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** One field of the graph and where its value stands in a record. */
export interface FieldMapping extends BothLanguages {
  readonly name: string;
  readonly type: FieldType;
  /** Path (`tong.da_xu_ly`), element, property or column. */
  readonly from: string;
  /** Unit of measure, such as `calls` or `VND`; null where there is none. */
  readonly unit: string | undefined;
}

/** A figure of the reports that comes from this system and from nowhere else. */
export interface FigureSource {
  readonly metric: string;
  /** Name of a field of a `Unit` read asked by period. */
  readonly field: string;
}
