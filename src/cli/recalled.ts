import { recall } from './recall.ts';

/** What is known of the command of this process from an earlier one. */
export const recalled = recall(process.cwd(), process.argv.slice(2));
