import { useQuery } from '@tanstack/react-query';
import { studiesQuery } from '@/features/studies/queries';
import { useWords } from '@/shared/i18n/language';
import { useUrlState } from '@/shared/url';
import { Choice } from '@/ui/Field';
import { PageHeader } from '@/ui/PageHeader';
import { LetterTable } from './LetterTable';
import { mailWords } from './words';

const TEMPLATES = ['task-assigned', 'task-packet', 'task-reminder', 'task-receipt', 'task-question', 'task-answer', 'task-declined', 'task-escalated', 'invitation', 'cancellation', 'selection-letter', 'decline-letter', 'activation-letter', 'note'];

/** Mail across studies, narrowed by study, kind and outcome. */
export default function MailPage() {
  const t = useWords(mailWords);
  const [url, setUrl] = useUrlState();
  const studies = useQuery(studiesQuery).data ?? [];
  const words = t as unknown as Record<string, string>;
  const filter = { study: url.get('study') ?? '', status: url.get('status') ?? '', template: url.get('template') ?? '' };
  return (
    <>
      <PageHeader title={t.title} sub={t.sub} />
      <div className="pad form no-print" style={{ flexDirection: 'row', flexWrap: 'wrap', paddingBottom: 12 }}>
        <div style={{ width: 240 }}><Choice label={t.study} value={filter.study} onValue={(study) => setUrl({ study })} options={[{ value: '', label: t.allStudies }, ...studies.map((s) => ({ value: s.key, label: `${s.protocolNumber ?? s.key} ${s.shortTitle ?? s.title}` }))]} /></div>
        <div style={{ width: 200 }}><Choice label={t.what} value={filter.template} onValue={(template) => setUrl({ template })} options={[{ value: '', label: t.allKinds }, ...TEMPLATES.map((k) => ({ value: k, label: words[`t_${k.replace(/-/g, '_')}`] ?? k }))]} /></div>
        <div style={{ width: 160 }}><Choice label={t.outcome} value={filter.status} onValue={(status) => setUrl({ status })} options={[{ value: '', label: t.allKinds }, { value: 'sent', label: t.sent }, { value: 'withheld', label: t.withheld }, { value: 'refused', label: t.refused }]} /></div>
      </div>
      <div className="pad" style={{ paddingBottom: 24 }}><LetterTable filter={filter} withPlace /></div>
    </>
  );
}
