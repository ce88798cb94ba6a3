import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDraft } from './draft';

describe('drafts', () => {
  beforeEach(() => sessionStorage.clear());
  const open = () => renderHook(() => useDraft('x', () => ({ reason: '', on: '2026-11-24' })));

  it('survive that the form goes away', () => {
    const first = open();
    act(() => first.result.current.put({ reason: 'Director on leave' }));
    first.unmount();
    const again = open();
    expect(again.result.current.values).toEqual({ reason: 'Director on leave', on: '2026-11-24' });
    expect(again.result.current.restored).toBe(true);
  });

  it('are gone once they were sent or given up', () => {
    const first = open();
    act(() => first.result.current.put({ reason: 'x' }));
    act(() => first.result.current.forget());
    expect(open().result.current).toMatchObject({ values: { reason: '' }, restored: false });
  });
});
