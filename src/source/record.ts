import { z } from 'zod';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What authors write after `@`; also the name of the source's files. */
const SourceId = z.string().regex(ID, {
  error: 'Expected lower-case words joined by hyphens, such as `harbor-report`',
});

const sentence = (what: string) =>
  z
    .string()
    .trim()
    .min(1, { error: `Expected ${what}` });

/** Two to four words, or one that is a name. */
const ShortName = z
  .string()
  .trim()
  .max(32, { error: 'Expected at most 32 characters: the name stands in margins and charts' })
  .refine((name) => /^(?:\p{Lu}\S*|\S+(?: \S+){1,3})$/u.test(name), {
    error: 'Expected two to four words, such as `the harbor report`, or one name with a capital, such as `Gazette`',
  });

/** Verbatim words of the raw text that show how a field is known; each must be there. */
const Words = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)], {
    error: 'Expected words of the text, such as `24 Dec 2014`, or a list of such words',
  })
  .transform((words) => [words].flat());

/** A bibliographic field: stated by the text, inferred from it, or unknown. */
const field = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion(
    'known',
    [
      z.strictObject({
        known: z.literal('stated').describe('The text says so in these words.'),
        value,
        words: Words,
        note: sentence('a remark').optional().describe('A remark on the words.'),
      }),
      z.strictObject({
        known: z.literal('inferred').describe('The text does not say so; a person concluded it.'),
        value,
        words: Words.optional().describe('The words it was concluded from, where there are such words.'),
        note: sentence('how it was inferred').describe('How it was concluded.'),
      }),
      z.strictObject({
        known: z.literal('unknown').describe('The text does not say. Nothing is added from outside.'),
        note: sentence('a remark').optional().describe('What the text has instead.'),
      }),
    ],
    {
      error:
        'Expected `known: stated` (with `value` and `words`), `known: inferred` (with `value` and `note`) ' +
        'or `known: unknown`',
    },
  );

/** A CSL name: a person in two parts, or any name as printed. */
const Name = z.union(
  [
    z.strictObject({ family: z.string().min(1), given: z.string().min(1) }),
    z.strictObject({ literal: z.string().min(1) }),
  ],
  { error: 'Expected `{ family: …, given: … }` or `{ literal: … }`' },
);

const isDate = (text: string) => {
  const [year, month = '01', day = '01'] = text.replace('/..', '').split('-');
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
};

/** A date in EDTF, level 1: `2014-12-24`, `2014-12`, `2014`; `2017-01/..` is then or later. */
const Issued = z
  .string()
  .regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?(?:\/\.\.)?$/, {
    error: 'Expected a date such as `2014-12-24`, `2014-12`, `2014`, or `2017-01/..` for then or later',
  })
  .refine(isDate, { error: 'Expected a day that is in the calendar' });

/** Lines of the raw file, from 1: `31`, `"1-8"`, or a list of these. */
const LineRange = z.union(
  [
    z
      .number()
      .int()
      .min(1)
      .transform((line) => ({ from: line, to: line })),
    z
      .string()
      .regex(/^[1-9]\d*-[1-9]\d*$/)
      .transform((range) => {
        const [from, to] = range.split('-');
        return { from: Number(from), to: Number(to) };
      })
      .refine(({ from, to }) => from <= to, { error: 'Expected the smaller line first, such as `1-8`' }),
  ],
  { error: 'Expected a line such as `31` or a range such as `1-8`' },
);
const Lines = z
  .union([LineRange, z.array(LineRange).min(1)], {
    error: 'Expected a line such as `31`, a range such as `1-8`, or a list of these',
  })
  .transform((lines) => [lines].flat());

const ANCHOR_ERROR =
  'Expected what `npm run review` writes, such as `612-9f86d081884c`; remove it to have it written again';
/** See `anchor.ts`. */
const Anchor = z.string({ error: ANCHOR_ERROR }).regex(/^(?:\d+|[\da-f]{12})-[\da-f]{12}$/, { error: ANCHOR_ERROR });
const ANCHOR =
  'Written by `npm run review` once a person has seen the words, of which it has digests: see `anchor.ts`.';

