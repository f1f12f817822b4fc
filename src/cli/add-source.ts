import { rmSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { sayUnwritten } from '#io/describe-trouble.ts';
import { sha256 as digestOf } from '#io/digest.ts';
import { readSourceFiles, readWhole } from '#io/read-corpus.ts';
import { createFile } from '#io/write-file.ts';
import { SUSPICIONS } from '#problem/explain-source.ts';
import { printProblem } from '#problem/print.ts';
import { isError } from '#problem/problem.ts';
import { type Proposals, propose } from '#source/propose.ts';
import { readSource } from '#source/source.ts';
import { decode, type Undecodable } from '#text/encoding.ts';
import { indexLines, locate } from '#text/location.ts';
import { TO_BE_WRITTEN } from '#text/placeholder.ts';
import { findSuspicious } from '#text/suspicious.ts';
import { askForSource, type Known, type Stated } from './ask-source.ts';
import { attempt } from './read-project.ts';
import { slugOf } from './slug.ts';
import { writeSnippets } from './snippets.ts';
import { type Terminal, usageError } from './terminal.ts';

export interface AddSourceOptions {
  /** What authors will write after `@`; by default it is made from the name of the file. */
  readonly id?: string;
}

/**
 * Copy a text into the project, byte for byte, and write its record: the pin, what a person knows of the text, and all
 * else as unknown. What looks like page furniture, a misprint or speech becomes a comment in the record. The day of review
 * stays empty until somebody has read both. Never replaces a file. Returns the exit code: 0 added, 2 wrong use.
 */
export async function addSource(
  root: string,
  file: string,
  options: AddSourceOptions,
  terminal: Terminal,
): Promise<0 | 2> {
  const read = attempt(() => readSourceFiles(root));
  if ('error' in read) return usageError(terminal, read.error);

  const id = options.id ?? slugOf(basename(file, extname(file)));
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
    return usageError(
      terminal,
      `The id \`${id}\` is not lower-case words joined by hyphens; give another one with --id`,
    );
  }
  const bytes = attempt(() => readWhole(file, file));
  if ('error' in bytes) return usageError(terminal, bytes.error);
  // A copy without a record was put there by hand, or by a run that was killed: only the record is missing.
  const existing = read.find((source) => source.id === id);
  const isCopied = existing?.raw !== undefined && Buffer.compare(existing.raw.bytes, bytes) === 0;
  if (existing && (existing.record || !isCopied)) {
    return usageError(
      terminal,
      `There is a source \`${id}\` already, and nothing was changed; give another id with --id`,
    );
  }
  const decoded = decode(bytes);
  if (!('text' in decoded)) return usageError(terminal, ...explainEncoding(file, decoded));
  const refusal = explainUnfit(file, decoded.text);
  if (refusal) return usageError(terminal, ...refusal);

  const known = await askForSource(terminal, decoded.text).catch((error) => {
    // Somebody left: the caller ends the line.
    terminal.err.write('\nNothing was written');
    throw error;
  });
  const sha256 = digestOf(bytes);
  const record = writeRecord(id, sha256, known, propose(decoded.text));
  const files = { record: `sources/${id}.yaml`, raw: `sources/${id}.txt` };
  const { problems } = readSource(
    {
      id,
      record: { file: files.record, bytes: new TextEncoder().encode(record) },
      raw: { file: files.raw, bytes, sha256 },
    },
    [id],
  );
  // The last line below says so.
  const messages = problems.filter((one) => one.ruleId !== 'source-unreviewed').map((problem) => printProblem(problem));
  // Nothing is written that the check would refuse, such as a day that does not exist.
  if (problems.some(isError)) return usageError(terminal, ...messages, 'Nothing was written');
  if (messages.length > 0) terminal.err.write(`${messages.join('\n')}\n`);

  try {
    if (!isCopied) createFile(join(root, files.raw), bytes);
  } catch (error) {
    return usageError(terminal, sayUnwritten(files.raw, error));
  }
  try {
    createFile(join(root, files.record), record);
  } catch (error) {
    if (!isCopied) rmSync(join(root, files.raw), { force: true });
    return usageError(terminal, sayUnwritten(files.record, error));
  }
  writeSnippets(root);
  terminal.out.write(`${files.raw}\n${files.record}\n`);
  terminal.err.write(
    'Read the text and its record: what is not known yet, and the comments at its end. Then write the day after ' +
      '`reviewed:`; until then the site is built without it\n',
  );
  return 0;
}

