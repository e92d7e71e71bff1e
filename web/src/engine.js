// The worker that runs programs: it waits for the compiled module and becomes the engine.
import "wasm_exec";

globalThis.layerglassRole = "engine";
globalThis.onmessage = async ({ data }) => {
  globalThis.onmessage = null;
  const go = new Go();
  await go.run(await WebAssembly.instantiate(data, go.importObject));
  throw new Error("the engine ended");
};