const Region = z
  .strictObject({
    kind: z
      .enum(['furniture', 'boilerplate', 'heading', 'withheld'], {
        error: 'Expected `furniture`, `boilerplate`, `heading` or `withheld`',
      })
      .describe(
        '`furniture`: page marks and the like, skipped in matching. `boilerplate`: captions, credits, navigation; ' +
          'not citable. `heading`: titles, headings and bylines; printed as such, not citable, since the record ' +
          'states them. `withheld`: never published in any form; not citable.',
      ),
    lines: Lines.optional().describe('Lines of the raw file, from 1: `31`, `1-8`, or a list of these.'),
    words: Words.optional().describe(
      'Exact words; each must stand once in `lines`, or in the whole text without `lines`.',
    ),
    printed: z
      .boolean()
      .optional()
      .describe(
        '`false`: the site says that something stands here, but does not print it. A withheld region is never printed.',
      ),
    anchor: z
      .union([Anchor, z.array(Anchor).min(1)], { error: ANCHOR_ERROR })
      .transform((anchors) => [anchors].flat())
      .optional()
      .describe(`${ANCHOR} One for each of \`lines\`, or one for all \`words\`.`),
    reason: sentence('the reason: readers see it').describe('Why this is not the text proper; readers see it.'),
  })
  .refine(({ lines, words }) => lines ?? words, { error: 'Expected `lines`, `words` or both' });

const Erratum = z.strictObject({
  line: z.number().int().min(1, { error: 'Expected a line, from 1' }).describe('Line of the raw file, from 1.'),
  printed: z.string().min(1).describe('The printed characters; they must stand once on that line.'),
  read: z.string().min(1).optional().describe('The reading; left out where only the fault is certain.'),
  anchor: Anchor.optional().describe(ANCHOR),
  certainty: z
    .enum(['certain', 'near-certain', 'likely', 'possible', 'unsettled'], {
      error: 'Expected `certain`, `near-certain`, `likely`, `possible` or `unsettled`',
    })
    .describe('How sure the reading is; readers see it.'),
  note: sentence('what decides it').optional().describe('What decides it.'),
});

const Speech = z.strictObject({
  kind: z
    .enum(['reported', 'opinion', 'allegation', 'stated'], {
      error: 'Expected `reported`, `opinion`, `allegation` or `stated`',
    })
    .describe(
      '`reported`: words of somebody, passed on. `opinion`: a judgement. ' +
        '`allegation`: a charge that the text does not prove. `stated`: what the text itself says, although a verb of ' +
        'saying is in it; only keeps the check from asking who speaks.',
    ),
  from: z.string().min(1).describe('The first words, as they stand there once; white space may differ.'),
  to: z.string().min(1).describe('The last words: the first place of them from `from` on.'),
  anchor: Anchor.optional().describe(ANCHOR),
  by: sentence('who says so').describe('Who says so, in the words of the text where it says so; readers see it.'),
});

const day = {
  error: 'Expected a day such as `2026-11-23`, or nothing until a person has read the text and its record',
};
const Reviewed = z
  .union([z.iso.date(day), z.literal(''), z.null()], day)
  .optional()
  .transform((day) => day || undefined)
  .describe(
    'The day of that review, ISO 8601. Empty until a person has read the text and this record: the source is then ' +
      'shown in dev only, and nothing that is built can cite it.',
  );

