import { useState } from 'react';
import { approveGate, rejectGate, requestGate } from '@/features/commands/acts/site';
import { CommandDialog } from '@/features/commands/CommandDialog';
import type { Act, Target } from '@/features/commands/types';
import { within } from '@/shared/api/history';
import { formatDate } from '@/shared/dates';
import { useSession } from '@/shared/api/session';
import { statusWord } from '@/shared/i18n/codes';
import { useWords } from '@/shared/i18n/language';
import { useOwnerName } from '@/shared/roles';
import { GateChecklist, type GateCondition } from '@/ui/GateChecklist';
import { StatusBadge } from '@/ui/StatusBadge';
import type { SiteCondition, SiteGate } from './queries';
import { siteWords } from './words';

/** Where a condition is worked on: a tab of this page. */
function placeOf(code: string): 'contract' | 'submissions' | 'documents' | 'tasks' | 'people' | null {
  if (code.startsWith('contract')) return 'contract';
  if (/^(submissions|authority|ethics)/.test(code)) return 'submissions';
  if (/^(documents|versions)/.test(code)) return 'documents';
  if (/^(tasks|siv|trained|systems)/.test(code)) return 'tasks';
  return code.startsWith('pi') ? 'people' : null;
}

/** What was found is often only a status: then its word. */
const found = (text: string | null | undefined) => (text && /^[a-z]+(-[a-z]+)*$/.test(text) ? within(statusWord(null, text)) : text);

const toCondition = (c: SiteCondition, open: (tab: string) => void, word: string, ownerName: (owner: string | null | undefined) => string | null): GateCondition => ({
  key: c.code, name: c.text, met: c.met, tone: c.met ? 'ok' : 'none',
  note: [c.met ? null : ownerName(c.owner), c.detail].map(found).filter(Boolean).join(', '),
  ...(!c.met && placeOf(c.code) ? { act: <button type="button" className="act" onClick={() => open(placeOf(c.code)!)}>{word}<span className="sr">: {c.text}</span></button> } : {}),
});

/** The two gates: unmet conditions, and the acts of whoever may request or approve. */
export function Gates({ gates, target, allowed, onOpen }: { gates: SiteGate[]; target: Target; allowed: string[]; onOpen: (tab: string) => void }) {
  const ownerName = useOwnerName();
  const t = useWords(siteWords);
  const [act, setAct] = useState<Act | null>(null);
  const me = useSession().person?.key;
  const name = (g: SiteGate) => ({ 'ip-release': t.gate1, activation: t.gate2 })[g.gate] ?? g.name;
  const open = (base: Act, g: SiteGate) => setAct({ ...base, label: [`${base.label[0]}: ${name(g)}`, `${base.label[1]}: ${name(g)}`], fixed: { gate: g.gate } });
  if (gates.length === 0) return <section className="sec"><h2>{t.gate1}</h2><p className="t3">{t.noConditions}</p></section>;
  return (
    <>
      {gates.map((g) => {
        const approved = g.status === 'approved' || !!g.approvedOn;
        const requested = g.status === 'requested';
        const mine = requested && !!me && (g.requestedBy ?? '').endsWith(me);
        return (
          <GateChecklist key={g.gate} name={name(g)} conditions={g.conditions.map((c) => toCondition(c, onOpen, t.open, ownerName))}
            state={approved
              ? <p><StatusBadge tone="ok" word={t.approvedBy(g.approvedByName ?? '', g.approvedOn ? formatDate(g.approvedOn) : '')} /></p>
              : requested ? <p><StatusBadge tone="acc" word={t.requested(g.requestedByName ?? '', g.requestedOn ? formatDate(g.requestedOn) : '')} /></p> : undefined}
            acts={!approved && (
              <>
                {!requested && allowed.includes('site.request-gate') && <button type="button" className="btn" onClick={() => open(requestGate, g)}>{t.request}</button>}
                {requested && allowed.includes('site.approve-gate') && !mine && <button type="button" className="btn" onClick={() => open(approveGate, g)}>{t.approve}</button>}
                {requested && allowed.includes('site.reject-gate') && !mine && <button type="button" className="btn g" onClick={() => open(rejectGate, g)}>{t.sendBack}</button>}
                {mine && <span className="t3 small">{t.notYourself}</span>}
              </>
            )} />
        );
      })}
      {act && <CommandDialog act={act} target={target} onClose={() => setAct(null)} />}
    </>
  );
}
