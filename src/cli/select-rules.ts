import { RULE_GROUPS, RULE_IDS, type RuleId } from '#problem/problem.ts';
import { suggest } from '#text/suggest.ts';

/** The rules whose problems are to be shown, or why they cannot be told. */
export type RuleSelection = { readonly rules: readonly RuleId[] } | { readonly trouble: string };

/** Read what stands behind `--only`: ids of rules, separated by commas or given one by one. None selects all rules. */
export function selectRules(written: readonly string[]): RuleSelection {
  const names = written.flatMap((list) => list.split(',')).map((name) => name.trim());
  const unknown = names.find((name) => !RULE_IDS.some((id) => id === name));
  if (unknown !== undefined) {
    const meant = suggest(unknown, RULE_IDS).map((id) => `did you mean \`${id}\`?`);
    const groups = Object.entries(RULE_GROUPS).map(([group, ids]) => `  ${group}: ${ids.join(', ')}`);
    return { trouble: [`Cannot find a rule \`${unknown}\``, ...meant, 'the rules are', ...groups].join('\n') };
  }
  const rules = RULE_IDS.filter((id) => names.includes(id));
  return { rules: rules.length === 0 ? RULE_IDS : rules };
}
