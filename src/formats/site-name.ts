export const SITE_NAME = 'Below the Surface';
