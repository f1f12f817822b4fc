import { beginning } from './explain-quote.ts';
import { explainYaml } from './explain-yaml.ts';
import type { Problem, SourceWords } from './problem.ts';
import { all, code, didYouMean, type Explanation, explanation, formatCount, lines, ONCE, times } from './wording.ts';

/** Rules on sources and their records. */
export type SourceRule =
  | 'source-missing'
  | 'source-stale'
  | 'source-unrecorded'
  | 'source-retracted'
  | 'source-superseded'
  | 'source-unreviewed'
  | 'source-encoding'
  | 'source-suspicious-character'
  | 'record-invalid'
  | 'erratum-not-found'
  | 'region-not-found'
  | 'speech-unmarked'
  | 'passage-unread';

type ProblemOf<Id extends SourceRule> = Problem & { readonly ruleId: Id };

/** Put into words what is wrong with a source or its record, or with a citation of it as a whole. */
export function explainSource(problem: ProblemOf<SourceRule>): Explanation {
  switch (problem.ruleId) {
    case 'source-missing': {
      const file = `sources/${problem.sourceId}.txt`;
      return explanation(
        `The text of this record, ${code(file)}, is missing`,
        `bring it back: ${restore(file)}; or put a new text beside its record`,
        dependents(problem.citations),
      );
    }
    case 'source-stale': {
      const file = `sources/${problem.sourceId}.txt`;
      return explanation(
        `The text in ${code(file)} is not the one that was reviewed`,
        `\`npm run review -- ${problem.sourceId}\` shows what has changed and records the new text once you have read it; ` +
          `if the file was changed by mistake, ${restore(file)} brings the old one back`,
        [`reviewed ${problem.pinned}`, `now      ${problem.actual}`, ...dependents(problem.citations)],
      );
    }
    case 'source-unrecorded':
      return explainUnrecorded(problem);
    case 'source-retracted':
      return explanation(
        `The source \`${problem.sourceId}\` is retracted and cannot be cited`,
        'remove the citation, and the sentence if nothing else supports it',
        [`the record says: ${problem.why}`],
      );
    case 'source-superseded':
      return explanation(
        `The source \`${problem.sourceId}\` is superseded by \`${problem.by}\``,
        `cite \`@${problem.by}\`; or say why the older text is cited, in a paragraph of its own below the citation, ` +
          'indented by four spaces',
      );
    case 'source-unreviewed':
      return explanation(
        `Nobody has reviewed the source \`${problem.sourceId}\` yet`,
        'read the text and its record, then write the day into the record, such as `reviewed: 2026-11-23`; until then ' +
          'the source is shown in dev only, and only drafts can cite it',
        dependents(problem.citations),
      );
    case 'source-encoding':
      return explainEncoding(problem);
    case 'source-suspicious-character':
      return explainSuspicious(problem);
    case 'record-invalid':
      return explainRecord(problem);
    case 'erratum-not-found':
      return explainErratum(problem);
    case 'region-not-found':
      return explainRegion(problem);
    case 'speech-unmarked':
      return explanation(
        `Somebody speaks on ${lines(problem.sentences.map(({ line }) => line))} of \`${problem.sourceId}\`, and the ` +
          'record does not say who',
        `add each passage to \`speech\` in sources/${problem.sourceId}.yaml with its kind and speaker, or as \`stated\` ` +
          'if the text itself says so',
        listWords(problem.sentences, 'each is in the text'),
      );
    case 'passage-unread':
      return explainUnread(problem);
  }
}

function restore(file: string): string {
  return `\`git checkout HEAD -- ${file}\``;
}

function dependents(citations: number): string[] {
  if (citations === 0) return [];
  return [citations === 1 ? '1 citation depends on it' : `${citations} citations depend on it`];
}

/** What helps loses no word: a file is often saved in another encoding together with new work. */
function explainEncoding({ fault, byte, file }: ProblemOf<'source-encoding'>): Explanation {
  const convert = (encoding: string, name: string) =>
    `open it again in your editor as ${encoding} and save it as UTF-8; or convert it into a new file, look at that, and ` +
    `put it in its place: iconv -f ${name} -t UTF-8 ${file} > converted.txt`;
  switch (fault) {
    case 'not-utf-8':
      return explanation(
        `This file is not UTF-8 text (byte ${byte + 1})`,
        convert('the encoding that shows its letters right, such as Windows-1252,', '<encoding>'),
      );
    case 'utf-16':
      return explanation('This file is UTF-16, not UTF-8', convert('UTF-16', 'UTF-16'));
    case 'byte-order-mark':
      return explanation(
        'This file begins with a byte order mark, a character that nobody sees',
        '`npm run check -- --fix` removes it and nothing else; or save the file as UTF-8 without a byte order mark',
      );
    case 'nul':
      return explanation(
        `Byte ${byte + 1} of this file is a NUL character, which no text has`,
        'delete the character; if there is one beside each letter, the file is UTF-16: open it again in your editor as ' +
          'such and save it as UTF-8',
      );
  }
}

