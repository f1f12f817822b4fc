/** What a statement is read to say: its figures, dates, names and quotations, each with what is made of it. */
import { describe, expect, test } from 'vitest';
import { readDates, supportsDate } from '#statement/date.ts';
import { fitFigure, readFigures } from '#statement/figure.ts';
import { addedHedges, droppedHedges, readHedges } from '#statement/hedge.ts';
import { indexNames, readNames } from '#statement/name.ts';
import { namesIn } from '#statement/name-in.ts';
import { quotationFinder } from '#statement/quotation.ts';

const figures = (text: string) =>
  readFigures(text, readDates(text)).map(({ words, kind, from, to, unit, per, inWords }) =>
    [words, kind, from, to, per === '' ? unit : `${unit}/${per}`, inWords ? 'in words' : 'in digits'].join('|'),
  );

describe('figures', () => {
  test.for<[text: string, ...read: string[]]>([
    ['12 ships', '12|number|12|12||in digits'],
    [
      '1,200 and 3.5 and 1.200.000',
      '1,200|number|1200|1200||in digits',
      '3.5|number|3.5|3.5||in digits',
      '1.200.000|number|1200000|1200000||in digits',
    ],
    ['twelve ships', 'twelve|number|12|12||in words'],
    ['twenty-one or thirty two', 'twenty-one|number|21|21||in words', 'thirty two|number|32|32||in words'],
    ['one ship of one fleet'],
    ['one million ships', 'one million|number|1000000|1000000||in words'],
    ['a million ships', 'a million|number|1000000|1000000||in words'],
    ['2.5 million barrels', '2.5 million barrels|number|2500000|2500000|barrel|in digits'],
    ['3 thousand million', '3 thousand million|number|3000000000|3000000000||in digits'],
    ['40%', '40%|share|40|40||in digits'],
    ['40 percent', '40 percent|share|40|40||in digits'],
    ['forty per cent', 'forty per cent|share|40|40||in words'],
    ['$5 and US$6', '$5|money|5|5|USD|in digits', 'US$6|money|6|6|USD|in digits'],
    ['5 dollars', '5 dollars|money|5|5|USD|in digits'],
    ['€7 and 7 euros', '€7|money|7|7|EUR|in digits', '7 euros|money|7|7|EUR|in digits'],
    ['£8 and 8 pounds', '£8|money|8|8|GBP|in digits', '8 pounds|money|8|8|GBP|in digits'],
    ['₼9 and 9 manats', '₼9|money|9|9|AZN|in digits', '9 manats|money|9|9|AZN|in digits'],
    ['₪10 and 10 shekels', '₪10|money|10|10|ILS|in digits', '10 shekels|money|10|10|ILS|in digits'],
    ['$5 million', '$5 million|money|5000000|5000000|USD|in digits'],
    [
      '5 km, 6 kilometers, 7 kilometres',
      '5 km|number|5|5|kilometer|in digits',
      '6 kilometers|number|6|6|kilometer|in digits',
      '7 kilometres|number|7|7|kilometer|in digits',
    ],
    ['8 meters and 9 metres', '8 meters|number|8|8|meter|in digits', '9 metres|number|9|9|meter|in digits'],
    ['10 tons and 11 tonnes', '10 tons|number|10|10|ton|in digits', '11 tonnes|number|11|11|ton|in digits'],
    ['12 centuries and 13 days', '12 centuries|number|12|12|century|in digits', '13 days|number|13|13|day|in digits'],
    ['from 5 to 10', '5 to 10|number|5|10||in digits'],
    ['between 5 and 10', '5 and 10|number|5|10||in digits'],
    ['5-10 percent', '5-10 percent|share|5|10||in digits'],
    ['10-5', '10|number|10|10||in digits'],
    ['$5-6 million', '$5-6 million|money|5000000|6000000|USD|in digits'],
    ['5 thousand to 6 million', '5 thousand to 6 million|number|5000|6000000||in digits'],
    ['half of them', 'half|share|50|50||in words'],
    ['a half of them', 'a half|share|50|50||in words'],
    ['a third of them', 'a third|share|33.333333333333336|33.333333333333336||in words'],
    ['two thirds', 'two thirds|share|66.66666666666667|66.66666666666667||in words'],
    ['three quarters and 3 fourths', 'three quarters|share|75|75||in words', '3 fourths|share|75|75||in digits'],
    ['two halves', 'two halves|share|100|100||in words'],
    [
      'two fifths, 3 tenths, 5 hundredths',
      'two fifths|share|40|40||in words',
      '3 tenths|share|30|30||in digits',
      '5 hundredths|share|5|5||in digits',
    ],
    ['the first half of the year'],
    [
      'half a dozen, a dozen, two dozen',
      'half a dozen|number|6|6||in words',
      'a dozen|number|12|12||in words',
      'two dozen|number|24|24||in words',
    ],
    ['the third ship', 'third|ordinal|3|3|the|in words'],
    ['the 21st and the twenty-second', '21st|ordinal|21|21|the|in digits', 'twenty-second|ordinal|22|22|the|in words'],
    ['at first and at second hand'],
    ['twice and doubled', 'twice|number|2|2|time|in words', 'doubled|number|2|2|fold|in words'],
    [
      'thrice, tripled, threefold',
      'thrice|number|3|3|time|in words',
      'tripled|number|3|3|fold|in words',
      'threefold|number|3|3|fold|in words',
    ],
    ['tens of thousands', 'tens of thousands|amount|0|0|tens of thousands|in words'],
    ['hundreds left', 'hundreds|amount|0|0|hundreds|in words'],
    ['1.0005 percent', '1.0005 percent|share|1.0005|1.0005||in digits'],
    ['3 ships, and 5 to 10', '3|number|3|3||in digits', '5 to 10|number|5|10||in digits'],
    [
      '3 ships and a third of 5',
      '3|number|3|3||in digits',
      'a third|share|33.333333333333336|33.333333333333336||in words',
      '5|number|5|5||in digits',
    ],
    [
      'twenty ten and twenty zero',
      'twenty|number|20|20||in words',
      'ten|number|10|10||in words',
      'twenty|number|20|20||in words',
      'zero|number|0|0||in words',
    ],
    ['the twenty tenth-rate ships', 'twenty tenth|share|200|200||in words'],
    ['the ninetieth', 'ninetieth|ordinal|90|90|the|in words'],
    ['COVID-19 and F16', 'COVID-19|name|19|19|covid 19|in digits', 'F16|name|16|16|f 16|in digits'],
    ['in 1990'],
  ])('of “%s”', ([text, ...read]) => expect(figures(text)).toEqual(read));

  const only = (text: string) => {
    const [figure] = readFigures(text, []);
    if (!figure) throw new Error(`Expected a figure in ${text}`);
    return figure;
  };
  test.for<[claimed: string, evidence: string, fit: string]>([
    ['12 ships', '12', 'same'],
    ['12 ships', 'twelve', 'same'],
    ['12 days', '12 days', 'same'],
    ['12 days', '12', 'other-unit'],
    ['12', '12 days', 'same'],
    ['12', '13', 'none'],
    ['0%', '0%', 'same'],
    ['0%', '5%', 'none'],
    ['12', '12 to 13', 'none'],
    ['12 to 13', '12 to 13', 'same'],
    ['11 to 13', '12 to 13', 'none'],
    ['12%', '12', 'other-unit'],
    ['$12', '€12', 'other-unit'],
    ['$12', '$12', 'same'],
    ['a third of', '33.333333333333 percent', 'same'],
    ['a third of', '33.3 percent', 'none'],
    ['hundreds', 'hundreds', 'same'],
    ['hundreds', 'thousands', 'none'],
    ['hundreds', '100', 'none'],
    ['100', 'hundreds', 'none'],
  ])('“%s” beside “%s” is %s', ([claimed, evidence, fit]) =>
    expect(fitFigure(only(claimed), only(evidence))).toBe(fit),
  );
});

