import { difference } from '#text/difference.ts';
import { showSuspicious } from '#text/suspicious.ts';
import { BRACKETED_ELLIPSIS, explainStatement } from './explain-statement.ts';
import type { Elsewhere, NearestPassage, Problem, SourceWords, YamlFault } from './problem.ts';
import {
  all,
  code,
  didYouMean,
  type Explanation,
  explanation,
  formatCount,
  lines,
  lowerFirst,
  places,
  REGION_NAMES,
  shorten,
} from './wording.ts';

/**
 * Put a problem into words. All prose about problems is here and in `explain-statement.ts`. Characters that cannot be
 * seen, or that a terminal would obey, are named instead of printed.
 */
export function explain(problem: Problem): Explanation {
  const { reason, notes, help } = explainRaw(problem);
  return { reason: showSuspicious(reason), notes: notes.map(showSuspicious), help: showSuspicious(help) };
}

function explainRaw(problem: Problem): Explanation {
  switch (problem.ruleId) {
    case 'source-unknown':
      return explanation(
        `Cannot find a source ${code(problem.sourceId)}`,
        'write the id of a source after `@`: the name of a file `sources/<id>.yaml`; an `@` that is part of the quote is ' +
          'written `\\@`',
        [
          ...(problem.elsewhere ? [sayElsewhere(problem.elsewhere)] : []),
          ...didYouMean(problem.suggestions.map((id) => `@${id}`)),
        ],
      );
    case 'source-missing':
      return explanation(
        `Cannot find the raw text \`sources/${problem.sourceId}.txt\` of this record`,
        `restore the file: ${restore(`sources/${problem.sourceId}.txt`)}; a new one goes beside its record`,
        dependents(problem.citations),
      );
    case 'source-stale':
      return explanation(
        `Unexpected text in \`sources/${problem.sourceId}.txt\`: it is not the text that was reviewed`,
        `npm run review -- ${problem.sourceId} shows what changed and pins it once you have read it; if the file was ` +
          `changed by mistake, ${restore(`sources/${problem.sourceId}.txt`)} brings the committed one back`,
        [`pinned   ${problem.pinned}`, `actual   ${problem.actual}`, ...dependents(problem.citations)],
      );
    case 'source-unrecorded':
      return explainUnrecorded(problem);
    case 'source-retracted':
      return explanation(
        `Unexpected citation of \`${problem.sourceId}\`, which is retracted`,
        'remove the citation, and the claim if nothing else supports it',
        [`the record says: ${problem.why}`],
      );
    case 'source-superseded':
      return explanation(
        `Unexpected citation of \`${problem.sourceId}\`, which is superseded by \`${problem.by}\``,
        `cite \`@${problem.by}\`, or say in a second paragraph of the footnote, indented by four spaces, why the ` +
          'older text is cited',
      );
    case 'source-unreviewed':
      return explanation(
        `Cannot find the day of review in the record of \`${problem.sourceId}\`: nobody has read it yet`,
        'read the text and its record, then write the day, such as `reviewed: 2026-11-23`; until then the source is ' +
          'shown in dev only, and only drafts can cite it',
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
        `Cannot find who speaks in \`${problem.sourceId}\`, on ${lines(problem.sentences.map(({ line }) => line))}: the ` +
          'record marks no speech there',
        `add each to \`speech\` in sources/${problem.sourceId}.yaml with its kind and speaker, as \`stated\` if the text ` +
          'itself says so',
        listWords(problem.sentences, 'each is in the text'),
      );
    case 'citation-malformed':
      return explanation(
        `Unexpected ${code(problem.found)} in footnote ${code(problem.label)}, expected ` +
          CITATION_PARTS[problem.expected],
        'a footnote is `[^label]: @source-id "verbatim quote"`; remarks go in a second paragraph, indented by ' +
          'four spaces',
      );
    case 'citation-missing':
      return explanation(
        `Cannot find a citation in footnote ${code(problem.label)}`,
        'begin it with `@source-id "verbatim quote"`; a remark without evidence belongs in the text',
      );
    case 'quote-missing':
      return explanation(
        `Cannot find a quote after ${code(`@${problem.sourceId}`)} in footnote ${code(problem.label)}`,
        'add the words that support the claim, in quotation marks',
      );
    case 'settings-invalid':
      return explainSettings(problem);
    case 'quote-not-found':
      return explainMiss(problem);
    case 'quote-ambiguous':
      return explainAmbiguity(problem);
    case 'quote-too-short':
      return explainShortness(problem);
    case 'quote-not-citable':
      return explanation(
        `Unexpected quote of ${REGION_NAMES[problem.kind]} on line ${problem.line} of \`${problem.sourceId}\``,
        HELP_FOR_REGIONS[problem.kind],
        [`the record says: ${problem.reason}`],
      );
    case 'footnote-undefined':
      return explainUndefined(problem);
    case 'footnote-unused':
      return explanation(
        `Unexpected footnote ${code(problem.label)} without a claim, expected at least one ` +
          code(`[^${problem.label}]`),
        'refer to it after the claim that it supports, outside other footnotes, or remove it',
      );
    case 'footnote-duplicate':
      return explanation(
        `Unexpected second footnote ${code(problem.label)}, the first is on line ${problem.firstLine}`,
        'give it another label, or merge the two: readers would only see the first',
      );
    case 'statement-uncited':
    case 'figure-unsupported':
    case 'date-unsupported':
    case 'quotation-unsupported':
    case 'name-unsupported':
    case 'office-unsupported':
    case 'figures-swapped':
    case 'roles-swapped':
    case 'limit-changed':
    case 'attribution-missing':
    case 'attribution-unsupported':
    case 'borrowed-wording':
    case 'known-mistake':
    case 'exemption-unused':
      return explainStatement(problem);
    case 'article-invalid':
      return explainArticle(problem);
    case 'theme-unknown':
      return explanation(
        `Cannot find a theme ${code(problem.theme)}`,
        'write the name of a file `content/themes/<theme>.mdx`',
        didYouMean(problem.suggestions),
      );
    case 'link-broken':
      return explainLink(problem);
    case 'passage-unread':
      return explainUnread(problem);
  }
}

