import type { Document } from '#document/document.ts';
import { checkLink, type SiteMap } from '#document/links.ts';
import { settingsInvalid } from '#document/settings.ts';
import { SITE_FILE, type Site, type SiteReading } from '#document/site-settings.ts';
import type { Problem } from '#problem/problem.ts';
import { suggest } from '#text/suggest.ts';
import { hasNames } from './check-statements.ts';

/**
 * Check the settings of a site against its documents: the pages and files that they name exist, and so do the entries of
 * the places that they locate. An address that has moved is no page, and leads to one.
 *
 * @param pages What the site serves, without what has moved.
 */
export function checkSite(
  { moved, home, method, places }: Site,
  placeAt: SiteReading['placeAt'],
  pages: SiteMap,
  documents: readonly Document[],
): Problem[] {
  const linkAt = (path: readonly string[], url: string | undefined): Problem[] => {
    const fact = url === undefined ? undefined : checkLink({ url, isPicture: false }, '/', pages);
    return fact ? [{ ...fact, file: SITE_FILE, place: placeAt(path) }] : [];
  };
  const moves = Object.entries(moved).flatMap(([from, to]): Problem[] => {
    const place = placeAt(['moved', from]);
    if (!pages.addresses.has(from)) return linkAt(['moved', from], to);
    return [settingsInvalid(SITE_FILE, { fault: 'moved', address: from, place })];
  });

  const headings = documents.filter(hasNames).flatMap((document) => document.headings);
  const names = new Set(headings.filter(({ depth }) => depth === 3).map(({ text }) => text.normalize('NFC')));
  const unnamed = Object.entries(places).flatMap(([kind, positions]) =>
    Object.keys(positions)
      .filter((name) => !names.has(name.normalize('NFC')))
      .map((name): Problem => {
        const place = placeAt(['places', kind, name]);
        return settingsInvalid(SITE_FILE, { fault: 'place', name, suggestions: suggest(name, names), place });
      }),
  );
  const { picture } = home;
  const lost: readonly Problem[] =
    picture === undefined || pages.addresses.has(picture)
      ? []
      : [settingsInvalid(SITE_FILE, { fault: 'picture', picture, place: placeAt(['home', 'picture']) })];
  return [...moves, ...lost, ...linkAt(['method'], method), ...unnamed];
}
