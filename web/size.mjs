// Adds up what a browser loads before it can show the first configuration, as sent (brotli 11), and fails over the ceiling.
import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";

const ceiling = 1_600_000;
const before = ["index.html", "head.js", "style.css", "icon.svg", "loader.js", "engine.js", "app.wasm"];
const afterwards = ["editor.js", "rest.wasm"]; // tests/static.spec.mjs checks that the first configuration does without them

async function sizeOf(name) {
  const sent = await readFile(`dist/${name}.br`).catch(async () => {
    const content = await readFile(`dist/${name}`);
    return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } });
  });
  console.log(`${String(sent.length).padStart(9)}  ${name}`);
  return sent.length;
}

let total = 0;
for (const name of before) total += await sizeOf(name);
console.log(`${String(total).padStart(9)}  before the first configuration; the ceiling is ${ceiling}`);
for (const name of afterwards) await sizeOf(name);
if (total > ceiling) {
  console.error(`over the ceiling by ${total - ceiling} bytes`);
  process.exit(1);
}
