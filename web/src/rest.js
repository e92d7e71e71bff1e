// The engine comes in two binaries: the first is enough for the first programs, the rest has all other functions. And the first holds the
// memory of the program as it stood at the build when it waited for its role, with all that is done once behind it. See wasm/pack.

// instantiate makes an instance of the first binary. attach and attachLater join the rest to it, at once or when the browser
// has time, as a page must; when a function of the rest is called before, fetchNow is asked for it. run gives it its role, and settles when it ends.
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
  const run = (role) => {
    resume(go, instance, module)(role);
    return go._exitPromise;
  };
  return { attach, attachLater, run };
}

// resume gives Go's script the state that belongs to the program's memory, in place of its method run, and returns the function that takes the role.
function resume(go, instance, module) {
  const { values, role } = JSON.parse(new TextDecoder().decode(WebAssembly.Module.customSections(module, "state")[0]));
  Object.assign(go, { _inst: instance, mem: new DataView(instance.exports.mem.buffer), exited: false, _idPool: [] });
  go._values = [NaN, 0, null, true, false, globalThis, go];
  go._goRefCounts = go._values.map(() => Infinity);
  go._ids = new Map(go._values.map((value, id) => [value, id]).slice(1));
  let take;
  for (const [id, count, place] of values) {
    for (let free = go._values.length; free < id; free++) go._idPool.push(free);
    const value = typeof place === "number" ? go._makeFuncWrapper(place) : place.reduce((owner, name) => owner[name], globalThis);
    if (place === role) take = value;
    go._values[id] = value;
    go._goRefCounts[id] = count;
    go._ids.set(value, id);
  }
  return take;
}
