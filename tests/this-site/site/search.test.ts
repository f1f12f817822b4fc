import { expect, test } from 'vitest';
import { read, search } from '../../site/searching.ts';

const FIRST: Readonly<Record<string, string>> = {
  oil: '/articles/oil-supplies/',
  embargo: '/articles/oil-supplies/',
  iceberg: '/articles/how-close-are-they/',
  '25 December 1991': '/articles/recognition-and-relations/',
  embassy: '/articles/embassies/',
  embas: '/articles/embassies/',
  Lapshin: '/articles/rights-and-press-freedom/',
  Ismayilova: '/articles/rights-and-press-freedom/',
  Hoenlein: '/articles/american-jewish-organizations/',
  'Mountain Jews': '/articles/mountain-jews-and-quba/',
  Guba: '/articles/mountain-jews-and-quba/',
  'Barak MX': '/articles/arms-and-military-cooperation/',
  satellites: '/articles/arms-and-military-cooperation/',
  'Baku-Tbilisi-Ceyhan': '/places/',
  Karabagh: '/articles/nagorno-karabakh/',
  Turkey: '/articles/turkey/',
  Iran: '/articles/iran-and-the-relationship/',
  flights: '/articles/trade-technology-and-flights/',
  'Qirmizi Qesebe': '/places/',
  timeline: '/timeline/',
  'quote-not-found': '/problems/quote-not-found/',
};
const ABSENT = ['Hezbollah', 'Hamas', 'Putin', 'bitcoin', 'Syria', 'chess', 'wine', 'Tesla', 'Eurovision', 'caviar'];
const MISSPELT: Readonly<Record<string, string>> = {
  embasy: 'embassy',
  satelite: 'satellites',
  Karabach: 'Karabakh',
  Netanyaho: 'Netanyahu',
  Azerbajan: 'Azerbaijan',
  diplomcy: 'diplomacy',
  emigraton: 'emigration',
  iceburg: 'iceberg',
  recogntion: 'recognition',
  synagoge: 'synagogue',
};

test('search finds what is there, says what is not, and knows what was meant', async () => {
  await read('/search/', async (page) => {
    const first: Record<string, string | undefined> = {};
    for (const words of Object.keys(FIRST))
      first[words] = (await search(page, words)).found.find((path) => !path.startsWith('/test-'));
    expect(first).toEqual(FIRST);

    for (const words of ABSENT) {
      const { said, found } = await search(page, words);
      expect(said).toContain(`No page has “${words}”.`);
      expect(found).toEqual([]);
    }

    for (const [words, meant] of Object.entries(MISSPELT)) {
      const { said, found } = await search(page, words);
      expect(said, words).toMatch(new RegExp(`Did you mean ${meant}\\b`));
      expect(found).toEqual([]);
    }
    await page.locator('.meant').first().click();
    await page.locator('.results a').first().waitFor();
  });
});
