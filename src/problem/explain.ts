import { showSuspicious } from '#text/suspicious.ts';
import { explainArticle } from './explain-article.ts';
import { explainLink } from './explain-link.ts';
import { explainAmbiguity, explainMiss, explainShortness, sayElsewhere } from './explain-quote.ts';
import { explainSource, type SourceRule } from './explain-source.ts';
import { explainStatement } from './explain-statement.ts';
import { explainYaml } from './explain-yaml.ts';
import type { CitationPart, Problem, StatementRule } from './problem.ts';
import { code, didYouMean, type Explanation, explanation, listed, REGION_NAMES } from './wording.ts';

type ProblemOf<Id extends Problem['ruleId']> = Problem & { readonly ruleId: Id };

/**
 * Put a problem into words. All prose about problems is here and in its neighbours `explain-….ts`. The first line says
 * the fact in the words of somebody who has never seen the program, the help what to do next. Characters that cannot
 * be seen, or that a terminal would obey, are named instead of printed.
 */
export function explain(problem: Problem): Explanation {
  const { reason, notes, help } = explainRaw(problem);
  return { reason: showSuspicious(reason), notes: notes.map(showSuspicious), help: showSuspicious(help) };
}

function explainRaw(problem: Exclude<Problem, { ruleId: SourceRule | StatementRule }> | Problem): Explanation {
  switch (problem.ruleId) {
    case 'source-unknown':
      return explanation(
        `There is no source ${code(problem.sourceId)}`,
        'write the id of a source after `@`: the name of its file `sources/<id>.txt`; for an `@` that is part of the ' +
          'quote, write `\\@`',
        [
          ...(problem.elsewhere ? [sayElsewhere(problem.elsewhere)] : []),
          ...didYouMean(problem.suggestions.map((id) => `@${id}`)),
        ],
      );
    case 'citation-malformed':
      return explainMalformed(problem);
    case 'citation-missing':
      return explainMissing(problem);
    case 'quote-missing':
      return explainUnquoted(problem);
    case 'quote-not-found':
      return explainMiss(problem);
    case 'quote-ambiguous':
      return explainAmbiguity(problem);
    case 'quote-too-short':
      return explainShortness(problem);
    case 'quote-not-citable':
      return explanation(
        `This quote ${HAS_REGION[problem.kind]} ${REGION_NAMES[problem.kind]} (line ${problem.line} of ` +
          `\`${problem.sourceId}\`), which cannot be cited`,
        HELP_FOR_REGIONS[problem.kind],
        [`the record says: ${problem.reason}`],
      );
    case 'footnote-undefined':
      return explainUndefined(problem);
    case 'footnote-unused':
      return explanation(
        `No sentence refers to footnote ${code(problem.label)}`,
        `write ${code(`[^${problem.label}]`)} after the sentence that it supports, or remove the footnote; a reference ` +
          'inside another footnote does not count',
      );
    case 'footnote-duplicate':
      return explanation(
        `There are two footnotes ${code(problem.label)}; the first is on line ${problem.firstLine}`,
        'give one of them another label, or merge the two: readers would see only the first',
      );
    case 'theme-unknown': {
      const { theme, suggestions, themes = [] } = problem;
      return explanation(
        `There is no theme ${code(theme)}`,
        'write the name of a theme: that of its file in `content/themes/`, without `.mdx`',
        [...didYouMean(suggestions), ...listed('theme', themes)],
      );
    }
    case 'link-broken':
      return explainLink(problem);
    case 'settings-invalid':
      return explainSettings(problem);
    case 'article-invalid':
      return explainArticle(problem);
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
    default:
      return explainSource(problem);
  }
}

const FOOTNOTE = '`@source-id "quote"`';
const NOTE = 'a remark goes in a paragraph of its own below, indented by four spaces';

function explainMalformed({ found, expected, label }: ProblemOf<'citation-malformed'>): Explanation {
  const written = code(found);
  const footnote = `footnote ${code(label)}`;
  const say: Record<CitationPart, () => Explanation> = {
    citation: () =>
      explanation(
        `The ${footnote} begins with ${written}, not with a citation`,
        found.startsWith('[')
          ? `write the citation without brackets: ${FOOTNOTE}`
          : `begin it with ${FOOTNOTE}; ${NOTE}`,
      ),
    separator: () =>
      explanation(
        `In ${footnote}, ${written} stands between two citations`,
        'separate citations by `;`, or put each on a line of its own',
      ),
    end: () =>
      explanation(
        `In ${footnote}, ${written} stands after the quote`,
        /^#|^lines?\b|^p\.?\b/i.test(found)
          ? 'say the line right after the id: `@source-id#L2 "quote"`'
          : /^\P{L}+$/u.test(found)
            ? 'leave it out: the first paragraph of a footnote ends with a quote'
            : NOTE,
      ),
    id: () =>
      explanation(
        `In ${footnote}, no source follows the \`@\``,
        `write the id of the source right after it, without a space: ${FOOTNOTE}`,
      ),
    lines: () =>
      explanation(
        `In ${footnote}, ${written} does not say which line is meant`,
        'write `#L9`, or `#L9-L12` for several lines',
      ),
    'closing-backtick': () =>
      explanation(
        `The quote in ${footnote} has no closing backtick`,
        'end it with as many backticks as it begins with',
      ),
    'closing-mark': () =>
      explanation(`The quote in ${footnote} has no closing quotation mark`, 'write `"` where the quote ends'),
  };
  return say[expected]();
}

