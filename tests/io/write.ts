/** Write a file that is named: `create` it, or `replace` what has `before`. */
import { createFile, replaceFile } from '#io/write-file.ts';

const [how, path = '', text = ''] = process.argv.slice(2);
if (how === 'create') createFile(path, text);
else replaceFile(path, 'before', text);