/** Record of one source: the CSL fields that readers see, the pinned digest, and what is not the text proper. */
export const SourceRecord = z.strictObject({
  id: SourceId.describe('What authors write after `@`; equals the file name.'),
  name: sentence('what the site calls this source').describe(
    'What this site calls the source, for texts without a title.',
  ),
  short: ShortName.optional().describe(
    'What sentences, notes, charts and lists call it: two to four words, or one name; no other source has it. ' +
      'Without it, `name` stands there.',
  ),
  aliases: z
    .array(sentence('another name'))
    .default([])
    .describe(
      'Other names by which sentences may call it, each after any article: `news feature`; one that begins with an ' +
        'article only with it: `the interview`. Publisher and title are known without it. Several sources may share ' +
        'one, such as `overview`; its plural then means all of them.',
    ),
  sha256: z
    .hash('sha256', { error: 'Expected 64 lower-case hex digits: the SHA-256 of the raw file' })
    .describe("SHA-256 of the raw file's bytes, lower-case hex: the text that a person reviewed."),
  reviewed: Reviewed,
  status: z
    .union(
      [
        z.literal('current'),
        z.strictObject({
          superseded: SourceId.describe('The id of the text that takes its place.'),
          why: sentence('why').describe('Why it was replaced; readers see it.'),
        }),
        z.strictObject({ retracted: sentence('why').describe('Why it was withdrawn; readers see it.') }),
      ],
      { error: 'Expected `current`, `{ superseded: <id>, why: … }` or `{ retracted: <why> }`' },
    )
    .describe(
      "`current`; `{ superseded: <id>, why: … }`: citable only with an editor's note; " +
        '`{ retracted: <why> }`: not citable.',
    ),
  display: z
    .enum(['full', 'passages'], { error: 'Expected `full` or `passages`' })
    .describe('`full`: the site prints the whole text; `passages`: only cited passages with their context.'),
  coverage: z
    .literal('complete', { error: 'Expected `complete`, or no such key' })
    .optional()
    .describe('`complete`: every letter and digit of this text that can be cited is cited by some document.'),
  csl: z
    .strictObject({
      type: field(
        z.enum([
          'article',
          'article-magazine',
          'article-newspaper',
          'entry-encyclopedia',
          'interview',
          'webpage',
          'report',
        ]),
      ).describe('CSL item type.'),
      title: field(z.string().min(1)).describe('As printed.'),
      author: field(z.array(Name).min(1)).describe('Persons in two parts, or any name as it is printed.'),
      publisher: field(z.string().min(1)).describe('Who published it.'),
      'container-title': field(z.string().min(1)).describe('The newspaper, site or book that it stands in.'),
      issued: field(Issued).describe('The day, month or year of issue, in EDTF, level 1.'),
      language: field(
        z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, { error: 'Expected a language tag such as `en`' }),
      ).describe('BCP 47.'),
      URL: field(
        z.url({ protocol: /^https?$/, error: 'Expected an address that begins with http:// or https://' }),
      ).describe('Its address, as the text has it.'),
      genre: field(z.string().min(1)).describe('What kind of text it is, in words.'),
    })
    .describe('The CSL fields, each with how it is known.'),
  voice: sentence('who speaks in the text').describe('Who speaks and from where; one or two sentences.'),
  regions: z
    .array(Region)
    .default([])
    .describe(
      'What is not the text proper. Withheld goes before furniture, furniture before boilerplate, where ' +
        'regions overlap.',
    ),
  errata: z
    .array(Erratum)
    .default([])
    .describe('Slips of printing or character recognition; the raw text is never corrected.'),
  speech: z
    .array(Speech)
    .default([])
    .describe(
      'Reported speech, opinion and allegation, each with its speaker. Every note that quotes such words says so; ' +
        'all other words are stated by the text.',
    ),
  notes: z
    .array(sentence('a remark'))
    .default([])
    .describe('What a reader should know: gaps, lost antecedents, repeated sentences.'),
});
export type SourceRecord = z.infer<typeof SourceRecord>;
export type RegionKind = SourceRecord['regions'][number]['kind'];
export type SpeechKind = Exclude<SourceRecord['speech'][number]['kind'], 'stated'>;

/** What sentences call a source. */
export function shortNameOf({ short, name }: Pick<SourceRecord, 'short' | 'name'>): string {
  return short ?? name;
}

/** Every key of a record, on any level: candidates for "did you mean". */
export const RECORD_KEYS: readonly string[] = [
  ...Object.keys(SourceRecord.shape),
  ...Object.keys(SourceRecord.shape.csl.shape),
  ...Object.keys(Erratum.shape),
  ...Object.keys(Region.shape),
  ...Object.keys(Speech.shape),
  ...['known', 'value', 'words', 'note'],
];
