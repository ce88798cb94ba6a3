import { afterEach, describe, expect, it } from 'vitest';
import { codeWord, localize, setCodeLanguage, statusWord } from './codes';

describe('words of codes', () => {
  afterEach(() => setCodeLanguage('en'));

  it('says a status by the kind of its record', () => {
    expect(statusWord('site', 'active', 'de')).toBe('Aktiviert');
    expect(statusWord('person', 'active', 'de')).toBe('Aktiv');
  });

  it('says an unknown status as words instead of nothing', () => expect(statusWord('site', 'quite-new')).toBe('Quite new'));

  it('puts words beside codes wherever they stand in an answer', () => {
    setCodeLanguage('de');
    const answer = localize({ items: [{ id: 'site/x', status: 'active', statusWord: 'Activated', nextCode: 'SI-270', nextStep: 'Site activated', steps: [{ code: 'SI-220', name: 'SIV done' }] }] });
    expect(answer.items[0]).toMatchObject({ statusWord: 'Aktiviert', nextStep: 'Zentrum aktiviert', steps: [{ name: 'SIV erfolgt' }] });
  });

  it('says conditions of the gate they belong to', () => {
    setCodeLanguage('de');
    const gate = localize({ gate: 'activation', status: 'open', statusWord: 'Open', conditions: [{ code: 'siv-done', text: 'Initiation visit done' }] });
    expect(gate).toMatchObject({ statusWord: 'Offen', conditions: [{ text: 'Initiierungsbesuch erfolgt' }] });
  });

  it('says each record that a condition looks at', () => {
    setCodeLanguage('de');
    const gate = localize({ gate: 'ip-release', conditions: [{ code: 'submissions/x1', text: 'Other approvals that the site needs are there (ctr-decision)' }, { code: 'documents/x2', text: 'Curriculum vitae' }] });
    expect(gate.conditions.map((c) => c.text)).toEqual(['Weitere Genehmigungen, die das Zentrum braucht, liegen vor (EU-CTR-Entscheidung)', 'Curriculum vitae']);
  });

  it('leaves what people named, and a site whose code looks like a milestone', () => {
    setCodeLanguage('de');
    expect(localize({ code: 'SI-270', name: 'Klinik Ljubljana', country: 'SI' }).name).toBe('Klinik Ljubljana');
    expect(localize({ title: 'Return the CV' }).title).toBe('Return the CV');
    expect(codeWord('milestone', 'XX-000')).toBeNull();
  });
});
