import { describe, expect, it } from 'vitest';
import type { SiteRow } from '@/shared/api/records';
import { findable, findEntries, pageEntries, siteEntries } from './paletteEntries';
import { paletteWords } from './paletteWords';

const t = paletteWords.en;
const site = (code: string, name: string): SiteRow => ({ key: `s.${code}`, code, name, country: 'PL', study: 's', status: 'x', statusWord: 'x', version: 1 });
const local = findable([...siteEntries([site('PL-04', 'Szpital Kliniczny Brzegowo'), site('PL-15', 'Klinika Nad Strugą')], t), ...pageEntries('s', t)]);

describe('the palette', () => {
  it('finds a site by a part of its name, accents ignored', () => expect(findEntries('struga', local, [], t)[0]?.title).toBe('PL-15 Klinika Nad Strugą'));
  it('shows what the server found only once', () => {
    const hits = [{ kind: 'sites', key: 's.PL-04', title: 'again', study: 's' }, { kind: 'people', key: 'p', title: 'Brzeska' }];
    expect(findEntries('brze', local, hits, t).map((e) => e.title)).toEqual(['PL-04 Szpital Kliniczny Brzegowo', 'Brzeska']);
  });
  it('offers the pages before anything is typed', () => expect(findEntries('', local, [], t)[0]?.href).toBe('/work'));
  it('answers over 2,000 sites within 50 ms', () => {
    const many = findable(siteEntries(Array.from({ length: 2000 }, (_, i) => site(`X-${i}`, `Hospital ${i}`)), t));
    findEntries('hosp 19', many, [], t);
    const start = performance.now();
    findEntries('hosp 199', many, [], t);
    expect(performance.now() - start).toBeLessThan(50);
  });
});