const dates = (text: string) =>
  readDates(text).map(({ words, first, last, from, to, ends }) =>
    [words, first ?? from, last ?? to, ...(ends ? ['range'] : [])].join('|'),
  );

describe('dates', () => {
  test.for<[text: string, ...read: string[]]>([
    ['on 5 May 1990', '5 May 1990|19900505|19900505'],
    ['on May 5, 1990', 'May 5, 1990|19900505|19900505'],
    ['on the 5th of May 1990', '5th of May 1990|19900505|19900505'],
    ['1990-05-05 and 1990-05', '1990-05-05|19900505|19900505', '1990-05|19900501|19900531'],
    ['in May 1990', 'May 1990|19900501|19900531'],
    ['in February 2023 and February 2024', 'February 2023|20230201|20230228', 'February 2024|20240201|20240229'],
    ['in early May 1990', 'early May 1990|19900501|19900510'],
    ['in mid-May 1990', 'mid-May 1990|19900511|19900520'],
    ['in late February 2023', 'late February 2023|20230221|20230228'],
    ['on 5 May', '5 May|505|505'],
    ['on May 5', 'May 5|505|505'],
    ['May 5 percent'],
    ['in December', 'December|1201|1231'],
    ['in early December', 'early December|1201|1210'],
    ['it may be'],
    ['in the 18th century', 'the 18th century|17000101|17991231'],
    ['in the eighteenth century', 'the eighteenth century|17000101|17991231'],
    ['in the late 19th century', 'the late 19th century|18700101|18991231'],
    ['in the 1st century BC', 'the 1st century BC|-999899|-8769'],
    ['the 1990s', 'the 1990s|19900101|19991231'],
    ['the 1700s', 'the 1700s|17000101|17991231'],
    ['the 2000s', 'the 2000s|20000101|20091231'],
    ['the early 1990s', 'the early 1990s|19900101|19931231'],
    ['the mid-1990s', 'the mid-1990s|19940101|19961231'],
    ["the '90s and the nineties", "the '90s|19900101|19991231", 'the nineties|19900101|19991231'],
    ['in the twenties', 'the twenties|19200101|19291231'],
    ['in 1990', '1990|19900101|19901231'],
    ['in early 1990', 'early 1990|19900101|19900430'],
    ['in mid-1990', 'mid-1990|19900501|19900831'],
    ['in late 1990', 'late 1990|19900901|19901231'],
    ['in spring 1990', 'spring 1990|19900301|19900531'],
    ['in the summer of 1990', 'summer of 1990|19900601|19900831'],
    ['in autumn 1990 and fall 1991', 'autumn 1990|19900901|19901130', 'fall 1991|19910901|19911130'],
    ['in winter 1990', 'winter 1990|19901201|19910228'],
    ['2199 and 2200', '2199|21990101|21991231'],
    ['1990 people and 1991 years'],
    ['x1990, 1990x, 3.1990 and $1990'],
    ["x'90s, x1990s, the 1990sx and the 18th centuryx"],
    ['xMay 5, May 5x, 15 Mayx and in Mayx'],
    ['Decemberx and xDecember'],
    ['OsloTel-2014', '2014|20140101|20141231'],
    ['a5 May 1990', 'May 1990|19900501|19900531'],
    ['5 Sept. 1990 and 6 Sep 1991', '5 Sept. 1990|19900905|19900905', '6 Sep 1991|19910906|19910906'],
    ['Sept 1990', 'Sept 1990|19900901|19900930'],
    ['in May. 1990 was', 'May|501|531', '1990|19900101|19901231'],
    ['December came, then March and May', 'December|1201|1231'],
    ['January and February', 'January|101|131', 'February|201|229'],
    ['IN THE 18TH CENTURY', 'THE 18TH CENTURY|17000101|17991231'],
    ['THE NINETIES', 'THE NINETIES|19900101|19991231'],
    ['May 5', 'May 5|505|505'],
    ['May 1990', 'May 1990|19900501|19900531'],
    ...['thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties'].map((word, index): [string, string] => {
      const start = `19${index + 3}`;
      return [`the ${word}`, `the ${word}|${start}00101|${start}91231`];
    }),
  ])('of “%s”', ([text, ...read]) => expect(dates(text)).toEqual(read));

  const only = (text: string) => {
    const [date] = readDates(text);
    if (!date) throw new Error(`Expected a date in ${text}`);
    return date;
  };
  test.for<[claimed: string, evidence: string, supported: boolean]>([
    ['in 1990', 'in 1990', true],
    ['in 1990', 'on 5 May 1990', true],
    ['in 1990', 'in 1991', false],
    ['on 5 May 1990', 'in 1990', false],
    ['the 1990s', 'in 1990', true],
    ['the 1990s', 'in 2000', false],
    ['in 1990', 'on 5 May', false],
    ['on 5 May', 'on 5 May', true],
    ['on 5 May', 'on 5 May 1990', true],
    ['on 5 May', 'on 6 May 1990', false],
    ['on 5 May', 'on 5 June 1990', false],
    ['on 5 May', 'in May', false],
    ['in May', 'on 5 May 1990', true],
    ['in May', 'in May 1990', true],
    ['in May', 'in 1990', false],
    ['in early May', 'on 10 May', true],
    ['in early May', 'on 11 May', false],
    ['in mid-May', 'on 11 May 1990', true],
    ['in mid-May', 'on 20 May 1990', true],
    ['in mid-May', 'on 21 May 1990', false],
    ['in late May', 'on 21 May 1990', true],
    ['in early May', 'in early May 1990', true],
    ['in early May', 'in late May 1990', false],
    ['in early May', 'in May 1990', false],
    ['in early May', 'in early May', true],
    ['in early May', 'in May', false],
  ])('“%s” beside “%s”: %s', ([claimed, evidence, supported]) =>
    expect(supportsDate(only(claimed), only(evidence))).toBe(supported),
  );
});

