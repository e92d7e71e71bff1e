// The worker that runs programs: it waits for the compiled module and becomes the engine.
import "wasm_exec";

globalThis.layerglassRole = "engine";
globalThis.onmessage = async ({ data }) => {
  globalThis.onmessage = null;
  const go = new Go();
  go.env = { GOGC: "300", GOMEMLIMIT: "1500MiB" }; // quick for small programs, sparing for large ones
  await go.run(await WebAssembly.instantiate(data, go.importObject));
  throw new Error("the engine ended");
};
