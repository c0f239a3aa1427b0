// Reads a JSON list of texts and writes what the page's guard makes of each: {text, hits}.
import { readFileSync } from 'node:fs';

const source = readFileSync(process.argv[2], 'utf8');
const { guard } = await import('data:text/javascript;base64,' + Buffer.from(source).toString('base64'));
const texts = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(texts.map((text) => guard(text))));
