import { Suspense, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { studyQuery } from '@/features/studies/queries';
import { useSession } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { formatDate } from '@/shared/dates';
import { SkeletonRows } from '@/ui/Skeleton';
import { Banners } from './Banners';
import { useGlobalKeys } from './keys';
import { KeysDialog } from './KeysDialog';
import { Nav } from './Nav';
import { Palette } from './Palette';
import { useStudyKey } from './place';
import { TopBar } from './TopBar';
import { appWords } from './words';

/** Frame of every page: instance mark, navigation, top bar, and the palette. `ready` = commands may be sent. */
export function Shell({ children, ready }: { children: ReactNode; ready: boolean }) {
  const t = useWords(appWords);
  const { instance } = useSession();
  const study = useStudyKey();
  const record = useQuery({ ...studyQuery(study ?? ''), enabled: study !== null }).data;
  const [path] = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === path;
  const setOpen = (on: boolean) => setOpenAt(on ? path : null);
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  useGlobalKeys({ onPalette: () => setPalette(true), onHelp: () => setKeys(true), study });
  return (
    <div className="app">
      <a className="skip" href="#page">{t.skip}</a>
      <Banners nature={instance.nature} />
      <Nav open={open} study={study} onKeys={() => setKeys(true)} />
      {open && <button type="button" className="nav-scrim" aria-label={t.menu} onClick={() => setOpen(false)} />}
      <div className="main">
        <TopBar onMenu={() => setOpen(!open)} menuOpen={open} onPalette={() => setPalette(true)} />
        <div className="print-head"><span>{t.brand} {instance.version} · {instance.name}{record && ` · ${record.protocolNumber ?? record.shortTitle ?? record.title}`}</span><span>{document.title}</span><span>{t.printed} {formatDate(instance.today)}</span></div>
        <main id="page" className="body" tabIndex={-1} data-ready={ready}>
          <Suspense fallback={<SkeletonRows />}>{children}</Suspense>
        </main>
      </div>
      <Palette opened={palette} onClose={() => setPalette(false)} study={study} />
      <KeysDialog opened={keys} onClose={() => setKeys(false)} />
    </div>
  );
}