/** What is wrong with a character of each kind. */
export const SUSPICIONS = {
  bidirectional: 'which changes the order in which other characters are shown',
  control: 'a control character',
  tag: 'a letter that nobody sees',
  'private-use': 'which has no meaning of its own',
  noncharacter: 'which is not a character',
  invisible: 'which nobody sees',
} as const;

/** What the usual ones are called. */
const NAMES: Readonly<Record<string, string>> = {
  'U+00AD': 'soft hyphen',
  'U+200B': 'zero-width space',
  'U+200C': 'zero-width non-joiner',
  'U+200D': 'zero-width joiner',
  'U+200E': 'left-to-right mark',
  'U+200F': 'right-to-left mark',
  'U+2060': 'word joiner',
  'U+FEFF': 'byte order mark',
};

function explainSuspicious(problem: ProblemOf<'source-suspicious-character'>): Explanation {
  const { character, kind, within, times: count, file } = problem;
  const name = NAMES[character];
  return explanation(
    `This is ${name === undefined ? `the character \`${character}\`` : `a ${name} (\`${character}\`)`}, ${SUSPICIONS[kind]}`,
    within === 'text'
      ? `check that ${code(file)} is the text as received; the page of the source shows the character as a box, ` +
          'and a quote leaves it out with `[…]`'
      : 'delete it, also where it is written as `\\u…` or `&#x…;`',
    count === 1 ? [] : [`it occurs ${times(count)} in this file`],
  );
}

function explainUnrecorded({ sourceId, fault, citations, file }: ProblemOf<'source-unrecorded'>): Explanation {
  const notes = dependents(citations);
  if (fault !== 'no-record') return { ...explainStray(file, fault), notes };
  return explanation(
    `This text has no record \`sources/${sourceId}.yaml\``,
    `\`npm run source:add -- ${file}\` asks what is known of the text and writes its record; or remove the text`,
    notes,
  );
}

/** A file in `sources/` that is part of no source, or a link. */
export function explainStray(file: string, fault: 'name' | 'link'): Explanation {
  return fault === 'link'
    ? explanation(
        `${code(file)} is a symbolic link, not a file`,
        'put the file itself here: what a link points to can change outside the project',
      )
    : explanation(
        `The file ${code(file)} is neither a text nor a record`,
        'name a text `sources/<id>.txt` and its record `sources/<id>.yaml`, in lower case and not in a subfolder; move ' +
          'anything else out of `sources/`',
      );
}

function explainErratum(problem: ProblemOf<'erratum-not-found'>): Explanation {
  const { fault, line, times: count, elsewhere, file } = problem;
  const printed = problem.printed === undefined ? 'the printed characters' : code(problem.printed);
  const where = `on line ${line} of \`${rawTextOf(file)}\``;
  if (fault !== 'words') {
    return explainUnseen({ fault, file }, 'erratum', `words around ${printed}`, where, elsewhere.map(String));
  }
  const subject = problem.printed === undefined ? 'The printed characters' : code(problem.printed);
  if (count > 1) {
    return explanation(
      `${subject} occurs ${times(count)} ${where}`,
      `copy more words from that line into \`printed\`, ${ONCE}`,
    );
  }
  const reason = `${subject} is not ${where}`;
  return elsewhere.length === 0
    ? explanation(reason, 'copy `printed` from that line exactly; capitals and spaces count')
    : explanation(reason, `write the right line, such as \`line: ${elsewhere[0]}\``, [`it is on ${lines(elsewhere)}`]);
}

/** An entry of a record that is at words which no person has seen. */
function explainUnseen(
  { fault, file }: { readonly fault: 'changed' | 'unseen' | 'unsure'; readonly file: string },
  entry: string,
  words: string,
  where: string,
  elsewhere: readonly string[],
): Explanation {
  const review = `\`npm run review -- ${file.replace(/^.*\/|\.yaml$/g, '')}\``;
  if (fault !== 'changed') {
    return explanation(
      `Nobody has confirmed yet what this ${entry} marks ${where}: it has no \`anchor\``,
      `${review} shows the words and, if they are right, writes the anchor`,
    );
  }
  return explanation(
    `The ${words} ${where} are not those that this ${entry} was reviewed with`,
    `${review} shows the words of then and now, and moves line numbers`,
    elsewhere.length === 0 ? [] : [`those words are on ${stretch(elsewhere)} now`],
  );
}

