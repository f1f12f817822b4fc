import type { Root } from 'mdast';
import { nodesOf } from '#citation/nodes.ts';
import { type ExemptionFault, RULE_GROUPS, type StatementRule } from '#problem/problem.ts';
import type { Place, Span } from '#text/location.ts';
import { suggest } from '#text/suggest.ts';

/** A comment by which an author exempts statements from rules, with the reason. */
export interface Exemption {
  readonly rules: readonly StatementRule[];
  readonly reason: string;
  /** `next`: the statement around it or, between two, the next one; `page`: the whole document. */
  readonly scope: 'next' | 'page';
  readonly span: Span;
  readonly place: Place;
}

export interface ExemptionReading {
  /** In the order of the file. */
  readonly exemptions: readonly Exemption[];
  readonly faults: readonly (ExemptionFault & { readonly place: Place })[];
}

/** Rules that allow exemptions. */
const EXEMPTIBLE: readonly StatementRule[] = RULE_GROUPS.statement.filter((rule) => rule !== 'exemption-unused');

/** With slips in its first word: the comment does nothing, and should not do so in silence. */
const COMMENT = /^\s*\/\*\s*(citations?[-_]?(?:ignored?|disable|exempt)(?:[-_][\w-]*)?)(?![\w])([\s\S]*?)\*\/\s*$/i;

/**
 * Read MDX comments of the form `citations-ignore-next date-unsupported: the article is dated December 2014`: one or
 * more rules, separated by commas, a colon, and the reason. Other comments are ignored.
 */
export function readExemptions(tree: Root): ExemptionReading {
  const exemptions: Exemption[] = [];
  const faults: (ExemptionFault & { place: Place })[] = [];
  for (const node of nodesOf(tree)) {
    if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') continue;
    const comment = COMMENT.exec(node.value);
    if (!comment) continue;
    const [, written = '', rest = ''] = comment;
    const place = node.position as Place;
    const fault = (found: ExemptionFault) => faults.push({ ...found, place });

    const [, scope] = /^citations-ignore-(next|page)$/.exec(written) ?? [];
    if (scope !== 'next' && scope !== 'page') {
      fault({ fault: 'scope', written });
      continue;
    }
    const colon = rest.indexOf(':');
    const names = (colon === -1 ? rest : rest.slice(0, colon)).split(/[\s,]+/).filter((name) => name !== '');
    const reason =
      colon === -1
        ? ''
        : rest
            .slice(colon + 1)
            .replace(/\s+/g, ' ')
            .trim();
    const unknown = names.find((name) => !EXEMPTIBLE.some((rule) => rule === name));
    if (unknown !== undefined) fault({ fault: 'rule', written: unknown, suggestions: suggest(unknown, EXEMPTIBLE) });
    else if (names.length === 0) fault({ fault: 'rule', written: '', suggestions: [] });
    else if (reason === '') fault({ fault: 'reason', written: names.join(', ') });
    else {
      const rules = EXEMPTIBLE.filter((rule) => names.includes(rule));
      exemptions.push({ rules, reason, scope, span: { start: place.start.offset, end: place.end.offset }, place });
    }
  }
  return { exemptions, faults };
}
