// Measures loading in a real browser: from an empty cache to the first configuration, beside an empty Go page; the bytes
// that takes; and the time from a keystroke to its result.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "@playwright/test";

// A browser that was just started is busy with itself for so long, in milliseconds. What is measured then is the browser.
const settling = 2500;
const rounds = Number(process.env.ROUNDS ?? 5);
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const children = [];

function serve(dir, port) {
  const child = spawn("../.build/layerglass", ["-addr", `127.0.0.1:${port}`, "-web", dir, "-data", `../.build/links-${port}`], { stdio: ["ignore", "pipe", "ignore"] });
  children.push(child);
  return new Promise((resolve) => child.stdout.once("data", () => resolve(`http://127.0.0.1:${port}/`)));
}

// emptyPage builds a page whose Go program does nothing but say that it runs. It is sent compressed, as ours is.
function emptyPage() {
  const dir = "../.build/empty";
  mkdirSync(dir, { recursive: true });
  writeFileSync(`${dir}/main.go`, 'package main\n\nimport "syscall/js"\n\nfunc main() {\n\tjs.Global().Get("performance").Call("mark", "layerglass:first-config")\n\tselect {}\n}\n');
  execFileSync("go", ["build", "-trimpath", "-ldflags=-s -w", "-o", `${dir}/app.wasm`, `${dir}/main.go`], { env: { ...process.env, GOOS: "js", GOARCH: "wasm" } });
  execFileSync("cp", [`${process.env.GOROOT}/lib/wasm/wasm_exec.js`, dir]);
  writeFileSync(`${dir}/start.js`, 'const go = new Go(); WebAssembly.instantiateStreaming(fetch("app.wasm"), go.importObject).then((r) => go.run(r.instance));\n');
  writeFileSync(`${dir}/index.html`, '<!doctype html><title>empty</title><script src="wasm_exec.js"></script><script src="start.js"></script>\n');
  for (const name of ["app.wasm", "wasm_exec.js"]) writeFileSync(`${dir}/${name}.br`, brotliCompressSync(readFileSync(`${dir}/${name}`)));
  return dir;
}

// firstConfig loads a page in a browser that has seen nothing and returns when the mark was set, and the bytes received.
async function firstConfig(address) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  const sizes = []; // of the page's requests and of its workers'
  page.on("requestfinished", (request) => sizes.push(request.sizes()));
  await page.waitForTimeout(settling);
  await page.goto(address);
  let time;
  while (time === undefined) {
    time = await page.evaluate(() => performance.getEntriesByName("layerglass:first-config")[0]?.startTime);
    if (time === undefined) await page.waitForTimeout(20);
  }
  const bytes = (await Promise.all(sizes)).reduce((sum, { responseHeadersSize, responseBodySize }) => sum + responseHeadersSize + responseBodySize, 0);
  const { asked, key } = page.url().endsWith(":18911/") ? await typing(page) : {};
  await browser.close();
  return { time, bytes, asked, key };
}

// typing returns the milliseconds until a changed program's result is painted: from asking for a run, and from the last key alone. The page itself takes the time: asking
// it from here whether it is there yet takes longer than the result.
async function typing(page) {
  await page.evaluate(() => {
    addEventListener("keydown", () => { globalThis.pressed = performance.now(); }, true);
    const output = document.getElementById("output-body");
    new MutationObserver(() => {
      if (!output.textContent.includes(globalThis.wanted)) return;
      requestAnimationFrame(() => setTimeout(() => { globalThis.took = performance.now() - globalThis.pressed; }));
    }).observe(output, { childList: true, subtree: true });
  });
  await page.getByRole("textbox", { name: "Python code" }).focus();
  await page.keyboard.press("Control+End");
  const times = { asked: [], key: [] };
  for (let i = 0; i < 2 * rounds; i++) {
    const how = i % 2 ? "key" : "asked";
    await page.evaluate((i) => { globalThis.wanted = `typed ${i}`; globalThis.took = undefined; }, i);
    await page.keyboard.type(`\nprint("typed ${i}")`, { delay: how === "key" ? 60 : 0 });
    if (how === "asked") await page.keyboard.press("Control+Enter");
    let took;
    while (took === undefined) {
      await page.waitForTimeout(20);
      took = await page.evaluate(() => globalThis.took);
    }
    times[how].push(took);
  }
  return { asked: median(times.asked), key: median(times.key) };
}

try {
  const [ours, empty] = [await serve("dist", 18911), await serve(emptyPage(), 18912)];
  const results = { ours: [], empty: [] };
  for (let i = 0; i < rounds; i++) {
    results.ours.push(await firstConfig(ours));
    results.empty.push(await firstConfig(empty));
  }
  const of = (name, part) => median(results[name].map((r) => r[part]));
  const [a, b] = [of("ours", "time"), of("empty", "time")];
  console.log(`cold load to first configuration  ${a.toFixed(0)} ms (an empty Go page starts in ${b.toFixed(0)} ms; ${(a / b).toFixed(2)} times that)`);
  console.log(`received on the wire              ${of("ours", "bytes")} bytes`);
  console.log(`run asked for to result shown     ${of("ours", "asked").toFixed(0)} ms`);
  console.log(`last key to result shown          ${of("ours", "key").toFixed(0)} ms`);
} finally {
  for (const child of children) child.kill();
}
