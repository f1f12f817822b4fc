import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage } from './open-page.ts';
import type { BuiltSite } from './project.ts';

/** Who reads a page, and which. */
export interface Reader {
  readonly size?: readonly [width: number, height: number];
  readonly script?: boolean;
  readonly touch?: boolean;
  readonly path?: string;
}

/** Open a page as a reader does and look at it. It must ask no other host for anything, and have no error. */
export async function readAs(
  { browser, dist }: BuiltSite,
  { size: [width, height] = [800, 900], script = true, touch = false, path = '/' }: Reader,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    javaScriptEnabled: script,
    viewport: { width, height },
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: 'reduce',
  });
  const { page, strays } = await openPage(dist, context, path);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await look(page);
  expect([strays, errors]).toEqual([[], []]);
  await context.close();
}
