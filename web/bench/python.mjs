// Measures programs in this engine, in CPython 3.11 and in Pyodide: natively, and in the same Chromium. Each program defines run();
// the time is the best of forty runs, by the program's own clock. The last lines are a table for the README.
import { execFileSync } from "node:child_process";
import { createReadStream, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const { chromium } = createRequire(join(here, "../package.json"))("@playwright/test");
const python = process.env.PYTHON ?? "python3";
const engine = join(here, "../../.build/layerglass");
const programs = join(here, "../../core/python/interp/testdata/bench");
const timing = `
import time as clock
times = []
for _ in range(40):
    start = clock.perf_counter()
    run()
    times.append(clock.perf_counter() - start)
print("best", min(times) * 1000)
`;
const best = (text) => Number(/best ([0-9.e-]+)/.exec(text)[1]);
const texts = Object.fromEntries(readdirSync(programs).filter((name) => name.endsWith(".py")).map((name) => [name.slice(0, -3), readFileSync(join(programs, name), "utf8") + timing]));

// serve answers with the files of a folder; everything may share memory and compile WebAssembly.
function serve(folder) {
  const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json", ".svg": "image/svg+xml" };
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    if (path === "/blank") return response.setHeader("Content-Type", "text/html").end("<!doctype html><title>bench</title>");
    const file = createReadStream(join(folder, path.endsWith("/") ? `${path}index.html` : path));
    file.on("error", () => response.writeHead(404).end());
    response.setHeader("Content-Type", types[extname(path) || ".html"] ?? "application/octet-stream");
    file.pipe(response);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve([server, `http://127.0.0.1:${server.address().port}`])));
}

function native(command, text) {
  mkdirSync(join(here, "../../.build"), { recursive: true });
  const file = join(here, "../../.build/bench.py");
  writeFileSync(file, text);
  return best(execFileSync(command[0], [...command.slice(1), file], { encoding: "utf8" }));
}

async function inPyodide(page, origin, text) {
  await page.goto(`${origin}/blank`);
  const out = await page.evaluate(async ([origin, text]) => {
    const { loadPyodide } = await import(`${origin}/pyodide.mjs`);
    const lines = [];
    const pyodide = await loadPyodide({ indexURL: `${origin}/`, stdout: (line) => lines.push(line) });
    pyodide.runPython(text);
    return lines.join("\n");
  }, [origin, text]);
  return best(out);
}

async function inPage(page, origin, text) {
  await page.goto("about:blank");
  await page.goto(`${origin}/#v1=${Buffer.from("\0" + text).toString("base64url")}`);
  const output = page.getByRole("region", { name: "Output" }).getByText(/best [0-9.]+/);
  await output.waitFor({ timeout: 120_000 });
  return best(await output.textContent());
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const [ours, pages] = await serve(join(here, "../dist"));
const [theirs, pyodide] = await serve(join(here, "node_modules/pyodide"));
try {
  const page = await browser.newPage();
  const number = (v) => v.toFixed(v < 10 ? 1 : 0);
  const rows = [];
  for (const [name, text] of Object.entries(texts)) {
    const title = /^"""(.*?)\.?"""/.exec(text)?.[1] ?? name;
    const [cpython, own] = [native([python], text), native([engine, "run"], text)];
    const [chrome, other] = [await inPage(page, pages, text), await inPyodide(page, pyodide, text)];
    rows.push(`| ${title} | ${number(cpython)} | ${number(own)} | ${(own / cpython).toFixed(1)}× | ${number(other)} | ${number(chrome)} | ${(chrome / other).toFixed(1)}× |`);
    console.log(rows.at(-1));
  }
  console.log("\n| program, ms | CPython 3.11 | here, native | ratio | Pyodide | here, in Chromium | ratio |\n|---|---|---|---|---|---|---|\n" + rows.join("\n"));
} finally {
  await browser.close();
  ours.close();
  theirs.close();
}
