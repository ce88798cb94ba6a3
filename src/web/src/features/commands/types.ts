import type { Kind } from '@/shared/api/records';

/** A word in both languages, for lists of acts that are data. */
export type Both = readonly [en: string, de: string];

/** One value that an act asks for. Which values are right, the server says. */
export interface ActField {
  name: string;
  label: Both;
  kind: 'date' | 'text' | 'long' | 'choice' | 'person' | 'file' | 'number' | 'codes';
  options?: readonly (readonly [value: string, en: string, de: string])[];
  required?: boolean;
  /** `today` fills today's date of the instance. */
  initial?: string;
  hint?: Both;
  /** Asked only for these commands of an act that can be one of several. */
  only?: readonly string[];
}

/** One command that a person can send to a record. */
export interface Act {
  /** Contract name of the command. */
  type: string;
  label: Both;
  fields: readonly ActField[];
  /** A reason is always kept where one is given; here it is asked for. */
  reason?: 'required' | 'offered';
  /** Fixed members of the command. */
  fixed?: Readonly<Record<string, unknown>>;
  /** What the reason is called in this form. */
  reasonLabel?: Both;
  /** The field whose value is the command: one form for what belongs together. */
  choose?: string;
  /** It makes a record of this kind instead of changing the target. */
  creates?: Kind;
  /** Undoes or ends something: it stands apart in the menu. */
  apart?: boolean;
}

/** The record an act is sent to; `version` is what the person saw. */
export interface Target { kind: Kind; key: string; version: number; name: string; study?: string | null | undefined }
