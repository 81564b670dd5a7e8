/** What a record wants its reader to know, in words: those that the program prints too. */
import {flags} from '../../../../keras_phases/record/descriptions.json';

const DESCRIBED: Record<string, {meaning: string; remedy?: string}> = flags;

/** A flag in a sentence, and what to do about it. */
export function explainFlag(flag: string): string {
  const told = describeFlag(flag);
  return `${told[0]!.toUpperCase()}${told.slice(1)}. ${DESCRIBED[flag]?.remedy ?? ''}`.trim();
}

export function describeFlag(flag: string): string {
  return DESCRIBED[flag]?.meaning ?? flag.replaceAll('_', ' ');
}
