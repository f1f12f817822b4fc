import { difference } from '#text/difference.ts';
import { showSuspicious } from '#text/suspicious.ts';
import { explainStatement } from './explain-statement.ts';
import type { Excess, NearestPassage, Problem, YamlFault } from './problem.ts';
import {
  all,
  code,
  didYouMean,
  type Explanation,
  figure,
  lines,
  lowerFirst,
  places,
  REGION_NAMES,
  shorten,
} from './wording.ts';

/**
 * Put a problem into words. This is the only place with prose about problems. Characters that would not be seen, or that a
 * terminal would obey, are named instead.
 */
export function explain(problem: Problem): Explanation {
  const { reason, notes, help } = explainAsWritten(problem);
  return { reason: showSuspicious(reason), notes: notes.map(showSuspicious), help: showSuspicious(help) };
}

function explainAsWritten(problem: Problem): Explanation {
  switch (problem.ruleId) {
    case 'source-unknown':
      return {
        reason: `Cannot find a source ${code(problem.sourceId)}`,
        notes: didYouMean(problem.suggestions.map((id) => `@${id}`)),
        help: 'write the id of a source behind `@`: the name of a file `sources/<id>.yaml`',
      };
    case 'source-missing':
      return {
        reason: `Cannot find the raw text \`sources/${problem.sourceId}.txt\` of this record`,
        notes: resting(problem.citations),
        help: `bring the file back: git checkout HEAD -- sources/${problem.sourceId}.txt; a new one goes beside its record`,
      };
    case 'source-stale':
      return {
        reason: `Unexpected text in \`sources/${problem.sourceId}.txt\`: it is not the text that was reviewed`,
        notes: [`pinned   ${problem.pinned}`, `actual   ${problem.actual}`, ...resting(problem.citations)],
        help: `npm run review -- ${problem.sourceId} shows what changed and pins it once you have read it; or bring the text back: git checkout HEAD -- sources/${problem.sourceId}.txt`,
      };
    case 'source-unrecorded':
      return explainUnrecorded(problem);
    case 'source-retracted':
      return {
        reason: `Unexpected citation of \`${problem.sourceId}\`, which is retracted`,
        notes: [`the record says: ${problem.why}`],
        help: 'remove the citation, and the claim if nothing else bears it',
      };
    case 'source-superseded':
      return {
        reason: `Unexpected citation of \`${problem.sourceId}\`, which is superseded by \`${problem.by}\``,
        notes: [],
        help: `cite \`@${problem.by}\`, or say in a second paragraph of the footnote, indented by four spaces, why the older text is cited`,
      };
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
    case 'citation-malformed':
      return {
        reason: `Unexpected ${code(problem.found)} in footnote ${code(problem.label)}, expected ${CITATION_PARTS[problem.expected]}`,
        notes: [],
        help: 'a footnote is `[^label]: @source-id "verbatim quote"`; remarks go in a second paragraph, indented by four spaces',
      };
    case 'citation-missing':
      return {
        reason: `Cannot find a citation in footnote ${code(problem.label)}`,
        notes: [],
        help: 'begin it with `@source-id "verbatim quote"`; a remark without evidence belongs in the text',
      };
    case 'quote-missing':
      return {
        reason: `Cannot find a quote behind ${code(`@${problem.sourceId}`)} in footnote ${code(problem.label)}`,
        notes: [],
        help: 'add the words that bear the claim, in quotation marks',
      };
    case 'quote-not-found':
      return explainMiss(problem);
    case 'quote-ambiguous':
      return explainAmbiguity(problem);
    case 'quote-too-short':
      return explainShortness(problem);
    case 'quote-not-citable':
      return {
        reason: `Unexpected quote of ${REGION_NAMES[problem.kind]} on line ${problem.line} of \`${problem.sourceId}\``,
        notes: [`the record says: ${problem.reason}`],
        help: HELP_FOR_REGIONS[problem.kind],
      };
    case 'footnote-undefined':
      return explainUndefined(problem);
    case 'footnote-unused':
      return {
        reason: `Unexpected footnote ${code(problem.label)} without a claim, expected at least one ${code(`[^${problem.label}]`)}`,
        notes: [],
        help: 'refer to it behind the claim that it bears, outside of other footnotes, or remove it',
      };
    case 'footnote-duplicate':
      return {
        reason: `Unexpected second footnote ${code(problem.label)}, the first is on line ${problem.firstLine}`,
        notes: [],
        help: 'give it another label, or join the two: readers would see the first only',
      };
    case 'statement-uncited':
    case 'figure-unsupported':
    case 'date-unsupported':
    case 'quotation-unsupported':
    case 'name-unsupported':
    case 'exemption-unused':
      return explainStatement(problem);
    case 'article-invalid':
      return explainArticle(problem);
    case 'theme-unknown':
      return {
        reason: `Cannot find a theme ${code(problem.theme)}`,
        notes: didYouMean(problem.suggestions),
        help: 'write the name of a file `content/themes/<theme>.mdx`',
      };
    case 'link-broken':
      return explainLink(problem);
    case 'passage-unread':
      return explainUnread(problem);
  }
}

