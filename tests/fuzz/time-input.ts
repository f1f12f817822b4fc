/** Time one input that is made to be slow, in a process of its own: `node time-input.ts <name> <size>` prints milliseconds, and the limit that stopped it. */
import { SLOW_INPUTS } from './slow-inputs.ts';

const [name = '', size = ''] = process.argv.slice(2);
const input = SLOW_INPUTS.find((other) => other.name === name);
if (!input) throw new Error(`Cannot find the input ${name}`);
// What is compiled and loaded at the first time is not of the input.
input.run(10);
const start = process.cpuUsage();
const limit = input.run(Number(size));
const { user, system } = process.cpuUsage(start);
process.stdout.write(`${(user + system) / 1000} ${limit ?? ''}\n`);
