import { checkSync } from 'recheck';

// The part that is a program of its own is not there on every computer.
process.env['RECHECK_BACKEND'] = 'pure';

/** Judge regular expressions, as written between slashes: those whose time may grow faster than a text, with what is known. */
export function judgeExpressions(
  literals: readonly string[],
): { readonly literal: string; readonly because: string }[] {
  return literals.flatMap((literal) => {
    const end = literal.lastIndexOf('/');
    const found = checkSync(literal.slice(1, end), literal.slice(end + 1), { timeout: 10_000 });
    if (found.status === 'safe') return [];
    const because =
      found.status === 'vulnerable' ? `${found.complexity.summary}: ${found.attack.pattern}` : found.error.kind;
    return [{ literal, because }];
  });
}
