// Judges Snowflake statements by sqlparser-rs: a JSON text per line in, a JSON verdict per line out.
// The first line out is the version, so that the caller knows who judges.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { init, parse } from '@guanmingchiu/sqlparser-ts';

const manifest = new URL('./node_modules/@guanmingchiu/sqlparser-ts/package.json', import.meta.url);
await init();
console.log(JSON.stringify({ version: JSON.parse(readFileSync(manifest, 'utf8')).version }));

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify({ fault: faultOf(JSON.parse(line)) }));
}

function faultOf(statement) {
  try {
    return parse(statement, 'snowflake').length === 1 ? null : 'it is not one statement';
  } catch (error) {
    return String(error?.message ?? error);
  }
}
