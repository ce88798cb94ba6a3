/** What the server says when it refuses (RFC 9457), with the fields this house adds. */
export interface ProblemDetails {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  /** Stable name of the error, for words that depend on it. */
  code?: string;
  /** The one field that is wrong. */
  field?: string;
  /** Conditions that do not hold yet, in words, each with who can make it hold. */
  unmet?: { condition: string; owner: string }[];
  /** Where it stands now, and what would be possible there. */
  state?: string;
  allowed?: string[];
  /** Refusals by field name. */
  errors?: Record<string, string[]>;
  [more: string]: unknown;
}

/** A refusal, or a connection that did not answer (status 0). */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: ProblemDetails;
  /** The version that stands now, where the server told it. */
  readonly etag: string | null;

  constructor(status: number, problem: ProblemDetails, etag: string | null = null) {
    super(problem.detail ?? problem.title ?? `The server answered ${status}.`);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
    this.etag = etag;
  }

  /** Nobody answered: nothing is known about what happened. */
  get offline() { return this.status === 0; }
  /** The server decided against it: what is sent next is another intention. Without a decision the same one is sent again, under its own key. */
  get decided() { return this.status >= 400 && this.status < 500; }
  /** Someone else changed it first. */
  get conflict() { return this.status === 412; }
  get signedOut() { return this.status === 401; }
  /** The version that stands now, as a number; 0 where the server did not tell it. */
  get newest() { return Number(this.etag?.replace(/\D/g, '') ?? 0); }
  /** The refusal of one field, if the server named it. */
  field(name: string): string | undefined {
    const wanted = name.toLowerCase();
    if (this.problem.field?.toLowerCase() === wanted) return this.problem.detail;
    return Object.entries(this.problem.errors ?? {}).find(([key]) => key.toLowerCase() === wanted)?.[1]?.[0];
  }
}

export const asApiError = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError(0, { title: error instanceof Error ? error.message : String(error) });