function explainRegion(problem: ProblemOf<'region-not-found'>): Explanation {
  const { fault, speech, lines: ranges, times: count, lineCount, elsewhere, file } = problem;
  const raw = `\`${rawTextOf(file)}\``;
  const where = ranges.length === 0 || ranges.length > MOST_RANGES ? `in ${raw}` : `on ${stretch(ranges)} of ${raw}`;
  switch (fault) {
    case 'lines':
      return explanation(
        `${code(rawTextOf(file))} has no ${stretch(ranges)}: it has ${lineCount} lines`,
        'write the lines of this region',
        elsewhere.length === 0 ? [] : [`the words it was reviewed with are on ${stretch(elsewhere)} now`],
      );
    case 'exposed':
      return explanation(
        `Words of this withheld region are also on ${stretch(elsewhere)} of ${raw}, where they would be published`,
        'withhold them there too; or leave them out of this region, if they may be published',
      );
    case 'changed':
    case 'unseen':
    case 'unsure':
      return explainUnseen({ fault, file }, speech ? 'speech' : 'region', 'words', where, elsewhere);
    case 'words':
  }

  const quoted = problem.words === undefined ? '' : ` ${code(problem.words)}`;
  const subject = `The ${speech === undefined ? '' : speech === 'from' ? 'first ' : 'last '}words${quoted} of this ${
    speech === undefined ? 'region' : 'speech'
  }`;
  if (count > 1) {
    const lines = speech === undefined ? `${ranges.length === 0 ? 'add `lines`' : 'name fewer lines'}, or ` : '';
    return explanation(`${subject} occur ${times(count)} ${where}`, `${lines}copy more words, ${ONCE}`);
  }
  return explanation(
    `${subject} are not ${where}${speech === 'to' ? ' behind its first words' : ''}`,
    `copy them from there exactly; ${speech === undefined ? 'capitals and spaces count' : 'only spaces and the form of quotation marks may differ'}`,
  );
}

/** More lines than these are not listed. */
const MOST_RANGES = 5;

/** `line 3`, `lines 3-5 and 9`, as a record names them. */
function stretch(ranges: readonly string[]): string {
  return `${ranges.length === 1 && !ranges[0]?.includes('-') ? 'line' : 'lines'} ${all.format(ranges)}`;
}

function explainRecord(problem: ProblemOf<'record-invalid'>): Explanation {
  switch (problem.fault) {
    case 'name':
    case 'link':
      return explainStray(problem.file, problem.fault);
    case 'id':
      return explanation(
        `The \`id\` of this record is not the name of its file, \`${problem.expected}\``,
        'give the record and its text the name that authors write after `@`',
      );
    case 'words':
      return explanation(
        `${problem.words === undefined ? 'The words' : `The words ${code(problem.words)}`} of \`${problem.path}\` are not ` +
          'in the text',
        `copy the words from ${rawTextOf(problem.file)}, or change how the field is known`,
      );
    case 'placeholder':
      return explanation(
        `${code(problem.written)} in \`${problem.path}\` is a placeholder for words that are still missing`,
        'write them, or leave `reviewed` empty until somebody has',
      );
    case 'short':
      return explanation(
        `The source ${code(problem.sourceId)} has the short name ${code(problem.short)}, too`,
        'give each source a name of its own: two to four words, or one name',
      );
    case 'successor':
      return explanation(
        `There is no other source ${code(problem.sourceId)}, which \`status.superseded\` names`,
        'write the id of the source that replaces this one, and add its record and text if they are missing',
        didYouMean(problem.suggestions),
      );
    default:
      return explainYaml('the record', problem, 'the keys are described in `src/source/record.ts`');
  }
}

/** More words of a source than these are a list to ask for. */
const MOST_WORDS = 5;

function explainUnread({ sourceId, cited, citable, unread }: ProblemOf<'passage-unread'>): Explanation {
  return explanation(
    `Not all of \`${sourceId}\` is cited, although its record says \`coverage: complete\`: ${formatCount(cited)} of ` +
      `${formatCount(citable)} letters and digits are`,
    `cite these words in a document, or say in the \`regions\` of sources/${sourceId}.yaml why they cannot be cited`,
    listWords(unread, `\`npm run coverage -- --source ${sourceId}\` lists them`),
  );
}

/** The first of these words with their lines; `rest` says where the others are. */
function listWords(all: readonly SourceWords[], rest: string): string[] {
  const first = all.slice(0, MOST_WORDS);
  const width = Math.max(...first.map(({ line }) => `line ${line}`.length));
  const more = all.length - first.length;
  return [
    ...first.map(({ line, words }) => `${`line ${line}`.padEnd(width)}  "${beginning(words)}"`),
    ...(more > 0 ? [`and ${formatCount(more)} more; ${rest}`] : []),
  ];
}

/** The raw text that a record describes. */
function rawTextOf(record: string): string {
  return `${record.slice(0, -'.yaml'.length)}.txt`;
}
