import type { Compared, Placed } from './comparison.ts';
import type { Evidence } from './evidence.ts';
import { INITIAL, type KnownNames, type ProperName, readNames } from './name.ts';
import { hasAlone, namesIn } from './name-in.ts';
import type { PartReading } from './reading.ts';
import type { StatementPart } from './statement.ts';
import { isFunctionWord } from './word.ts';

/** Compare the names of a part of a statement; `words` is the whole statement. */
export function compareNames(
  { text, quoted, links }: StatementPart,
  { dates, figures, mentions }: PartReading,
  words: string,
  evidence: readonly Evidence[],
  known: KnownNames,
  isLabel: boolean,
): readonly Placed[] {
  // The heading of an entry is the name itself, in whatever words.
  if (isLabel && known.forms.has(text)) return [];
  // A currency, such as `USD`, is part of its amount; `Merkava 4` is a name.
  const amounts = figures.filter(({ kind }) => kind === 'money');
  const leftOut = [...dates, ...amounts, ...links, ...quoted, ...mentions];
  return readNames(text, known, leftOut, isLabel && isTitleCase(text)).map((name): Placed => {
    const { start, end } = name;
    return { start, end, compared: compareName(name, words, evidence, known) };
  });
}

/** `Grain Exports to Norway`: capitals say nothing there. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 2 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** Where a name may be. The passage counts everywhere: a name may be half in it and half before it. */
const TEXTS = {
  passage: ({ readings }: Evidence) => readings,
  sentence: ({ readings, sentences, antecedents }: Evidence) => [...readings, ...sentences, ...antecedents],
  record: (evidence: Evidence) => [...TEXTS.sentence(evidence), ...evidence.record, ...evidence.speakers],
} as const;

function compareName(
  { name, isFirst }: ProperName,
  statement: string,
  evidence: readonly Evidence[],
  known: KnownNames,
): Compared {
  const words = name.split(' ');
  const [first = '', ...others] = words;
  const rest = isFirst && !known.forms.has(name) ? others.join(' ') : name;
  const forms = known.forms.has(rest) ? [rest] : [...new Set([name, rest])];
  // `Bergen University` is not in `Oslo University`, though `Then University` would be.
  const isWhole = rest.includes(' ') || known.forms.has(rest) || isFunctionWord(first);
  const isIn = (form: string, texts: readonly string[]) =>
    form === name || isWhole ? namesIn(form, texts, known) : texts.some((text) => hasAlone(text, form, words));
  for (const form of forms) {
    for (const where of ['passage', 'sentence', 'record'] as const) {
      const by = evidence.find((other) => isIn(form, TEXTS[where](other)));
      if (by) return { kind: 'name', words: form, verdict: 'held', by, where };
    }
  }
  // Before an initial, the first word is probably part of the name.
  const missing = isWhole && !INITIAL.test(rest) ? rest : name;
  const fact = { ruleId: 'name-unsupported', statement, name: missing } as const;
  return { kind: 'name', words: missing, verdict: 'unsupported', by: undefined, fact };
}