type ProblemOf<Id extends Problem['ruleId']> = Problem & { readonly ruleId: Id };

function explainEncoding({ fault, byte, file }: ProblemOf<'source-encoding'>): Explanation {
  const restore = `bring the file back as it was: git checkout HEAD -- ${file}`;
  switch (fault) {
    case 'not-utf-8':
      return {
        reason: `Unexpected bytes that are not UTF-8 at byte offset ${byte}`,
        notes: [],
        help: `${restore}; convert a new one from its encoding: iconv -f <encoding> -t utf-8 ${file}`,
      };
    case 'byte-order-mark':
      return {
        reason: 'Unexpected byte order mark at the start of the file',
        notes: [],
        help: `${restore}; save a new one as UTF-8 without a byte order mark`,
      };
    case 'nul':
      return {
        reason: `Unexpected NUL character at byte offset ${byte}`,
        notes: [],
        help: `${restore}; a new one may be UTF-16 or no text at all: get it as plain UTF-8`,
      };
  }
}

const SUSPICIONS = {
  bidirectional: 'which changes the order in which others are shown',
  control: 'a control character',
  tag: 'a letter that is not seen',
  'private-use': 'of private use, which has no meaning of its own',
  noncharacter: 'which is no character',
  invisible: 'which is not seen',
} as const;

function explainSuspicious({
  character,
  kind,
  within,
  times,
  file,
}: ProblemOf<'source-suspicious-character'>): Explanation {
  return {
    reason: `Unexpected character \`${character}\`, ${SUSPICIONS[kind]}`,
    notes: times === 1 ? [] : [`it stands in ${places(times)} of this file`],
    help:
      within === 'text'
        ? `look whether ${code(file)} is the text as received; the page of the source shows the character as a box, and a quote leaves it out with \`[…]\``
        : 'delete it; written as `\\u…` or `&#x…;` it is the same character',
  };
}

function explainUnrecorded({ sourceId, fault, citations, file }: ProblemOf<'source-unrecorded'>): Explanation {
  const notes = resting(citations);
  if (fault !== 'no-record') return { ...explainStray(file, fault), notes };
  return {
    reason: `Unexpected raw text without a record, expected \`sources/${sourceId}.yaml\``,
    notes,
    help: 'write the record, with every key that `src/source/record.ts` asks for, or remove the text',
  };
}

const CITATION_PARTS = {
  citation: '`@source-id "quote"`',
  id: 'the id of a source after `@`',
  lines: 'lines such as `#L9` or `#L9-L12`',
  'closing-backtick': 'a closing backtick',
  'closing-mark': 'a closing quotation mark',
} as const;

