import { useState, type ReactNode } from 'react';
import { useWords } from '@/shared/i18n/language';
import type { Tone } from '@/shared/types';
import { Icon } from './icons';
import { Shape, type ShapeName } from './Shape';
import { uiWords } from './words';

export interface GateCondition {
  key: string;
  name: string;
  met: boolean;
  tone?: Tone;
  /** Owner and date, or the evidence of a met condition. */
  note?: ReactNode;
  act?: ReactNode;
}

const SHAPE: Record<Tone, ShapeName> = { late: 'triangle', risk: 'diamond', ok: 'tick', acc: 'half', quiet: 'bars', none: 'ring' };
const COLOUR: Record<Tone, string> = { late: 'late', risk: 'risk', ok: 'ok', acc: 'acc', quiet: 't2', none: 't3' };

/** A gate: unmet conditions first with owner and act, met ones folded into one row. */
export function GateChecklist({ name, conditions, state, acts }: { name: string; conditions: GateCondition[]; state?: ReactNode; acts?: ReactNode }) {
  const t = useWords(uiWords);
  const [open, setOpen] = useState(false);
  const met = conditions.filter((c) => c.met);
  const unmet = conditions.filter((c) => !c.met);
  return (
    <section className="sec gate" aria-label={name}>
      <div className="sec-head">
        <Icon name="lock" small />
        <h2 className="grow">{name}</h2>
        <span className="t3">{t.met(met.length, conditions.length)}</span>
      </div>
      {state}
      {unmet.map((c) => <Condition key={c.key} condition={c} />)}
      {met.length > 0 && (
        <div className="cond">
          <Shape name="tick" className="ok" />
          <span>{t.metFolded(met.length)}</span>
          <button type="button" className="act" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? t.fold : t.show}</button>
        </div>
      )}
      {open && met.map((c) => <Condition key={c.key} condition={c} />)}
      {acts && <div className="row wrap" style={{ paddingTop: 8 }}>{acts}</div>}
    </section>
  );
}

function Condition({ condition: c }: { condition: GateCondition }) {
  const tone = c.met ? 'ok' : (c.tone ?? 'none');
  return (
    <div className="cond">
      <Shape name={SHAPE[tone]} className={COLOUR[tone]} />
      <span>{c.name}</span>
      <span>{c.act}</span>
      {c.note && <span className="who">{c.note}</span>}
    </div>
  );
}
