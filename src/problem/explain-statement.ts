import type { Hedge, Problem, StatementRule } from './problem.ts';
import { code, didYouMean, type Explanation, either, explanation, shorten } from './wording.ts';

type ProblemOf<Id extends StatementRule> = Problem & { readonly ruleId: Id };

export const BRACKETED_ELLIPSIS =
  'write `[…]` where you leave words out: an ellipsis without brackets would be one of the text';

/** Put into words what a statement says beyond its passages. */
export function explainStatement(problem: ProblemOf<StatementRule>): Explanation {
  if (problem.ruleId === 'exemption-unused') return explainExemption(problem);
  if (problem.ruleId === 'known-mistake') {
    return explanation(
      `${code(problem.words)} is a known mistake: ${problem.reason}`,
      `read line ${problem.line} of \`${problem.sourceId}\` and say what it says; if this sentence is right, ` +
        exempt(problem.ruleId),
    );
  }
  if (problem.ruleId === 'borrowed-wording') {
    return explanation(
      `${problem.count} words in a row are those of line ${problem.line} of \`${problem.sourceId}\``,
      'say it in words of your own, or put the words in quotation marks',
      [`it says   ${shorten(problem.words)}`],
    );
  }
  const says = `it says   ${shorten(problem.statement)}`;
  switch (problem.ruleId) {
    case 'statement-uncited':
      return explainUncited(problem, says);
    case 'figure-unsupported':
      return explainFigure(problem, [says, theyHave(problem.evidence, 'no figure')]);
    case 'date-unsupported':
      if (problem.isOfIssue) return explainIssue(problem, says);
      return explanation(
        `No passage cited here has the date ${code(problem.date)}`,
        'write a date that they support, or cite a passage that has this one; if it follows from something else, ' +
          `${exempt(problem.ruleId)}`,
        [says, theyHave(problem.evidence, 'no date')],
      );
    case 'quotation-unsupported':
      return explanation(
        `No passage cited here has the quoted words ${code(problem.quotation)}`,
        problem.hasBareEllipsis
          ? BRACKETED_ELLIPSIS
          : 'quote exactly, or cite the passage that has these words, or remove the quotation marks or the `>`',
        [says, ...(problem.nearest === undefined ? [] : [`they say  ${shorten(problem.nearest)}`])],
      );
    case 'name-unsupported':
      return explanation(
        `Neither a passage cited here nor the sentence around it has the name ${code(problem.name)}`,
        'cite a passage that has the name, or add the form that the text uses to `aliases` of the page of names',
        [says],
      );
    case 'office-unsupported':
      return explanation(
        `No passage cited here gives ${code(problem.name)} the office ${code(problem.office)}`,
        'write the office that a passage gives to this name, or cite one that gives this office to it',
        [says],
      );
    case 'figures-swapped':
      return explanation(
        `At ${code(problem.at)}, the passage has ${code(problem.instead)}, not ${code(problem.figure)}`,
        'give each figure and date to the thing to which the passage gives it; if that is the same in other words, ' +
          `${exempt(problem.ruleId)}`,
        [says],
      );
    case 'roles-swapped':
      return explanation(
        `The passage has it the other way round: ${code(problem.instead)}, not ${code(problem.words)} ` +
          `(line ${problem.line} of ${code(problem.sourceId)})`,
        `say it as the passage does; if both are so, ${exempt(problem.ruleId)}`,
        [says],
      );
    case 'limit-changed':
      return explainLimit(problem, says);
    case 'attribution-missing':
      return explainSpeech(problem, says);
    case 'attribution-unsupported':
      return explainAttribution(problem, says);
  }
}

const INSTEAD = {
  denial: 'denies what the passage says',
  plan: 'makes a plan of what the passage says as a fact',
  charge: 'casts doubt on what the passage says as a fact',
};

function explainLimit(
  { ruleId, fault, limit, now, sourceId, line }: ProblemOf<'limit-changed'>,
  says: string,
): Explanation {
  const place = `(line ${line} of ${code(sourceId)})`;
  switch (fault) {
    case 'dropped':
      return explanation(
        `The passage says ${code(limit)}, and this statement says ${code(now)} without that ${place}`,
        `say it as the passage does; if that is said in another way, ${exempt(ruleId)}`,
        [says],
      );
    case 'denial':
    case 'plan':
    case 'charge':
      return explanation(
        `${code(limit)} ${INSTEAD[fault]} ${place}`,
        `say it as the passage does; if another part of it is meant, ${exempt(ruleId)}`,
        [says],
      );
    case 'changed':
      return explanation(
        `The passage says ${code(limit)}, not ${code(now)} ${place}`,
        `say it as the passage does; if it follows from something else, ${exempt(ruleId)}`,
        [says],
      );
  }
}

function explainIssue({ date, evidence }: ProblemOf<'date-unsupported'>, says: string): Explanation {
  return explanation(
    `${code(date)} is when the text was issued, not when what it reports happened`,
    'write when it happened, as far as the passage says so, or let the date be that of the writing: “…, the memo wrote in ' +
      'May 2014”',
    [says, theyHave(evidence, 'no date')],
  );
}

const SPEECH = { reported: 'reported speech', opinion: 'an opinion', allegation: 'an allegation' } as const;

