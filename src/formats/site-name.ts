export const SITE_NAME = 'Below the Surface';

/** Where readers report errors: `mailto:` and an address, or a form for issues. Without one, pages offer nothing. */
export const REPORT_ADDRESS: string | undefined = undefined;