function writeRecord(id: string, sha256: string, known: Known, proposals: Proposals): string {
  const { furniture, slips, speech } = proposals;
  const stated = (field: Stated | undefined, write: (value: string) => string = JSON.stringify) => {
    if (!field) return '{ known: unknown }';
    const words = field.words.length === 1 ? field.words[0] : field.words;
    return `{ known: stated, value: ${write(field.value)}, words: ${JSON.stringify(words)} }`;
  };
  const comment = (text: string) =>
    `# ${text.replace(/\p{C}/gu, (sign) => `U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`)}`;
  return [
    '# Nothing here comes from outside the text: what the text does not say stays unknown.',
    '',
    `id: ${id}`,
    `name: ${JSON.stringify(known.title?.value ?? id)}`,
    '# short: what sentences call it, in two to four words, or one name',
    `sha256: ${sha256}`,
    'reviewed:',
    'status: current',
    'display: full',
    '',
    'csl:',
    '  type: { known: unknown }',
    `  title: ${stated(known.title)}`,
    `  author: ${stated(known.author, (name) => `[{ literal: ${JSON.stringify(name)} }]`)}`,
    `  publisher: ${stated(known.publisher)}`,
    '  container-title: { known: unknown }',
    `  issued: ${stated(known.issued)}`,
    '  language: { known: unknown }',
    '  URL: { known: unknown }',
    '  genre: { known: unknown }',
    '',
    `voice: ${JSON.stringify(known.voice ?? `${TO_BE_WRITTEN} who speaks, and from where.`)}`,
    '',
    ...(furniture.length > 0
      ? [
          '# Perhaps not part of the text itself; uncomment what is not:',
          '# regions:',
          ...furniture.map(({ lines, why }) =>
            comment(`  - { kind: furniture, lines: [${lines.join(', ')}], reason: ${JSON.stringify(why)} }`),
          ),
          '',
        ]
      : []),
    ...(slips.length > 0
      ? [
          '# Perhaps misprints; add `read:` where the right reading is known:',
          '# errata:',
          ...slips.map(({ line, words, why }) =>
            comment(
              `  - { line: ${line}, printed: ${JSON.stringify(words)}, certainty: possible, note: ` +
                `${JSON.stringify(why)} }`,
            ),
          ),
          '',
        ]
      : []),
    ...(speech.length > 0
      ? [
          '# Perhaps what somebody says; give each its kind and its speaker:',
          '# speech:',
          ...speech.map(({ from, to }) =>
            comment(`  - { kind: reported, from: ${JSON.stringify(from)}, to: ${JSON.stringify(to)}, by: "" }`),
          ),
          '',
        ]
      : []),
  ].join('\n');
}

/** Why a text cannot be added, before anybody is asked about it: there are no words in it, or others than readers see. */
function explainUnfit(file: string, text: string): string[] | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) {
    const found = text === '' ? `\`${file}\` is empty` : `There is no letter or figure in \`${file}\``;
    return [`${found}: nothing was added`, 'look whether it was saved, or whether this is another file'];
  }
  // Direction marks and joiners, which some scripts need, are none of these.
  const barred = findSuspicious(text).filter(({ kind }) => kind !== 'invisible');
  const [first] = barred;
  if (!first) return undefined;
  const { line, column } = locate(indexLines(text), first.start);
  const names = [...new Set(barred.map(({ name }) => name))];
  const codes = names.map((name) => `\\x{${name.slice('U+'.length)}}`).join('');
  return [
    `Line ${line}, column ${column} of \`${file}\` has ${first.name}, ${SUSPICIONS[first.kind]}: nothing was added`,
    ...(barred.length > 1 ? [`there are ${barred.length} such characters: ${names.join(', ')}`] : []),
    'get the text without them, for example as plain text; or remove them from a copy, compare the two, and add the copy: ' +
      `perl -CSD -pe 's/[${codes}]//g' ${file} > ${copyOf(file, 'plain')}`,
  ];
}

function copyOf(file: string, kind: string): string {
  return `${basename(file, extname(file))}.${kind}.txt`;
}

function explainEncoding(file: string, { fault, byte }: Undecodable): string[] {
  const copy = copyOf(file, 'utf8');
  const convert = (encoding: string) =>
    `convert a copy from its encoding: iconv -f ${encoding} -t UTF-8 ${file} > ${copy}`;
  switch (fault) {
    case 'not-utf-8':
      return [`The file \`${file}\` is not UTF-8 text (byte ${byte + 1})`, convert('<encoding>')];
    case 'utf-16':
      return [`The file \`${file}\` is UTF-16, not UTF-8`, convert('UTF-16')];
    case 'byte-order-mark':
      return [
        `The file \`${file}\` begins with a byte order mark, a character that nobody sees`,
        `save it as UTF-8 without a byte order mark, or copy the rest of it: tail -c +4 ${file} > ${copy}`,
      ];
    case 'nul':
      return [
        `Byte ${byte + 1} of \`${file}\` is a NUL character, which no text has`,
        `it may be UTF-16: ${convert('UTF-16')}; or it may not be text at all`,
      ];
  }
}
