// Bundles the page's scripts into dist, and with "compress" writes the forms that are sent over the wire.
import { build, transform } from "esbuild";
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const dist = "dist";

// borrow makes a bundle take CodeMirror from the editor, which is there before it, and not bring its own.
const borrow = {
  name: "borrow",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(@codemirror\/(state|view|language)|@lezer\/highlight|style-mod)$/ }, ({ path }) => ({ path, namespace: "lent" }));
    onLoad({ filter: /./, namespace: "lent" }, ({ path }) => ({ contents: `module.exports = globalThis.layerglass.lent[${JSON.stringify(path)}]` }));
  },
};

async function bundle() {
  const goroot = process.env.GOROOT;
  const options = {
    bundle: true, minify: true, target: "es2022", outdir: dist, charset: "utf8", legalComments: "none", logLevel: "warning",
    alias: { "wasm_exec": join(goroot, "lib/wasm/wasm_exec.js") },
  };
  // The editor's parser works in idle time: in slices of 100 ms, which it ends early where the browser tells of waiting input; without that, of half as much.
  const define = { "navigator.scheduling": "undefined" };
  await build({ ...options, define, entryPoints: ["src/loader.js", "src/editor.js", "src/files.js", "src/offline.js"], format: "esm" });
  await build({ ...options, entryPoints: ["src/merge.js"], format: "esm", plugins: [borrow] });
  await build({ ...options, entryPoints: ["src/embed.js", { in: "src/embed_page.js", out: "embed-page" }], format: "esm", external: ["./embed.js"] });
  await build({ ...options, entryPoints: ["src/head.js", "src/engine.js", "src/layout.js", { in: "src/embed_engine.js", out: "embed-engine" }], format: "iife" });
}

// stamp gives the files in a folder a version, a hash of them all. The pages ask for their parts with it, and the service worker keeps them under it.
async function stamp(dir) {
  const names = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"))
    .filter((name) => !/\.(br|gz)$|^_headers$|^sw\.js$/.test(name)).sort();
  const worker = (await transform(await readFile("src/sw.js", "utf8"), { minify: true, target: "es2022", charset: "utf8" })).code;
  const engine = (await stat(join(dir, "app.wasm")).catch(() => stat(join(dist, "app.wasm")))).size;
  const stamped = (text, version) => text.replaceAll(/\?v=\w*"/g, `?v=${version}"`).replace(/data-bytes="\d*"/, `data-bytes="${engine}"`);
  const contents = new Map();
  for (const name of names) {
    const content = await readFile(join(dir, name));
    contents.set(name, name.endsWith(".html") ? stamped(content.toString(), "") : content);
  }
  const all = createHash("sha256").update(worker);
  for (const [name, content] of contents) all.update(name + "\0").update(content);
  const version = all.digest("hex").slice(0, 12), files = {};
  for (let [name, content] of contents) {
    if (name.endsWith(".html")) await writeFile(join(dir, name), content = stamped(content, version));
    if (contents.has(name + "z")) continue; // the packed form will do
    files[name] = createHash("sha256").update(content).digest("base64");
  }
  await writeFile(join(dir, "sw.js"), `const version="${version}",files=${JSON.stringify(files)};\n${worker}`);
}

const brotli = promisify(brotliCompress), zip = promisify(gzip);

async function compress() {
  const names = (await readdir(dist, { recursive: true })).filter((name) => /\.(html|css|js|wasm|svg|webmanifest)$/.test(name));
  await Promise.all(names.map((name) => compressFile(join(dist, name))));
}

async function compressFile(path) {
  const made = (await stat(path)).mtimeMs;
  const old = await stat(path + ".br").catch(() => null);
  if (old && old.mtimeMs >= made) return;
  const content = await readFile(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length, [constants.BROTLI_PARAM_LGWIN]: 24 };
  const [br, gz] = await Promise.all([brotli(content, { params }), zip(content, { level: 9 })]);
  await Promise.all([writeFile(path + ".br", br), writeFile(path + ".gz", gz)]);
}

// upload puts into a folder what any file server can serve as it stands: without the forms for our own server, and with the engine packed, since many
// servers neither compress it nor take a file that large.
async function upload(to) {
  await rm(to, { recursive: true, force: true });
  for (const name of await readdir(dist, { recursive: true })) {
    const from = join(dist, name), target = join(to, name);
    if (/\.(br|gz)$/.test(name) || (await stat(from)).isDirectory()) continue;
    await mkdir(dirname(target), { recursive: true });
    if (name.endsWith(".wasm")) {
      await writeFile(target + "z", await zip(await readFile(from), { level: 9 }));
      if (name === "rest.wasm") await cp(from, target); // a worker that cannot wait for it reads it as it stands
    } else if (name.endsWith(".html")) {
      await writeFile(target, (await readFile(from, "utf8")).replaceAll(/(content="[^"]*app\.wasm)(?=[?"])/g, "$1z"));
    } else {
      await cp(from, target);
    }
  }
  await stamp(to);
}

switch (process.argv[2]) {
  case "bundle": await bundle(); break;
  case "stamp": await stamp(dist); break;
  case "compress": await compress(); break;
  case "upload": await upload(process.argv[3]); break;
  case "clean": await rm(dist, { recursive: true, force: true }); break;
  default: throw new Error("usage: node build.mjs bundle|stamp|compress|upload DIR|clean");
}
