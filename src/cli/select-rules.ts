import { RULE_GROUPS, RULE_IDS, type RuleId } from '#problem/problem.ts';
import { didYouMean } from '#problem/wording.ts';
import { suggest } from '#text/suggest.ts';

/** Read the values of `--only`: rule ids, separated by commas or given one by one. None selects all rules. */
export function selectRules(written: readonly string[]): { rules: readonly RuleId[] } | { error: string } {
  const names = written.flatMap((list) => list.split(',')).map((name) => name.trim());
  const unknown = names.find((name) => !RULE_IDS.some((id) => id === name));
  if (unknown !== undefined) {
    const meant = didYouMean(suggest(unknown, RULE_IDS));
    const groups = Object.entries(RULE_GROUPS).map(([group, ids]) => `  ${group}: ${ids.join(', ')}`);
    return { error: [`There is no rule \`${unknown}\``, ...meant, 'the rules are', ...groups].join('\n') };
  }
  const rules = RULE_IDS.filter((id) => names.includes(id));
  return { rules: rules.length === 0 ? RULE_IDS : rules };
}
