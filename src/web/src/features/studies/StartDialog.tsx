import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey, post } from '@/shared/api/client';
import type { StudyRow } from '@/shared/api/records';
import { useWords } from '@/shared/i18n/language';
import { ErrorNote } from '@/ui/ErrorState';
import { useToast } from '@/ui/Toasts';
import { uiWords } from '@/ui/words';
import { studyWords } from './words';

/** Says how far it reaches before it is done. */
export function StartDialog({ study, onClose }: { study: StudyRow; onClose: () => void }) {
  const t = useWords(studyWords);
  const ui = useWords(uiWords);
  const client = useQueryClient();
  const toast = useToast();
  const [key] = useState(newKey);
  const mutation = useMutation({
    mutationFn: () => post(`/studies/${encodeURIComponent(study.key)}/start`, {}, { idempotencyKey: key }),
    onSuccess: async () => { await client.invalidateQueries(); toast(t.started); onClose(); },
  });
  return (
    <Modal opened onClose={onClose} title={t.start} size={460} centered>
      <div className="col" style={{ gap: 12 }}>
        <p>{t.startText}</p>
        <dl className="dl"><dt>{t.study}</dt><dd><b>{study.shortTitle ?? study.title}</b></dd><dt>{t.countries}</dt><dd className="tn">{study.countries}</dd><dt>{t.sites}</dt><dd className="tn">{study.sites}</dd></dl>
        <ErrorNote error={mutation.error} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <button type="button" className="btn l" onClick={onClose}>{ui.cancel}</button>
          <button type="button" className="btn l p" disabled={mutation.isPending} onClick={() => mutation.mutate()}>{t.start}</button>
        </div>
      </div>
    </Modal>
  );
}