/** A file in `sources/` that is none of a source. */
function explainStray(file: string, fault: 'name' | 'link'): Explanation {
  return fault === 'link'
    ? {
        reason: `Unexpected symbolic link ${code(file)}, expected a file`,
        notes: [],
        help: 'put the file itself here: what a link leads to can change without the project',
      }
    : {
        reason: `Unexpected file ${code(file)}, expected \`sources/<id>.txt\` and \`sources/<id>.yaml\` only`,
        notes: [],
        help: 'give it such a name, in lower case and in no folder, or move it out of `sources/`',
      };
}

function explainErratum({ printed, line, times, elsewhere, file }: ProblemOf<'erratum-not-found'>): Explanation {
  const raw = rawTextOf(file);
  if (times > 1) {
    return {
      reason: `Unexpected ${code(printed)} in ${places(times)} on line ${line} of \`${raw}\`, expected one`,
      notes: [],
      help: 'copy more words from that line into `printed`, so that they stand there once',
    };
  }
  const reason = `Cannot find ${code(printed)} on line ${line} of \`${raw}\``;
  return elsewhere.length > 0
    ? {
        reason,
        notes: [`it stands on ${lines(elsewhere)}`],
        help: `write the line that is meant, such as \`line: ${elsewhere[0]}\``,
      }
    : { reason, notes: [], help: 'copy `printed` from that line to the letter; case and white space count' };
}

function explainRegion(problem: ProblemOf<'region-not-found'>): Explanation {
  const { speech, words, lines: ranges, times, lineCount, file } = problem;
  const raw = rawTextOf(file);
  const stretch = `${ranges.length === 1 && !ranges[0]?.includes('-') ? 'line' : 'lines'} ${all.format(ranges)}`;
  if (words === undefined) {
    return {
      reason: `Cannot find ${stretch} of this region in \`${raw}\``,
      notes: [],
      help: `write lines from 1 to ${lineCount}`,
    };
  }
  if (speech !== undefined) return explainSpeech({ speech, words, times, raw });
  const where = (preposition: string) => `${ranges.length === 0 ? preposition : `on ${stretch} of`} \`${raw}\``;
  return times > 1
    ? {
        reason: `Unexpected words ${code(words)} of this region in ${places(times)} ${where('of')}, expected one`,
        notes: [],
        help: `${ranges.length === 0 ? 'add `lines`' : 'name fewer lines'}, or copy more words, so that they stand once`,
      }
    : {
        reason: `Cannot find the words ${code(words)} of this region ${where('in')}`,
        notes: [],
        help: 'copy them from there to the letter; case and white space count',
      };
}

function explainSpeech({
  speech,
  words,
  times,
  raw,
}: {
  readonly speech: 'from' | 'to';
  readonly words: string;
  readonly times: number;
  readonly raw: string;
}): Explanation {
  const end = `${speech === 'from' ? 'first' : 'last'} words ${code(words)} of this speech`;
  return times > 1
    ? {
        reason: `Unexpected ${end} in ${places(times)} of \`${raw}\`, expected one`,
        notes: [],
        help: 'copy more words, so that they stand once',
      }
    : {
        reason: `Cannot find the ${end} in \`${raw}\`${speech === 'to' ? ' from its first words on' : ''}`,
        notes: [],
        help: 'copy them from there to the letter; only white space and the form of marks may differ',
      };
}

function explainShortness({ quote, extent, length, least }: ProblemOf<'quote-too-short'>): Explanation {
  const reason = 'a few characters stand anywhere and prove nothing';
  if (extent === 'part') {
    return {
      reason: `Unexpected part of length ${length} in a quote with \`[…]\`, expected at least ${least} characters: ${code(quote)}`,
      notes: [],
      help: `quote more words on that side of \`[…]\`, or leave the part out: ${reason}`,
    };
  }
  return {
    reason:
      length === 0
        ? `Unexpected empty quote, expected at least ${least} characters`
        : `Unexpected quote of length ${length}, expected at least ${least} characters: ${code(quote)}`,
    notes: [],
    help: `quote the whole clause: ${reason}`,
  };
}

