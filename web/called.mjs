// Runs the marked engine (see wasm/pack) until it waits for its role, and writes its image. Then it goes on as the engine and runs programs; prints
// the index of every function that was called since.
//
//   node called.mjs MARKED IMAGE PROGRAM...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Standing } from "./image.mjs";

const [marked, image, ...programs] = process.argv.slice(2);
createRequire(import.meta.url)(join(process.env.GOROOT, "lib/wasm/wasm_exec.js"));

const answers = [];
let wake = () => {};
globalThis.postMessage = (bytes) => { answers.push(bytes); wake(); };

// ask sends one message, if any, and waits for one.
async function ask(request) {
  const answered = new Promise((resolve) => { wake = resolve; });
  if (request) globalThis.onmessage({ data: new TextEncoder().encode(JSON.stringify(request)) });
  if (answers.length === 0) await answered;
  return answers.shift();
}

const go = new Go(), standing = new Standing(go);
const { instance } = await WebAssembly.instantiate(readFileSync(marked), go.importObject);
const marks = Object.entries(instance.exports).filter(([name]) => /^\d+$/.test(name));
go.run(instance);
await standing.reached();
standing.write(image, instance.exports);
for (const [, mark] of marks) mark.value = 0;
globalThis.layerglassRole("engine");
await ask();
for (const [i, path] of programs.entries()) {
  const run = await ask({ id: i + 1, run: { file: "program.py", text: readFileSync(path, "utf8") } });
  const response = JSON.parse(new TextDecoder().decode(run));
  if (response.failure) throw new Error(`${path}: ${response.failure}`);
}
console.log(marks.filter(([, mark]) => mark.value === 1).map(([name]) => name).join("\n"));
process.exit(0);
