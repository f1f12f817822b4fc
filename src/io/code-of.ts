/** What kind of error the system reported, such as `ENOENT`; `undefined` for an error that is none of the system's. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