type ProblemOf<Id extends Problem['ruleId']> = Problem & { readonly ruleId: Id };

/** What helps loses no word: a file is often saved in another encoding together with new work. */
function explainEncoding({ fault, byte, file }: ProblemOf<'source-encoding'>): Explanation {
  const convert = (encoding: string, name: string) =>
    `reopen it in your editor as ${encoding} and save it as UTF-8; or convert it into a new file, look at that, and ` +
    `put it in its place: iconv -f ${name} -t UTF-8 ${file} > converted.txt`;
  switch (fault) {
    case 'not-utf-8':
      return explanation(
        `Unexpected bytes that are not UTF-8 at byte offset ${byte}`,
        convert('the encoding that shows its letters right, such as Windows-1252,', '<encoding>'),
      );
    case 'utf-16':
      return explanation('Unexpected UTF-16, expected UTF-8', convert('UTF-16', 'UTF-16'));
    case 'byte-order-mark':
      return explanation(
        'Unexpected byte order mark at the start of the file',
        '`npm run check -- --fix` removes it and nothing else; or save the file as UTF-8 without a byte order mark',
      );
    case 'nul':
      return explanation(
        `Unexpected NUL character at byte offset ${byte}`,
        'delete the character; if there is one beside each letter, the file is UTF-16: reopen it in your editor as such ' +
          'and save it as UTF-8',
      );
  }
}

function restore(file: string): string {
  return `git checkout HEAD -- ${file}`;
}

const SUSPICIONS = {
  bidirectional: 'which changes the order in which other characters are shown',
  control: 'a control character',
  tag: 'an invisible letter',
  'private-use': 'for private use, without a meaning of its own',
  noncharacter: 'which is not a character',
  invisible: 'which is invisible',
} as const;

function explainSuspicious(problem: ProblemOf<'source-suspicious-character'>): Explanation {
  const { character, kind, within, times, file } = problem;
  return explanation(
    `Unexpected character \`${character}\`, ${SUSPICIONS[kind]}`,
    within === 'text'
      ? `check that ${code(file)} is the text as received; the page of the source shows the character as a box, ` +
          'and a quote leaves it out with `[…]`'
      : 'delete it; an escape such as `\\u…` or `&#x…;` is the same character',
    times === 1 ? [] : [`it occurs in ${places(times)} in this file`],
  );
}

