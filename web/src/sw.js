// The service worker: it keeps the page for use without a network. The build writes two constants before this text: version, a hash of all files, and
// files, which has the hash of each file under its path.
//
// Every version of the page has a cache of its own. A page asks for its scripts and binaries with its version in the address (?v=), so one that is open
// while a new version arrives goes on with the files that it began with, and app.wasm never meets the rest.wasm of another build. That is why a new
// version need not wait until all pages are closed: it takes over at once, and each page is renewed when it is loaded again.
const scope = registration.scope;
const prefix = `layerglass ${new URL(scope).pathname} `;
const cacheOf = (v) => prefix + v;
const mark = "layerglass-hash"; // the header that tells a kept file's hash

addEventListener("install", (event) => event.waitUntil(install().then(() => skipWaiting())));

addEventListener("activate", (event) => event.waitUntil((async () => {
  await clients.claim();
  for (const client of await clients.matchAll()) client.postMessage({ layerglass: version });
})()));

// install fills the cache of this version: with what older versions have of the same content, and with the rest from the server.
async function install() {
  const cache = await caches.open(cacheOf(version));
  const older = await Promise.all((await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheOf(version)).map((name) => caches.open(name)));
  const keep = async ([path, hash]) => {
    const kept = async (from) => {
      const found = await from.match(scope + path);
      return found?.headers.get(mark) === hash ? found : undefined;
    };
    if (await kept(cache)) return; // an earlier attempt came that far
    let response;
    for (const from of older) response ??= await kept(from);
    await cache.put(scope + path, response ?? await load(path, hash));
  };
  const waiting = Object.entries(files);
  const some = async () => { while (waiting.length) await keep(waiting.shift()); };
  await Promise.all([some(), some(), some(), some()]);
}

// load fetches a file. While a new version is being put on a server, what comes may be of another one: then the hash does not fit, and the
// installation fails until it is tried again.
async function load(path, hash) {
  const address = scope + (path === "index.html" ? "" : path) + "?v=" + version;
  const response = await fetch(address, { cache: "no-cache", integrity: "sha256-" + hash });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Vary"]) headers.delete(name); // the body is kept as it is read
  headers.set(mark, hash);
  if (path.endsWith(".wasm")) headers.set("Content-Type", "application/wasm");
  return new Response(response.body, { headers }); // a redirected response could not answer a navigation
}

addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  let path = url.origin + url.pathname;
  path = path.slice(scope.length);
  if (request.mode === "navigate") path = pageAt(path);
  if (!(path in files) && !(path + "z" in files)) return; // the API of short links, and whatever else the server has
  event.respondWith(answer(request, path, url.searchParams.get("v") || version));
  if (request.mode === "navigate") event.waitUntil(tidy());
});

// pageAt returns the file behind an address that people see.
function pageAt(path) {
  if (path === "") return "index.html";
  if (/^s\/[^/]+$/.test(path)) return "short.html";
  return path === "embed" ? "embed.html" : path;
}

async function answer(request, path, v) {
  const kept = (name) => caches.match(scope + name, { cacheName: cacheOf(v) }).catch(() => undefined);
  const found = await kept(path);
  if (found) return found;
  const packed = path.endsWith(".wasm") && await kept(path + "z");
  if (!packed) return fetch(request);
  const headers = new Headers(packed.headers);
  headers.set("Content-Type", "application/wasm");
  return new Response(packed.body.pipeThrough(new DecompressionStream("gzip")), { headers });
}

// tidy deletes the versions that no page uses any more: each page holds a lock with its version's name.
async function tidy() {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheOf(version));
  if (!names.length || registration.installing) return;
  const { held } = await navigator.locks.query();
  const used = new Set(held.map((lock) => lock.name));
  await Promise.all(names.filter((name) => !used.has(name)).map((name) => caches.delete(name)));
}
