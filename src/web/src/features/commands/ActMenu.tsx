import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '@/shared/i18n/language';
import { Icon } from '@/ui/icons';
import { actsOf } from './acts';
import { CommandDialog, useSay } from './CommandDialog';
import type { Act, Target } from './types';
import { commandWords } from './words';

/** Everything the server allows at one record, in the order of the work. */
export function ActMenu({ target, allowed, label, primary, choices, extra, startOpen }: {
  target: Target; allowed: readonly string[] | undefined; label?: string; primary?: boolean;
  /** Values that the server says are possible now, by `contract.field`. */
  choices?: Readonly<Record<string, readonly string[]>>;
  /** Acts beside those of the record itself. */
  extra?: readonly Act[];
  /** Open at once: somebody pressed while it was still loading. */
  startOpen?: boolean;
}) {
  const t = useWords(commandWords);
  const say = useSay();
  const [act, setAct] = useState<Act | null>(null);
  const acts = [...actsOf(target.kind, allowed).map((a) => narrow(a, choices)), ...(extra ?? [])];
  const items = (apart: boolean) => acts.filter((a) => !!a.apart === apart).map((a) => (
    <Menu.Item key={say(a.label)} onClick={() => setAct(a)}>{say(a.label)}</Menu.Item>
  ));
  return (
    <>
      <Menu position="bottom-end" width={280} defaultOpened={startOpen ?? false}>
        <Menu.Target>
          {label
            ? <button type="button" className={`btn${primary ? ' p' : ''}`}>{label}<Icon name="down" small /></button>
            : <button type="button" className="btn g ic" aria-label={t.acts(target.name)}><Icon name="more" /></button>}
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          {acts.length === 0 && <Menu.Label>{t.noActs}</Menu.Label>}
          {items(false)}
          {acts.some((a) => a.apart) && acts.some((a) => !a.apart) && <Menu.Divider />}
          {items(true)}
        </Menu.Dropdown>
      </Menu>
      {act && <CommandDialog act={act} target={target} onClose={() => setAct(null)} />}
    </>
  );
}

/** Offers only what is possible from here; without knowledge everything stays. */
export function narrow(act: Act, choices: Readonly<Record<string, readonly string[]>> | undefined): Act {
  return {
    ...act,
    fields: act.fields.map((f) => {
      const possible = choices?.[`${act.type}.${f.name}`];
      return possible && f.options && act.fixed === undefined ? { ...f, options: f.options.filter(([value]) => possible.includes(value)) } : f;
    }),
  };
}