function explainUnrecorded({ sourceId, fault, citations, file }: ProblemOf<'source-unrecorded'>): Explanation {
  const notes = dependents(citations);
  if (fault !== 'no-record') return { ...explainStray(file, fault), notes };
  return explanation(
    `Unexpected raw text without a record, expected \`sources/${sourceId}.yaml\``,
    'write the record, with every key that `src/source/record.ts` asks for, or remove the text',
    notes,
  );
}

const CITATION_PARTS = {
  citation: '`@source-id "quote"`',
  id: 'the id of a source after `@`',
  lines: 'lines such as `#L9` or `#L9-L12`',
  'closing-backtick': 'a closing backtick',
  'closing-mark': 'a closing quotation mark',
} as const;

/** A file in `sources/` that belongs to no source. */
function explainStray(file: string, fault: 'name' | 'link'): Explanation {
  return fault === 'link'
    ? explanation(
        `Unexpected symbolic link ${code(file)}, expected a file`,
        'put the file itself here: what a link points to can change outside the project',
      )
    : explanation(
        `Unexpected file ${code(file)}, expected \`sources/<id>.txt\` and \`sources/<id>.yaml\` only`,
        'give it such a name, in lower case and not in a subfolder, or move it out of `sources/`',
      );
}

function explainErratum(problem: ProblemOf<'erratum-not-found'>): Explanation {
  const { fault, line, times, elsewhere, file } = problem;
  const printed = problem.printed === undefined ? 'the printed characters' : code(problem.printed);
  const where = `line ${line} of \`${rawTextOf(file)}\``;
  if (fault !== 'words') {
    return explainUnseen({ fault, file }, 'erratum', `words around ${printed}`, `on ${where}`, elsewhere.map(String));
  }
  if (times > 1) {
    return explanation(
      `Unexpected ${printed} in ${places(times)} on ${where}, expected one`,
      `copy more words from that line into \`printed\`, ${ONCE}`,
    );
  }
  const reason = `Cannot find ${printed} on ${where}`;
  return elsewhere.length === 0
    ? explanation(reason, 'copy `printed` from that line exactly; case and white space count')
    : explanation(reason, `write the right line, such as \`line: ${elsewhere[0]}\``, [`it is on ${lines(elsewhere)}`]);
}

const ONCE = 'so that they occur only once';

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
      `Cannot tell whether a person has seen what this ${entry} marks ${where}: it has no \`anchor\``,
      `${review} shows the words and, if they are right, writes the anchor`,
    );
  }
  return explanation(
    `Unexpected ${words} ${where}: they are not those that this ${entry} was reviewed with`,
    `${review} shows the words of then and now, and moves line numbers`,
    elsewhere.length === 0 ? [] : [`those words are on ${stretch(elsewhere)} now`],
  );
}

function explainRegion(problem: ProblemOf<'region-not-found'>): Explanation {
  const { fault, speech, lines: ranges, times, lineCount, elsewhere, file } = problem;
  const raw = `\`${rawTextOf(file)}\``;
  const words = problem.words === undefined ? 'words' : `words ${code(problem.words)}`;
  const where = ranges.length === 0 || ranges.length > MOST_RANGES ? `in ${raw}` : `on ${stretch(ranges)} of ${raw}`;
  switch (fault) {
    case 'lines':
      return explanation(
        `Cannot find ${stretch(ranges)} of this region in ${raw}`,
        `write lines from 1 to ${lineCount}`,
        elsewhere.length === 0 ? [] : [`the words it was reviewed with are on ${stretch(elsewhere)} now`],
      );
    case 'exposed':
      return explanation(
        `Unexpected words of this withheld region on ${stretch(elsewhere)} of ${raw}, where they would be published`,
        'withhold them there too; words that may be published are left out of a withheld region',
      );
    case 'changed':
    case 'unseen':
    case 'unsure':
      return explainUnseen({ fault, file }, speech ? 'speech' : 'region', 'words', where, elsewhere);
    case 'words':
  }

  if (speech !== undefined) {
    const end = `${speech === 'from' ? 'first' : 'last'} ${words} of this speech`;
    return times > 1
      ? explanation(`Unexpected ${end} in ${places(times)} in ${raw}, expected one`, `copy more words, ${ONCE}`)
      : explanation(
          `Cannot find the ${end} in ${raw}${speech === 'to' ? ' after its first words' : ''}`,
          'copy them from there exactly; only white space and the form of marks may differ',
        );
  }
  return times > 1
    ? explanation(
        `Unexpected ${words} of this region in ${places(times)} ${where}, expected one`,
        `${ranges.length === 0 ? 'add `lines`' : 'name fewer lines'}, or copy more words, ${ONCE}`,
      )
    : explanation(
        `Cannot find the ${words} of this region ${where}`,
        'copy them from there exactly; case and white space count',
      );
}

