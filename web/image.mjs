// Writes what a Go program is while it waits for its role: its image, with which wasm/pack has the binary begin.
//
// An image begins with a line of JSON: globals, the values of WebAssembly's globals; values, where the scripts' values that the program holds
// are found in any browser; role, the number of the function that takes the role. What follows is the memory.
import { writeFileSync } from "node:fs";

export class Standing {
  functions = new Map(); // the numbers that Go gave to its functions

  // constructor takes a Go object before its program runs.
  constructor(go) {
    this.go = go;
    const { functions } = this, wrap = go._makeFuncWrapper;
    go._makeFuncWrapper = function (id) {
      const made = wrap.call(this, id);
      functions.set(made, id);
      return made;
    };
    this.repeat();
  }

  // repeat makes clock and random numbers the same at each build. Hashes of the runtime's maps are no secret in one's own browser.
  repeat() {
    const { go } = this, { gojs } = go.importObject;
    let time = 1_700_000_000_000, random = 1;
    const int64 = (at, v) => go.mem.setBigInt64(at, BigInt(Math.floor(v)), true);
    gojs["runtime.nanotime1"] = (sp) => int64((sp >>> 0) + 8, (time += 0.001) * 1e6);
    gojs["runtime.walltime"] = (sp) => { int64((sp >>> 0) + 8, time / 1000); go.mem.setInt32((sp >>> 0) + 16, 0, true); };
    gojs["runtime.getRandomData"] = (sp) => {
      const at = Number(go.mem.getBigInt64((sp >>> 0) + 8, true)), length = Number(go.mem.getBigInt64((sp >>> 0) + 16, true));
      for (let i = 0; i < length; i++) go.mem.setUint8(at + i, (random = random * 48271 % 2147483647) & 255);
    };
  }

  // reached settles when the program waits and nothing of it is under way.
  async reached() {
    while (!globalThis.layerglassRole || this.go._scheduledTimeouts.size > 0) await new Promise((resolve) => { setTimeout(resolve, 5); });
  }

  // write writes the image. exports are the marked binary's.
  write(path, exports) {
    const { go, functions } = this;
    const globals = Object.keys(exports).filter((name) => /^g\d\d$/.test(name)).sort().map((name) => String(exports[name].value));
    const values = [];
    for (const [id, value] of go._values.entries()) {
      if (id < 7 || value === undefined || go._goRefCounts[id] <= 0) continue; // the first seven are always there
      values.push([id, go._goRefCounts[id], functions.get(value) ?? placeOf(value)]);
    }
    const head = JSON.stringify({ globals, values, role: functions.get(globalThis.layerglassRole) }) + "\n";
    writeFileSync(path, Buffer.concat([Buffer.from(head), Buffer.from(exports.mem.buffer)]));
  }
}

// placeOf returns the names that lead to a value.
function placeOf(value) {
  for (const name of Object.getOwnPropertyNames(globalThis)) if (globalThis[name] === value) return [name];
  for (const owner of ["fs", "process"]) for (const [name, own] of Object.entries(globalThis[owner])) if (own === value) return [owner, name];
  throw new Error("the program holds a script's value before it has a role, and nothing says where to find it: " + String(value));
}
