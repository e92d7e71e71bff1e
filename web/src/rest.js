// The engine comes in two binaries: the first is enough for the first programs, the rest has all other functions. See wasm/pack.

// instantiate makes an instance of the first binary. attach and attachLater join the rest to it, at once or when the browser
// has time, as a page must; when a function of the rest is called before, fetchNow is asked for it.
export async function instantiate(go, module, fetchNow) {
  const { gojs } = go.importObject;
  const resetView = gojs["runtime.resetMemoryDataView"];
  gojs["runtime.resetMemoryDataView"] = (sp) => (sp === -1 ? attach(fetchNow()) : resetView(sp));
  const instance = await WebAssembly.instantiate(module, go.importObject);
  const pair = Object.keys(instance.exports).find((name) => name.startsWith("rest:"));
  const attached = instance.exports[pair];
  const imports = { ...go.importObject, [pair]: instance.exports };
  function attach(rest) {
    if (attached.value) return;
    new WebAssembly.Instance(rest, imports);
    attached.value = 1;
  }
  async function attachLater(rest) {
    await WebAssembly.instantiate(rest, imports);
    attached.value = 1;
  }
  return { instance, attach, attachLater };
}
