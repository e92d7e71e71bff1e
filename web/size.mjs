// Adds up what a browser loads before it can show the first configuration, as sent (brotli 11), and fails over the budget.
import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";

const budget = 1_600_000;
const files = ["index.html", "theme.js", "style.css", "icon.svg", "loader.js", "editor.js", "engine.js", "app.wasm"];

let total = 0;
for (const name of files) {
  const sent = await readFile(`dist/${name}.br`).catch(async () => {
    const content = await readFile(`dist/${name}`);
    return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } });
  });
  total += sent.length;
  console.log(`${String(sent.length).padStart(9)}  ${name}`);
}
console.log(`${String(total).padStart(9)}  before the first configuration; the budget is ${budget}`);
if (total > budget) {
  console.error(`over the budget by ${total - budget} bytes`);
  process.exit(1);
}
