// The worker behind all playgrounds of a document. The first message is the address of the folder that everything is loaded
// from; the worker may have been made from a blob, which has no address of its own.
import "wasm_exec";
import { instantiate } from "./rest.js";

let base;

// load fetches one of the engine's binaries. A plain file server may hold them packed with gzip.
async function load(name) {
  const response = await fetch(new URL(name, base));
  if (response.ok) return response;
  const packed = await fetch(new URL(name + "z", base));
  if (!packed.ok) throw new Error(`${name}: ${response.status}`);
  return new Response(packed.body.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": "application/wasm" } });
}

async function compile(name) {
  try {
    return await WebAssembly.compileStreaming(load(name));
  } catch {
    return WebAssembly.compile(await (await load(name)).arrayBuffer()); // served with another type
  }
}

// fetchNow loads the rest of the engine while a program waits for it.
function fetchNow() {
  const request = new XMLHttpRequest();
  request.open("GET", new URL("rest.wasm", base), false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Error(`rest.wasm: ${request.status}`);
  return new WebAssembly.Module(request.response);
}

globalThis.onmessage = async ({ data }) => {
  globalThis.onmessage = null;
  base = data;
  try {
    const { attachLater, run } = await instantiate(new Go(), await compile("app.wasm"), fetchNow);
    const post = globalThis.postMessage;
    globalThis.postMessage = (answer) => {
      post.call(globalThis, answer);
      if (answer?.configuration === undefined) return;
      globalThis.postMessage = post; // the first program has run: the rest may come
      compile("rest.wasm").then(attachLater, () => {});
    };
    await run("embeds");
  } catch (error) {
    globalThis.postMessage({ id: 0, fault: String(error?.message ?? error) });
  }
};