/** More lines than these are not listed. */
const MOST_RANGES = 5;

/** `line 3`, `lines 3-5 and 9`, as a record names them. */
function stretch(ranges: readonly string[]): string {
  return `${ranges.length === 1 && !ranges[0]?.includes('-') ? 'line' : 'lines'} ${all.format(ranges)}`;
}

function explainShortness({ quote, extent, length, least }: ProblemOf<'quote-too-short'>): Explanation {
  const why = 'a few characters can be found anywhere and prove nothing';
  const expected = `expected at least ${least} characters`;
  if (extent === 'part') {
    return explanation(
      `Unexpected part of length ${length} in a quote with \`[…]\`, ${expected}: ${code(quote)}`,
      `quote more words on that side of \`[…]\`, or leave the part out: ${why}`,
    );
  }
  return explanation(
    length === 0
      ? `Unexpected empty quote, ${expected}`
      : `Unexpected quote of length ${length}, ${expected}: ${code(quote)}`,
    `quote the whole clause: ${why}`,
  );
}

function explainUndefined({ label, fault, suggestions }: ProblemOf<'footnote-undefined'>): Explanation {
  const written = code(`[^${label}]`);
  const notes = didYouMean(suggestions.filter((name) => name !== label).map((name) => `[^${name}]`));
  switch (fault) {
    case 'missing':
      return explanation(
        `Cannot find a footnote ${code(`[^${label}]:`)}`,
        `add ${code(`[^${label}]: @source-id "verbatim quote"`)} at the end of the file`,
        notes,
      );
    case 'white-space':
      return explanation(
        `Unexpected white space in the label ${written}: Markdown does not make it a footnote`,
        `write ${code(`[^${label.trim().replace(/\s+/g, '-')}]`)}, here and everywhere else`,
        notes,
      );
    case 'not-in-prose':
      return explanation(
        `Unexpected reference ${written} where Markdown allows no footnotes, expected it in the text`,
        'put it after the claim, outside addresses, images, titles, attributes and `{…}`; for the characters ' +
          'themselves, write `\\[^`',
        notes,
      );
  }
}

const HELP_FOR_REGIONS = {
  furniture: 'leave it out: a quote runs over it as if it were not there',
  boilerplate: 'quote words of the text itself that support the claim',
  heading: 'quote words of the text itself that support the claim',
  withheld: 'quote other words: these are never published',
} as const;

function explainArticle(problem: ProblemOf<'article-invalid'>): Explanation {
  switch (problem.part) {
    case 'file':
      return explainFile(problem);
    case 'front-matter':
      return problem.fault === 'no-front-matter'
        ? explanation(
            'Cannot find front matter, expected `---` as the first line, then keys with values, then `---`',
            FRONT_MATTER_KEYS,
          )
        : explainYaml('the front matter', problem, FRONT_MATTER_KEYS);
    case 'placeholder':
      return explanation(
        `Unexpected placeholder ${code(problem.written)}, expected words for readers`,
        'write them, or say `draft: true` in the front matter: a draft is checked but not built',
      );
    case 'syntax':
      return explanation(
        `Invalid MDX: ${lowerFirst(problem.issue)}`,
        'in MDX, `<` and `{` are markup: write `\\<` and `\\{` for the characters',
      );
    case 'limit':
      return explanation(
        'Unexpected depth: the MDX parser ran out of stack',
        'put fewer lists, quotations, brackets, emphasis and elements inside one another',
      );
    case 'code':
      return explanation(`Unexpected ${CODE[problem.fault]} ${code(problem.written)}`, HELP_FOR_CODE[problem.fault]);
    case 'link':
      return problem.fault === 'reference'
        ? explanation(
            `Unexpected reference ${code(problem.written)} inside a link: a click there follows the link`,
            `put it after the link: \`[words](/page/)${problem.written}\``,
          )
        : explanation(
            `Unexpected link ${code(problem.written)} inside another link`,
            'end the outer link before it, or write its words without a link',
          );
    case 'element':
      return explainElement(problem);
  }
}

