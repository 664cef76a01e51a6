/** Where the region's API is and how long it may take. */
export interface RegionApiSettings {
  /** Origin of the API, e.g. `http://localhost:5080`; no path. */
  readonly origin: string;
  /** Open connections at most; requests beyond wait for one. Default 32. */
  readonly connections?: number;
  /** To open a connection, in milliseconds. Default 1 000. */
  readonly connectTimeoutMs?: number;
  /** To the first byte and between bytes of an answer, in milliseconds; the request's deadline may come first. Default 10 000. */
  readonly answerTimeoutMs?: number;
}
