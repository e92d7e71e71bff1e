// Playgrounds embedded in pages of another origin: as an element, out of existing code blocks, and in a sandboxed frame.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { test as base, expect } from "@playwright/test";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

// docs is a documentation site of its own origin: it serves whatever a test gives it.
const test = base.extend({
  complaints: async ({ page }, use) => {
    const all = [];
    page.on("pageerror", (error) => all.push(`uncaught: ${error.message}`));
    page.on("console", (message) => { if (message.type() === "error") all.push(`console: ${message.text()}`); });
    await use(all);
    expect(all).toEqual([]);
  },
  docs: async ({ page, complaints }, use) => {
    let body = "";
    const server = createServer((_, response) => {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
      response.end(`<!doctype html><html lang="en"><title>Docs</title><h1>Docs</h1>${body}`);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    await use({
      complaints,
      async open(html) {
        body = html;
        await page.goto(`http://127.0.0.1:${server.address().port}/`);
      },
    });
    server.close();
  },
});

const dense = "from keras import layers\nlayer = layers.Dense(64, activation='relu')\nprint('made', layer.name)\n";
const element = (attributes, code) => `<layerglass-playground ${attributes}><pre><code>${code}</code></pre></layerglass-playground>`;
const script = (origin, query = "") => `<script type="module" src="${origin}/embed.js${query}"></script>`;
const nth = (page, i) => page.locator("layerglass-playground").nth(i);

test("it holds code, runs it, and shows what became of it", async ({ docs, page, baseURL }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await docs.open(script(baseURL) + element("", dense));
  const playground = nth(page, 0);
  await expect(playground.getByText("layers.Dense(64")).toBeVisible();
  await expect(playground.getByRole("button", { name: "Run" })).toBeVisible();
  expect(asked.filter((url) => /wasm|editor/.test(url))).toEqual([]); // nothing heavy before it is asked for
  await playground.getByRole("button", { name: "Run" }).click();
  await expect(playground.getByRole("tab", { name: /Config · 13 keys/ })).toHaveAttribute("aria-selected", "true");
  await expect(playground.getByRole("treeitem", { name: /^units 64/ })).toBeVisible();
  await expect(playground.getByRole("status")).toHaveText("Equal");
  await playground.getByRole("tab", { name: /Recreated/ }).click();
  await expect(playground.getByRole("tabpanel", { name: /Recreated/ })).toContainText("Equal");
  await page.keyboard.press("ArrowRight");
  await expect(playground.getByRole("tabpanel", { name: /Output/ })).toContainText("made dense");
});

test("folds, other forms and other objects work by mouse and keyboard", async ({ docs, page, baseURL }) => {
  await docs.open(script(baseURL) + element('run="visible"', dense + "other = layers.Dropout(0.5)\n"));
  const playground = nth(page, 0), tree = playground.getByRole("tree");
  const initializer = tree.getByRole("treeitem", { name: /^kernel_initializer/ });
  await expect(initializer).toHaveAttribute("aria-expanded", "false");
  await initializer.click();
  await expect(initializer).toHaveAttribute("aria-expanded", "true");
  await tree.getByRole("treeitem", { name: /^name / }).focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await expect(tree.getByRole("treeitem", { name: /^name / })).toBeFocused();
  await playground.getByRole("tab", { name: "Python" }).click();
  await expect(playground.getByText("'units': 64")).toBeVisible();
  await playground.getByRole("tab", { name: /other/ }).click();
  await expect(playground.getByText("'rate': 0.5")).toBeVisible();
});

test("three on a page share one engine, and each keeps its own results", async ({ docs, page, baseURL }) => {
  const programs = [1, 2, 3].map((n) => `from keras import layers\nlayer = layers.Dense(${n})\nprint('number ${n}')\n`);
  await docs.open(script(baseURL) + programs.map((p) => element('run="visible" open="output"', p)).join(""));
  for (const i of [0, 1, 2]) await expect(nth(page, i).getByRole("tabpanel", { name: /Output/ })).toContainText(`number ${i + 1}`);
  expect(page.workers()).toHaveLength(1);
  await nth(page, 1).getByRole("tab", { name: /Config/ }).click();
  await expect(nth(page, 1).getByRole("treeitem", { name: /^units 2/ })).toBeVisible();
});

test("code can be edited, reset, and carried to the playground", async ({ docs, page, baseURL }) => {
  await docs.open(script(baseURL) + element("", dense));
  const playground = nth(page, 0);
  await playground.getByText("layers.Dense(64").click();
  const editor = playground.getByRole("textbox", { name: "Python code" });
  await editor.fill("from keras import layers\nlayer = layers.Dense(7)\nprint('édité')");
  await page.keyboard.press("Control+Enter");
  await expect(playground.getByRole("treeitem", { name: /^units 7/ })).toBeVisible();
  const [opened] = await Promise.all([page.waitForEvent("popup"), playground.getByRole("link", { name: "Open in Layerglass" }).click()]);
  await expect(opened.getByRole("region", { name: "Output" }).or(opened.locator("#output"))).toContainText("édité");
  await opened.close();
  await playground.getByRole("button", { name: "Reset" }).click();
  await expect(playground.getByRole("treeitem", { name: /^units 64/ })).toBeVisible();
});

test("a failing program shows its problem, and the fix can be applied", async ({ docs, page, baseURL }) => {
  const lacking = "import keras\n\nclass Scale(keras.layers.Layer):\n    def __init__(self, factor):\n        super().__init__()\n        self.factor = factor\n\n    def get_config(self):\n        return {**super().get_config(), 'factor': self.factor}\n\nlayer = Scale(2)\ncopy = Scale.from_config(layer.get_config())\n";
  await docs.open(script(baseURL) + element("", lacking));
  const playground = nth(page, 0);
  await playground.getByRole("button", { name: "Run" }).click();
  await expect(playground.getByRole("status")).toHaveText("The program failed.");
  await playground.getByRole("button", { name: /Apply fix/ }).first().click();
  await expect(playground.getByRole("status")).toHaveText("Equal");
  await playground.getByRole("tab", { name: "Code" }).click();
  await expect(playground.getByRole("textbox", { name: "Python code" })).toContainText("**kwargs");
});

test("existing code blocks become playgrounds on request", async ({ docs, page, baseURL }) => {
  await docs.open(`<pre><code class="language-python">${dense}</code></pre><div class="highlight-python"><div class="highlight"><pre>${dense}</pre></div></div>
    <pre><code class="language-js">let x;</code></pre>${script(baseURL, "?upgrade")}`);
  await expect(page.locator("layerglass-playground")).toHaveCount(2);
  await nth(page, 1).getByRole("button", { name: "Run" }).click();
  await expect(nth(page, 1).getByRole("treeitem", { name: /^units 64/ })).toBeVisible();
});

test("attributes say what is shown, whether it can be changed, and the theme", async ({ docs, page, baseURL }) => {
  await docs.open(script(baseURL) + element('show="code,output" readonly theme="dark"', dense));
  const playground = nth(page, 0);
  await expect(playground.getByRole("tab")).toHaveText([/Code/, /Output/]);
  await playground.getByText("layers.Dense(64").click();
  await expect(playground.getByRole("textbox")).toHaveCount(0);
  await playground.getByRole("button", { name: "Run" }).click();
  await expect(playground.getByRole("tabpanel")).toContainText("made dense");
  expect(await playground.locator(".embed").evaluate((e) => getComputedStyle(e).colorScheme)).toBe("dark");
});

test("a link and a short link open", async ({ docs, page, baseURL, request }) => {
  const payload = "v1=" + Buffer.from("\0" + dense).toString("base64url");
  const { id } = await (await request.post("/api/links", { data: payload, headers: { "Content-Type": "text/plain" } })).json();
  await docs.open(script(baseURL) + `<layerglass-playground run="visible" link="#${payload}"></layerglass-playground>
    <layerglass-playground run="visible" link="${baseURL}/s/${id}"></layerglass-playground><layerglass-playground link="#nonsense"></layerglass-playground>`);
  for (const i of [0, 1]) await expect(nth(page, i).getByRole("treeitem", { name: /^units 64/ })).toBeVisible();
  await expect(nth(page, 2).getByRole("status")).toContainText(/link/i);
});

test("a sandboxed frame without an origin runs, and speaks with its page", async ({ docs, page, baseURL }) => {
  await docs.open(`<iframe title="Example" src="${baseURL}/embed.html?open=output" sandbox="allow-scripts" width="700" height="400"></iframe>
    <script>
      window.heard = [];
      addEventListener("message", ({ data }) => window.heard.push(data));
    </script>`);
  const say = (message) => page.evaluate((m) => document.querySelector("iframe").contentWindow.postMessage({ layerglass: 1, ...m }, "*"), message);
  const heard = (type) => page.evaluate((t) => window.heard.filter((m) => m.type === t), type);
  await expect.poll(() => heard("ready")).toHaveLength(1);
  await say({ type: "set", code: dense + "import decimal\nprint(decimal.Decimal(1) / 4)\n" });
  await say({ type: "run" });
  await expect(page.frameLocator("iframe").getByRole("tabpanel", { name: /Output/ })).toContainText("0.25");
  await expect.poll(() => heard("result")).toEqual([{ layerglass: 1, type: "result", verdict: "equal", failed: false, worst: "" }]);
  expect((await heard("resized")).at(-1).height).toBeGreaterThan(100);
  await say({ type: "get" });
  await expect.poll(async () => (await heard("code")).map((m) => m.code.includes("Decimal"))).toEqual([true]);
});

test("a program's text stays text", async ({ docs, page, baseURL }) => {
  await docs.open(script(baseURL) + element('run="visible" open="output"', `print(&quot;&lt;img src=x onerror=alert(1)&gt;&quot;)\nraise ValueError('&lt;script&gt;alert(2)&lt;/script&gt;')`));
  await expect(nth(page, 0).getByRole("tabpanel", { name: /Output/ })).toContainText("<img src=x onerror=alert(1)>");
  expect(await nth(page, 0).locator("img, script").count()).toBe(0);
});

test("a program that never ends is stopped, and the next one runs", async ({ docs, page, baseURL }) => {
  await docs.open(script(baseURL) + element("", "while True:\n    pass\n") + element('open="output"', dense));
  await nth(page, 0).getByRole("button", { name: "Run" }).click();
  await expect(nth(page, 0).getByRole("status")).toHaveText(/stopped|failed/, { timeout: 20_000 });
  await nth(page, 1).getByRole("button", { name: "Run" }).click();
  await expect(nth(page, 1).getByRole("tabpanel", { name: /Output/ })).toContainText("made dense");
});

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });
  test("the code is there to be read", async ({ docs, page, baseURL }) => {
    await docs.open(script(baseURL) + element("", dense));
    await expect(page.getByText("layers.Dense(64")).toBeVisible();
  });
});

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing (${scheme})`, async ({ docs, page, baseURL }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.addInitScript({ path: axe });
    await docs.open(`<meta name="color-scheme" content="light dark"><main>${element('run="visible"', dense)}${element("", dense)}</main>` + script(baseURL));
    await expect(nth(page, 0).getByRole("treeitem", { name: /^units 64/ })).toBeVisible();
    const found = await page.evaluate(async () => (await axe.run("main")).violations.map((v) => [v.id, v.nodes.map((n) => n.target.join(" "))]));
    expect(found).toEqual([]);
  });
}