function explainSpeech(problem: ProblemOf<'attribution-missing'>, says: string): Explanation {
  const { kind, speakers, name, texts } = problem;
  const [text = ''] = texts;
  const clauses = [
    ...(name === undefined ? [] : [`“…, ${name} said”`]),
    kind === 'opinion' ? `“in the view of ${text}”` : `“…, according to ${text}”`,
    ...(kind === 'allegation' ? ['“allegedly”'] : []),
  ];
  return explanation(
    `What is cited here is ${SPEECH[kind]}, and this statement does not say whose`,
    `name the speaker or the text, such as ${either.format(clauses)}`,
    [says, `speaker   ${speakers.map(shorten).join(' · ')}`],
  );
}

function explainAttribution(problem: ProblemOf<'attribution-unsupported'>, says: string): Explanation {
  const name = code(problem.name);
  const has = problem.has.map(shorten).join(' · ');
  switch (problem.fault) {
    case 'text':
      return explanation(
        `This statement names the text ${name}, but cites no passage of it`,
        'cite a passage of it, or name the text that is cited',
        [says, `it cites  ${has || 'nothing'}`],
      );
    case 'clause':
      return explanation(
        `${code(problem.words)} stands next to the text ${name}, whose passages do not have it`,
        `put it next to those who have it, or cite a passage of ${name} that has it`,
        [says, `it is in  ${has}`],
      );
    case 'speaker':
      return explanation(
        `${name} does not speak in the passages cited here`,
        `name who speaks there, or cite the passage in which ${name} says so`,
        [says, `speaker   ${has || 'the text itself'}`],
      );
  }
}

function explainFigure(problem: ProblemOf<'figure-unsupported'>, notes: readonly string[]): Explanation {
  const figure = code(problem.figure);
  const hedges = problem.hedges.map((hedge) => code(HEDGES[hedge])).join(', ');
  switch (problem.fault) {
    case 'missing':
      return explanation(
        `No passage cited here has the figure ${figure}`,
        `write a figure that they have, or cite a passage that has this one; ${ofOurs(problem.figure)} ` +
          `${exempt(problem.ruleId)}`,
        notes,
      );
    case 'unit':
      return explanation(
        `No passage cited here has the figure ${figure} with this unit`,
        'write the unit of the passage: percent, a currency or a measure is part of a figure, and “first” is neither ' +
          '“one” nor “one of the first”',
        notes,
      );
    case 'hedge-added':
      return explanation(
        `No passage cited here says ${hedges} of the figure ${figure}`,
        'say what the passage says of the figure, or cite a passage that says this',
        notes,
      );
    case 'hedge-dropped':
      return explanation(
        `The passage says ${hedges} of the figure ${figure}: without that, the statement is stronger`,
        `say it as the passage does; if that is said in another way, ${exempt(problem.ruleId)}`,
        notes,
      );
  }
}

function explainUncited({ extent, behind, unused }: ProblemOf<'statement-uncited'>, says: string): Explanation {
  const help =
    extent === 'row'
      ? 'put a reference such as `[^label]` into one of its cells'
      : 'put a reference such as `[^label]` after it, or after a later sentence of the paragraph if one footnote ' +
        'supports both';
  return explanation(
    `This ${extent} has no footnote`,
    behind === undefined
      ? help
      : `if it is a note to the footnote ${code(behind)} above it, indent it by four spaces; otherwise ${help}`,
    [
      says,
      ...(unused === undefined
        ? []
        : [`no sentence refers to the footnote ${code(unused)} yet`, ...didYouMean([`[^${unused}]`])]),
    ],
  );
}

/** Counts are in words, sums in digits. */
function ofOurs(figure: string): string {
  return /\p{N}/u.test(figure)
    ? 'if it is your own sum,'
    : 'for a count of your own, cite a passage for each thing that you count, or';
}

/** One wording for all that say the same. */
const HEDGES: Readonly<Record<Hedge, string>> = {
  over: 'more than',
  under: 'nearly',
  'at-most': 'at most',
  around: 'about',
  estimated: 'an estimated',
};

/** A longer list would not help. */
const MOST_EVIDENCE = 12;

function theyHave(evidence: readonly string[], none: string): string {
  const shown = evidence.slice(0, MOST_EVIDENCE).join(' · ') || none;
  return `they have ${shown}${evidence.length > MOST_EVIDENCE ? ' …' : ''}`;
}

function exempt(rule: StatementRule): string {
  return `put ${exemption(rule)} before it`;
}

function exemption(rule: StatementRule): string {
  return `{/* citations-ignore-next ${rule}: the reason */}`;
}

function explainExemption(problem: ProblemOf<'exemption-unused'>): Explanation {
  const written = code(problem.written);
  const example = `write it as ${exemption('figure-unsupported')}`;
  switch (problem.fault) {
    case 'unused':
      return explanation(
        `This comment exempts from ${written}, but nothing here breaks that rule`,
        'remove the comment, or put it right before the statement that is meant',
      );
    case 'scope':
      return explanation(
        `An exemption begins with \`citations-ignore-next\` or \`citations-ignore-page\`, not with ${written}`,
        example,
      );
    case 'reason':
      return explanation(
        `This exemption from ${written} gives no reason`,
        `${example}: the next reader has to judge it`,
      );
    case 'rule':
      return explanation(
        problem.written === ''
          ? 'This exemption does not say from which rule'
          : `There is no rule ${written} that a statement can be exempted from`,
        example,
        didYouMean(problem.suggestions),
      );
  }
}
