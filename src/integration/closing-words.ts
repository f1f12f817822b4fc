import { statfsSync } from 'node:fs';

/** In bytes. With less, some write of a build fails. */
const LITTLE = 16 * 1024 * 1024;
/** So many files at once are enough for any build. */
const ENOUGH_FILES = 1024;

/**
 * Say last what a build that fails has left, and what about this computer may be the cause. Most of its writing is done by Astro and
 * Vite, whose errors tell the fact but no next step.
 *
 * @param folder On the disk that the build writes to.
 */
export function closingWords(folder: string): string {
  return ['The site was not built; an earlier `dist` was left as it was.', ...causes(folder), ''].join('\n');
}

function causes(folder: string): string[] {
  const { bavail, bsize, files, ffree } = statfsSync(folder);
  const left = bavail * bsize;
  const openFiles = limit('open_files');
  const fileSize = limit('file_size_blocks');
  const causes: [isSo: boolean, fact: string, remedy: string][] = [
    [left < LITTLE, `The disk is nearly full, with ${kilobytes(left)} left`, 'Make room'],
    [files > 0 && ffree === 0, 'The disk can hold no more files', 'Remove some'],
    [openFiles < ENOUGH_FILES, `Only ${openFiles} files may be open at once`, 'Raise the limit (`ulimit -n 4096`)'],
    [fileSize < LITTLE, `No file may have more than ${kilobytes(fileSize)}`, 'Raise the limit (`ulimit -f unlimited`)'],
  ];
  return causes.flatMap(([isSo, fact, remedy]) => (isSo ? `${fact}. ${remedy}, then build again.` : []));
}

/** What the system allows this process; no limit where it has none. Node gives sizes in bytes, whatever their names say. */
function limit(name: string): number {
  const report: { readonly userLimits?: Readonly<Record<string, { readonly soft?: unknown }>> } =
    process.report.getReport();
  const soft = report.userLimits?.[name]?.soft;
  return typeof soft === 'number' ? soft : Number.POSITIVE_INFINITY;
}

function kilobytes(bytes: number): string {
  return `${Math.floor(bytes / 1024)} kB`;
}
