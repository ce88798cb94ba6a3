import { codeLanguage, localize } from '@/shared/i18n/codes';
import { ApiError, type ProblemDetails } from './problem';

export interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** The version the person saw; the server refuses when it is no longer the newest. */
  ifMatch?: string;
  /** One key for one intention: a repeated send of the same intention takes effect once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Of a file that is sent as it is. */
  contentType?: string;
  /** A file as it is, instead of JSON. */
  as?: 'blob';
}

export interface Answer<T> { data: T; etag: string | null; status: number; headers: Headers }

const BASE = '/api/v1';
let antiForgery: { header: string; token: string } | null = null;
let onSignedOut: () => void = () => undefined;

/** Every unsafe request carries this token; a page of another origin cannot read it. */
export function setAntiForgery(token: string | null, header = 'X-Antiforgery'): void {
  antiForgery = token ? { header, token } : null;
}

export function setOnSignedOut(handler: () => void): void {
  onSignedOut = handler;
}

/** A key for a new intention. `randomUUID` is missing where the page came over plain HTTP. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}

/** Sends one request. Refusals and dead connections are thrown as {@link ApiError}. */
export async function send<T>(path: string, request: Request = {}): Promise<Answer<T>> {
  const method = request.method ?? 'GET';
  // The reader's language, which may be another than the browser's: texts of plans come in it.
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': codeLanguage() });
  const isForm = typeof FormData !== 'undefined' && request.body instanceof FormData;
  const isText = typeof request.body === 'string' || (typeof Blob !== 'undefined' && request.body instanceof Blob);
  if (request.body !== undefined && !isForm && !isText) headers.set('Content-Type', 'application/json');
  if (isText) headers.set('Content-Type', request.contentType ?? 'application/octet-stream');
  if (request.ifMatch) headers.set('If-Match', request.ifMatch);
  if (method !== 'GET') {
    headers.set('Idempotency-Key', request.idempotencyKey ?? newKey());
    if (antiForgery) headers.set(antiForgery.header, antiForgery.token);
  }

  let response: Response;
  try {
    response = await fetch(path.startsWith('/') && !path.startsWith(BASE) ? BASE + path : path, {
      method,
      headers,
      body: request.body === undefined ? undefined : isForm || isText ? (request.body as BodyInit) : JSON.stringify(request.body),
      signal: request.signal,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, { title: 'The server did not answer.', code: 'offline' });
  }

  const data: unknown = response.status === 204 ? undefined : request.as === 'blob' && response.ok ? await response.blob() : await readBody(response);
  if (!response.ok) {
    if (response.status === 401) onSignedOut();
    const problem = typeof data === 'object' && data !== null ? (data as ProblemDetails) : { title: response.statusText };
    throw new ApiError(response.status, problem, response.headers.get('ETag'));
  }
  return { data: data as T, etag: response.headers.get('ETag'), status: response.status, headers: response.headers };
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) return text;
  try {
    return localize(JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

export const get = async <T>(path: string, signal?: AbortSignal) => (await send<T>(path, { signal })).data;
export const post = async <T>(path: string, body?: unknown, more: Request = {}) => (await send<T>(path, { ...more, method: 'POST', body })).data;
