// Asks for the engine's binary and starts its worker while the page is still being read: they take longest. loader.js goes on when the page is there.
const script = new URL(document.currentScript.src);
const base = new URL(".", script);
const part = (name) => new URL(name + script.search, base).href; // a file of the same version; see sw.js
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

// page settles to what loader.js gives when the page is there: editor, and failed, which says that there is no engine.
let here;
const page = new Promise((resolve) => { here = resolve; });

// engine loads the first binary, shows how far that is, and on request tries again for as long as it takes.
const engine = () => new Promise((resolve) => {
  const $ = (id) => document.getElementById(id);
  const attempt = () => compile("app.wasm", (bytes) => {
    if (!$("took")) return;
    const done = Math.min(bytes / preload.dataset.bytes || 0, 1);
    $("loading").value = done;
    $("took").textContent = done < 1 ? ` · ${Math.floor(done * 100)} %` : "";
  }).then(resolve, (error) => page.then(({ failed }) => failed(error, () => {
    document.documentElement.dataset.engine = "loading";
    $("state").textContent = "loading the engine";
    attempt();
  })));
  attempt();
});

const module = engine();

// linked says whether the address holds a program, which only the page's own Go can read.
const { hash, pathname } = location;
const linked = hash.length > 1 && hash !== "#define" || pathname.startsWith(base.pathname + "s/");

// worker starts an engine. What it says is kept in heard until the page's program listens; up settles when it has said something, or has died. The first one is
// asked at once to run what stands in the editor, so that it works while the page's own program starts. rest is the other binary, when it has come.
function worker(rest, isFirst = false) {
  const made = new Worker(policy.createScriptURL(part("engine.js"))), heard = made.heard = [];
  made.up = new Promise((resolve) => {
    made.onmessage = ({ data }) => { heard.push(data); resolve(); };
    made.onerror = (event) => { event.preventDefault(); made.broke = event.message; resolve(); };
  });
  made.up.then(() => { made.ready = performance.now(); });
  const { port1, port2 } = new MessageChannel();
  Promise.all([module, isFirst && !linked ? page : null]).then(([m, there]) => {
    made.asked = there?.editor.ask();
    made.postMessage({ module: m, later: port1, program: there ? decoder.decode(made.asked) : undefined }, [port1]);
  });
  rest.then((m) => port2.postMessage(m), () => {});
  return made;
}

let haveRest;
const rest = new Promise((resolve) => { haveRest = resolve; });

globalThis.layerglass = { base: base.href, start: { part, policy, compile, module, linked, rest, haveRest, here, first: worker(rest, true) }, worker: () => worker(rest) };
