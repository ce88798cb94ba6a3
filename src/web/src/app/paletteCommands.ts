import { useMemo } from 'react';
import { useLanguage, useWords } from '@/shared/i18n/language';
import { useAppearance } from './appearance';
import { useOfferedCommands } from './pageCommands';
import type { Entry } from './paletteEntries';
import { paletteWords } from './paletteWords';
import { studyPath } from './place';

/** Commands that hold everywhere; each stands in a menu too. */
export function usePaletteCommands(study: string | null): Entry[] {
  const t = useWords(paletteWords);
  const { setColorScheme, density, chooseDensity } = useAppearance();
  const { language, setLanguage } = useLanguage();
  const offered = useOfferedCommands();
  return useMemo(() => {
    const run = (id: string, title: string, icon: Entry['icon'], act: () => void, keys?: string): Entry => ({ id: `cmd/${id}`, group: t.commands, title, icon, href: '', run: act, ...(keys ? { keys } : {}) });
    const go = (id: string, title: string, icon: Entry['icon'], href: string): Entry => ({ id: `cmd/${id}`, group: t.commands, title, icon, href });
    return [
      ...offered.map((c) => run(c.id, c.title, c.icon, c.run, c.keys)),
      ...(study ? [go('late', t.cmdLate, 'grid', studyPath(study, '/sites?f.slip=11&group=none')), go('timeline', t.cmdTimeline, 'time', studyPath(study, '/timeline'))] : []),
      go('team', t.cmdTeam, 'users', '/work?who=team'),
      run('copy', t.cmdCopy, 'link', () => void navigator.clipboard?.writeText(location.href), 'C'),
      run('print', t.cmdPrint, 'print', () => setTimeout(() => print(), 200)),
      run('light', t.cmdLight, 'sun', () => setColorScheme('light')),
      run('dark', t.cmdDark, 'moon', () => setColorScheme('dark')),
      run('density', t.cmdDensity, 'columns', () => chooseDensity(density === 'compact' ? 'comfortable' : 'compact')),
      run('language', t.cmdLanguage, 'globe', () => setLanguage(language === 'en' ? 'de' : 'en')),
    ];
  }, [t, study, offered, setColorScheme, density, chooseDensity, language, setLanguage]);
}