const CODE = {
  expression: 'expression in braces',
  module: 'export or import',
  element: 'HTML element',
  attribute: 'attribute of an HTML element',
} as const;

const HELP_FOR_CODE = {
  expression:
    'write the words themselves, so that they are checked; write `\\{` for the character, and a remark as `{/* … */}`',
  module: 'a document has words and elements only: remove it, or begin the paragraph with another word',
  element: 'write it in Markdown; only elements that format words are allowed, such as `<b>` and `<sup>`',
  attribute: 'remove it: only `class`, `dir`, `href` and `lang` are allowed, since the words of others are not checked',
} as const;

function explainElement(problem: ProblemOf<'article-invalid'> & { part: 'element' }): Explanation {
  const tag = `\`<${problem.element}>\``;
  const keys = 'the attributes are described in `src/document/element-attributes.ts`';
  switch (problem.fault) {
    case 'unknown':
      return explanation(
        `Cannot find an element ${tag}`,
        'write `<Event>`, `<Chart>` or `<Point>`, or Markdown; an HTML element is in lower case',
        didYouMean(problem.suggestions.map((name) => `<${name}>`)),
      );
    case 'place':
      return problem.expected === 'Chart'
        ? explanation(
            `Unexpected ${tag} outside a chart`,
            'put it between `<Chart …>` and `</Chart>`, not inside another element',
          )
        : explanation(
            `Unexpected ${tag} inside other text or markup`,
            'put it on lines of its own, with an empty line before and after it, not inside another element or list',
          );
    case 'content':
      return explanation(
        `Unexpected content in ${tag}, expected \`<Point>\` only`,
        'put it before or after the chart, or into a point',
      );
    case 'empty':
      return explanation(
        `Cannot find a \`<Point>\` in ${tag}`,
        'add a `<Point …>` for each figure, or remove the chart',
      );
    case 'no-footnote':
      return explanation(
        `Cannot find a footnote in ${tag}`,
        'put a reference, such as `[^label]`, after the words between its tags, and the citation at the end of ' +
          'the file',
      );
    case 'expression':
      return explanation(
        'Unexpected expression in braces ' +
          `${problem.attribute === undefined ? 'as an attribute' : `as ${code(problem.attribute)}`} of ${tag}, ` +
          'expected plain text',
        `write the value between quotation marks; ${keys}`,
      );
    case 'no-value':
      return explanation(
        `Cannot find the value of the attribute ${code(problem.attribute)} of ${tag}`,
        `write it between quotation marks after \`=\`; ${keys}`,
      );
    case 'duplicate':
      return explanation(`Unexpected second attribute ${code(problem.attribute)} of ${tag}`, 'remove one of the two');
    case 'point-unknown':
      return explanation(
        `Cannot find a point ${code(problem.id)} of this chart that has a figure`,
        'write the `id` of the point that this is half of, and give that point such an `id`',
        didYouMean(problem.suggestions),
      );
    case 'point-duplicate':
      return explanation(
        `Unexpected second point ${code(problem.id)} in the chart`,
        'give it another `id`, or none if no `half-of` names it',
      );
    default:
      return explainYaml(tag, problem, keys, 'attribute');
  }
}

function explainFile({ fault, name, file }: ProblemOf<'article-invalid'> & { part: 'file' }): Explanation {
  const mdx = name.toLowerCase().replace(/\.(?:mdx?|markdown)$/, '.mdx');
  switch (fault) {
    case 'link':
      return explainStray(file, fault);
    case 'extension':
      return explanation(
        `Unexpected file ${code(name)}, expected an \`.mdx\` file`,
        mdx.endsWith('.mdx')
          ? `rename it to ${code(mdx)}, since other Markdown is not checked, or move it out of \`content/\``
          : 'move it out of `content/`: only `.mdx` files are checked and published',
      );
    case 'taken':
      return explanation(
        `Unexpected name ${code(name)}: the site has a page of its own at this address`,
        'give the document another name',
      );
    case 'name':
      return explanation(
        `Unexpected name ${code(name)}, expected \`articles/<slug>.mdx\`, \`themes/<slug>.mdx\` or ` +
          '`pages/<slug>.mdx`',
        'a slug is lower-case words joined by hyphens, such as `harbor-dues`',
      );
  }
}