function explainUndefined({ label, fault, suggestions }: ProblemOf<'footnote-undefined'>): Explanation {
  const written = code(`[^${label}]`);
  const notes = didYouMean(suggestions.filter((name) => name !== label).map((name) => `[^${name}]`));
  switch (fault) {
    case 'missing':
      return {
        reason: `Cannot find a footnote ${code(`[^${label}]:`)}`,
        notes,
        help: `add ${code(`[^${label}]: @source-id "verbatim quote"`)} at the end of the file`,
      };
    case 'white-space':
      return {
        reason: `Unexpected white space in the label ${written}: Markdown makes no footnote of it`,
        notes,
        help: `write ${code(`[^${label.trim().replace(/\s+/g, '-')}]`)}, here and wherever it stands`,
      };
    case 'not-in-prose':
      return {
        reason: `Unexpected reference ${written} where Markdown makes no footnotes, expected it in the text`,
        notes,
        help: 'put it behind the claim, outside of addresses, images, titles, attributes and `{…}`; if the characters are meant, write `\\[^`',
      };
  }
}

const HELP_FOR_REGIONS = {
  furniture: 'leave it out: a quote runs over it as if it were not there',
  boilerplate: 'quote words of the text proper that bear the claim',
  heading: 'quote words of the text proper that bear the claim',
  withheld: 'quote other words: these are never published',
} as const;

function explainArticle(problem: ProblemOf<'article-invalid'>): Explanation {
  switch (problem.part) {
    case 'file':
      return explainFile(problem);
    case 'front-matter':
      return problem.fault === 'no-front-matter'
        ? {
            reason: 'Cannot find front matter, expected `---` as the first line, then keys with values, then `---`',
            notes: [],
            help: FRONT_MATTER_KEYS,
          }
        : explainYaml('the front matter', problem, FRONT_MATTER_KEYS);
    case 'syntax':
      return {
        reason: `Invalid MDX: ${lowerFirst(problem.issue)}`,
        notes: [],
        help: 'in MDX, `<` and `{` are markup: write `\\<` and `\\{` for the characters',
      };
    case 'limit':
      return problem.fault === 'stack'
        ? { reason: 'Unexpected depth: the parser of MDX ran out of stack', notes: [], help: HELP_FOR_DEPTH }
        : { ...explainExcess(problem), notes: [] };
    case 'code':
      return {
        reason: `Unexpected ${CODE[problem.fault]} ${code(problem.written)}`,
        notes: [],
        help: HELP_FOR_CODE[problem.fault],
      };
    case 'element':
      return explainElement(problem);
  }
}

const HELP_FOR_DEPTH = 'put fewer lists, quotations, brackets, emphasis and elements in each other';

/** What there is too much of, and what to do about it. */
function explainExcess({ fault, most }: { fault: Excess; most: number }): Pick<Explanation, 'reason' | 'help'> {
  const split = 'split the document into several';
  const splitParagraph = 'split the paragraph: put an empty line between its parts';
  const [what, help] = {
    characters: ['characters in a document', split],
    lines: ['lines in a document', split],
    nesting: ['marks of lists, quotations and footnotes before the words of a line', HELP_FOR_DEPTH],
    indentation: ['spaces and marks before the words of a line', HELP_FOR_DEPTH],
    marks: ['marks of links, footnotes, emphasis, code and elements in one paragraph', splitParagraph],
    word: ['characters without a space', 'write words with spaces between them, and shorter addresses'],
    pipes: ['`|` on one line', 'split the table into several'],
    elements: ['elements in each other', 'close each element, such as `<b>`, where it ends'],
    braces: ['`}` in a document', split],
    module: [
      'empty lines behind an `export` or `import` at the start of a paragraph',
      'remove it, or begin the paragraph with another word: a document has words and elements only',
    ],
  }[fault] as [string, string];
  return { reason: `Unexpected number of ${what}, expected at most ${figure(most)}`, help };
}

