// The worker that runs programs: it waits for the compiled module and becomes the engine. With the module may come the first program to run.
import "wasm_exec";
import { instantiate } from "./rest.js";

globalThis.onmessage = async ({ data: { module, later, program } }) => {
  globalThis.onmessage = null;
  const { attach, run } = await instantiate(new Go(), module, fetchNow);
  later.onmessage = ({ data }) => attach(data);
  const ended = run("engine");
  if (program !== undefined) globalThis.onmessage({ data: new TextEncoder().encode(JSON.stringify({ id: 1, run: { text: program } })) });
  await ended;
  throw new Error("the engine ended");
};

// fetchNow loads the rest while a program waits for it, which a worker may.
function fetchNow() {
  const request = new XMLHttpRequest();
  request.open("GET", new URL("rest.wasm" + globalThis.location.search, globalThis.location.href), false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Error(`rest.wasm: ${request.status}`);
  return new WebAssembly.Module(request.response);
}
