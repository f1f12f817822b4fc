import { styleText } from 'node:util';
import { Command, InvalidArgumentError, Option } from 'commander';
import { Memory } from '#check/memory.ts';
import type { Style } from '#problem/print.ts';
import { type AddSourceOptions, addSource } from './add-source.ts';
import { changes } from './changes.ts';
import { type CheckOptions, check, FORMATS } from './check.ts';
import { type CiteOptions, cite } from './cite.ts';
import { coverage } from './coverage.ts';
import { explainRule } from './explain-rule.ts';
import { FIXES } from './fix.ts';
import { type NewArticleOptions, newArticle } from './new-article.ts';
import { type NewSiteOptions, newSite } from './new-site.ts';
import { type NewThemeOptions, newTheme } from './new-theme.ts';
import { questionsOn } from './questions.ts';
import { type ReviewOptions, review } from './review.ts';
import { writeSchemas } from './schemas.ts';
import type { Terminal } from './terminal.ts';
import { watch } from './watch.ts';

/** `styleText` honours NO_COLOR and FORCE_COLOR, and leaves pipes plain. */
const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
  styleText(format, text, { stream: process.stdout });

const style: Style = {
  file: paint('bold'),
  rule: paint('magenta'),
  faint: paint('dim'),
  good: paint('green'),
  bad: paint('red'),
};

const terminal: Terminal = {
  style,
  out: process.stdout,
  err: process.stderr,
  // Questions stay out of the result.
  ask: process.stdin.isTTY && process.stderr.isTTY ? questionsOn(process.stdin, process.stderr) : undefined,
};

const program = new Command('citations')
  .description('Check the citations of the site')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

program
  .command('check')
  .description('check every footnote against its source; exit 0: all hold, 1: problems, 2: wrong use')
  .argument('[files...]', 'show the problems of these files and folders only; all others are checked too')
  .option(
    '--only <rules>',
    'show the problems of these rules only, separated by commas; may be repeated',
    (rules: string, others: readonly string[] = []) => [...others, rules],
  )
  .addOption(new Option('--format <format>', 'how to print the problems').choices(FORMATS).default('pretty'))
  .option('--max-warnings <count>', 'more warnings than these fail the check', wholeNumber)
  .addOption(
    new Option(
      '--fix [what]',
      'first fix what no reader can see: byte order marks, unused footnotes, their order, the form of their marks; ' +
        '--fix=quotes instead takes the nearest words of the source for a quote that it lacks, if one place in it ' +
        'alone is nearest, and prints both',
    ).choices(FIXES),
  )
  .option('--watch', 'check again on every change of a document or a source')
  .option('--explain <document>', 'print what was compared of each statement of a document, and where it was found')
  .addHelpText(
    'after',
    `
Examples:
  npm run check
  npm run check -- content/articles/storms.mdx
  npm run check -- --fix=quotes content/articles/storms.mdx
  npm run check -- --only quote-not-found,quote-ambiguous
  npm run check -- --explain content/articles/harbor-dues.mdx
  npm run --silent check -- --format sarif > problems.sarif
`,
  )
  .action((files: readonly string[], options: Omit<CheckOptions, 'files'> & { readonly watch?: boolean }) => {
    const { watch: isWatching, ...others } = options;
    const memory = new Memory();
    const run = () => {
      process.exitCode = check(process.cwd(), { ...others, files, memory }, style, process.stdout, process.stderr);
    };
    // Before the first run, so that no change is missed during it.
    const stop = isWatching ? watch(process.cwd(), run) : undefined;
    run();
    // Wrong use stays wrong.
    if (process.exitCode === 2) stop?.();
  });

function wholeNumber(written: string): number {
  if (/^\d{1,9}$/.test(written)) return Number(written);
  throw new InvalidArgumentError('Expected a whole number such as 0.');
}

program
  .command('explain')
  .description('print the documentation of a rule, with an example; exit 0: printed, 2: wrong use')
  .argument('<rule>', 'the id of a rule, such as `figure-unsupported`')
  .addHelpText('after', '\nExample:\n  npm run explain -- figure-unsupported\n')
  .action((rule: string) => {
    process.exitCode = explainRule(rule, style, process.stdout, process.stderr);
  });

program
  .command('coverage')
  .description('list what each source says that no document cites; exit 0: listed, 1: problems hide it, 2: wrong use')
  .option('--source <id>', 'list one source only')
  .addHelpText('after', '\nExamples:\n  npm run coverage\n  npm run coverage -- --source harbor-report\n')
  .action(({ source }: { source?: string }) => {
    // A pipe has no columns.
    const screen = { style, width: process.stdout.columns };
    process.exitCode = coverage(process.cwd(), source, screen, process.stdout, process.stderr);
  });

