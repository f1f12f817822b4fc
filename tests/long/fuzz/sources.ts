import fc from 'fast-check';
import { checkCorpus } from '#check/check-corpus.ts';
import { findPassages } from '#citation/find-passages.ts';
import { citableSentences } from '#citation/sentence.ts';
import { publishText } from '#formats/published-text.ts';
import { isError } from '#problem/problem.ts';
import { publish } from '#publication/publication.ts';
import { propose } from '#source/propose.ts';
import { readSource, type SourceFiles } from '#source/source.ts';
import { countStatements } from '#statement/check.ts';
import { readYaml } from '#text/yaml.ts';
import { filesOf, recordOf, reviewed } from '../../source-of.ts';
import { anyText, cutFrom, mutated, special, spicedText } from './characters.ts';
import { mustBeIn, mustBePlace, mustBeProblems, mustFollow, mustPrint } from './places.ts';
import { must, mustEqual, property } from './property.ts';
import { normalForm } from './reference.ts';
import { RAW_TEXTS, RECORDS } from './world.ts';

const yamlValue = fc.oneof(
  fc.constantFrom(
    '4',
    '0',
    '-1',
    '1.5',
    '1-2',
    '"2-1"',
    '[1, 2]',
    '[]',
    '{}',
    'null',
    '~',
    'true',
    '""',
    '"x"',
    "'x'",
    '*a',
    '&a x',
    '|\n  x',
    '>-\n  x',
    '? x',
    '- x',
    '{ a: b',
    '[ a',
    '"x',
    '2026-02-30',
    '9999999999999999999999',
    '"\\uD800"',
    '!!set {a}',
    '#',
  ),
  spicedText,
);
const key = fc.constantFrom(
  'regions',
  'errata',
  'speech',
  'notes',
  'status',
  'display',
  'coverage',
  'voice',
  'csl',
  'sha256',
  'id',
  'titel',
  '__proto__',
  'constructor',
  '<<',
);

/** A phrase of the text, as a record names it. */
const phrase = cutFrom(RAW_TEXTS, 30).map((words) => JSON.stringify(words));
const region = fc
  .tuple(
    fc.constantFrom('furniture', 'boilerplate', 'heading', 'withheld', 'other'),
    fc.oneof(
      fc.constantFrom(
        'lines: 1',
        'lines: "2-3"',
        'lines: [1, "2-4"]',
        'lines: 99',
        'lines: "3-1"',
        'printed: false, lines: 2',
      ),
      phrase.map((words) => `words: ${words}`),
      fc.tuple(phrase, fc.nat({ max: 4 })).map(([words, line]) => `words: [${words}], lines: ${line}`),
    ),
  )
  .map(([kind, where]) => `  - { kind: ${kind}, ${where}, reason: So. }`);
const erratum = fc
  .tuple(fc.nat({ max: 5 }), phrase, fc.constantFrom('likely', 'certain', 'no'))
  .map(([line, words, certainty]) => `  - { line: ${line}, printed: ${words}, read: x, certainty: ${certainty} }`);
const speech = fc
  .tuple(phrase, phrase)
  .map(([from, to]) => `  - { kind: opinion, from: ${from}, to: ${to}, by: them }`);
const list = (name: string, items: fc.Arbitrary<string>) =>
  fc.array(items, { maxLength: 3 }).map((all) => (all.length === 0 ? '' : `${name}:\n${all.join('\n')}\n`));

const record = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        list('regions', region),
        list('errata', erratum),
        list('speech', speech),
        fc.constantFrom(
          '',
          'display: passages\n',
          'coverage: complete\n',
          'status: { retracted: It was wrong. }\n',
          'status: { superseded: nobody, why: So. }\n',
        ),
      )
      .map((parts) => recordOf('tried', parts.join(''))),
  },
  { weight: 2, arbitrary: mutated(fc.constantFrom(...RECORDS), fc.oneof(special, yamlValue)) },
  { weight: 2, arbitrary: fc.tuple(key, yamlValue).map(([name, value]) => recordOf('tried', `${name}: ${value}`)) },
  { weight: 1, arbitrary: anyText },
);
const raw = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...RAW_TEXTS) },
  { weight: 3, arbitrary: mutated(cutFrom(RAW_TEXTS, 500)) },
  { weight: 1, arbitrary: anyText },
);