const CODE = {
  expression: 'expression in braces',
  module: 'export or import',
  element: 'element of HTML',
  attribute: 'attribute of an element of HTML',
} as const;

const HELP_FOR_CODE = {
  expression:
    'write the words themselves, so that they are checked; write `\\{` for the character, and a remark as `{/* … */}`',
  module: 'a document has words and elements only: remove it, or begin the paragraph with another word',
  element: 'write it in Markdown; only elements that set words are known, such as `<b>` and `<sup>`',
  attribute: 'remove it: only `class`, `dir`, `href` and `lang` are known, since nobody checks the words of others',
} as const;

function explainElement(problem: ProblemOf<'article-invalid'> & { part: 'element' }): Explanation {
  const tag = `\`<${problem.element}>\``;
  const keys = 'the attributes are described in `src/corpus/element-attributes.ts`';
  switch (problem.fault) {
    case 'unknown':
      return {
        reason: `Cannot find an element ${tag}`,
        notes: didYouMean(problem.suggestions.map((name) => `<${name}>`)),
        help: 'write `<Event>`, `<Chart>` or `<Point>`, or Markdown; an HTML element is in lower case',
      };
    case 'place':
      return problem.expected === 'Chart'
        ? {
            reason: `Unexpected ${tag} outside of a chart`,
            notes: [],
            help: 'put it between `<Chart …>` and `</Chart>`, in no other element',
          }
        : {
            reason: `Unexpected ${tag} inside of other text or markup`,
            notes: [],
            help: 'put it on lines of its own, with an empty line before and behind it, in no other element or list',
          };
    case 'content':
      return {
        reason: `Unexpected content in ${tag}, expected \`<Point>\` only`,
        notes: [],
        help: 'put it before or behind the chart, or into a point',
      };
    case 'empty':
      return {
        reason: `Cannot find a \`<Point>\` in ${tag}`,
        notes: [],
        help: 'add a `<Point …>` for each figure, or remove the chart',
      };
    case 'no-footnote':
      return {
        reason: `Cannot find a footnote in ${tag}`,
        notes: [],
        help: 'put a reference, such as `[^label]`, behind the words between its tags, and the citation at the end of the file',
      };
    case 'expression':
      return {
        reason: `Unexpected expression in braces ${problem.attribute === undefined ? 'as an attribute' : `as ${code(problem.attribute)}`} of ${tag}, expected plain text`,
        notes: [],
        help: `write the value between quotation marks; ${keys}`,
      };
    case 'no-value':
      return {
        reason: `Cannot find the value of the attribute ${code(problem.attribute)} of ${tag}`,
        notes: [],
        help: `write it between quotation marks behind \`=\`; ${keys}`,
      };
    case 'duplicate':
      return {
        reason: `Unexpected second attribute ${code(problem.attribute)} of ${tag}`,
        notes: [],
        help: 'remove one of the two',
      };
    case 'point-unknown':
      return {
        reason: `Cannot find a point ${code(problem.id)} of this chart that has a figure`,
        notes: didYouMean(problem.suggestions),
        help: 'write the `id` of the point whose half is meant, and give that one such an `id`',
      };
    case 'point-duplicate':
      return {
        reason: `Unexpected second point ${code(problem.id)} in the chart`,
        notes: [],
        help: 'give it another `id`, or none if no `half-of` names it',
      };
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
      return {
        reason: `Unexpected file ${code(name)}, expected an \`.mdx\` file`,
        notes: [],
        help: mdx.endsWith('.mdx')
          ? `rename it to ${code(mdx)}, since other Markdown is not checked, or move it out of \`content/\``
          : 'move it out of `content/`: only `.mdx` files are checked and published',
      };
    case 'taken':
      return {
        reason: `Unexpected name ${code(name)}: the site has a page of its own at this address`,
        notes: [],
        help: 'give the document another name',
      };
    case 'name':
      return {
        reason: `Unexpected name ${code(name)}, expected \`articles/<slug>.mdx\`, \`themes/<slug>.mdx\` or \`pages/<slug>.mdx\``,
        notes: [],
        help: 'a slug is lower-case words joined by hyphens, such as `oil-supplies`',
      };
  }
}