const FRONT_MATTER_KEYS = 'the keys are described in `src/document/front-matter.ts`';

function explainRecord(problem: ProblemOf<'record-invalid'>): Explanation {
  switch (problem.fault) {
    case 'name':
    case 'link':
      return explainStray(problem.file, problem.fault);
    case 'id':
      return explanation(
        `Invalid \`id\` in the record: expected \`${problem.expected}\`, the name of the file`,
        'give the record and its text the name that authors write after `@`',
      );
    case 'words':
      return explanation(
        `Cannot find ${problem.words === undefined ? 'the words' : code(problem.words)} of \`${problem.path}\` in ` +
          'the raw text',
        `copy the words from ${rawTextOf(problem.file)}, or change how the field is known`,
      );
    case 'placeholder':
      return explanation(
        `Unexpected placeholder ${code(problem.written)} in \`${problem.path}\` of the record`,
        'write the missing words, or leave `reviewed` empty until somebody has',
      );
    case 'short':
      return explanation(
        `Unexpected short name ${code(problem.short)}: the source ${code(problem.sourceId)} has it too`,
        'give each source a name of its own: two to four words, or one name',
      );
    case 'successor':
      return explanation(
        `Cannot find another source ${code(problem.sourceId)}, which \`status.superseded\` names`,
        'write the id of the source that replaces this one, and add its record and text if they are missing',
        didYouMean(problem.suggestions),
      );
    default:
      return explainYaml('the record', problem, 'the keys are described in `src/source/record.ts`');
  }
}

function explainSettings(problem: ProblemOf<'settings-invalid'>): Explanation {
  switch (problem.fault) {
    case 'source':
      return explanation(
        `Cannot find a source ${code(problem.sourceId)}`,
        'write the id of a source: the name of a file `sources/<id>.yaml`',
        didYouMean(problem.suggestions),
      );
    case 'line':
      return explanation(
        `Cannot find line ${problem.line} of \`${problem.sourceId}\`, which has ${problem.count} lines`,
        'write the line where the words are that the mistake misreads',
      );
    case 'moved':
      return explanation(
        `Unexpected ${code(problem.address)} among the addresses that have moved: the site has a page there`,
        'remove the entry, or give the page another name',
      );
    case 'place':
      return explanation(
        `Unexpected position of ${code(problem.name)}, which has no entry on a page of names`,
        'write the name as in its heading, such as `### Harbor Office`, or remove the position',
        didYouMean(problem.suggestions),
      );
    default: {
      const name = problem.file.replace(/^.*\/|\.yaml$/g, '');
      return explainYaml(
        `\`${problem.file}\``,
        problem,
        `the keys are described in \`src/document/${name}-settings.ts\``,
      );
    }
  }
}