const files: fc.Arbitrary<SourceFiles> = fc
  .tuple(
    record,
    raw,
    fc.constantFrom('both', 'both', 'both', 'both', 'both', 'both', 'stale', 'unseen', 'no-raw', 'no-record', 'bytes'),
  )
  .map(([yaml, text, kind]) => {
    const all = filesOf('tried', text, kind === 'unseen' ? yaml : reviewed(yaml, text));
    if (kind === 'no-raw') return { ...all, raw: undefined };
    if (kind === 'no-record') return { ...all, record: undefined };
    if (kind === 'stale' && all.raw) return { ...all, raw: { ...all.raw, sha256: 'b'.repeat(64) } };
    if (kind === 'bytes' && all.raw)
      return {
        ...all,
        raw: { ...all.raw, bytes: Uint8Array.from(all.raw.bytes, (byte, at) => (at === 7 ? 0xff : byte)) },
      };
    return all;
  });

export const SOURCES = [
  property(
    'YAML is read, or its faults are reported at their places',
    100,
    fc.oneof(
      record,
      mutated(fc.constantFrom(...RECORDS), yamlValue),
      fc.array(yamlValue, { maxLength: 5 }).map((lines) => lines.join('\n')),
      anyText,
    ),
    (text) => {
      const yaml = readYaml(text);
      for (const { place, said } of yaml.errors) {
        mustBePlace(place, text, said);
        must(said !== '' && !said.includes('\n'), 'words on one line', said);
      }
      const paths = [
        [],
        ['csl'],
        ['csl', 'title', 'words'],
        ['regions', 0, 'lines', 1],
        ['__proto__', 'x'],
        [0],
        ['errata', 7],
      ];
      for (const path of paths) {
        mustBePlace(yaml.placeAt(path), text, path.join('.'));
        mustBePlace(yaml.placeAt(path, 'key'), text, path.join('.'));
      }
      if (yaml.errors.length > 0) mustEqual(yaml.value, undefined, 'no value where there are errors');
    },
  ),

  property('a source is read, or what is wrong with it is reported', 60, files, (tried) => {
    const { source, problems } = readSource(tried, ['tried', 'memo']);
    const decoded = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const texts = new Map([
      ['sources/tried.yaml', decoded(tried.record?.bytes)],
      ['sources/tried.txt', decoded(tried.raw?.bytes)],
    ]);
    // Bytes that are not UTF-8 have no offsets in the text.
    mustBeProblems(
      problems.filter(({ ruleId }) => ruleId !== 'source-encoding'),
      texts,
    );
    const statements = countStatements([]);
    mustPrint({ problems, counts: { documents: 0, sources: 1, citations: 0, holding: 0, statements } });
    must(source !== undefined || problems.length > 0, 'a source or a problem', tried.id);
    if (!source) return;
    // Such a character is a problem of its own: the text around it can be cited.
    const others = problems.filter((one) => isError(one) && one.ruleId !== 'source-suspicious-character');
    mustEqual(others, [], 'a source without other problems');

    const furniture = source.regions.filter(({ kind }) => kind === 'furniture');
    mustEqual(
      source.text.text,
      normalForm(source.raw, furniture)
        .map(({ value }) => value)
        .join(''),
      'the text to match in',
    );
    for (const span of [...source.regions, ...source.errata]) mustBeIn(span, source.raw, 'a region or an erratum');
    for (const { start, end, printed } of source.errata)
      mustEqual(source.raw.slice(start, end), printed, 'an erratum at its place');
    for (const span of source.speech) mustBeIn(span, source.text.text, 'speech');
    mustFollow(citableSentences(source), source.text.text, 'a sentence');
    propose(source.raw);
    findPassages([source], source.text.text.slice(5, 40));

    const { corpus, report } = checkCorpus([{ id: 'tried', source, problems }], []);
    mustBeProblems(report.problems, texts);
    const [published] = publish(corpus).sources;
    const text = publishText(published?.lines ?? []);
    mustEqual(text.text.split('\n').length, source.raw.split('\n').length, 'the lines of the published text');
    const isWhole = source.regions.every(({ printed }) => printed) && source.record.display === 'full';
    if (isWhole) mustEqual(text.text, source.raw, 'a text that is published whole');
  }),
];
