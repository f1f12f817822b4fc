import { fileAt, type Site } from './site.ts';

/** Say what is wrong with an address in a file; undefined where it leads to something that exists. */
export function faultOfAddress(site: Site, address: string, from: string): string | undefined {
  const base = `${site.home}/${from.replace(/(^|\/)index\.html$/, '$1')}`;
  if (!URL.canParse(address, base)) return `\`${address}\` is no address`;
  const url = new URL(address, base);
  // The contact for errors.
  if (url.protocol === 'mailto:') return undefined;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `\`${address}\` is no address of a page`;
  if (url.origin !== new URL(site.home).origin) {
    const isListed = [...site.originals.values()].some(({ said }) => said.includes(url.href));
    return isListed ? undefined : `\`${address}\` leads to another host, and no record lists it`;
  }
  if (!url.href.startsWith(`${site.home}/`)) return `\`${address}\` leads out of the site`;
  const file = fileAt(site, url.href);
  if (!site.files.has(file)) return `\`${address}\` leads nowhere`;
  const page = site.pages.get(file);
  const fragment = decodeURIComponent(url.hash.slice(1));
  if (page && fragment !== '' && !page.withId.has(fragment)) return `\`${address}\` leads to a place that is not there`;
  return undefined;
}

/** The addresses in a text that are written whole, and on the host of the site. */
export function ownAddresses(site: Site, text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s"'<>()[\]\\]+/g)]
    .map(([address]) => address)
    .filter((address) => URL.canParse(address) && new URL(address).origin === new URL(site.home).origin);
}
