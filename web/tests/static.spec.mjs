// The page before its engine, and without scripts.
import { example, expect, test } from "./playground.mjs";

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });
  test("the first example and its results can be read", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("region", { name: "Define" })).toContainText("class CustomDense(layers.Layer):");
    await expect(page.getByRole("region", { name: "Configuration" })).toContainText("'relu'");
    await expect(page.getByRole("region", { name: "Recreated" })).toContainText("Equal");
    await expect(page.getByRole("region", { name: "Output" })).toContainText("equal: True");
    await expect(page.locator("noscript")).toBeVisible();
  });
});

test("the first paint does not change when the engine arrives", async ({ playground, page }) => {
  await page.route("**/app.wasm*", () => {}); // never answers
  await page.goto("/");
  const panes = ["#configuration-body", "#recreated-body", "#output-body", "#problems-body"];
  const before = await Promise.all(panes.map((p) => page.locator(p).innerText()));
  await page.unroute("**/app.wasm*");
  await playground.open();
  await expect(playground.status).toContainText(/ready · \d+ ms/);
  await expect.poll(() => Promise.all(panes.map((p) => page.locator(p).innerText()))).toEqual(before);
  expect(await playground.code()).toBe(example("first.py").replace(/\n$/, "\n"));
});

test("the first configuration does without editor and rest of the engine, which come afterwards", async ({ playground, page }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  const asked = [];
  for (const name of ["rest.wasm", "editor.js"]) {
    await page.route(`**/${name}*`, async (route) => { asked.push(name); await held; await route.continue(); });
  }
  await page.goto("/");
  await expect(playground.status).toContainText(/ready · \d+ ms/);
  expect(await page.evaluate(() => performance.getEntriesByName("layerglass:first-config").length)).toBe(1);
  await expect(playground.configuration).toContainText("'relu'");
  release();
  await playground.write("import numpy, decimal\nprint(numpy.arange(4).sum(), decimal.Decimal(1) / 8)");
  await expect(playground.output).toContainText("6 0.125");
  expect([...new Set(asked)].sort()).toEqual(["editor.js", "rest.wasm"]); // the worker may ask for the rest beside the page
});

test("who reaches for the code before the engine is there can edit it", async ({ playground, page }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route("**/app.wasm*", async (route) => { await held; await route.continue(); });
  await page.goto("/");
  await page.locator("#program").click();
  await playground.write("print('typed early')");
  release();
  await expect(playground.output).toContainText("typed early");
});

test("what is typed before the editor is there stands where the caret was put", async ({ playground, page }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route("**/editor.js*", async (route) => { await held; await route.continue(); });
  await page.goto("/");
  await expect(playground.status).toContainText(/ready · \d+ ms/);
  await page.locator("#program").click();
  const at = example("first.py").indexOf("print(config)");
  await page.evaluate((at) => getSelection().collapse(document.getElementById("program").firstChild, at), at);
  await page.keyboard.type('print("earlz');
  await page.keyboard.press("Backspace");
  await page.keyboard.type('y")');
  await page.keyboard.press("Enter");
  release();
  await expect(playground.output).toContainText("early");
  await expect(playground.editor).toBeFocused();
  expect(await playground.code()).toBe(example("first.py").replace("print(config)", 'print("early")\nprint(config)'));
  await page.keyboard.type("# and goes on\n");
  await expect(playground.editor).toContainText("# and goes on");
});

test("the headers keep the page to itself", async ({ request }) => {
  const { status, headers } = await request.get("/").then((r) => ({ status: r.status(), headers: r.headers() }));
  expect(status).toBe(200);
  const policy = headers["content-security-policy"];
  for (const part of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"]) {
    expect(policy).toContain(part);
  }
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect((await request.get("/app.wasm")).headers()["content-type"]).toBe("application/wasm");
});
