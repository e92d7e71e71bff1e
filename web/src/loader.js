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
const preload = document.querySelector("link[rel=preload][as=fetch]");
const packed = preload.href.includes(".wasmz");

// compile fetches and compiles a binary; came hears of each piece of it.
async function compile(name, came) {
  const load = async () => {
    let response = await fetch(part(packed ? name + "z" : name));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    if (packed) response = new Response(response.body.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": "application/wasm" } });
    if (came) listen(response.clone().body.getReader(), came).catch(() => {});
    return response;
  };
  try {
    return await WebAssembly.compileStreaming(load());
  } catch {
    // A plain file server may not know the type of .wasm. And what failed on its way may come at the second attempt.
    return WebAssembly.compile(await (await load()).arrayBuffer());
  }
}

async function listen(reader, came) {
  for (let sum = 0, piece; !(piece = await reader.read()).done;) came(sum += piece.value.length);
}

const $ = (id) => document.getElementById(id);
const page = document.documentElement.dataset;

// engine loads the first binary, shows how far that is, and on request tries again for as long as it takes.
const engine = () => new Promise((resolve) => {
  const attempt = () => {
    page.engine = "loading";
    $("state").textContent = "loading the engine";
    compile("app.wasm", (bytes) => {
      const done = Math.min(bytes / preload.dataset.bytes || 0, 1);
      $("loading").value = done;
      $("took").textContent = done < 1 ? ` · ${Math.floor(done * 100)} %` : "";
    }).then(resolve, (error) => failed(error, attempt));
  };
  attempt();
});

// failed says that there is no engine. The program can be edited all the same, and is kept.
function failed(error, again) {
  console.error(error);
  globalThis.layerglass?.editor.mount().catch(() => {});
  page.engine = "failed";
  const lacking = typeof WebAssembly !== "object" || error instanceof WebAssembly.CompileError;
  $("took").textContent = "";
  $("state").textContent = lacking ? "This browser cannot run the engine: it needs WebAssembly of 2023 or newer." : "The engine did not load. Check the connection" + (again ? "." : " and reload the page.");
  if (!again || lacking) return;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: "Try again" });
  const retry = () => {
    button.remove();
    removeEventListener("online", retry);
    again();
  };
  button.onclick = retry;
  addEventListener("online", retry);
  $("status").append(button);
}

function stored() {
  try {
    return localStorage.getItem("layerglass.program");
  } catch {
    return null;
  }
}

function store(program) {
  try {
    localStorage.setItem("layerglass.program", program);
  } catch {
    // the page says so as soon as its program runs
  }
}

async function start() {
  const module = engine();
  // What comes after the first result: the rest of the engine, and the editor.
  let loadRest, attachLater;
  const rest = new Promise((resolve) => {
    let began = false;
    loadRest = () => {
      if (began) return;
      began = true;
      const attempt = (wait) => compile("rest.wasm").catch(() => new Promise((later) => { setTimeout(later, wait); }).then(() => attempt(wait * 2)));
      resolve(attempt(5000).then(async (m) => { await attachLater(m); return m; }));
      Promise.allSettled([rest, globalThis.layerglass.editor.mount()]).then(() => import(part("offline.js")))
        .then(({ keep }) => keep(base, () => navigator.serviceWorker.register(policy.createScriptURL(base + "sw.js")))).catch(() => {});
    };
  });
  rest.catch(() => { // it is of another build
    $("state").textContent = "Layerglass was renewed on the server: reload the page.";
  });
  const worker = () => {
    const made = new Worker(policy.createScriptURL(part("engine.js")));
    made.addEventListener("message", () => { made.ready = true; }, { once: true });
    const { port1, port2 } = new MessageChannel();
    module.then((m) => made.postMessage({ module: m, later: port1 }, [port1]));
    rest.then((m) => port2.postMessage(m), () => {});
    return made;
  };
  const first = worker();
  const loadEditor = () => import(part("editor.js")).then((loaded) => {
    Object.assign(globalThis.layerglass, { viewer: loaded.viewer, lent: loaded.lent });
    return loaded;
  });
  const editor = new LateEditor($("editor"), stored() ?? $("program").textContent, loadEditor);
  editor.on.change = () => store(decoder.decode(editor.text())); // until the page's program listens
  globalThis.layerglass = {
    editor,
    paint: (element, bytes) => { element.innerHTML = policy.createHTML(decoder.decode(bytes)); },
    layout: () => new Worker(policy.createScriptURL(part("layout.js"))),
    files: () => import(part("files.js")),
    merge: () => editor.mount().then(() => import(part("merge.js"))),
    first, worker, loadRest, base: base.href,
    // viewer shows a long text; until the editor is there, as it is.
    viewer: (host, bytes) => {
      let text = bytes;
      const pre = host.appendChild(document.createElement("pre"));
      pre.textContent = decoder.decode(bytes);
      return { text: () => text, replace(next) { text = next; pre.textContent = decoder.decode(next); } };
    },
  };
  const made = await instantiate(new Go(), await module, () => { throw new Error("the page's program is not whole"); });
  ({ attachLater } = made);
  await made.run("page");
  throw new Error("the page's program ended");
}

start().catch((error) => failed(error));
