import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newKey, send, setAntiForgery, setOnSignedOut } from './client';
import { ApiError } from './problem';

const answer = (status: number, body?: unknown, headers: Record<string, string> = {}) =>
  new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });

describe('send', () => {
  const fetchMock = vi.fn<typeof fetch>();
  beforeEach(() => vi.stubGlobal('fetch', fetchMock));
  afterEach(() => {
    vi.unstubAllGlobals();
    fetchMock.mockReset();
    setAntiForgery(null);
  });
  const sentHeaders = () => new Headers(fetchMock.mock.calls[0]![1]!.headers);

  it('of a command carries one key, the anti-forgery token and the version seen', async () => {
    fetchMock.mockResolvedValue(answer(200, { ok: true }, { ETag: '"8"' }));
    setAntiForgery('tok');
    const got = await send('/sites/1', { method: 'POST', body: {}, ifMatch: '"7"', idempotencyKey: 'k1' });
    expect(got.etag).toBe('"8"');
    expect(fetchMock.mock.calls[0]![0]).toBe('/api/v1/sites/1');
    expect(sentHeaders().get('Idempotency-Key')).toBe('k1');
    expect(sentHeaders().get('X-Antiforgery')).toBe('tok');
    expect(sentHeaders().get('If-Match')).toBe('"7"');
  });

  it('of a question carries neither key nor token', async () => {
    fetchMock.mockResolvedValue(answer(200, []));
    setAntiForgery('tok');
    await send('/sites');
    expect(sentHeaders().get('Idempotency-Key')).toBeNull();
    expect(sentHeaders().get('X-Antiforgery')).toBeNull();
  });

  it('refused throws what the server said, field by field', async () => {
    fetchMock.mockResolvedValue(answer(422, { title: 'Not possible', detail: 'The date lies in the past.', errors: { Date: ['in the past'] } }));
    const error = await send('/x', { method: 'POST' }).catch((e: unknown) => e as ApiError);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).message).toBe('The date lies in the past.');
    expect((error as ApiError).field('date')).toBe('in the past');
  });

  it('without an answer is told apart from a refusal', async () => {
    fetchMock.mockRejectedValue(new TypeError('network'));
    const error = await send('/x').catch((e: unknown) => e as ApiError);
    expect((error as ApiError).offline).toBe(true);
  });

  it('answered 401 tells the shell once', async () => {
    const told = vi.fn();
    setOnSignedOut(told);
    fetchMock.mockResolvedValue(answer(401));
    await send('/x').catch(() => undefined);
    expect(told).toHaveBeenCalledOnce();
    setOnSignedOut(() => undefined);
  });

  it('keys never repeat', () => expect(new Set(Array.from({ length: 100 }, newKey)).size).toBe(100));
});
