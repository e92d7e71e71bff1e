// Builds the documentation examples with their own systems, opens each built page in Chromium, and runs the program on it.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, createReadStream, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { chromium } from "@playwright/test";

const examples = resolve("examples/docs"), work = resolve("../.build/docs"), port = 18921;
const base = `http://127.0.0.1:${port}`;
const env = { ...process.env, BASE: base, EMBED: `${base}/embed.js?upgrade` };
const run = (command, args, options = {}) => execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"], env, ...options });

// build makes all sites below work and returns the page of each.
function build() {
  for (const name of ["sphinx", "mkdocs", "jupyterbook", "vitepress", "sources"]) rmSync(join(work, name), { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const bin = (name) => join(work, "venv/bin", name);
  if (!existsSync(bin("sphinx-build"))) run(process.env.PYTHON ?? "python3", ["-m", "venv", join(work, "venv")]);
  run(bin("python"), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", join(examples, "requirements.txt")]);
  run(bin("sphinx-build"), ["-q", "-b", "html", "-d", join(work, "sphinx/.doctrees"), join(examples, "sphinx"), join(work, "sphinx")]);
  run(bin("mkdocs"), ["build", "-q", "-f", join(examples, "mkdocs/mkdocs.yml"), "-d", join(work, "mkdocs")]);
  cpSync(join(examples, "jupyterbook"), join(work, "sources"), { recursive: true });
  const config = join(work, "sources/_config.yml"); // it knows no environment
  writeFileSync(config, readFileSync(config, "utf8").replace("http://127.0.0.1:8080", base));
  run(bin("jupyter-book"), ["build", "-q", join(work, "sources"), "--path-output", join(work, "jupyterbook")]);
  cpSync(examples, join(work, "npm"), { recursive: true });
  run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: join(work, "npm") });
  run("npx", ["vitepress", "build", "vitepress", "--outDir", join(work, "vitepress")], { cwd: join(work, "npm") });
  return { sphinx: "sphinx", mkdocs: "mkdocs", jupyterbook: "jupyterbook/_build/html", vitepress: "vitepress" };
}

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

function serve(folder) {
  const server = createServer((request, response) => {
    let path = join(folder, decodeURIComponent(new URL(request.url, "http://x").pathname));
    if (existsSync(path) && statSync(path).isDirectory()) path = join(path, "index.html");
    if (!path.startsWith(folder) || !existsSync(path)) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": types[extname(path)] ?? "application/octet-stream" });
    createReadStream(path).pipe(response);
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

const sites = build();
const host = spawn("../.build/layerglass", ["-addr", `127.0.0.1:${port}`, "-web", "dist"], { stdio: ["ignore", "pipe", "inherit"] });
await new Promise((ready) => host.stdout.once("data", ready));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
let failed = 0;
for (const [name, folder] of Object.entries(sites)) {
  const server = await serve(join(work, folder)), page = await browser.newPage();
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/index.html`);
    const playground = page.locator("layerglass-playground").first();
    await playground.getByRole("button", { name: "Run" }).click();
    await playground.getByRole("treeitem", { name: /^units 64/ }).waitFor();
    await page.screenshot({ path: join(work, `${name}.png`) });
    console.log(`${name}: its example runs`);
  } catch (error) {
    failed++;
    console.error(`${name}: ${error.message}`);
  } finally {
    await page.close();
    server.close();
  }
}
await browser.close();
host.kill();
process.exit(failed ? 1 : 0);
