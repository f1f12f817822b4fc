import type { Hedge, Problem, StatementRule } from './problem.ts';
import { code, didYouMean, type Explanation, shorten } from './wording.ts';

type ProblemOf<Id extends StatementRule> = Problem & { readonly ruleId: Id };

/** Put into words what a statement says beyond its passages. */
export function explainStatement(problem: ProblemOf<StatementRule>): Explanation {
  switch (problem.ruleId) {
    case 'statement-uncited':
      return {
        reason: `Cannot find a footnote of this ${problem.extent}`,
        notes: [`it says   ${shorten(problem.statement)}`],
        help: 'put a reference such as `[^label]` behind it, or behind a later sentence of the paragraph that bears it too',
      };
    case 'figure-unsupported':
      return explainFigure(problem);
    case 'date-unsupported':
      return {
        reason: `Cannot find the date ${code(problem.date)} in the passages of this statement`,
        notes: compared(problem.statement, problem.evidence, 'no date'),
        help: `write a date that they bear, or cite a passage that has this one; if it follows from something else: ${exempt(problem.ruleId)}`,
      };
    case 'quotation-unsupported':
      return {
        reason: `Cannot find the quoted words ${code(problem.quotation)} in the passages of this statement`,
        notes: [
          `it says   ${shorten(problem.statement)}`,
          ...(problem.nearest === undefined ? [] : [`they say  ${shorten(problem.nearest)}`]),
        ],
        help: 'quote to the letter, cite the passage that has these words, or take the quotation marks away',
      };
    case 'name-unsupported':
      return {
        reason: `Cannot find the name ${code(problem.name)} in the passages of this statement, nor in their paragraphs`,
        notes: [`it says   ${shorten(problem.statement)}`],
        help: 'cite a passage that has the name, or add the form that the text uses to `aliases` of the page of names',
      };
    case 'exemption-unused':
      return explainExemption(problem);
  }
}

function explainFigure({ statement, figure, fault, hedges, evidence }: ProblemOf<'figure-unsupported'>): Explanation {
  const notes = compared(statement, evidence, 'no figure');
  switch (fault) {
    case 'missing':
      return {
        reason: `Cannot find the figure ${code(figure)} in the passages of this statement`,
        notes,
        help: `write a figure that they have, or cite a passage that has this one; if it is your own count: ${exempt('figure-unsupported')}`,
      };
    case 'unit':
      return {
        reason: `Cannot find the figure ${code(figure)} with this unit in the passages of this statement`,
        notes,
        help: 'write the unit of the passage: percent, a currency or a measure are part of a figure, and a first is not a one',
      };
    case 'hedge-added':
      return {
        reason: `Unexpected ${hedges.map((hedge) => code(HEDGES[hedge])).join(', ')} at the figure ${code(figure)}: its passages do not say so`,
        notes,
        help: 'say what the passage says of the figure, or cite a passage that says this',
      };
    case 'hedge-dropped':
      return {
        reason: `Cannot find ${hedges.map((hedge) => code(HEDGES[hedge])).join(', ')} at the figure ${code(figure)}: its passage has it, and without it the statement is firmer`,
        notes,
        help: `say it as the passage does; if that is said in another way: ${exempt('figure-unsupported')}`,
      };
  }
}

/** What a hedge says, in the word that stands for all that say the same. */
const HEDGES: Readonly<Record<Hedge, string>> = {
  over: 'more than',
  under: 'nearly',
  'at-most': 'at most',
  around: 'about',
  estimated: 'an estimated',
};

/** More than these are no help. */
const MOST = 12;

function compared(statement: string, evidence: readonly string[], none: string): string[] {
  const shown = evidence.slice(0, MOST).join(' · ');
  const rest = evidence.length > MOST ? ' …' : '';
  return [`it says   ${shorten(statement)}`, `they have ${evidence.length === 0 ? none : `${shown}${rest}`}`];
}

function exempt(rule: StatementRule): string {
  return `{/* citations-ignore-next ${rule}: the reason */}`;
}

function explainExemption(problem: ProblemOf<'exemption-unused'>): Explanation {
  const example = 'write it as {/* citations-ignore-next figure-unsupported: the reason */}';
  switch (problem.fault) {
    case 'unused':
      return {
        reason: `Unexpected exemption from ${code(problem.written)}: it takes nothing out`,
        notes: [],
        help: 'remove the comment, or put it right before the statement that is meant',
      };
    case 'scope':
      return {
        reason: `Unexpected ${code(problem.written)}, expected \`citations-ignore-next\` or \`citations-ignore-page\``,
        notes: [],
        help: example,
      };
    case 'reason':
      return {
        reason: `Cannot find the reason of this exemption from ${code(problem.written)}`,
        notes: [],
        help: `${example}: an exemption is for the next reader to judge`,
      };
    case 'rule':
      return {
        reason:
          problem.written === ''
            ? 'Cannot find the rule of this exemption'
            : `Cannot find a rule ${code(problem.written)} that a statement can be taken out of`,
        notes: didYouMean(problem.suggestions),
        help: example,
      };
  }
}
