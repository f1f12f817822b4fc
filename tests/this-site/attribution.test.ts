import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { readSources } from '#io/read-corpus.ts';
import { RULE_GROUPS } from '#problem/problem.ts';
import { articleOf } from '../document-of.ts';

const readings = readSources('.');

/** The rules that a paragraph breaks, each once; it cites `quotes` in footnotes `a`, `b` and so on, or all of them. */
function broken(paragraph: string, quotes: readonly string[]): string[] {
  const labels = quotes.map((_, index) => String.fromCharCode(97 + index));
  const text = /\[\^/.test(paragraph) ? paragraph : paragraph + labels.map((label) => `[^${label}]`).join('');
  const notes = quotes.map((quote, index) => `[^${labels[index]}]: @${quote}`).join('\n\n');
  const { report } = checkCorpus(readings, [articleOf('case', `${text}\n\n${notes}`)]);
  const rules = report.problems.filter(
    ({ ruleId, file, place }) =>
      file.includes('case') &&
      (place?.start.line ?? 0) > 7 &&
      (ruleId.startsWith('quote') || RULE_GROUPS.statement.some((id) => id === ruleId)),
  );
  return [...new Set(rules.map(({ ruleId }) => ruleId))];
}

type Pair = readonly [holds: string, fails: string, ...quotes: string[]];

const SPEECH: readonly Pair[] = [
  [
    'Azerbaijan was, according to media reports, allegedly the final destination of thousands of secret documents.',
    'Azerbaijan was the final destination of thousands of secret documents.',
    'overview-to-2023 "According to media reports, Azerbaijan was allegedly the final destination of thousands of top secret documents"',
  ],
  [
    'On 30 September 2012 it was reported that Azerbaijan and Israel had jointly examined the use of Azerbaijani air bases.',
    'On 30 September 2012 Azerbaijan and Israel jointly examined the use of Azerbaijani air bases.',
    'overview-to-2023 "On September 30, 2012, it was reported that Azerbaijan and Israel jointly examined the use of Azerbaijani air bases"',
  ],
  [
    'In the view of the opinion article, the two countries have always acted together.',
    'The two countries have always acted together.',
    'recent-strides "these countries have always acted together and rendered mutual support to one another."',
  ],
  [
    'Azerbaijan often comes under attack from violent Islamist groups, Idan told JNS.',
    'Azerbaijan often comes under attack from violent Islamist groups.',
    'jns-2014 "told JNS.org that Azerbaijan often comes under attack from violent Islamist groups, including some sponsored by Iran"',
  ],
  [
    "By Idan's account, Aliyev opened his meeting with Peres to the media to show his support.",
    'Aliyev opened his meeting with Peres to the media to show his support for Israel.',
    'jns-2014 "Aliyev "decided to open his meeting [with Peres] to the media and he made an effort to clearly show his support for Peres and Israel," said Idan."',
  ],
  [
    'Erdogan said that Israel "know[s] well how to kill people".',
    'Israel "know[s] well how to kill people".',
    'jns-2014 ""When it comes to killing, you (Israel) know well how to kill people," Erdogan said at the time."',
  ],
  [
    'Azerbaijan did not publicly criticize Israel during the Gaza war, Idan noted.',
    'Azerbaijan did not publicly criticize Israel during the Gaza war.',
    'jns-2014 "Azerbaijan was one of the only Muslim-majority nations that did not publicly criticize Israel during the recent Gaza war"',
  ],
  [
    'Israel is "a very valued source of economic and strategic assistance" to Azerbaijan, as Harris put it.',
    'Israel is "a very valued source of economic and strategic assistance" to Azerbaijan.',
    'jns-2014 "For Azerbaijan, located in a tough neighborhood, Israel is a very valued source of economic and strategic assistance;"',
  ],
  [
    'Students told them that they had never experienced anti-Semitism, Hoenlein recalled.',
    'Jewish students never experienced anti-Semitism in Azerbaijan.',
    'jns-2014 "when we met with Jewish students on campus and asked them about anti-Semitism, they said they never experienced it"',
  ],
  [
    'For Talibov, the relationship with Israel "is not about Iran".',
    "Azerbaijan's relationship with Israel is not about Iran.",
    'jns-2014 ""Simply put, our relationship with Israel is not about Iran,\' he said."',
  ],
  [
    'Some view the arrest of Ismayilova as politically motivated, JNS writes.',
    'The arrest of Ismayilova was politically motivated.',
    'jns-2014 "Many viewed her arrest to be politically motivated."',
  ],
  [
    "Aliyev's government has long faced allegations of electoral corruption.",
    'Financial and electoral corruption has long been part of his government.',
    'jns-2014 "Allegations of financial and electoral corruption have long been associated with his government."',
  ],
  [
    'The U.S. State Department was "deeply troubled by restrictions on civil society".',
    'There are restrictions on civil society activities, including on journalists, in Azerbaijan.',
    'jns-2014 "we are deeply troubled by restrictions on civil society activities, including on journalists in Azerbaijan"',
  ],
  [
    "The lack of an embassy may stem from fear of a backlash from Iran, in Idan's opinion.",
    'Azerbaijan lacks an embassy in Israel because of its fear of a backlash from Iran.',
    'jns-2014 "Idan said that the lack of an Azeri embassy in Israel may stem from Azerbaijan\'s fear of backlash from Iran"',
  ],
  [
    'Israel has greater experience than Azerbaijan in trade and medicine, JNS writes.',
    'Israel has greater experience than Azerbaijan in trade and medicine.',
    'jns-2014 "Israel, in turn, has greater experience than Azerbaijan in fields such as trade, telecommunications, cyber-technology, agriculture, medicine, and tourism."',
  ],
  [
    'At a reception Shapiro called the partnership of the three countries significant.',
    'The partnership between Azerbaijan, the US and Israel has a big significance.',
    'overview-to-2017 "Shapiro said that constructive partnership between Azerbaijan, US and Israel has a big significance."',
  ],
  [
    'Ilham Aliyev praised the role of the Jewish community.',
    'The Jewish community has an active role in developing the relations between the countries.',
    'overview-to-2017 "President Ilham Aliyev praised the active role of Jewish community living in Azerbaijan in developing bilateral relations between the countries."',
  ],
  [
    'Nine-tenths of the relationship is below the surface, a leaked cable quotes Aliyev as saying.',
    'Nine-tenths of the relationship with Israel is below the surface.',
    'overview-to-2023 "once compared his country\'s relationship with Israel to an iceberg: "Nine-tenths of it is below the surface."',
  ],
  [
    'Iran rebuked Azerbaijan in February 2012, alleging that it aided the Mossad.',
    'In February 2012 Azerbaijan was aiding anti-Iranian activities by the Mossad.',
    'overview-to-2023 "In February 2012, Iran rebuked Azerbaijan for allegedly aiding anti-Iranian activities by Israel\'s Mossad intelligence agency."',
  ],
  [
    'Israel was granted access to air bases in Azerbaijan, an unnamed speaker stated.',
    'Israel was granted access to air bases in Azerbaijan.',
    'overview-to-2023 "stated that Israel was granted access to air bases in Azerbaijan"',
  ],
  [
    "Azerbaijan is a key pillar of Israel's regional security, in the eyes of the Begin-Sadat Center.",
    "Azerbaijan is a key pillar of Israel's regional security framework.",
    'overview-to-2023 "The Begin-Sadat Center for Strategic Studies has identified Azerbaijan as a key pillar of Israel\'s regional security framework."',
  ],
  [
    'The Azerbaijani authorities were found guilty by the European Court of Human Rights of torturing Lapshin.',
    'The Azerbaijani authorities tortured Lapshin and organized an attempted murder.',
    'overview-to-2023 "the Azerbaijani authorities were found guilty of illegal arrest, cruel torture and organizing an attempted murder against Lapshin."',
  ],
  [
    'The country is an "oasis of tolerance" according to its Jews, writes the opinion article.',
    'The country is an "oasis of tolerance" that protects all religious minorities.',
    'recent-strides "According to the Jews of the Republic of Azerbaijan, the country is an “oasis of tolerance” that protects all religious minorities"',
  ],
  [
    'Azerbaijanis "never treated Jews as foreigners", the opinion article claims.',
    'Azerbaijanis "never treated Jews as foreigners".',
    'recent-strides "Within their borders, Azerbaijanis never treated Jews as foreigners."',
  ],
  [
    'A wonderful multicultural environment is what Elkin saw in Azerbaijan.',
    'Azerbaijan has a wonderful multicultural environment for its large Jewish community.',
    'recent-strides "Elkin noted that Azerbaijan has a wonderful multicultural environment in which a large Jewish community lives."',
  ],
  [
    'There are stable friendly relations, it was confirmed at the meeting.',
    'There are stable friendly relations and cooperation in political, economic and social spheres.',
    'recent-strides "it was confirmed that there are stable friendly Azerbaijani-Israeli relations and cooperation in political, economic and social spheres."',
  ],
  [
    'The Israeli delegations are "particularly notable" to the author of the opinion article.',
    'Among the delegations the Israeli ones are particularly notable.',
    'recent-strides "of which the Israeli delegations are particularly notable."',
  ],
  [
    'Israel and its allies foiled more than 50 Iranian attacks in recent years, Gallant said on a visit.',
    'Israel and allied nations foiled more than 50 attacks by Iran in recent years.',
    'zenger-interview "Israel and allied nations foiled more than 50 attacks Iran had attempted to carry out against Israelis and Jews across the world in recent years."',
  ],
  [
    'To Amirbayov, there has never been a case of antisemitism.',
    'In Azerbaijan there has never been a case of antisemitism.',
    'zenger-interview "“There has never been a case of antisemitism, which is a rare thing"',
  ],
  [
    'Azerbaijan is looking for Israeli businesses for the restoration of Nagorno-Karabakh, says its envoy.',
    'Azerbaijan is looking for Israeli businesses to take part in the restoration of Nagorno-Karabakh.',
    'zenger-interview "Azerbaijan is looking for Israeli businesses to participate in the restoration and rehabilitation of the territory"',
  ],
  [
    'Azerbaijan pledged to work to improve the ties between Israel and Ankara.',
    'Israel and Ankara are improving their ties with the work of Baku.',
    'zenger-interview "pledged to work to improve ties between Israel and Ankara."',
  ],
  [
    'Iran attacks and threatens over the relationship with Israel, as Zenger News sees it.',
    'The ties with Tehran have hit rock bottom following Iranian attacks and threats of violence.',
    'zenger-interview "at a time when Baku’s ties with Tehran have hit rock bottom following Iranian attacks and threats of violence over the relationship with Israel."',
  ],
  [
    'The regime is sometimes criticized in the West for its authoritarian system.',
    'The Azerbaijani regime has an authoritarian political system.',
    'zenger-interview "While the Azerbaijani regime is sometimes criticized in the West for its authoritarian political system,"',
  ],
];

test.for(SPEECH)('%s', ([holds, , ...quotes]) => {
  expect(broken(holds, quotes)).toEqual([]);
});

test.for(SPEECH)('speech without a speaker: $1', ([, fails, ...quotes]) => {
  expect(broken(fails, quotes)).toContain('attribution-missing');
});

const TEXTS: readonly Pair[] = [
  [
    "According to JNS, Azerbaijan supplied 40 percent of Israel's oil; Zenger News has an estimated 30%.",
    "According to JNS, Azerbaijan supplied an estimated 30% of Israel's oil; Zenger News has 40 percent.",
    'jns-2014 "Azerbaijan supplies 40 percent of Israel\'s oil through the Baku-Tbilisi-Ceyhan"',
    'zenger-interview "because it supplies an estimated 30% of the Jewish state’s oil."',
  ],
  [
    "Azerbaijan supplied 40 percent of Israel's oil, according to JNS, and an estimated 30%, according to Zenger News.",
    "Azerbaijan supplied an estimated 30% of Israel's oil, according to JNS, and 40 percent, according to Zenger News.",
    'jns-2014 "Azerbaijan supplies 40 percent of Israel\'s oil through the Baku-Tbilisi-Ceyhan"',
    'zenger-interview "because it supplies an estimated 30% of the Jewish state’s oil."',
  ],
  [
    "The share of Israel's oil was 40 percent in JNS and an estimated 30% in Zenger News.",
    "The share of Israel's oil was an estimated 30% in JNS and 40 percent in Zenger News.",
    'jns-2014 "Azerbaijan supplies 40 percent of Israel\'s oil through the Baku-Tbilisi-Ceyhan"',
    'zenger-interview "because it supplies an estimated 30% of the Jewish state’s oil."',
  ],
  [
    'Azerbaijan exports "huge amounts of oil" to Israel, according to an opinion article.',
    'Azerbaijan exports "huge amounts of oil" to Israel, according to JNS.',
    'recent-strides "Azerbaijan is exporting huge amounts of oil to Israel"',
  ],
  [
    'The 2017 overview counts some 30,000 Jews, the opinion article more than 16,000.',
    'The opinion article counts some 30,000 Jews, the 2017 overview more than 16,000.',
    'overview-to-2017 "Azerbaijan is home to some 30,000 Jews"',
    'recent-strides "Currently, more than 16,000 Jews live in Azerbaijan"',
  ],
  [
    'About 25,000-30,000 Jews live in Azerbaijan, Zenger News writes, while the opinion article has more than 16,000.',
    'More than 16,000 Jews live in Azerbaijan, Zenger News writes, while the opinion article has about 25,000-30,000.',
    'zenger-interview "About 25,000-30,000 Jews live in Azerbaijan today"',
    'recent-strides "Currently, more than 16,000 Jews live in Azerbaijan"',
  ],
  [
    'Azerbaijan is a "leading purchaser of Israeli military hardware", according to Zenger News.',
    'Azerbaijan is a "leading purchaser of Israeli military hardware", according to the 2023 overview.',
    'zenger-interview "Azerbaijan is a leading purchaser of Israeli military hardware"',
  ],
  [
    'One overview gives 7 April 1992 as the day of diplomatic relations.',
    'Both overviews give 7 April 1992 as the day of diplomatic relations.',
    'overview-to-2017 "established diplomatic relations with Azerbaijan on April 7, 1992."',
  ],
  [
    'Israel was one of the first countries to recognize Azerbaijan, Zenger News writes.',
    'Israel was one of the first countries to recognize Azerbaijan, both overviews say.',
    'zenger-interview#L23 "Israel was one of the first countries to recognize Azerbaijan’s independence in 1991"',
  ],
  [
    'Mountain Jews have lived there "since the 5th century AD", JNS says; the 2017 overview says for close to 1500 years.',
    'Mountain Jews have lived there "since the 5th century AD", the 2017 overview says; JNS says for close to 1500 years.',
    'jns-2014 "The Azeri Jewish community includes the "Mountain Jews" (who have lived there since the 5th century AD)"',
    'overview-to-2017 "Mountain Jews have been living in Azerbaijan for close to 1500 years"',
  ],
  [
    'In 2023 the two countries signed a deal for two satellites, the 2023 overview reports.',
    'In 2023 the two countries signed a deal for two satellites, the 2017 overview reports.',
    'overview-to-2023 "In 2023, the two countries signed a deal for Israel to supply Azerbaijan with two satellites"',
  ],
  [
    'Where the opinion article has 4,300 Ashkenazi Jews, the 2017 overview has nearly 5000.',
    'Where the opinion article has nearly 5000 Ashkenazi Jews, the 2017 overview has 4,300.',
    'overview-to-2017 "There are also nearly 5000 Ashkenazi Jews living mostly in Baku."',
    'recent-strides "Ashkenazi Jews, 4,300; and Georgian Jews, 700."',
  ],
  [
    'Ashkenazi Jews number 4,300 (the opinion article) or nearly 5000 (the 2017 overview).',
    'Ashkenazi Jews number nearly 5000 (the opinion article) or 4,300 (the 2017 overview).',
    'overview-to-2017 "There are also nearly 5000 Ashkenazi Jews living mostly in Baku."',
    'recent-strides "Ashkenazi Jews, 4,300; and Georgian Jews, 700."',
  ],
  [
    'Amirbayov spoke in the interview of "the tip of the iceberg".',
    'Amirbayov spoke to JNS of "the tip of the iceberg".',
    'zenger-interview "“What you see is the tip of the iceberg,” he added."',
  ],
];

test.for(TEXTS)('%s', ([holds, , ...quotes]) => {
  expect(broken(holds, quotes)).toEqual([]);
});

test.for(TEXTS)('a text that does not say so: $1', ([, fails, ...quotes]) => {
  expect(broken(fails, quotes)).toEqual(['attribution-unsupported']);
});

const SPEAKERS: readonly Pair[] = [
  [
    'Hoenlein said that "we have to try to encourage them to change".',
    'Harris said that "we have to try to encourage them to change".',
    'jns-2014 "we have to try to encourage them to change"',
  ],
  [
    '"Full democracy and transparency can take decades to develop", said Harris.',
    '"Full democracy and transparency can take decades to develop", said Hoenlein.',
    'jns-2014 "Full democracy and transparency can take decades to develop"',
  ],
  [
    'Relations are not aimed at third parties, according to the counselor Mammad Talibov.',
    'Relations are not aimed at third parties, according to the lawmaker Asim Mollazade.',
    'jns-2014 "our bilateral relations are neither linked with, nor aimed against, any third parties."',
  ],
  [
    "In Mollazade's view the links between Jews and Azeris are the basis of the relations.",
    "In Harpaz's view the links between Jews and Azeris are the basis of the relations.",
    'jns-2014 ""basis of our relations is [the) historic links between Jews and [the] Azeri people."',
  ],
  [
    "Azerbaijan supplies an estimated 30% of Israel's oil, Zenger News writes.",
    "Azerbaijan supplies an estimated 30% of Israel's oil, Amirbayov said.",
    'zenger-interview "because it supplies an estimated 30% of the Jewish state’s oil."',
  ],
  [
    'Netanyahu called the relations "very close".',
    'Aliyev called the relations "very close".',
    'overview-to-2017 "Relations with Azerbaijan are very close. They will be even better after this visit."',
  ],
  [
    'Muradov stressed the importance of the relations.',
    'Elkin stressed the importance of the relations.',
    'recent-strides "Muradov stressed the great importance of the Azerbaijani-Israeli relations"',
  ],
  [
    'Lieberman called the position of Azerbaijan "absolutely justified".',
    'Netanyahu called the position of Azerbaijan "absolutely justified".',
    'overview-to-2023 "supported the position of Azerbaijan in the 2016 Nagorno-Karabakh conflict, calling it "absolutely justified"."',
  ],
  [
    'Harpaz said that he had "never been in a place like this"; Idan spoke of "a completely different reality".',
    'Idan said that he had "never been in a place like this"; Harpaz spoke of "a completely different reality".',
    'jns-2014 "I have never been in a place like this in my life."',
    'jns-2014 "was even during Soviet times a completely different reality."',
  ],
];

test.for(SPEAKERS)('%s', ([holds, , ...quotes]) => {
  expect(broken(holds, quotes)).toEqual([]);
});

test.for(SPEAKERS)('somebody who does not say so: $1', ([, fails, ...quotes]) => {
  expect(broken(fails, quotes)).toEqual(['attribution-unsupported']);
});

const DATES: readonly Pair[] = [
  [
    "Moshe Ya'alon took a surprise trip to Azerbaijan in September, JNS wrote in December 2014.",
    "Moshe Ya'alon took a surprise trip to Azerbaijan on 24 December 2014, according to JNS.",
    'jns-2014 "Israeli Defense Minister Moshe Ya\'alon took a surprise trip to Azerbaijan in September"',
  ],
  [
    "In December 2014 JNS reported that the Azeri government had ordered Ismayilova's arrest.",
    "In December 2014 the Azeri government ordered Ismayilova's arrest, JNS reported.",
    'jns-2014 "Most recently, the Azeri government ordered the arrest of journalist Khadija Ismayilova"',
  ],
  [
    'Fourteen Israeli companies took part in the exhibition, according to a JNS feature of 24 December 2014.',
    'Fourteen Israeli companies took part in the exhibition on 24 December 2014, according to JNS.',
    'jns-2014 "Fourteen Israeli companies participated in the exhibition."',
  ],
  [
    'A Torah scroll was dedicated in Baku the year before JNS wrote of it, in December 2014.',
    'A Torah scroll was dedicated in Baku in 2014, JNS wrote.',
    'jns-2014 "Last year, when a new Torah scroll was dedicated at a synagogue in the Azeri capital of Baku"',
  ],
  [
    'Shimon Peres has also visited Azerbaijan, as JNS (December 2014) notes.',
    'In December 2014 Shimon Peres also visited Azerbaijan, as JNS notes.',
    'jns-2014 "Israeli Foreign Minister Avigdor Lieberman and former president Shimon Peres have also visited Azerbaijan"',
  ],
  [
    "In 2014 Azerbaijan supplied 40 percent of Israel's oil, JNS wrote.",
    "In 2009 Azerbaijan supplied 40 percent of Israel's oil, JNS wrote.",
    'jns-2014 "Azerbaijan supplies 40 percent of Israel\'s oil through the Baku-Tbilisi-Ceyhan"',
  ],
];

test.for(DATES)('%s', ([holds, , ...quotes]) => {
  expect(broken(holds, quotes)).toEqual([]);
});

test.for(DATES)('a date of issue is not that of an event: $1', ([, fails, ...quotes]) => {
  expect(broken(fails, quotes)).toEqual(['date-unsupported']);
});
