// The worker that runs programs: it becomes the engine when it has the binary. The page's first worker, whose name is the binary's, loads that itself and
// gives it to the page; later ones get it. With the way for the rest may come the first program to run.
import "wasm_exec";
import { compile } from "./compile.js";
import { instantiate } from "./rest.js";

const take = {}; // what takes the parts of the page's messages, by their names
const given = (name) => new Promise((resolve) => { take[name] = resolve; });
const [module, work] = [given("module"), given("work")];
globalThis.onmessage = ({ data }) => Object.entries(data).forEach(([name, value]) => take[name](value));

// load loads the binary. When it cannot, the page is told, and gives the binary when it has it.
async function load(name) {
  const { href, search } = globalThis.location;
  let told = false; // the module is the last thing told: what comes afterwards is the engine's
  try {
    const made = await compile(new URL(name + search, href).href, (came) => told || globalThis.postMessage({ came }));
    told = true;
    globalThis.postMessage({ module: made });
    return made;
  } catch (error) {
    told = true;
    globalThis.postMessage({ failed: error.message, isInvalid: error instanceof WebAssembly.CompileError });
    return module;
  }
}

// fetchNow loads the rest while a program waits for it, which a worker may.
function fetchNow() {
  const request = new XMLHttpRequest();
  request.open("GET", new URL("rest.wasm" + globalThis.location.search, globalThis.location.href), false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Error(`rest.wasm: ${request.status}`);
  return new WebAssembly.Module(request.response);
}

async function start() {
  const { attach, run } = await instantiate(new Go(), await (globalThis.name ? load(globalThis.name) : module), fetchNow);
  const { later, program } = await work;
  globalThis.onmessage = null;
  later.onmessage = ({ data }) => attach(data);
  const ended = run("engine");
  if (program !== undefined) globalThis.onmessage({ data: new TextEncoder().encode(JSON.stringify({ id: 1, run: { text: program } })) });
  await ended;
  throw new Error("the engine ended");
}

start().catch((error) => { setTimeout(() => { throw error; }); }); // the page hears of it as of any error of a worker
