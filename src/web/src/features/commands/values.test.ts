import { describe, expect, it } from 'vitest';
import { actsOf } from './acts';
import { createActs } from './acts/create';
import { contractActs } from './acts/contract';
import { siteActs } from './acts/site';
import { taskActs } from './acts/task';
import type { Act } from './types';
import { initialValues, missingFields, toBody } from './values';

const act = (type: string) => [...siteActs, ...contractActs, ...taskActs].find((a) => a.type === type)!;

describe('an act', () => {
  it('sends only what was filled in', () =>
    expect(toBody(act('site.advance'), { to: 'selected', on: '2026-11-22', reasonCode: '' }, ' ')).toEqual({ type: 'site.advance', to: 'selected', on: '2026-11-22' }));
  it('keeps its fixed members and the reason', () =>
    expect(toBody({ ...act('site.correct') }, { to: '' }, 'wrong site')).toEqual({ type: 'site.correct', kind: 'reopen', reason: 'wrong site' }));
  it('turns commas into a list and yes into true', () => {
    expect(toBody(act('contract.our-answer'), { move: 'contract.site-comments', track: 'contract', clauses: 'indemnity, ip ' }, '')).toMatchObject({ clauses: ['indemnity', 'ip'] });
    expect(toBody(act('contract.decide-exception'), { granted: 'false' }, '')).toMatchObject({ granted: false });
  });
  it('gives a task to a person as an assignee', () => expect(toBody(act('task.delegate'), { to: 'p1' }, '')).toMatchObject({ to: { person: 'p1' } }));
  it('that makes a typed record is named apart from the type', () => {
    expect(toBody({ ...createActs.documents, fixed: { scope: { site: 's.1' } } }, { type: 'cv', title: 'CV' }, '')).toEqual({ command: 'document.expect', scope: { site: 's.1' }, type: 'cv', title: 'CV' });
    expect(toBody(createActs.tasks, { title: 'Call', assignee: 'PI' }, '')).toEqual({ type: 'task.create', title: 'Call', assignee: { role: 'PI' }, code: 'by-hand' });
  });
  it('starts with today where it asks for a date', () => expect(initialValues(act('site.resume'), '2026-11-22')).toEqual({ on: '2026-11-22' }));
  it('names what is missing, the reason too', () => expect(missingFields(act('site.correct'), {}, '')).toEqual(['reason']));
  it('is offered only where the server allows it', () => {
    expect(actsOf('tasks', ['task.start']).map((a) => a.type)).toEqual(['task.start']);
    expect(actsOf('tasks', undefined).length).toBe(taskActs.length);
  });
});

describe('an act that is one of several commands', () => {
  const round: Act = {
    type: 'a.answer', label: ['', ''], choose: 'move',
    fields: [{ name: 'move', label: ['', ''], kind: 'choice', required: true, initial: 'a.comments' }, { name: 'clauses', label: ['', ''], kind: 'codes', required: true, only: ['a.comments'] }],
  };

  it('sends the chosen one and asks only what belongs to it', () => {
    expect(toBody(round, { move: 'a.comments', clauses: '9.2, 12' }, '')).toEqual({ type: 'a.comments', clauses: ['9.2', '12'] });
    expect(toBody(round, { move: 'a.answer', clauses: '9.2' }, '')).toEqual({ type: 'a.answer' });
    expect(missingFields(round, { move: 'a.answer' }, '')).toEqual([]);
    expect(missingFields(round, { move: 'a.comments' }, '')).toEqual(['clauses']);
  });
});
