// Starts the page: the editor, the engine's worker and the page's own Go all load at once. What they do is written in Go;
// this file holds only what a browser offers to scripts alone.
import "wasm_exec";
import { LateEditor } from "./late_editor.js";
import { instantiate } from "./rest.js";

const base = new URL(".", import.meta.url);
const part = (name) => new URL(name + new URL(import.meta.url).search, base).href; // a file of the same version; see sw.js
const decoder = new TextDecoder();

// The only way markup and worker addresses enter the page. Markup comes from one Go package, which escapes whatever is not
// its own source; the workers are ours.
const rules = {
  createHTML: (html) => html,
  createScriptURL: (url) => {
    if (![part("engine.js"), part("layout.js"), base + "sw.js"].includes(url)) throw new TypeError("not a worker of this page: " + url);
    return url;
  },
};
const policy = globalThis.trustedTypes?.createPolicy("layerglass", rules) ?? rules;

// For file servers that do not compress, the engine is packed with gzip; the page's preload says so by its file's name.
const packed = document.querySelector("link[rel=preload][as=fetch]").href.includes(".wasmz");

async function compile(name) {
  const load = async () => {
    const response = await fetch(part(packed ? name + "z" : name));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    if (!packed) return response;
    return new Response(response.body.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": "application/wasm" } });
  };
  try {
    return await WebAssembly.compileStreaming(load());
  } catch {
    // A plain file server may not know the type of .wasm.
    return WebAssembly.compile(await (await load()).arrayBuffer());
  }
}

function stored() {
  try {
    return localStorage.getItem("layerglass.program");
  } catch {
    return null;
  }
}

async function start() {
  const module = compile("app.wasm");
  // What comes after the first result: the rest of the engine, and the editor.
  let loadRest;
  const rest = new Promise((resolve) => {
    let began = false;
    loadRest = () => {
      if (began) return;
      began = true;
      resolve(compile("rest.wasm"));
      Promise.allSettled([rest, globalThis.layerglass.editor.mount()]).then(() => import(part("offline.js")))
        .then(({ keep }) => keep(base, () => navigator.serviceWorker.register(policy.createScriptURL(base + "sw.js")))).catch(() => {});
    };
  });
  rest.catch(() => {}); // a worker that needs it asks for it, and says so when it cannot be had
  const worker = () => {
    const made = new Worker(policy.createScriptURL(part("engine.js")));
    made.addEventListener("message", () => { made.ready = true; }, { once: true });
    const { port1, port2 } = new MessageChannel();
    module.then((m) => made.postMessage({ module: m, later: port1 }, [port1]), () => {});
    rest.then((m) => port2.postMessage(m), () => {});
    return made;
  };
  const first = worker();
  const loadEditor = () => import(part("editor.js")).then((loaded) => {
    globalThis.layerglass.viewer = loaded.viewer;
    return loaded;
  });
  globalThis.layerglass = {
    editor: new LateEditor(document.getElementById("editor"), stored() ?? document.getElementById("program").textContent, loadEditor),
    paint: (element, bytes) => { element.innerHTML = policy.createHTML(decoder.decode(bytes)); },
    layout: () => new Worker(policy.createScriptURL(part("layout.js"))),
    files: () => import(part("files.js")),
    first, worker, loadRest, base: base.href,
    // viewer shows a long text; until the editor is there, as it is.
    viewer: (host, bytes) => {
      let text = bytes;
      const pre = host.appendChild(document.createElement("pre"));
      pre.textContent = decoder.decode(bytes);
      return { text: () => text, replace(next) { text = next; pre.textContent = decoder.decode(next); } };
    },
  };
  const go = new Go();
  go.env = { GOGC: "300" }; // fewer collections while the program starts
  const { instance, attachLater } = await instantiate(go, await module, () => { throw new Error("the page's program is not whole"); });
  rest.then(attachLater, () => {});
  await go.run(instance);
  throw new Error("the page's program ended");
}

start().catch((error) => {
  console.error(error);
  globalThis.layerglass?.editor.mount().catch(() => {}); // the program can be edited all the same
  document.documentElement.dataset.engine = "failed";
  document.getElementById("state").textContent = "The engine did not load. Check the connection and reload the page.";
});
