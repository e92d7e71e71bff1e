// Runs programs with the marked engine (see wasm/pack) and prints the index of every function that was called.
//
//   node called.mjs MARKED PROGRAM...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [marked, ...programs] = process.argv.slice(2);
createRequire(import.meta.url)(join(process.env.GOROOT, "lib/wasm/wasm_exec.js"));

const answers = [];
let wake = () => {};
globalThis.layerglassRole = "engine";
globalThis.postMessage = (bytes) => { answers.push(bytes); wake(); };

// ask sends one message, if any, and waits for one.
async function ask(request) {
  const answered = new Promise((resolve) => { wake = resolve; });
  if (request) globalThis.onmessage({ data: new TextEncoder().encode(JSON.stringify(request)) });
  if (answers.length === 0) await answered;
  return answers.shift();
}

const go = new Go();
const { instance } = await WebAssembly.instantiate(readFileSync(marked), go.importObject);
go.run(instance);
await ask();
for (const [i, path] of programs.entries()) {
  const run = await ask({ id: i + 1, run: { file: "program.py", text: readFileSync(path, "utf8") } });
  const response = JSON.parse(new TextDecoder().decode(run));
  if (response.failure) throw new Error(`${path}: ${response.failure}`);
}
const called = Object.entries(instance.exports).filter(([name, x]) => /^\d+$/.test(name) && x.value === 1).map(([name]) => name);
console.log(called.join("\n"));
process.exit(0);