const FRONT_MATTER_KEYS = 'the keys are described in `src/corpus/front-matter.ts`';

function explainRecord(problem: ProblemOf<'record-invalid'>): Explanation {
  const keys = 'the keys are described in `src/source/record.ts`';
  switch (problem.fault) {
    case 'name':
    case 'link':
      return explainStray(problem.file, problem.fault);
    case 'id':
      return {
        reason: `Invalid \`id\` in the record: expected \`${problem.expected}\`, the name of the file`,
        notes: [],
        help: 'give the record and its text the name that authors write behind `@`',
      };
    case 'words':
      return {
        reason: `Cannot find ${code(problem.words)} of \`${problem.path}\` in the raw text`,
        notes: [],
        help: `copy the words from ${rawTextOf(problem.file)}, or change how the field is known`,
      };
    case 'successor':
      return {
        reason: `Cannot find another source ${code(problem.sourceId)}, which \`status.superseded\` names`,
        notes: didYouMean(problem.suggestions),
        help: 'write the id of the source that takes the place of this one, and add its record and text if they are missing',
      };
    default:
      return explainYaml('the record', problem, keys);
  }
}

/** Put into words what YAML or a schema does not allow in `place`: the record, the front matter, an element. */
function explainYaml(place: string, problem: YamlFault, help: string, noun = 'key'): Explanation {
  const text = place.replace('the ', '');
  const yaml = `it is YAML: each key once, a value with \`: \` or \` #\` in quotation marks; ${help}`;
  switch (problem.fault) {
    case 'syntax':
      return { reason: `Invalid ${text}: ${sayYaml(problem.said)}`, notes: [], help: yaml };
    case 'alias':
      return {
        reason: `Unexpected alias ${code(`*${problem.said}`)} in ${place}, expected the value itself`,
        notes: [],
        help: 'write the value out; one that begins with `*` or `&` goes in quotation marks',
      };
    case 'key-unknown':
      return {
        reason: `Unexpected ${noun} ${code(problem.path)} in ${place}`,
        notes: didYouMean(problem.suggestions),
        help,
      };
    case 'key-missing':
      return { reason: `Cannot find the ${noun} ${code(problem.path)} in ${place}`, notes: [], help };
    case 'type':
    case 'value': {
      const said = problem.fault === 'type' ? (TYPES[problem.expected] ?? `a ${problem.expected}`) : problem.said;
      const where = problem.path === '' ? text : `${code(problem.path)} in ${place}`;
      const what = problem.fault === 'type' ? `expected ${said}` : lowerFirst(said);
      return { reason: `Invalid ${where}: ${what}`, notes: [], help };
    }
  }
}