program
  .command('cite')
  .description(
    'find words in the sources and print a finished footnote; exit 0: found, 1: not found, 2: wrong use, 3: only ' +
      'similar words found',
  )
  .argument('<words...>', 'words of a source, as you remember them')
  .option('--source <id>', 'look in one source only')
  .option('--all', 'print a footnote for every place instead of asking')
  .option('--exact', 'quote the words typed only, not the whole sentence around them')
  .option('--near', 'print a footnote also where the words are only similar')
  .option('--label <label>', 'the label of the footnote, instead of one made from its words')
  .addHelpText(
    'after',
    `
Examples:
  npm run cite -- "the last ships left"
  npm run cite -- --exact "the last ships left the harbor"
  npm run cite -- --source harbor-report --label dues-2014 "40 percent of the dues"
  npm run --silent cite -- "the first steamer" >> content/articles/storms.mdx
`,
  )
  .action(async (words: readonly string[], options: CiteOptions) => {
    process.exitCode = await cite(process.cwd(), words.join(' '), options, terminal);
  });

program
  .command('review')
  .description(
    'show what changed in a source and its record since they were reviewed, and pin it; exit 0: nothing left, 1: ' +
      'something is, 2: wrong use',
  )
  .argument('[id]', 'the source')
  .option('--all', 'every source that changed')
  .option('--dry-run', 'only show: ask nothing, write nothing')
  .option('--yes', 'agree without being asked, unless a person has to look: at broken citations or changed places')
  .addHelpText('after', '\nExamples:\n  npm run review -- harbor-report\n  npm run review -- --all --dry-run\n')
  .action(async (id: string | undefined, options: ReviewOptions) => {
    process.exitCode = await review(process.cwd(), id, options, today(), terminal);
  });

program
  .command('changes')
  .description(
    'print in Markdown which statements differ from a commit, with their passages, and what holds of the sources that ' +
      'changed; exit 0: printed, 2: wrong use',
  )
  .argument('<ref>', 'a branch, a tag or a commit of Git')
  .addHelpText(
    'after',
    `
In GitHub Actions, as much of it as fits is in the summary of the job too.

Examples:
  npm run changes -- main
  npm run --silent changes -- HEAD~1 > changes.md
`,
  )
  .action((ref: string) => {
    process.exitCode = changes(process.cwd(), ref, today(), terminal);
  });

const create = program
  .command('new')
  .description('write a new article or theme, as a draft, or start a site of your own')
  .addHelpText('after', '\nExample:\n  npm run new -- article grain-exports --theme trade\n');
create
  .command('article')
  .description(
    'write the skeleton of an article, a draft until `draft: true` is removed; exit 0: written, 2: wrong use',
  )
  .argument('<slug>', 'its name: lower-case words joined by hyphens')
  .requiredOption('--theme <themes...>', 'themes that list it, the main one first')
  .option('--title <title>', 'its title; otherwise asked for, or made from its name')
  .option('--description <sentence>', 'what readers find in it')
  .addHelpText('after', '\nExample:\n  npm run new -- article grain-exports --theme trade --title "Grain exports"\n')
  .action(async (slug: string, options: NewArticleOptions) => {
    process.exitCode = await newArticle(process.cwd(), slug, options, today(), terminal);
  });

create
  .command('theme')
  .description('write the page of a theme, a draft until `draft: true` is removed; exit 0: written, 2: wrong use')
  .argument('<slug>', 'its name: lower-case words joined by hyphens')
  .option('--label <name>', 'its name in navigation; otherwise asked for, or made from its name')
  .option('--description <sentence>', 'what readers find in it')
  .addHelpText('after', '\nExample:\n  npm run new -- theme harbor-dues --label "Harbor dues"\n')
  .action(async (slug: string, options: NewThemeOptions) => {
    process.exitCode = await newTheme(process.cwd(), slug, options, terminal);
  });
create
  .command('site')
  .description(
    'put two sample texts in the place of all content and sources, to start a site of your own; removes only what is ' +
      'committed to Git; asks for what is not given; exit 0: written, 2: wrong use',
  )
  .option('--name <name>', 'what the site is called')
  .option('--address <address>', 'where it will be published, with its path')
  .option('--theme <names...>', 'its themes, as navigation shows them')
  .addHelpText(
    'after',
    '\nExample:\n  npm run new -- site --name "Harbor papers" --address https://a.example/harbor/ --theme Dues Ships\n',
  )
  .action(async (options: NewSiteOptions) => {
    process.exitCode = await newSite(process.cwd(), options, terminal);
  });

program
  .command('source:add')
  .description(
    'copy a text into the project and write its record; nothing is ever overwritten; exit 0: added, 2: wrong use',
  )
  .argument('<file>', 'the text, in UTF-8')
  .option('--id <id>', 'what authors will write after `@`; by default made from the name of the file')
  .addHelpText('after', '\nExample:\n  npm run source:add -- ~/texts/interview.txt --id radio-interview\n')
  .action(async (file: string, options: AddSourceOptions) => {
    process.exitCode = await addSource(process.cwd(), file, options, terminal);
  });

program
  .command('schemas')
  .description('write the JSON Schemas that editors use, from the schemas of the check')
  .addHelpText('after', '\nExample:\n  npm run schemas\n')
  .action(() => writeSchemas(process.cwd(), terminal));

/** In ISO 8601. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe, such as `head`, has seen enough.
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  // After a plain `--fix` comes a file.
  await program.parseAsync(
    process.argv.map((word, at, { [at + 1]: next }) => (word === '--fix' && next !== 'quotes' ? '--fix=safe' : word)),
  );
} catch (error) {
  // A question was left unanswered: nothing was done.
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
  process.stderr.write('\n');
  process.exitCode = 130;
}