/** What YAML or a schema does not allow in `place`: the record, the front matter, an element. */
function explainYaml(place: string, problem: YamlFault, help: string, noun = 'key'): Explanation {
  const text = place.replace('the ', '');
  switch (problem.fault) {
    case 'syntax':
      return explanation(
        `Invalid ${text}: ` +
          lowerFirst(problem.said).replace(/^missing closing ["']quote$/, 'missing closing quotation mark'),
        `it is YAML: each key once, a value with \`: \` or \` #\` in quotation marks; ${help}`,
      );
    case 'alias':
      return explanation(
        `Unexpected alias ${code(`*${problem.said}`)} in ${place}, expected the value itself`,
        'write the value out; one that begins with `*` or `&` goes in quotation marks',
      );
    case 'key-unknown':
      return explanation(`Unexpected ${noun} ${code(problem.path)} in ${place}`, help, didYouMean(problem.suggestions));
    case 'key-missing':
      return explanation(`Cannot find the ${noun} ${code(problem.path)} in ${place}`, help);
    case 'cut':
      return explanation(
        `Unexpected ${code(problem.comment)} after ${code(problem.path)} in ${place}: YAML drops everything from a ` +
          '` #` on, and these may be words of the value',
        'put the whole value in quotation marks; a comment goes on a line of its own',
      );
    case 'type':
    case 'value': {
      const where = problem.path === '' ? text : `${code(problem.path)} in ${place}`;
      const what =
        problem.fault === 'type'
          ? `expected ${TYPES[problem.expected] ?? `a ${problem.expected}`}`
          : lowerFirst(problem.said);
      return explanation(`Invalid ${where}: ${what}`, help);
    }
  }
}

/** The types of zod in an editor's words. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'text, in quotation marks if it looks like a number',
  number: 'a number without quotation marks',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list such as `[a, b]`',
  object: 'keys with values',
};

function explainLink({ url, missing, suggestions }: ProblemOf<'link-broken'>): Explanation {
  const notes = didYouMean(suggestions);
  const page = url.replace(/#.*/s, '');
  switch (missing) {
    case 'address':
      return explanation(
        `Cannot find the address of this link${url === '' ? '' : `, only ${code(url)}`}`,
        'write where it leads, such as `/articles/harbor-dues/`, or leave only its words',
      );
    case 'fragment':
      return explanation(
        `Cannot find the place ${code(url.slice(page.length))} on ` +
          `${page === '' ? 'this page' : `the page ${code(page)}`}`,
        'write the id of a heading there, such as `#harbor-dues` for `## Harbor dues`; a line of a source is `#L12`',
        notes,
      );
    case 'unbuilt':
      return explanation(
        `Cannot link to ${code(url)} in a build: ` +
          (page.includes('/sources/') ? 'nobody has reviewed the source' : 'it is a draft'),
        'leave the link out until that page is built, or make this document a draft as well',
      );
    case 'form':
      return explanation(
        `Cannot find the page of the link ${code(url)}`,
        'a link to another site begins with `https://`, `http://` or `mailto:`; pictures on other sites are not ' +
          'shown, since readers’ browsers request nothing from other sites',
        notes,
      );
    case 'page':
      return explanation(
        `Cannot find the page of the link ${code(url)}${/^(?:https?:)?\/\//i.test(url) ? ' on this site' : ''}`,
        /^[\w-]+$/.test(page)
          ? 'in the front matter, write the name of a file `content/articles/<name>.mdx`; in the text, the address ' +
              'from the root, such as `/articles/harbor-dues/`'
          : 'write the address from the root with the closing slash, such as `/articles/harbor-dues/`',
        notes,
      );
  }
}

/** More words of a source than these are a list to ask for. */
const MOST_WORDS = 5;

