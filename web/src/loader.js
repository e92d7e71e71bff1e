// Starts the page, which early.js has begun: the editor, and the page's own Go. What they do is written in Go; this file holds only what a browser
// offers to scripts alone.
import "wasm_exec";
import { LateEditor } from "./late_editor.js";
import { instantiate } from "./rest.js";

const { base, worker, start: { part, policy, first, compile, module, linked, rest, haveRest, here } } = globalThis.layerglass;
const decoder = new TextDecoder();
const $ = (id) => document.getElementById(id);
const page = document.documentElement.dataset;

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

// What comes after the first result: the rest of the engine, and the editor.
let began = false, attachLater;
function loadRest() {
  if (began) return;
  began = true;
  const attempt = (wait) => compile("rest.wasm").catch(() => new Promise((later) => { setTimeout(later, wait); }).then(() => attempt(wait * 2)));
  haveRest(attempt(5000).then(async (m) => { await attachLater(m); return m; }));
  Promise.allSettled([rest, globalThis.layerglass.editor.mount()]).then(() => import(part("offline.js")))
    .then(({ keep }) => keep(base, () => navigator.serviceWorker.register(policy.createScriptURL(base + "sw.js")))).catch(() => {});
}
rest.catch(() => { // it is of another build
  $("state").textContent = "Layerglass was renewed on the server: reload the page.";
});

async function start() {
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
    first, worker, loadRest, base,
    // viewer shows a long text; until the editor is there, as it is.
    viewer: (host, bytes) => {
      let text = bytes;
      const pre = host.appendChild(document.createElement("pre"));
      pre.textContent = decoder.decode(bytes);
      return { text: () => text, replace(next) { text = next; pre.textContent = decoder.decode(next); } };
    },
  };
  here({ editor, failed });
  const m = await module;
  if (!linked) await first.up; // the worker goes first, and while it runs the program the page's own starts
  const made = await instantiate(new Go(), m, () => { throw new Error("the page's program is not whole"); });
  ({ attachLater } = made);
  await made.run("page");
  throw new Error("the page's program ended");
}

start().catch((error) => failed(error));
