/** One test of the HTTP Observatory: what it found and what that does to the score. */
export interface Verdict {
  readonly test: string;
  readonly result: string;
  readonly modifier: number;
}

export interface Grade {
  readonly verdicts: readonly Verdict[];
  readonly score: number;
  readonly grade: string;
}

const BROAD = ['ftp:', 'http:', 'https:', '*', 'http://*', 'http://*.*', 'https://*', 'https://*.*'];
const UNSAFE = ["'unsafe-inline'", 'data:'];
const SIX_MONTHS = 15_552_000;
const PRIVATE = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'];
const GRADES = [
  [100, 'A+'],
  [90, 'A'],
  [85, 'A-'],
  [80, 'B+'],
  [70, 'B'],
  [65, 'B-'],
  [60, 'C+'],
  [50, 'C'],
  [45, 'C-'],
  [40, 'D+'],
  [30, 'D'],
  [25, 'D-'],
] as const;

/**
 * Grade the headers of a site by the rules of the HTTP Observatory of MDN (mdn/mdn-http-observatory, as of 2026). Redirection
 * and certificates are the host's, and the list of preloaded hosts is the browsers': they count as neither good nor bad here.
 *
 * @param headers Of the answer for a page, names in lower case.
 * @param scripts The addresses of the scripts of its pages.
 */
export function gradeHeaders(headers: ReadonlyMap<string, string>, scripts: readonly string[]): Grade {
  const policy = readPolicy(headers.get('content-security-policy'));
  const verdicts = [
    judgePolicy(policy),
    headers.has('set-cookie') ? verdict('Cookies', 'cookies are set', -20) : verdict('Cookies', 'none are set', 0),
    judgeSharing(headers),
    verdict('Redirection', 'to HTTPS: the host’s', 0),
    judgeReferrer(headers.get('referrer-policy')),
    judgeTransport(headers.get('strict-transport-security')),
    scripts.every((address) => /^\/(?!\/)/.test(address))
      ? verdict('Subresource Integrity', 'all scripts are the site’s own', 0)
      : verdict('Subresource Integrity', 'scripts of other hosts', -50),
    headers.get('x-content-type-options') === 'nosniff'
      ? verdict('X-Content-Type-Options', 'nosniff', 0)
      : verdict('X-Content-Type-Options', 'not nosniff', -5),
    judgeFrames(policy, headers.get('x-frame-options')),
    judgeResources(headers.get('cross-origin-resource-policy')),
  ];
  const sum = (modifiers: readonly Verdict[]) => modifiers.reduce((total, { modifier }) => total + modifier, 0);
  const penalties = 100 + sum(verdicts.filter(({ modifier }) => modifier < 0));
  // A bonus counts from 90 points on.
  const score = Math.max(
    0,
    penalties >= 90 ? penalties + sum(verdicts.filter(({ modifier }) => modifier > 0)) : penalties,
  );
  return { verdicts, score, grade: GRADES.find(([least]) => score >= least)?.[1] ?? 'F' };
}

const verdict = (test: string, result: string, modifier: number): Verdict => ({ test, result, modifier });

/** The sources of each directive; undefined for no policy. */
function readPolicy(header: string | undefined): ReadonlyMap<string, readonly string[]> | undefined {
  if (header === undefined) return undefined;
  const directives = header.split(';').flatMap((directive): [string, string[]][] => {
    const [name, ...sources] = directive.trim().toLowerCase().split(/\s+/);
    return name ? [[name, sources]] : [];
  });
  return new Map(directives);
}

function judgePolicy(policy: ReadonlyMap<string, readonly string[]> | undefined): Verdict {
  const judged = (result: string, modifier: number) => verdict('Content Security Policy', result, modifier);
  if (!policy) return judged('none', -25);
  const sourcesOf = (name: string) => policy.get(name) ?? policy.get('default-src') ?? ['*'];
  // Browsers that know digests and nonces pass over `unsafe-inline` beside them.
  const effective = (name: string) => {
    const sources = sourcesOf(name);
    const isNamed = sources.some((source) => /^'(?:sha\d+|nonce)-/.test(source));
    return sources.filter((source) => !isNamed || source !== "'unsafe-inline'");
  };
  const [scripts, styles] = [effective('script-src'), effective('style-src')];
  const passive = [...sourcesOf('img-src'), ...sourcesOf('media-src')];
  const active = [...policy].flatMap(([name, sources]) => (/^(?:img|media)-src$/.test(name) ? [] : sources));
  const isInsecure = (source: string) => /^(?:http|ftp):/.test(source);
  if (scripts.some((source) => [...BROAD, ...UNSAFE].includes(source))) return judged('unsafe in script-src', -20);
  if (sourcesOf('object-src').some((source) => BROAD.includes(source))) return judged('broad object-src', -20);
  if (active.some(isInsecure)) return judged('loads over HTTP', -20);
  if ([...scripts, ...styles].includes("'unsafe-eval'")) return judged('unsafe-eval', -10);
  if (passive.some(isInsecure)) return judged('loads pictures over HTTP', -10);
  if (styles.some((source) => [...BROAD, ...UNSAFE].includes(source))) return judged('unsafe in style-src only', 0);
  return policy.get('default-src')?.join() === "'none'"
    ? judged('nothing unsafe, default-src none', 10)
    : judged('nothing unsafe', 5);
}

function judgeSharing(headers: ReadonlyMap<string, string>): Verdict {
  const origin = headers.get('access-control-allow-origin');
  if (origin === undefined) return verdict('Cross-Origin Resource Sharing', 'none', 0);
  const isOpen = origin !== '*' && headers.get('access-control-allow-credentials') === 'true';
  return verdict('Cross-Origin Resource Sharing', origin, isOpen ? -50 : 0);
}

function judgeReferrer(header: string | undefined): Verdict {
  if (header === undefined) return verdict('Referrer-Policy', 'none', 0);
  return verdict('Referrer-Policy', header, PRIVATE.includes(header) ? 5 : -5);
}

function judgeTransport(header: string | undefined): Verdict {
  if (header === undefined) return verdict('Strict-Transport-Security', 'none', -20);
  const age = /^max-age=(\d+)(?:;|$)/i.exec(header)?.[1];
  if (age === undefined) return verdict('Strict-Transport-Security', 'cannot be read', -20);
  return verdict('Strict-Transport-Security', `max-age=${age}`, Number(age) >= SIX_MONTHS ? 0 : -10);
}

function judgeFrames(policy: ReadonlyMap<string, readonly string[]> | undefined, header: string | undefined): Verdict {
  if (policy?.has('frame-ancestors')) return verdict('X-Frame-Options', 'by frame-ancestors', 5);
  if (/^(?:deny|sameorigin)$/i.test(header ?? '')) return verdict('X-Frame-Options', String(header), 0);
  return verdict('X-Frame-Options', header ?? 'none', -20);
}

function judgeResources(header: string | undefined): Verdict {
  if (header === undefined || header === 'cross-origin')
    return verdict('Cross-Origin-Resource-Policy', header ?? 'none', 0);
  const isKnown = header === 'same-origin' || header === 'same-site';
  return verdict('Cross-Origin-Resource-Policy', header, isKnown ? 10 : -5);
}
