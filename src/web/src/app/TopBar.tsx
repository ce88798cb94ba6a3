import { Fragment } from 'react';
import { Link } from 'wouter';
import { useWords } from '@/shared/i18n/language';
import { Icon } from '@/ui/icons';
import { useCrumbs } from './crumbs';
import { appWords } from './words';

export function TopBar({ onMenu, menuOpen, onPalette }: { onMenu: () => void; menuOpen: boolean; onPalette: () => void }) {
  const t = useWords(appWords);
  const crumbs = useCrumbs();
  return (
    <header className="top">
      <button type="button" className="btn g ic menu-btn" aria-label={t.menu} aria-expanded={menuOpen} onClick={onMenu}><Icon name="menu" /></button>
      <div className="crumb grow">
        {crumbs.map((c, i) => (
          <Fragment key={`${c.text}${i}`}>
            {i > 0 && <Icon name="right" small />}
            {c.href && i < crumbs.length - 1 ? <Link href={c.href} className="ell">{c.text}</Link> : <b className="ell">{c.text}</b>}
          </Fragment>
        ))}
      </div>
      <button type="button" className="btn g" onClick={onPalette} aria-keyshortcuts="Control+K">
        <Icon name="search" /><span className="word">{t.search}</span>
        <kbd className="kbd hide-s">Ctrl</kbd><kbd className="kbd hide-s">K</kbd>
      </button>
    </header>
  );
}
