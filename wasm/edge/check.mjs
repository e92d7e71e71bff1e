// Has wrangler make what a deployment would upload, and holds it to the platform's limits.
import { readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { wrangler } from "./wrangler.mjs";

const workerLimit = 3_000_000; // bytes of the Worker's upload, gzipped: the free plan's limit
const fileLimit = 25 * 1024 * 1024; // bytes of one static file
const countLimit = 20_000; // static files
const out = "../../.build/edge/upload", assets = "../../.build/edge/assets";

function files(dir) {
  return readdirSync(dir, { recursive: true }).map((name) => join(dir, name)).filter((path) => statSync(path).isFile());
}

rmSync(out, { recursive: true, force: true });
const run = wrangler(["deploy", "--dry-run", "--outdir", out]);
let said = "";
for (const stream of [run.stdout, run.stderr]) stream.on("data", (text) => { said += text; });
const status = await new Promise((resolve) => run.on("exit", resolve)); // a descendant that lives on would keep the output open
if (status !== 0) {
  console.error(said);
  process.exit(1);
}

const faults = [];
const parts = files(out).filter((path) => /\.(wasm|m?js)$/.test(path));
const worker = gzipSync(Buffer.concat(parts.map((path) => readFileSync(path))), { level: 6 }).length;
console.log(`${worker} bytes of Worker, gzipped (limit ${workerLimit})`);
if (parts.length < 2) faults.push("the upload lacks the Worker's script or its wasm");
if (worker > workerLimit) faults.push("the Worker is too large");

const all = files(assets);
const largest = all.map((path) => [statSync(path).size, path]).sort((a, b) => b[0] - a[0])[0];
console.log(`${all.length} static files, the largest ${largest[0]} bytes: ${largest[1]} (limit ${fileLimit})`);
if (all.length > countLimit) faults.push("there are too many static files");
if (largest[0] > fileLimit) faults.push(`${largest[1]} is too large`);
for (const name of ["index.html", "short.html", "app.wasmz", "sw.js", "app.webmanifest", "_headers"]) {
  if (!all.includes(join(assets, name))) faults.push(`${name} is missing among the static files`);
}
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
