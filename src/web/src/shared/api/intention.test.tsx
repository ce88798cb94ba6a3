import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useIntention } from './intention';
import { ApiError } from './problem';

describe('the key of an intention', () => {
  const after = (error: unknown) => {
    const { result } = renderHook(useIntention);
    const before = result.current.key;
    act(() => result.current.failed(error));
    return result.current.key === before;
  };
  it('is kept while nobody knows whether it was done', () => {
    expect(after(new ApiError(0, {}))).toBe(true);
    expect(after(new ApiError(503, { title: 'Outcome unknown' }))).toBe(true);
    expect(after(new ApiError(500, {}))).toBe(true);
  });
  it('is another one when the server decided against it', () => {
    expect(after(new ApiError(409, {}))).toBe(false);
    expect(after(new ApiError(422, {}))).toBe(false);
  });
});
