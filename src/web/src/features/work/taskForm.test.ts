import { describe, expect, it } from 'vitest';
import type { RecordRow } from '@/shared/api/records';
import { mostAlike, toAnswer, toAnswers, unanswered, type FormField } from './taskForm';

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
  it('fit the tasks that ask the same, the most of those that were chosen', () => {
    const task = (key: string, title: string, outcomes: string[] = []) => ({ key, title, details: { outcomes } }) as unknown as RecordRow;
    const rows = [task('a', 'Sign'), task('b', 'Open'), task('c', 'Open'), task('d', 'Open', ['x'])];
    expect(mostAlike(rows).map((r) => r.key)).toEqual(['b', 'c']);
  });
  it('know a no from no answer', () => expect(unanswered(fields, { day: '', freezer: false })).toEqual(['day']));
});
