import { styleText } from 'node:util';
import { Command, Option } from 'commander';
import type { Style } from '#problem/print.ts';
import { type CheckOptions, check, FORMATS } from './check.ts';
import { coverage } from './coverage.ts';

/** Colour only where a person reads: `styleText` honours NO_COLOR and FORCE_COLOR, and leaves pipes plain. */
const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
  styleText(format, text, { stream: process.stdout });

const style: Style = {
  file: paint('bold'),
  rule: paint('magenta'),
  faint: paint('dim'),
  good: paint('green'),
  bad: paint('red'),
};

const program = new Command('below-the-surface')
  .description('Check the citations of the site')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

program
  .command('check')
  .description('check every footnote against its source; exit 0: all hold, 1: problems, 2: wrong use')
  .option(
    '--only <rules>',
    'show the problems of these rules only, separated by commas; may be repeated',
    (rules: string, others: readonly string[] = []) => [...others, rules],
  )
  .addOption(new Option('--format <format>', 'how to print the problems').choices(FORMATS).default('pretty'))
  .option('--explain <document>', 'print what was compared of each statement of a document, and where it was found')
  .addHelpText(
    'after',
    `
Examples:
  npm run check
  npm run check -- --only quote-not-found,quote-ambiguous
  npm run check -- --explain content/articles/oil-supplies.mdx
  npm run --silent check -- --format sarif > problems.sarif
`,
  )
  .action((options: CheckOptions) => {
    process.exitCode = check(process.cwd(), options, style, process.stdout, process.stderr);
  });

program
  .command('coverage')
  .description('list what each source says that no document cites; exit 0: listed, 1: problems hide it, 2: wrong use')
  .option('--source <id>', 'list one source only')
  .addHelpText('after', '\nExamples:\n  npm run coverage\n  npm run coverage -- --source zenger-interview\n')
  .action(({ source }: { source?: string }) => {
    // A pipe has no columns.
    const screen = { style, width: process.stdout.columns };
    process.exitCode = coverage(process.cwd(), source, screen, process.stdout, process.stderr);
  });

program.parse();
