/** Whose output a case has to have, to the byte: that of a plain copy, or that of a checkout, whose pages name the day of a commit. */
export type Kind = 'copy' | 'checkout';

/** Where, by whom and under which settings the project is checked, built and tested. */
export interface Surroundings {
  readonly name: string;
  readonly kind?: Kind;
  /** The name of the project's folder. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Nothing is set but what a program cannot do without. */
  readonly isBare?: boolean;
  readonly umask?: number;
  /** Run as a user who is not root. Whose the files are tells `owns`: all, all but content and sources, or none but the root folder. */
  readonly owns?: 'all' | 'not the content' | 'only the folder';
  /** Reach the project by way of a symbolic link. */
  readonly isLinked?: boolean;
  /** The folder above is a Git repository that does not have the project. */
  readonly isInsideRepository?: boolean;
}

/** Where a case does not say otherwise. */
export const USUAL_UMASK = 0o022;

const AT = { GIT_COMMITTER_DATE: '2026-11-02T23:30:00+04:00' };

export const CASES: readonly Surroundings[] = [
  { name: 'a copy' },
  { name: 'a path with spaces and letters of three alphabets', folder: 'Bakı və Tel Aviv – ağ שלום' },
  { name: 'by a symbolic link', isLinked: true },
  { name: 'LC_ALL=C', env: { LC_ALL: 'C' } },
  // i and ı, İ and I are other pairs there.
  { name: 'in Turkish', env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
  // Q comes after k, and x after h.
  { name: 'in Azerbaijani', env: { LANG: 'az_AZ.UTF-8', LC_ALL: 'az_AZ.UTF-8' } },
  // 1.000,5
  { name: 'in German', env: { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' } },
  // Other digits.
  { name: 'in Arabic', env: { LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' } },
  { name: 'TZ=Pacific/Kiritimati', env: { TZ: 'Pacific/Kiritimati' } },
  { name: 'TZ=America/Los_Angeles', env: { TZ: 'America/Los_Angeles' } },
  { name: 'TZ=Asia/Baku', env: { TZ: 'Asia/Baku' } },
  { name: 'umask 077', umask: 0o077 },
  { name: 'umask 000', umask: 0o000 },
  { name: 'umask 027', umask: 0o027 },
  { name: 'another user than root', owns: 'all' },
  { name: 'content and sources that cannot be written', owns: 'not the content' },
  { name: 'CI=true', env: { CI: 'true' } },
  { name: 'FORCE_COLOR=3', env: { FORCE_COLOR: '3', NO_COLOR: '' } },
  { name: 'NO_COLOR=1', env: { NO_COLOR: '1' } },
  { name: 'nothing set but PATH and HOME', isBare: true },
  { name: 'inside another repository', isInsideRepository: true },
  { name: 'a checkout', kind: 'checkout', env: AT },
  { name: 'a checkout, TZ=Pacific/Kiritimati', kind: 'checkout', env: { ...AT, TZ: 'Pacific/Kiritimati' } },
  { name: 'a checkout of another owner', kind: 'checkout', env: AT, owns: 'only the folder' },
];
