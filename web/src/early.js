// Listens to the first worker, which begin.js has made, while the page is still being read, and makes the later ones. loader.js goes on when the page is there.
import { compile } from "./compile.js";

const { mark, part, policy, first, heard } = globalThis.layerglass.start;
const base = new URL(".", part(""));
const decoder = new TextDecoder();
const packed = mark.content.includes(".wasmz");
const compiled = (name) => compile(part(packed ? name + "z" : name));

// page settles to what loader.js gives when the page is there: editor, and failed, which says that there is no engine.
let here;
const page = new Promise((resolve) => { here = resolve; });

// module is the first binary. The first worker loads it; when it cannot, the page says so and tries again on request for as long as it takes.
let haveModule;
const module = new Promise((resolve) => { haveModule = resolve; });

const $ = (id) => document.getElementById(id);

// came shows how far the first binary is.
function came(bytes) {
  if (!$("took")) return;
  const done = Math.min(bytes / mark.dataset.bytes || 0, 1);
  $("loading").value = done;
  $("took").textContent = done < 1 ? ` · ${Math.floor(done * 100)} %` : "";
}

function failed(error) {
  page.then((there) => there.failed(error, () => {
    document.documentElement.dataset.engine = "loading";
    $("state").textContent = "loading the engine";
    compiled("app.wasm").then((m) => { first.postMessage({ module: m }); haveModule(m); }, failed);
  }));
}

// linked says whether the address holds a program, which only the page's own Go can read.
const { hash, pathname } = location;
const linked = hash.length > 1 && hash !== "#define" || pathname.startsWith(base.pathname + "s/");

let haveRest;
const rest = new Promise((resolve) => { haveRest = resolve; });

// attend keeps what a worker says in heard until the page's program listens; up settles when the engine in it has said something, or has died.
function attend(made) {
  made.heard = [];
  made.up = new Promise((resolve) => {
    made.onmessage = ({ data }) => {
      if (data?.came) return came(data.came);
      if (data?.module) {
        came(mark.dataset.bytes);
        return haveModule(data.module);
      }
      if (data?.failed) return failed(data.isInvalid ? new WebAssembly.CompileError(data.failed) : new Error(data.failed));
      made.heard.push(data);
      resolve();
    };
    made.onerror = (event) => { event.preventDefault(); made.broke = event.message; resolve(); };
  });
  made.up.then(() => { made.ready = performance.now(); });
}

// employ gives a worker its work: the way that the other binary will come, and to the first one what stands in the editor, so that it works while the page's own program starts.
function employ(made, program) {
  const { port1, port2 } = new MessageChannel();
  made.postMessage({ work: { later: port1, program } }, [port1]);
  rest.then((m) => port2.postMessage(m), () => {});
  return made;
}

// worker starts another engine.
function worker() {
  const made = new Worker(policy.createScriptURL(part("engine.js")));
  attend(made);
  module.then((m) => made.postMessage({ module: m }));
  return employ(made);
}

attend(first);
for (const data of heard) first.onmessage({ data });
first.up.then(() => { if (first.broke !== undefined) compiled("app.wasm").then(haveModule, failed); }); // its script did not come: the page starts all the same
if (linked) employ(first);
else page.then(({ editor }) => employ(first, decoder.decode(first.asked = editor.ask())));

Object.assign(globalThis.layerglass, { base: base.href, worker });
Object.assign(globalThis.layerglass.start, { compile: compiled, module, linked, rest, haveRest, here });
