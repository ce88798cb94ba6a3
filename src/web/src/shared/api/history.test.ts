import { describe, expect, it } from 'vitest';
import { setCodeLanguage } from '@/shared/i18n/codes';
import { sayChange, sayName, sayValue, toEntries } from './history';

describe('history', () => {
  it('says dates as people write them', () => expect(sayValue('2026-12-04')).toBe('04-Dec-2026'));
  it('says contract names as words', () => expect(sayName('site.request-gate')).toBe('Gate requested'));
  it('shows old and new beside each other for every changed field', () => {
    const entries = toEntries({ id: 'site/x', version: 4, at: '2026-11-22T10:00:00Z', by: 'person/1', byName: 'Marta Zielak', command: 'site.advance', changes: [
      { field: 'status', old: 'qualified', new: 'selected' }, { field: 'waitingOn', old: null, new: 'us' }] });
    expect(entries.map((e) => [e.what, e.old, e.new])).toEqual([['Site moved on: status', 'Qualified', 'Selected'], ['Waiting on', null, 'us']]);
  });
  it('speaks the reader\'s language', () => {
    setCodeLanguage('de');
    const entries = toEntries({ id: 'site/x', version: 4, at: '2026-11-22T10:00:00Z', by: 'person/1', command: 'site.plan-dates', changes: [
      { field: 'SI-220.plan', old: '2026-12-01', new: '2026-12-08' }, { field: 'gate.activation.requestedBy', old: null, new: 'x' }, { field: 'planned', old: '2026-12-01', new: '2026-12-08' }] });
    setCodeLanguage('en');
    expect(entries.map((e) => e.what)).toEqual(['Geplante Daten geändert: SIV erfolgt, geplant', 'Gate 2, Aktivierung, beantragt von']);
  });
  it('of a list tells only what came and went', () =>
    expect(sayChange([{ id: 'a', role: 'lead' }], [{ id: 'a', role: 'lead' }, { id: 'b', role: 'inspector' }])).toEqual({ old: null, new: 'role inspector' }));
  it('of an automatic act names nobody', () =>
    expect(toEntries({ id: 'a', version: 1, at: '', by: 'system', command: 'x.y', changes: [] })[0]?.who).toBeNull());
});
