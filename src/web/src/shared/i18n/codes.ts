import table from '@/shared/codes.json';
import type { Language } from './words';

/**
 * Words for the codes that the server knows: statuses by kind of record, milestones, conditions of gates, roles. A test of
 * the server holds the table complete. What people named themselves stays as they wrote it.
 */
type Block = 'milestone' | 'condition' | 'submission' | 'role' | 'bundle' | 'command' | 'field' | 'cause' | 'value';
type Pairs = Record<string, string[] | undefined>;

const MILESTONE = /^(ST|CO|SI)-\d{3}$/;
let current: Language = 'en';

/** Answers that arrive from now on speak this language. */
export const setCodeLanguage = (language: Language) => {
  current = language;
};

export const codeLanguage = (): Language => current;

const pick = (pair: string[] | undefined, language: Language): string | null => pair?.[language === 'de' ? 1 : 0] ?? null;

/** The word of a code; null when the table lacks it. */
export const codeWord = (block: Block, code: string, language: Language = current): string | null => pick((table[block] as Pairs)[code], language);

/** The word of a status: of this kind of record, else of any that has it, else the code as words. */
export function statusWord(kind: string | null | undefined, status: string, language: Language = current): string {
  const blocks = table.status as Record<string, Pairs>;
  const own = kind ? blocks[kind]?.[status] : undefined;
  return pick(own ?? Object.values(blocks).find((b) => b[status])?.[status], language) ?? status.replace(/-/g, ' ').replace(/^./, (c) => c.toUpperCase());
}

type Loose = Record<string, unknown>;
/** Where a line names its kind as addresses do. */
const KINDS: Record<string, string> = { studies: 'study', countries: 'studycountry', sites: 'site', documents: 'document', submissions: 'submission', contracts: 'contract', tasks: 'task', people: 'person', plans: 'workflow', staff: 'person', contact: 'person' };
const isText = (value: unknown): value is string => typeof value === 'string';

/** Puts the reader's words into an answer of the server, wherever it has a code beside a word. */
export function localize<T>(answer: T): T {
  walk(answer, null);
  return answer;
}

function walk(value: unknown, gate: string | null): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, gate);
  } else if (typeof value === 'object' && value !== null) {
    say(value as Loose, gate);
    const here = isText((value as Loose).gate) ? ((value as Loose).gate as string) : gate;
    for (const member of Object.values(value)) if (typeof member === 'object') walk(member, here);
  }
}

/** A condition that looks at several records names each: `submissions/x`, "... (ctr-decision)". */
function conditionWord(gate: string, code: string, text: string): string {
  const name = `${gate}.${code.split('/')[0]}`;
  const role = /^(.*) \(([a-z-]+)\)$/.exec(text);
  if (code.includes('/') && text !== codeWord('condition', name, 'en') && role?.[1] !== codeWord('condition', name, 'en')) return text;
  const word = codeWord('condition', name);
  return word === null ? text : role ? `${word} (${codeWord('submission', role[2]!) ?? role[2]})` : word;
}

function say(o: Loose, gate: string | null): void {
  if (isText(o.status) && isText(o.statusWord)) o.statusWord = statusWord(isText(o.gate) ? 'gate' : isText(o.id) ? o.id.split('/')[0] : isText(o.kind) ? KINDS[o.kind] : null, o.status);
  if (isText(o.nextCode) && isText(o.nextStep)) o.nextStep = codeWord('milestone', o.nextCode) ?? o.nextStep;
  if (isText(o.role) && isText(o.roleName)) o.roleName = codeWord('bundle', o.role) ?? codeWord('role', o.role) ?? o.roleName;
  if (!isText(o.code)) return;
  // A site may be called like a milestone: sites have a country.
  if (isText(o.name) && MILESTONE.test(o.code) && !('country' in o)) o.name = codeWord('milestone', o.code) ?? o.name;
  if (isText(o.name) && 'rights' in o) o.name = codeWord('bundle', o.code) ?? o.name;
  if (gate && isText(o.text)) o.text = conditionWord(gate, o.code, o.text);
}