function explainUnread({ sourceId, cited, citable, unread }: ProblemOf<'passage-unread'>): Explanation {
  return explanation(
    `Cannot find a citation of every passage of \`${sourceId}\`, whose record says \`coverage: complete\`: ` +
      `${formatCount(cited)} of ${formatCount(citable)} letters and digits are cited`,
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

function explainAmbiguity({ sourceId, lines: found }: ProblemOf<'quote-ambiguous'>): Explanation {
  const single = found.find((line) => found.indexOf(line) === found.lastIndexOf(line));
  return explanation(
    `Unexpected quote that occurs in ${places(found.length)} in \`${sourceId}\` (${lines(found)}), expected one`,
    single === undefined
      ? `quote more words, ${ONCE}`
      : `say which is meant, such as @${sourceId}#L${single} "…", or quote more words`,
  );
}

function explainMiss(problem: ProblemOf<'quote-not-found'>): Explanation {
  const { sourceId, quote, nearest, elsewhere, elided, locator } = problem;
  if (locator) {
    return explanation(
      `Cannot find this quote in \`${sourceId}${locator}\`: it starts on ${lines(problem.lines)}`,
      `write @${sourceId}#L${problem.lines[0]} "…"`,
    );
  }
  if (elsewhere) {
    const [line] = elsewhere.lines;
    const at = elsewhere.lines.length > 1 ? `#L${line}` : '';
    return explanation(
      `Cannot find this quote in \`${sourceId}\`: ${sayElsewhere(elsewhere)}`,
      `write @${elsewhere.sourceId}${at} "…", if that is the text that supports the claim`,
    );
  }
  const yours = [`yours    "${shorten(quote)}"`];
  if (elided) {
    return explanation(
      `Cannot find the parts of this quote in \`${sourceId}\` in this order and near each other`,
      `cite the parts one by one, each as @${sourceId} "…"`,
      yours,
    );
  }
  if (quote.includes('...') && !nearest?.printed.includes('...')) {
    return explanation(
      `Cannot find this quote in \`${sourceId}\``,
      BRACKETED_ELLIPSIS,
      nearest ? compare(nearest) : yours,
    );
  }
  if (nearest && nearest.sourceId !== sourceId) {
    return explanation(
      `Cannot find this quote in \`${sourceId}\`: the most similar words are in \`${nearest.sourceId}\`, ` +
        lines([nearest.line]),
      `if that is the text that supports the claim, write @${nearest.sourceId} "…" with its words as they are printed; ` +
        'otherwise change the claim',
      compare(nearest),
    );
  }
  const cut = nearest && explainCut(nearest);
  if (cut !== undefined) {
    return explanation(
      `Cannot find this quote in \`${sourceId}\`: ${cut} without a space`,
      'quote whole words and numbers; if it is a page or note number of the text, mark it as `furniture` in its record',
      compare(nearest as NearestPassage),
    );
  }
  return nearest
    ? explanation(
        `Cannot find this quote in \`${sourceId}\``,
        `copy the words from sources/${sourceId}.txt as they are printed, or change the claim`,
        compare(nearest),
      )
    : explanation(
        `Cannot find this quote in \`${sourceId}\`, nor anything like it`,
        `look for the words in sources/${sourceId}.txt and in the other sources, or remove the claim`,
        yours,
      );
}

function sayElsewhere({ sourceId, lines: found }: Elsewhere): string {
  return `these words are in \`${sourceId}\`, ${lines(found)}`;
}

/** Where the words are there, but begin or end inside a word or number: what is joined to them. */
function explainCut({ quoted, printed }: NearestPassage): string | undefined {
  const at = printed.indexOf(quoted);
  if (at === -1 || printed === quoted) return undefined;
  const [before, behind] = [printed.slice(0, at), printed.slice(at + quoted.length)];
  return behind === '' ? `the text has ${code(before)} right before it` : `the text goes on with ${code(behind)}`;
}

/** How much of a long quote is shown around the first difference, in characters on each side: whole words of that. */
const WINDOW = 36;

/** The quoted words above the nearest passage, with the first difference marked below. */
function compare({ quoted, printed, line }: NearestPassage): string[] {
  const { start, endOfFirst, endOfSecond } = difference(quoted, printed);
  const from = startOfWindow(quoted, start);
  const cut = (text: string, end: number) => {
    const to = endOfWindow(text, start, Math.min(end + WINDOW, start + 2 * WINDOW));
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  };
  const marks = ' '.repeat('nearest  "'.length + (from > 0 ? 1 : 0) + start - from);
  // A long stretch is several differences: the first is the word where it begins.
  const width = endOfSecond - start > WINDOW ? printed.slice(start).search(/\s|$/) : endOfSecond - start;
  return [
    `yours    "${cut(quoted, endOfFirst)}"`,
    `nearest  "${cut(printed, endOfSecond)}"  line ${line}`,
    `${marks}${'^'.repeat(Math.max(1, width))}`,
  ];
}

/** Where to cut before `at`: at the beginning of a word, if one begins in the window. */
function startOfWindow(text: string, at: number): number {
  if (at <= WINDOW) return 0;
  const space = text.slice(0, at).indexOf(' ', at - WINDOW);
  return space === -1 ? at - WINDOW : space + 1;
}

/** Where to cut after `at`: at `most`, or at the end of the last word before it. */
function endOfWindow(text: string, at: number, most: number): number {
  if (text.length <= most) return text.length;
  const space = text.lastIndexOf(' ', most);
  return space > at ? space : most;
}

function beginning(text: string): string {
  const end = endOfWindow(text, 0, 2 * WINDOW);
  return end < text.length ? `${text.slice(0, end)}…` : text;
}

function dependents(citations: number): string[] {
  if (citations === 0) return [];
  return [citations === 1 ? '1 citation depends on it' : `${citations} citations depend on it`];
}

/** The raw text that a record describes. */
function rawTextOf(record: string): string {
  return `${record.slice(0, -'.yaml'.length)}.txt`;
}
