import { Combobox, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { peopleQuery } from '@/features/people/queries';
import { useWords } from '@/shared/i18n/language';
import { commandWords } from './words';

/** Finds a person by a part of name, address or organisation. */
export function PersonPicker({ label, value, onValue, required }: { label: string; value: string | undefined; onValue: (key: string) => void; required?: boolean | undefined }) {
  const t = useWords(commandWords);
  const id = useId();
  const people = useQuery(peopleQuery).data ?? [];
  const chosen = people.find((p) => p.key === value);
  const [typed, setTyped] = useState<string | null>(null);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const words = (typed ?? '').toLowerCase();
  const found = people.filter((p) => `${p.name} ${p.email} ${p.organisation}`.toLowerCase().includes(words)).slice(0, 12);
  const name = (p: (typeof people)[number]) => p.name ?? p.email ?? p.key;
  return (
    <div>
      <label htmlFor={id}><span>{label}</span></label>
      <Combobox store={box} onOptionSubmit={(key) => { onValue(key); setTyped(null); box.closeDropdown(); }}>
        <Combobox.Target>
          <input id={id} className="field" required={required} autoComplete="off" placeholder={t.choose} value={typed ?? (chosen ? name(chosen) : '')}
            onFocus={() => box.openDropdown()} onBlur={() => { box.closeDropdown(); setTyped(null); }}
            onChange={(e) => { setTyped(e.target.value); box.openDropdown(); box.selectFirstOption(); }} />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options mah={240} style={{ overflowY: 'auto' }} aria-label={label}>
            {found.map((p) => (
              <Combobox.Option key={p.key} value={p.key}><b>{name(p)}</b> <span className="t3">{[p.organisation, p.email].filter(Boolean).join(', ')}</span></Combobox.Option>
            ))}
            {found.length === 0 && <Combobox.Empty>{t.nobody}</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </div>
  );
}
