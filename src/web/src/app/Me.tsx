import { Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { signOut, useSession } from '@/shared/api/session';
import { useLanguage, useWords } from '@/shared/i18n/language';
import { languages } from '@/shared/i18n/words';
import { writePreference } from '@/shared/preferences';
import { Icon } from '@/ui/icons';
import { useAppearance } from './appearance';
import { singleKeys } from './keys';
import { appWords } from './words';

export const initials = (name: string) => name.split(/\s+/).filter((w) => !/^(dr|prof)\.?$/i.test(w)).map((w) => w[0] ?? '').slice(0, 2).join('').toUpperCase();

/** The person's own menu: appearance, language, keys, tokens, sign out. */
export function Me({ onKeys }: { onKeys: () => void }) {
  const t = useWords(appWords);
  const { person } = useSession();
  const { colorScheme, setColorScheme, density, chooseDensity } = useAppearance();
  const { language, setLanguage } = useLanguage();
  const [, go] = useLocation();
  const [single, setSingle] = useState(singleKeys);
  const client = useQueryClient();
  const leave = useMutation({ mutationFn: signOut, onSettled: () => { client.clear(); location.assign('/'); } });
  const dark = document.documentElement.dataset.mantineColorScheme === 'dark';
  const tick = (on: boolean) => (on ? <Icon name="check" small /> : <span style={{ width: 14, display: 'inline-block' }} />);
  return (
    <div className="me">
      <Menu position="top-start" width={220}>
        <Menu.Target>
          <button type="button" className="who">
            <span className="av" aria-hidden="true">{initials(person?.name ?? '?')}</span>
            <span className="ell">{person?.name ?? person?.email ?? ""}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t.theme}</Menu.Label>
          {(['auto', 'light', 'dark'] as const).map((s) => (
            <Menu.Item key={s} leftSection={tick(colorScheme === s)} onClick={() => setColorScheme(s)}>{{ auto: t.system, light: t.light, dark: t.dark }[s]}</Menu.Item>
          ))}
          <Menu.Label>{t.density}</Menu.Label>
          {(['comfortable', 'compact'] as const).map((d) => (
            <Menu.Item key={d} leftSection={tick(density === d)} onClick={() => chooseDensity(d)}>{t[d]}</Menu.Item>
          ))}
          <Menu.Label>{t.language}</Menu.Label>
          {languages.map((l) => (
            <Menu.Item key={l.code} leftSection={tick(language === l.code)} onClick={() => setLanguage(l.code)} lang={l.code}>{l.name}</Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="key" small />} onClick={() => go('/tokens')}>{t.tokens}</Menu.Item>
          <Menu.Item leftSection={<Icon name="question" small />} onClick={onKeys}>{t.keys}</Menu.Item>
          <Menu.Item leftSection={tick(single)} onClick={() => { writePreference('keys', single ? 'off' : 'on'); setSingle(!single); }}>
            {single ? t.singleKeysOn : t.singleKeysOff}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="out" small />} onClick={() => leave.mutate()}>{t.signOut}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <button type="button" className="btn g ic" aria-label={`${t.theme}: ${dark ? t.light : t.dark}`} onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
        <Icon name={dark ? 'sun' : 'moon'} />
      </button>
    </div>
  );
}
