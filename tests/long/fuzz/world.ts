import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources } from '#io/read-corpus.ts';
import { readSource, type SourceReading } from '#source/source.ts';
import { home, listFiles } from '../../site/project.ts';
import { filesOf, recordOf, reviewed } from '../../source-of.ts';

/** Stands in a withheld line and nowhere else: no generator writes it, so nothing that is printed may have it. */
export const SECRET = 'Qqzxv';

const MEMO = `The Memo of the Office
${SECRET} wrote this line, which is never published ${SECRET}.
Oil flows west through the pipeline of 1,768 kilometers. Trade grew to "about $4 billion" in 2013, the
office said on 25 December 1991. David Harris told the committee that 40% of the oil of Sweden comes from Nor-
way.
Page 2 of 3
Oil flows west through the pipeline. Some 30,000 people, nearly a third of them in Almar, lived there in the 19th century.
Caf\u0065\u0301 owners, e.g. those of the U.S. Embassy, met ‘clan’ members on May 1, 2014. More than 3,000 came — or so they say.
Photo by the office, all rights reserved here.
`;

const MEMO_RECORD = `regions:
  - { kind: heading, lines: 1, reason: The title. }
  - { kind: withheld, lines: 2, reason: A private address. }
  - { kind: furniture, words: Page 2 of 3, reason: A page mark. }
  - { kind: boilerplate, lines: 9, reason: A credit. }
errata:
  - { line: 8, printed: ‘clan’, read: Idan, certainty: likely }
speech:
  - { kind: allegation, from: Some 30, to: 19th century, by: the office }`;

const OLD = 'Grain went east by rail in 1990. The harbor of the city was closed for seven months in that year.\n';

/** The texts of this project that are published whole; quotes are cut from all of a text, so that a long one is slow. */
const real = readSources(home).filter(
  ({ source }) => source && source.raw.length < 50_000 && source.regions.every(({ printed }) => printed),
);

/** The sources that documents are tried with. */
export const READINGS: readonly SourceReading[] = [
  readSource(filesOf('memo', MEMO, reviewed(recordOf('memo', MEMO_RECORD), MEMO)), ['memo', 'old']),
  readSource(filesOf('old', OLD, recordOf('old', 'status: { superseded: memo, why: Newer. }')), ['memo', 'old']),
  ...real,
];
for (const { id, problems } of READINGS) if (problems.length > 0) throw new Error(`${id}: ${JSON.stringify(problems)}`);

/** Texts that quotes are cut from. */
export const RAW_TEXTS: readonly string[] = [
  MEMO.split('\n')
    .filter((line) => !line.includes(SECRET))
    .join('\n'),
  MEMO.split('\n').slice(2, 8).join('\n'),
  OLD,
  ...real.flatMap(({ source }) => source?.raw ?? []),
];

/** Records as they are on disk, to be broken. */
export const RECORDS: readonly string[] = real.map(({ id }) => readFileSync(join(home, `sources/${id}.yaml`), 'utf8'));

/** Documents as they are on disk, to be broken. */
export const DOCUMENTS: readonly string[] = ['articles', 'pages'].flatMap((folder) =>
  listFiles(join(home, 'content', folder))
    .slice(0, 5)
    .map((name) => readFileSync(join(home, 'content', folder, name), 'utf8')),
);
