/** Build the project of the working folder for each line of the standard input; see `builder.ts`. */
import { createInterface } from 'node:readline';
import { build } from 'astro';

for await (const _ of createInterface({ input: process.stdin })) {
  const error = await build({}).then(
    () => undefined,
    (reason: Error) => reason,
  );
  // What Astro's own command says of an error.
  if (error) process.stdout.write(`${error.name} ${error.message}\n${error.stack}\n`);
  process.stdout.write(`\nend of the build: ${error ? 1 : 0}\n`);
}
