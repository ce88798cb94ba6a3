import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { sitesQuery } from '@/features/sites/queries';
import { studiesQuery } from '@/features/studies/queries';
import { get } from '@/shared/api/client';
import { useWords } from '@/shared/i18n/language';
import { Icon } from '@/ui/icons';
import './palette.css';
import { PaletteItem } from './PaletteItem';
import { usePaletteCommands } from './paletteCommands';
import { findable, findEntries, pageEntries, siteActs, siteEntries, studyEntries, type Entry, type SearchHit } from './paletteEntries';
import { paletteWords } from './paletteWords';

const NO_HITS: SearchHit[] = [];

/** Ctrl K: everything on this screen at once, the whole installation a moment later. */
export function Palette({ opened, onClose, study }: { opened: boolean; onClose: () => void; study: string | null }) {
  const t = useWords(paletteWords);
  return (
    <Modal.Root opened={opened} onClose={onClose} size={640} padding={0} yOffset="12vh">
      <Modal.Overlay color="var(--scrim)" backgroundOpacity={1} />
      <Modal.Content aria-label={t.title} radius="lg">{opened && <PaletteBody onClose={onClose} study={study} />}</Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody({ onClose, study }: { onClose: () => void; study: string | null }) {
  const t = useWords(paletteWords);
  const [, go] = useLocation();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [asked] = useDebouncedValue(text.trim(), 120);
  const sites = useQuery({ ...sitesQuery(study ?? ''), enabled: study !== null }).data;
  const studies = useQuery(studiesQuery).data;
  const remote = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => get<{ items: SearchHit[] } | SearchHit[]>(`/search?q=${encodeURIComponent(asked)}`, signal),
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
  }).data;
  const hits = useMemo(() => (Array.isArray(remote) ? remote : (remote?.items ?? [])), [remote]);
  const commands = usePaletteCommands(study);
  // Thousands of sites are folded once; a key only looks through them.
  const local = useMemo(() => findable([...siteEntries(sites ?? [], t), ...studyEntries(studies ?? [], t), ...commands, ...pageEntries(study, t)]), [sites, studies, study, t, commands]);
  const fresh = asked === text.trim() ? hits : NO_HITS;
  const found = useMemo(() => findEntries(text, local, fresh, t), [text, local, fresh, t]);
  const first = text.trim() ? found.find((e) => e.id.startsWith('site/')) : undefined;
  const site = first && sites?.find((s) => `site/${s.key}` === first.id);
  const entries = useMemo(() => (site ? [...found.filter((e) => e.group === t.sites), ...siteActs(site, t), ...found.filter((e) => e.group !== t.sites)] : found), [site, found, t]);
  const current = Math.min(at, entries.length - 1);
  const close = useRef(onClose);
  useEffect(() => { close.current = onClose; });
  const open = useCallback((entry: Entry | undefined, tab: boolean) => {
    if (!entry) return;
    close.current();
    if (entry.run) entry.run();
    else if (tab) window.open(entry.href, '_blank', 'noopener');
    else go(entry.href);
  }, [go]);
  const keys = (e: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step) {
      e.preventDefault();
      setAt((current + step + entries.length) % Math.max(1, entries.length));
    } else if (e.key === 'Enter') {
      e.preventDefault();
      open(entries[current], e.ctrlKey || e.metaKey);
    }
  };
  return (
    <div className="palette">
      <div className="p-in">
        <Icon name="search" />
        <input autoFocus data-autofocus role="combobox" aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list" aria-label={t.title}
          aria-activedescendant={entries[current] ? `palette-${current}` : undefined} placeholder={t.placeholder}
          value={text} onChange={(e) => { setText(e.target.value); setAt(0); }} onKeyDown={keys} />
        <kbd className="kbd">Esc</kbd>
      </div>
      <div id="palette-list" role="listbox" aria-label={t.title} className="p-list">
        {entries.map((entry, i) => <PaletteItem key={entry.id} entry={entry} index={i} chosen={i === current} head={entries[i - 1]?.group !== entry.group} onPoint={setAt} onOpen={open} />)}
        {entries.length === 0 && <p className="p-none t3">{t.nothing}</p>}
      </div>
      <div className="p-foot">
        <span><kbd className="kbd">↑</kbd> <kbd className="kbd">↓</kbd> {t.choose}</span>
        <span><kbd className="kbd">↵</kbd> {t.open}</span>
        <span><kbd className="kbd">Ctrl</kbd> <kbd className="kbd">↵</kbd> {t.newTab}</span><span className="grow" /><span className="t3 hide-xs">{t.inMenu}</span>
      </div>
    </div>
  );
}
