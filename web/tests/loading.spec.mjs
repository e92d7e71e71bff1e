// The page while its engine is on the way, and when it does not come.
import { expect, test } from "./playground.mjs";

// slowly lets a page load at so many bytes a second.
async function slowly(page, bytes) {
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", { offline: false, latency: 40, downloadThroughput: bytes, uploadThroughput: bytes });
}

for (const reducedMotion of ["no-preference", "reduce"]) {
  test(`progress is shown in figures, and nothing moves for it (motion: ${reducedMotion})`, async ({ playground, page }) => {
    await page.emulateMedia({ reducedMotion });
    await page.addInitScript(() => {
      window.seen = [];
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((e) => [e.value, ...e.sources.map((s) => s.node?.id ?? s.node?.className)])))
        .observe({ type: "layout-shift", buffered: true });
      document.addEventListener("DOMContentLoaded", () => {
        const bar = document.getElementById("loading");
        new MutationObserver(() => window.seen.push([bar.value, document.getElementById("took").textContent, Number(getComputedStyle(bar).opacity), bar.getBoundingClientRect().width])).observe(document.getElementById("took"), { childList: true });
      });
    });
    await slowly(page, 1_000_000);
    await page.goto("/");
    await playground.ready();
    await expect(page.getByRole("progressbar", { name: "Loading the engine", includeHidden: true })).toBeHidden();
    const loading = (await page.evaluate(() => window.seen)).filter(([, words]) => / · \d+ %/.test(words));
    expect(loading.at(-1).slice(2)).toEqual([1, 1280]); // it can be seen, and is as wide as the page
    const seen = loading.map(([value]) => value);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBeGreaterThan(0.8);
    await expect(playground.status).toContainText(/ready · \d+ ms/);
    expect(await page.evaluate(() => window.shifts.filter(([value]) => value > 0.001))).toEqual([]);
  });
}

test("an engine that does not load is said aloud, what is typed meanwhile is kept, and a second attempt is offered", async ({ playground, page, complaints }) => {
  await page.route("**/app.wasm*", (route) => route.abort());
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("data-engine", "failed");
  await expect(playground.status).toContainText("The engine did not load. Check the connection.");
  await playground.write("print('typed without an engine')");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-engine", "failed");
  await expect(playground.editor).toContainText("typed without an engine");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible(); // it failed again
  await page.unroute("**/app.wasm*");
  await page.getByRole("button", { name: "Try again" }).click();
  await playground.ready();
  await expect(playground.output).toContainText("typed without an engine");
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
  complaints.length = 0;
});

test("it tries again by itself when the network is back", async ({ playground, page, complaints }) => {
  await page.route("**/app.wasm*", (route) => route.abort());
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("data-engine", "failed");
  await page.unroute("**/app.wasm*");
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await playground.ready();
  complaints.length = 0;
});

test("a script that does not load is said aloud", async ({ playground, page, complaints }) => {
  await page.route("**/loader.js*", (route) => route.abort());
  await page.goto("/");
  await expect(playground.status).toContainText("did not load as a whole");
  complaints.length = 0;
});

test("a program that needs the rest of the engine says so while that cannot be had, and runs later", async ({ playground, page, complaints }) => {
  test.slow();
  await page.route("**/rest.wasm*", (route) => route.abort());
  await playground.open();
  await playground.run("import numpy\nprint(numpy.arange(4).sum())");
  await expect(playground.status).toContainText("a part of the engine that could not be loaded");
  await page.unroute("**/rest.wasm*");
  await expect(async () => {
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await expect(playground.output).toContainText("6", { timeout: 3000 });
  }).toPass();
  complaints.length = 0;
});

test("the rest of another build is not joined: the page asks to be loaded again", async ({ playground, page, complaints, request }) => {
  test.slow();
  const rest = Buffer.from(await (await request.get("/rest.wasm")).body());
  const name = rest.indexOf("rest:");
  expect(name).toBeGreaterThan(0);
  const other = Buffer.from(rest);
  for (let at = name; at >= 0; at = other.indexOf("rest:", at + 1)) other[at + 5] ^= 1; // another build has another name
  await page.route("**/rest.wasm*", (route) => route.fulfill({ body: other, contentType: "application/wasm" }));
  await page.goto("/");
  await expect(playground.status).toContainText("Layerglass was renewed on the server");
  await playground.write("import numpy\nprint(numpy.arange(4).sum())");
  await expect(playground.status).toContainText("Layerglass was renewed on the server");
  complaints.length = 0;
});