describe('hedges', () => {
  test.for<[text: string, ...hedges: string[]]>([
    ['nearly 7 and approx. 5', 'under', 'around'],
    ['some 7 and about 5', 'around', 'around'],
    ['5 ships, and 7 or more', '', 'over'],
    ['5 ships of all with 7 or less', '', 'under'],
    ['5 at least and 7, at least', 'over', 'over'],
    ['an estimate of 5, estimates of 7, estimated 9', 'estimated', 'estimated', 'estimated'],
  ])('of the figures of “%s”', ([text, ...hedges]) => {
    expect(readFigures(text, []).map((figure) => [...figure.hedges].join(' '))).toEqual(hedges);
  });
  test('are compared both ways', () => {
    const [about, none] = [readHedges('about 5', 6, 7), readHedges('the 5', 4, 5)];
    expect(addedHedges(about, none)).toEqual([...about]);
    expect(addedHedges(about, about)).toEqual([]);
    expect(droppedHedges(none, about, 'the 5')).toEqual([...about]);
    expect(droppedHedges(about, about, 'about 5')).toEqual([]);
    expect(droppedHedges(none, none, 'the 5')).toEqual([]);
  });
});

describe('names', () => {
  test('are known by all their forms', () => {
    const { forms } = indexNames([
      { name: 'Almar', aliases: ['Port of Almar'], isPerson: false },
      { name: 'Omar al-Rashid', aliases: [], isPerson: true },
      { name: 'Anna Berg', aliases: [], isPerson: true },
    ]);
    expect([...forms]).toEqual([
      ['Almar', ['Almar', 'Port of Almar']],
      ['Port of Almar', ['Almar', 'Port of Almar']],
      ['Omar al-Rashid', ['Omar al-Rashid']],
      ['Anna Berg', ['Anna Berg', 'Berg']],
      ['Berg', ['Anna Berg', 'Berg']],
    ]);
  });

  const known = indexNames([
    { name: 'David Harris', aliases: ['D. Harris'], isPerson: true },
    { name: 'Anna Berg', aliases: [], isPerson: true },
    { name: 'Otto Berg', aliases: [], isPerson: true },
    { name: 'Ludwig de la', aliases: [], isPerson: true },
    { name: 'Almar', aliases: ['Port of Almar'], isPerson: false },
    { name: 'House Blue', aliases: [], isPerson: false },
  ]);
  const names = (text: string) => readNames(text, known, []).map(({ name, isFirst }) => (isFirst ? `^${name}` : name));

  test.for<[text: string, ...names: string[]]>([
    ['He met David Harris there.', 'David Harris'],
    ['David Harris met him.', '^David Harris'],
    ['He met Harris there.', 'Harris'],
    ['He met Berg there.', 'Berg'],
    ['He saw Blue.', 'Blue'],
    ['He saw Almar and the Port of Almar.', 'Almar', 'Port of Almar'],
    ["Sweden's Foreign Minister met John Doe's Own Ship.", 'Sweden', 'John Doe', 'Own Ship'],
    ['Swedish Prime Minister Jane Roe met President Doe.', 'Swedish', 'Jane Roe', 'Doe'],
    ['Of the American Flemish and Polish Swedish groups.', 'American', 'Flemish', 'Polish', 'Swedish'],
    ['Turks came: They saw the U.S. and (perhaps) Acre.', 'Turks', 'U.S.', 'Acre'],
    ['These Persians saw Historian Roe. Historians did not.', 'Persians', 'Historian Roe'],
    ['The U.S. Navy and Jean-Luc Picard.', 'U.S. Navy', 'Jean-Luc Picard'],
    ['Almar was there.', 'Almar'],
    ["He met Anna D'souza there.", "Anna D'souza"],
    ["He met Jean-Ian O'Brian.", "Jean-Ian O'Brian"],
    ['No name is here.'],
    ['In 1968 Arthur B. Merrow met him.', 'Arthur B. Merrow'],
    ['Arthur B. Merrow met J. R. Lund.', '^Arthur B. Merrow', 'J. R. Lund'],
    ['J. R. Lund met W.E.B. Doe and D. Harris.', 'J. R. Lund', 'W.E.B. Doe', 'D. Harris'],
    ['They call it Plan B.'],
    ['The ship is at Gate C, not in Hall D of Acre.', 'Acre'],
    ['He took Port Vitamin C pills.', 'Port'],
    ['He met Malcolm X and Elizabeth I.', 'Malcolm X', 'Elizabeth I'],
    ['He met Arthur B. Merrow in Acre G.', 'Arthur B. Merrow'],
    ['He met J.-P. Lund.', 'J.-P. Lund'],
    ['Then George W. H. Doe Jr. came.', 'George W. H. Doe Jr'],
  ])('of “%s”', ([text, ...read]) => {
    expect(names(text)).toEqual(read);
    for (const { name, start, end } of readNames(text, known, [])) expect(text.slice(start, end)).toBe(name);
  });

  test('are read where none is known', () => {
    expect(readNames('He met John Doe.', indexNames([]), []).map(({ name }) => name)).toEqual(['John Doe']);
  });

  test('are not read where they are left out', () => {
    expect(readNames('He met John Doe and Jane Roe.', known, [{ start: 7, end: 15 }]).map(({ name }) => name)).toEqual([
      'Jane Roe',
    ]);
  });

  test.for<[name: string, text: string, has: boolean]>([
    ['David Harris', 'It was David Harris.', true],
    ['David Harris', 'It was Harris.', true],
    ['David Harris', 'It was D. Harris.', true],
    ['Harris', 'It was David Harris.', true],
    ['Anna Berg', 'It was Berg.', false],
    ['Anna Berg', 'Berg, Anna', true],
    ['Almar', 'Almaria', false],
    ['Almar', 'xAlmar', false],
    ['Almar', 'Almaria, then Almar.', true],
    ['Old Christians', 'Old Christian', true],
    ['Christians', 'Christian', true],
    ['Mira Lund', 'Mira Oren and Tomas Lund', false],
    ['Buddhists', 'the Buddhist school', true],
    ['Al', 'It also fell.', false],
    ['AZIZ', 'the AZIA of Acre', false],
    ['Turkish', 'It came from Turkey.', true],
    ['Turkey', 'It came from Tunisia.', false],
    ['Mayor David Harris', 'It was Harris.', true],
    ['Mayor Doe', 'It was Doe.', false],
    ['Arthur B. Merrow', 'It was Arthur B. Langley.', false],
    ['Arthur B. Merrow', 'It was Arthur B. Merrow.', true],
    ['Arthur B. Merrow', 'It was Arthur Bernard Merrow.', true],
    ['Arthur B. Merrow', 'It was Arthur Carl Merrow.', false],
    ['Arthur B. Merrow', 'It was Arthur Merrow of Oslo.', false],
    ['J. R. Lund', 'It was Jona Ruth Lund.', true],
    ['Arthur B. Merrow', 'Merrow, Arthur B.', true],
    ['Arthur Merrow', 'It was Arthur B. Merrow.', true],
  ])('“%s” in “%s”: %s', ([name, text, has]) => expect(namesIn(name, [text], known)).toBe(has));
});