/** The parser's words, made a sentence. */
function sayYaml(said: string): string {
  return lowerFirst(said).replace(/^missing closing ["']quote$/, 'missing closing quotation mark');
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
  const page = url.replace(/#.*/s, '');
  if (missing === 'fragment') {
    return {
      reason: `Cannot find the place ${code(url.slice(page.length))} on ${page === '' ? 'this page' : `the page ${code(page)}`}`,
      notes: didYouMean(suggestions),
      help: 'write the id of a heading there, such as `#oil-supplies` for `## Oil supplies`; a line of a source is `#L12`',
    };
  }
  const isName = /^[\w-]+$/.test(page);
  const isElsewhere = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(page);
  return {
    reason: `Cannot find the page of the link ${code(url)}`,
    notes: didYouMean(suggestions),
    help: isElsewhere
      ? 'a link to another site begins with `https://`, `http://` or `mailto:`; pictures of other sites are not shown, since a reader’s browser asks no other site for anything'
      : isName
        ? 'in the front matter, write the name of a file `content/articles/<name>.mdx`; in the text, the address from the root, such as `/articles/oil-supplies/`'
        : 'write the address from the root with the closing slash, such as `/articles/oil-supplies/`',
  };
}

/** More words of a source than these are a list to ask for. */
const MOST_UNREAD = 5;

function explainUnread({ sourceId, cited, citable, unread }: ProblemOf<'passage-unread'>): Explanation {
  const first = unread.slice(0, MOST_UNREAD);
  const width = Math.max(...first.map(({ line }) => `line ${line}`.length));
  const rest = unread.length - first.length;
  return {
    reason: `Cannot find a citation of every passage of \`${sourceId}\`, whose record says \`coverage: complete\`: ${figure(cited)} of ${figure(citable)} letters and digits are cited`,
    notes: [
      ...first.map(({ line, words }) => `${`line ${line}`.padEnd(width)}  "${beginning(words)}"`),
      ...(rest > 0 ? [`and ${figure(rest)} more; \`npm run coverage -- --source ${sourceId}\` lists them`] : []),
    ],
    help: `cite these words in a document, or say in the \`regions\` of sources/${sourceId}.yaml why they cannot be cited`,
  };
}

function explainAmbiguity({ sourceId, lines: found }: ProblemOf<'quote-ambiguous'>): Explanation {
  const single = found.find((line) => found.indexOf(line) === found.lastIndexOf(line));
  return {
    reason: `Unexpected quote that stands in ${places(found.length)} of \`${sourceId}\` (${lines(found)}), expected one`,
    notes: [],
    help:
      single === undefined
        ? 'quote more words, so that they stand once'
        : `say which is meant, such as @${sourceId}#L${single} "…", or quote more words`,
  };
}

function explainMiss(problem: ProblemOf<'quote-not-found'>): Explanation {
  const { sourceId, quote, nearest, elided, locator } = problem;

  if (locator) {
    return {
      reason: `Cannot find this quote in \`${sourceId}${locator}\`: it starts on ${lines(problem.lines)}`,
      notes: [],
      help: `write @${sourceId}#L${problem.lines[0]} "…"`,
    };
  }
  if (elided) {
    return {
      reason: `Cannot find the parts of this quote in \`${sourceId}\` in this order and near each other`,
      notes: [`yours    "${shorten(quote)}"`],
      help: `cite the parts one by one, each as @${sourceId} "…"`,
    };
  }
  return nearest
    ? {
        reason: `Cannot find this quote in \`${sourceId}\``,
        notes: compare(nearest),
        help: `copy the words from sources/${sourceId}.txt as they are printed, or change the claim`,
      }
    : {
        reason: `Cannot find this quote in \`${sourceId}\`, nor anything like it`,
        notes: [`yours    "${shorten(quote)}"`],
        help: `look for the words in sources/${sourceId}.txt and in the other sources, or remove the claim`,
      };
}

/** How much of a long quote is shown around the first difference, in characters on each side: whole words of that. */
const WINDOW = 36;

/** Set the quoted words and the nearest passage one above the other, the first difference marked below. */
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

/** Cut before `at`: at the beginning of a word, where one begins in the window. */
function startOfWindow(text: string, at: number): number {
  if (at <= WINDOW) return 0;
  const space = text.slice(0, at).indexOf(' ', at - WINDOW);
  return space === -1 ? at - WINDOW : space + 1;
}

/** Cut behind `at`, at `most` or at the end of the last word before it. */
function endOfWindow(text: string, at: number, most: number): number {
  if (text.length <= most) return text.length;
  const space = text.lastIndexOf(' ', most);
  return space > at ? space : most;
}

function beginning(text: string): string {
  const end = endOfWindow(text, 0, 2 * WINDOW);
  return end < text.length ? `${text.slice(0, end)}…` : text;
}

function resting(citations: number): string[] {
  if (citations === 0) return [];
  return [citations === 1 ? '1 citation rests on it' : `${citations} citations rest on it`];
}

/** The raw text that a record describes. */
function rawTextOf(record: string): string {
  return `${record.slice(0, -'.yaml'.length)}.txt`;
}
