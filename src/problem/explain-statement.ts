import type { Hedge, Problem, StatementRule } from './problem.ts';
import { code, didYouMean, type Explanation, either, explanation, shorten } from './wording.ts';

type ProblemOf<Id extends StatementRule> = Problem & { readonly ruleId: Id };

export const BRACKETED_ELLIPSIS =
  'write `[…]` where you leave words out: an ellipsis without brackets is one of the text';

/** Put into words what a statement says beyond its passages. */
export function explainStatement(problem: ProblemOf<StatementRule>): Explanation {
  if (problem.ruleId === 'exemption-unused') return explainExemption(problem);
  if (problem.ruleId === 'known-mistake') {
    return explanation(
      `Unexpected ${code(problem.words)}, a known mistake: ${problem.reason}`,
      `read line ${problem.line} of \`${problem.sourceId}\` and say what it says; if this sentence is right: ` +
        exempt(problem.ruleId),
    );
  }
  if (problem.ruleId === 'borrowed-wording') {
    return explanation(
      `Unexpected ${problem.count} words in a row from line ${problem.line} of \`${problem.sourceId}\``,
      'say it in words of your own, or put the words in quotation marks',
      [`it says   ${shorten(problem.words)}`],
    );
  }
  const says = `it says   ${shorten(problem.statement)}`;
  switch (problem.ruleId) {
    case 'statement-uncited':
      return explanation(
        `Cannot find a footnote of this ${problem.extent}`,
        'put a reference such as `[^label]` after it, or after a later sentence of the paragraph whose footnote ' +
          'supports it too',
        [says],
      );
    case 'figure-unsupported':
      return explainFigure(problem, [says, theyHave(problem.evidence, 'no figure')]);
    case 'date-unsupported':
      if (problem.isOfIssue) return explainIssue(problem, says);
      return explanation(
        `Cannot find the date ${code(problem.date)} in the passages of this statement`,
        'write a date that they support, or cite a passage that has this one; if it follows from something else: ' +
          `${exempt(problem.ruleId)}`,
        [says, theyHave(problem.evidence, 'no date')],
      );
    case 'quotation-unsupported':
      return explanation(
        `Cannot find the quoted words ${code(problem.quotation)} in the passages of this statement`,
        problem.hasBareEllipsis
          ? BRACKETED_ELLIPSIS
          : 'quote exactly, cite the passage that has these words, or remove the quotation marks or the `>`',
        [says, ...(problem.nearest === undefined ? [] : [`they say  ${shorten(problem.nearest)}`])],
      );
    case 'name-unsupported':
      return explanation(
        `Cannot find the name ${code(problem.name)} in the passages of this statement, nor in their sentences`,
        'cite a passage that has the name, or add the form that the text uses to `aliases` of the page of names',
        [says],
      );
    case 'office-unsupported':
      return explanation(
        `Cannot find the office ${code(problem.office)} at the name ${code(problem.name)} in the passages of ` +
          'this statement',
        'write the office that a passage has at this name, or cite a passage that has this one there',
        [says],
      );
    case 'figures-swapped':
      return explanation(
        `Unexpected ${code(problem.figure)} at ${code(problem.at)}: the passage has ${code(problem.instead)} there`,
        'give each figure and date to the thing to which the passage gives it; if that is the same in other words: ' +
          `${exempt(problem.ruleId)}`,
        [says],
      );
    case 'roles-swapped':
      return explanation(
        `Unexpected ${code(problem.words)}: the passage has it the other way round, ${code(problem.instead)}, on ` +
          `line ${problem.line} of ${code(problem.sourceId)}`,
        `say it as the passage does; if both are so: ${exempt(problem.ruleId)}`,
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

const INSTEAD = { denial: 'without a denial', plan: 'as a fact, not as a plan', charge: 'as a fact, without a doubt' };

function explainLimit(
  { ruleId, fault, limit, now, sourceId, line }: ProblemOf<'limit-changed'>,
  says: string,
): Explanation {
  const place = `line ${line} of ${code(sourceId)}`;
  switch (fault) {
    case 'dropped':
      return explanation(
        `Cannot find ${code(limit)}, or words like it, with ${code(now)}: the passage has it, on ${place}`,
        `say it as the passage does; if that is said in another way: ${exempt(ruleId)}`,
        [says],
      );
    case 'denial':
    case 'plan':
    case 'charge':
      return explanation(
        `Unexpected ${code(limit)}: the passage says this ${INSTEAD[fault]}, on ${place}`,
        `say it as the passage does; if another part of it is meant: ${exempt(ruleId)}`,
        [says],
      );
    case 'changed':
      return explanation(
        `Unexpected ${code(now)}, expected ${code(limit)} as on ${place}`,
        `say it as the passage does; if it follows from something else: ${exempt(ruleId)}`,
        [says],
      );
  }
}

function explainIssue({ date, evidence }: ProblemOf<'date-unsupported'>, says: string): Explanation {
  return explanation(
    `Unexpected ${code(date)} in this statement: its text was issued then, which does not date what the text reports`,
    'write when it happened, as far as the passage says so, or let it date the writing: “…, the memo wrote in May 2014”',
    [says, theyHave(evidence, 'no date')],
  );
}

const SPEECH = { reported: 'reported speech', opinion: 'opinion', allegation: 'allegation' } as const;

function explainSpeech(problem: ProblemOf<'attribution-missing'>, says: string): Explanation {
  const { kind, speakers, name, texts } = problem;
  const [text = ''] = texts;
  const clauses = [
    ...(name === undefined ? [] : [`“…, ${name} said”`]),
    kind === 'opinion' ? `“in the view of ${text}”` : `“…, according to ${text}”`,
    ...(kind === 'allegation' ? ['“allegedly”'] : []),
  ];
  return explanation(
    `Cannot find who says so in this statement: the record marks its passages as ${SPEECH[kind]}`,
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
        `Cannot find a passage of ${name} in the footnotes of this statement, which names it`,
        'cite a passage of it, or name the text that is cited',
        [says, `it cites  ${has || 'nothing'}`],
      );
    case 'clause':
      return explanation(
        `Cannot find ${code(problem.words)} in the passages of ${name}, next to which it stands`,
        `put it next to those who have it, or cite a passage of ${name} that has it`,
        [says, `it is in  ${has}`],
      );
    case 'speaker':
      return explanation(
        `Cannot find ${name} among those who speak in the passages of this statement`,
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
        `Cannot find the figure ${figure} in the passages of this statement`,
        `write a figure that they have, or cite a passage that has this one; ${ofOurs(problem.figure)}: ` +
          `${exempt(problem.ruleId)}`,
        notes,
      );
    case 'unit':
      return explanation(
        `Cannot find the figure ${figure} with this unit in the passages of this statement`,
        'write the unit of the passage: percent, a currency or a measure is part of a figure, and “first” is neither ' +
          '“one” nor “one of the first”',
        notes,
      );
    case 'hedge-added':
      return explanation(
        `Unexpected ${hedges} with the figure ${figure}: its passages do not say so`,
        'say what the passage says of the figure, or cite a passage that says this',
        notes,
      );
    case 'hedge-dropped':
      return explanation(
        `Cannot find ${hedges} with the figure ${figure}: its passage has it, and without it the statement is stronger`,
        `say it as the passage does; if that is said in another way: ${exempt(problem.ruleId)}`,
        notes,
      );
  }
}

/** Counts are in words, sums in digits. */
function ofOurs(figure: string): string {
  return /\p{N}/u.test(figure)
    ? 'if it is your own sum'
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
  return `{/* citations-ignore-next ${rule}: the reason */}`;
}

function explainExemption(problem: ProblemOf<'exemption-unused'>): Explanation {
  const written = code(problem.written);
  const example = `write it as ${exempt('figure-unsupported')}`;
  switch (problem.fault) {
    case 'unused':
      return explanation(
        `Unexpected exemption from ${written}: nothing here breaks that rule`,
        'remove the comment, or put it right before the statement that is meant',
      );
    case 'scope':
      return explanation(
        `Unexpected ${written}, expected \`citations-ignore-next\` or \`citations-ignore-page\``,
        example,
      );
    case 'reason':
      return explanation(
        `Cannot find the reason of this exemption from ${written}`,
        `${example}: the next reader has to judge it`,
      );
    case 'rule':
      return explanation(
        problem.written === ''
          ? 'Cannot find the rule of this exemption'
          : `Cannot find a rule ${written} that a statement can be exempted from`,
        example,
        didYouMean(problem.suggestions),
      );
  }
}