describe('quotations', () => {
  test.for<[quotation: string, text: string, stands: boolean]>([
    ['the best year', 'It was the best year.', true],
    ['the best  year', 'It was the best year.', false],
    ['the best year.', 'It was the best year of all', true],
    ['the best year...', 'It was the best year of all', true],
    ['the best year!', 'It was the best year of all', true],
    ['the best, year', 'It was the best year', false],
    ['the best, […] all', 'It was the best year of all', false],
    ['the U.S. port.', 'It was the U.S. port of Almar', true],
    ['it grew by 3.5', 'It is so: it grew by 3 percent', false],
    ['the best […] all', 'It was the best year of all', true],
    ['all […] the best', 'It was the best year of all', false],
    ['the [very] best year', 'It was the best year', true],
    ['the [very] best year', 'It was the [very] best year', true],
    ['the best [very], and last', 'It was the best, and last', true],
    ['the best[very], and last', 'It was the best, and last', true],
    ['the best [very]', 'It was the best', true],
    ['the […] […] year', 'It was the best year', true],
    ['[…] the best year […]', 'It was the best year of all', true],
    ['the year […] the year', 'It was the year, and the year.', true],
    ['the year […] the year', 'It was the year.', false],
    ['[…]', 'It was the year.', false],
    ['[the port]', 'It was the port.', false],
    ['[i]t was the year', 'It was the year.', true],
    ['[I]t was the year', 'and it was the year.', true],
    ['[i]t was the year', 'At was the year.', false],
    ['he call[s] it so', 'Then he called it so.', true],
    ['he call[s] it so', 'Then he recalled it so.', false],
    ['he w[as] there', 'Then he went there.', true],
    ['it call[s]', 'For it calls.', true],
    ['[the port] sold all', 'It sold all of them', true],
    ['it told [the master] all', 'Then it told him all.', true],
    ["it took [the master]'s ship", 'Then it took his ship.', true],
    ["it took [the master]'s ship", 'Then it took his other ship and ship of all ships.', true],
    ['it did [so] sell', 'Then it did not sell.', false],
    ['it did [so] sell', 'Then it did once in the long year sell.', false],
    ['it sold [the port], they say', 'Then it sold all, they say.', true],
    ['it sold [3],000', 'Then it sold 30,000.', false],
    ['it sold 40[,] and more', 'Then it sold 40 and more.', true],
    ['it sold it[.] So it was', 'Then it sold it; So it was.', true],
  ])('“%s” in “%s”: %s', ([quotation, text, stands]) => expect(quotationFinder(quotation)(text)).toBe(stands));
});