function explainMissing({ label, written }: ProblemOf<'citation-missing'>): Explanation {
  const [citation] = /^[a-z\d]+(?:-[a-z\d]+)*(?:#L[\dL-]+)?(?=\s+["“„])/.exec(written ?? '') ?? [];
  return explanation(
    written?.trim() === '' || written === undefined
      ? `The footnote ${code(label)} has no citation`
      : `The footnote ${code(label)} cites no source`,
    `begin it with ${FOOTNOTE}; ${NOTE}`,
    didYouMean(citation === undefined ? [] : [`@${citation}`]),
  );
}

function explainUnquoted({ sourceId, label, written = '' }: ProblemOf<'quote-missing'>): Explanation {
  const where = `${code(`@${sourceId}`)} in footnote ${code(label)}`;
  const between = /^[^"“„”]*(?=["“„])/.exec(written)?.[0].trim();
  if (written === '') {
    return explanation(
      `There is no quote after ${where}`,
      'add the words of the source that support the sentence, between quotation marks',
    );
  }
  if (between !== undefined && /["“„]\S/.test(written)) {
    return explanation(
      `${code(between)} stands between ${where} and its quote`,
      'write the quote right after the id, which is one word; for a line, write `@source-id#L2 "quote"`',
    );
  }
  if (/["”]$/.test(written)) {
    return explanation(`The quote after ${where} has no opening quotation mark`, 'write `"` where the quote begins');
  }
  return /^['‘’‚«»‹›]/.test(written)
    ? explanation(`The quote after ${where} is not between double quotation marks`, 'write it as `"…"` or `“…”`')
    : explanation(
        `The words after ${where} are not between quotation marks`,
        `write them as a quote: ${FOOTNOTE}; ${NOTE}`,
      );
}

const HAS_REGION = { furniture: 'has', boilerplate: 'is from', heading: 'is from', withheld: 'is from' } as const;

const HELP_FOR_REGIONS = {
  furniture: 'leave that out: a quote runs over it as if it were not there',
  boilerplate: 'quote words of the text itself that support the sentence',
  heading: 'quote words of the text itself that support the sentence',
  withheld: 'quote other words: these are never published',
} as const;

function explainUndefined({ label, fault, suggestions }: ProblemOf<'footnote-undefined'>): Explanation {
  const written = code(`[^${label}]`);
  const meant = suggestions.filter((name) => name !== label).map((name) => `[^${name}]`);
  const notes = didYouMean(meant);
  switch (fault) {
    case 'missing':
      return explanation(
        `There is no footnote ${written}`,
        `${meant.length > 0 ? 'write that label, or add the footnote' : 'add it'} at the end of the file: ` +
          code(`[^${label}]: @source-id "quote"`),
        notes,
      );
    case 'white-space':
      return explanation(
        `The label ${written} has a space in it, so it is not read as a footnote`,
        `write ${code(`[^${label.trim().replace(/\s+/g, '-')}]`)}, here and everywhere else`,
        notes,
      );
    case 'joined':
      return explanation(
        `${written} names more than one footnote`,
        `give each its own brackets: ${code(meant.join(''))}`,
      );
    case 'no-caret':
      return explanation(
        `${code(`[${label}]`)} is not read as a footnote: \`^\` has to be right behind the bracket`,
        `write ${written}`,
      );
    case 'no-bracket':
      return explanation(`${code(`[^${label}`)} has no closing bracket`, `write ${written}`);
    case 'no-colon':
      return explanation(
        `The footnote ${written} has no colon after its label`,
        `write ${code(`[^${label}]: @source-id "quote"`)}`,
      );
    case 'not-in-prose':
      return explanation(
        `${written} stands where no footnote is shown`,
        'put it after the sentence, not inside an address, picture, title, attribute or `{…}`; for the characters ' +
          'themselves, write `\\[^`',
        notes,
      );
  }
}

function explainSettings(problem: ProblemOf<'settings-invalid'>): Explanation {
  switch (problem.fault) {
    case 'source':
      return explanation(
        `There is no source ${code(problem.sourceId)}`,
        'write the id of a source: the name of its file `sources/<id>.txt`',
        didYouMean(problem.suggestions),
      );
    case 'line':
      return explanation(
        `There is no line ${problem.line} in \`${problem.sourceId}\`, which has ${problem.count} lines`,
        'write the line with the words that are easily misread',
      );
    case 'moved':
      return explanation(
        `The address ${code(problem.address)} is among those that have moved, but the site has a page there`,
        'remove the entry, or give the page another name',
      );
    case 'picture':
      return explanation(
        `There is no picture ${code(problem.picture)}`,
        `put it into the project as ${code(`public${problem.picture}`)}, or remove the key`,
      );
    case 'place':
      return explanation(
        `${code(problem.name)} has a position, but no entry on a page of names`,
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
