import { describe, expect, it } from 'vitest';
import { toAnswer, toAnswers, unanswered, type FormField } from './taskForm';

const fields: FormField[] = [
  { name: 'day', label: 'Which day?', kind: 'date', required: true },
  { name: 'rooms', label: 'Which rooms?', kind: 'choice', multiple: true },
  { name: 'freezer', label: 'Is there a freezer?', kind: 'yes-no', required: true },
];

describe('answers of a task', () => {
  it('carry the member that belongs to the kind of question', () => {
    expect(toAnswer(fields[1]!, 'a')).toEqual({ choices: ['a'] });
    expect(toAnswer({ name: 'n', label: '', kind: 'number' }, '12')).toEqual({ number: 12 });
  });
  it('leave out what was not answered', () => expect(toAnswers(fields, { day: '2026-12-01', rooms: [] })).toEqual({ day: { date: '2026-12-01' } }));
  it('know a no from no answer', () => expect(unanswered(fields, { day: '', freezer: false })).toEqual(['day']));
});
