import { checkAnnotations } from './annotations.ts';
import { checkDigests } from './digests.ts';
import { checkHeads } from './heads.ts';
import { checkLinks } from './links.ts';
import { checkListings } from './listings.ts';
import { checkNotes } from './notes.ts';
import { readServedTexts } from './served-texts.ts';
import { type Fault, type Files, type Findings, readSite, type Site } from './site.ts';
import { readSourcePages } from './source-pages.ts';
import { checkWithheld } from './withheld.ts';

const CHECKS = {
  notes: (site) => checkNotes(site, readSourcePages(site).sourcePages),
  sources: (site) => readSourcePages(site).findings,
  texts: (site) => readServedTexts(site).findings,
  annotations: (site) => checkAnnotations(site, readServedTexts(site).servedTexts),
  links: checkLinks,
  heads: checkHeads,
  listings: checkListings,
  withheld: checkWithheld,
  digests: checkDigests,
} satisfies Record<string, (site: Site) => Findings>;

export type Check = keyof typeof CHECKS;

/**
 * Check the files of a built site against raw texts and their records. A check that found nothing to look at has failed.
 *
 * @param only The one check to run, for tests of it.
 */
export function checkArtefact(files: Files, sources: Files, only?: Check): Findings {
  const site = readSite(files, sources);
  const checks = only === undefined ? Object.values(CHECKS) : [CHECKS[only]];
  const all = checks.map((check) => check(site));
  const counts = Object.assign({}, ...all.map(({ counts }) => counts));
  const nothing = Object.entries(counts).flatMap(([name, count]): Fault[] =>
    count === 0 ? [{ where: 'the site', fact: `nothing was found to check: ${name}` }] : [],
  );
  return { counts, faults: [...all.flatMap(({ faults }) => faults), ...nothing] };
}
