// The page without a network, and on its way from one version to the next: in a browser with service workers, which the other tests switch off.
import { spawn } from "node:child_process";
import { cpSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { expect, test } from "./playground.mjs";

test.use({ serviceWorkers: "allow" });
test.slow(); // each visit loads all of the page twice

// installed waits until the service worker has everything and has taken over the page.
const installed = (page) => page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
});

test("after the first visit everything works without a network", async ({ playground, page, context }) => {
  await playground.open();
  await installed(page);
  await context.setOffline(true);
  await page.reload();
  await playground.ready();
  await expect(playground.output).toContainText("equal: True");
  await playground.write("import numpy, decimal\nprint(numpy.arange(4).sum(), decimal.Decimal(1) / 8)");
  await expect(playground.output).toContainText("6 0.125"); // from rest.wasm
  await playground.example("A frozen base");
  await page.locator("[data-object=model]").click();
  await page.getByRole("tab", { name: "Model", exact: true }).click();
  await expect(page.getByRole("button", { name: /^base Sequential/ })).toBeVisible(); // from layout.js
  await page.reload();
  await expect(playground.editor).toContainText("GlobalAveragePooling"); // the draft is kept
});

test("without a network a link is made, and it says what a short one needs", async ({ playground, page, context, complaints }) => {
  await playground.open();
  await installed(page);
  await context.setOffline(true);
  await page.reload();
  await playground.ready();
  await playground.write("print('kept')\n");
  await expect(playground.output).toContainText("kept");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByText("A short link needs the network")).toBeVisible();
  await expect(page).toHaveURL(/#[\w-]+$/);
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  await expect(playground.output).toContainText("kept");
  await page.goto("/s/abcdefghijklmnopqrst");
  await expect(page.getByText("could not be reached")).toBeVisible();
  expect(complaints.every((c) => /ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(c)), complaints.join("\n")).toBe(true); // the browser tells of the API
  complaints.length = 0;
});

test("the page of an embedded playground works without a network", async ({ playground, page, context }) => {
  await playground.open();
  await installed(page);
  await context.setOffline(true);
  await page.goto("/embed.html?run=visible&open=output#v1=" + Buffer.from("\0import decimal\nprint(decimal.Decimal(1) / 4)").toString("base64url"));
  await expect(page.getByRole("tabpanel", { name: /Output/ })).toContainText("0.25");
});

test("short links are never answered from the cache", async ({ playground, page, request }) => {
  await playground.open();
  await installed(page);
  const asked = await page.evaluate(async () => {
    await fetch("api/health");
    const names = await caches.keys();
    const kept = (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map((r) => new URL(r.url).pathname)))).flat();
    return kept.filter((path) => path.startsWith("/api"));
  });
  expect(asked).toEqual([]);
  const { id } = await (await request.post("/api/links", { data: "v1=" + Buffer.from("\0print('short')").toString("base64url"), headers: { "Content-Type": "text/plain" } })).json();
  await page.goto(`/s/${id}`);
  await expect(playground.output).toContainText("short");
});

test("a sandboxed frame, which has no storage, goes without", async ({ page, complaints, baseURL }) => {
  await page.route("**/frame", (route) => route.fulfill({
    contentType: "text/html", body: `<!doctype html><title>f</title><iframe sandbox="allow-scripts" src="${baseURL}/embed.html?run=visible#v1=${Buffer.from("\0print(1)").toString("base64url")}"></iframe>`,
  }));
  await page.goto("/frame");
  await expect(page.frameLocator("iframe").getByRole("button", { name: "Run" })).toBeVisible();
  await expect(page.frameLocator("iframe").getByRole("status")).not.toContainText(/did not load/);
  expect(complaints).toEqual([]);
});

test("a browser can install it", async ({ playground, page, request }) => {
  await playground.open();
  const client = await page.context().newCDPSession(page);
  const { url, errors } = await client.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.filter((e) => e.errorId !== "in-incognito")).toEqual([]);
  const answer = await request.get(url);
  expect(answer.headers()["content-type"]).toBe("application/manifest+json");
  for (const { src, sizes, type } of (await answer.json()).icons) {
    const icon = await request.get(new URL(src, url).href);
    expect(icon.headers()["content-type"]).toBe(type);
    if (type === "image/png") expect((await icon.body()).readUInt32BE(16)).toBe(Number.parseInt(sizes)); // the width in a PNG's header
  }
});

test.describe("below a path, from one version to the next", () => {
  const port = Number(process.env.PORT) + 2, folder = `../.build/versions-${port}`, origin = `http://127.0.0.1:${port}`;
  test.use({ baseURL: origin });
  test.describe.configure({ mode: "serial" });
  let server;

  test.beforeAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    cpSync("../.build/static", `${folder}/deep/play`, { recursive: true });
    server = spawn("python3", ["-m", "http.server", String(port), "--bind", "127.0.0.1", "-d", folder], { stdio: "ignore" });
    await expect.poll(() => fetch(`${origin}/deep/play/`).then((r) => r.ok, () => false)).toBe(true);
  });
  test.afterAll(() => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  // publish puts a file in the place of another and gives everything a new version, as a build does.
  let hour = 1;
  function publish(name, change) {
    const at = (file) => `${folder}/deep/play/${file}`;
    const old = readFileSync(at("sw.js"), "utf8").match(/^const version="(\w+)"/)[1];
    const next = createHash("sha256").update(old).digest("hex").slice(0, 12);
    const write = (file, text) => {
      writeFileSync(at(file), text);
      utimesSync(at(file), new Date(), new Date(Date.now() + 3_600_000 * hour++)); // this server compares whole seconds
    };
    write(name, change(readFileSync(at(name), "utf8")));
    for (const page of ["index.html", "short.html"]) write(page, readFileSync(at(page), "utf8").replaceAll(old, next));
    const hash = (file) => createHash("sha256").update(readFileSync(at(file))).digest("base64");
    const worker = readFileSync(at("sw.js"), "utf8").replace(old, next)
      .replace(/files=(\{.*?\})/, (_, files) => `files=${JSON.stringify(Object.fromEntries(Object.keys(JSON.parse(files)).map((file) => [file, hash(file)])))}`);
    write("sw.js", worker);
    return { old, next };
  }
  const kept = (page) => page.evaluate(async () => (await caches.keys()).map((name) => name.split(" ").at(-1)).sort());
  const look = (page) => page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });

  test("it works without a network", async ({ playground, page, context }) => {
    await playground.open("/deep/play/");
    await installed(page);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).scope)).toBe(`${origin}/deep/play/`);
    await context.setOffline(true);
    await page.reload();
    await playground.ready();
    await playground.write("import numpy\nprint(numpy.arange(5).sum())");
    await expect(playground.output).toContainText("10");
  });

  test("a new version comes in the background, is offered, and takes nothing away", async ({ playground, page, context }) => {
    await playground.open("/deep/play/");
    await installed(page);
    await playground.write("print('my draft')");
    await expect(playground.output).toContainText("my draft");
    const { old, next } = publish("style.css", (text) => text + "\n.top { border-bottom-style: dashed; }\n");
    await expect(page.getByRole("button", { name: "New version" })).toBeHidden();
    await look(page);
    await expect(page.getByRole("button", { name: "New version" })).toBeVisible();
    expect(await kept(page)).toEqual([old, next].sort());
    // The open page goes on with its own files, also with those that it asks for now.
    expect(await page.evaluate(async () => [(await (await fetch(document.querySelector("link[rel=stylesheet]").href)).text()).includes("border-bottom-style: dashed"), getComputedStyle(document.querySelector(".top")).borderBottomStyle]))
      .toEqual([false, "solid"]);
    // A second page is of the new version at once, and the first is still whole.
    const second = await context.newPage();
    await second.goto(page.url());
    await expect(second.locator("html")).toHaveAttribute("data-engine", "ready");
    expect(await second.evaluate(() => getComputedStyle(document.querySelector(".top")).borderBottomStyle)).toBe("dashed");
    await expect(second.getByRole("button", { name: "New version" })).toBeHidden();
    expect(await kept(page)).toEqual([old, next].sort());
    await second.close();
    await playground.run("import numpy\nprint(numpy.arange(6).sum())");
    await expect(playground.output).toContainText("15");
    await playground.write("print('typed since')");
    await page.getByRole("button", { name: "New version" }).click();
    await expect.poll(() => page.evaluate(() => document.body && getComputedStyle(document.querySelector(".top") ?? document.body).borderBottomStyle)).toBe("dashed");
    await playground.ready();
    await expect(playground.output).toContainText("typed since");
    await page.reload(); // by now nobody uses the old version
    await expect.poll(() => kept(page)).toEqual([next]);
  });

  test("a version that arrives in parts is left alone until it is whole", async ({ playground, page, complaints }) => {
    test.slow();
    await playground.open("/deep/play/");
    await installed(page);
    const style = readFileSync(`${folder}/deep/play/style.css`, "utf8");
    const { old, next } = publish("style.css", (text) => text + "\n.top { border-bottom-style: dotted; }\n");
    writeFileSync(`${folder}/deep/play/style.css`, style); // the server has not got it yet
    await look(page).catch(() => {});
    await expect.poll(() => page.evaluate(async () => {
      const { installing, waiting } = await navigator.serviceWorker.getRegistration();
      return [installing, waiting].map(Boolean);
    })).toEqual([false, false]);
    await page.reload();
    await playground.ready();
    expect(await page.evaluate(() => document.querySelector("script[type=module]").src)).toContain(old);
    const whole = `${folder}/deep/play/style.css`;
    writeFileSync(whole, style + "\n.top { border-bottom-style: dotted; }\n");
    utimesSync(whole, new Date(), new Date(Date.now() + 3_600_000 * hour++));
    await expect(async () => { // the browser's own attempt after the reload may still be under way
      await look(page);
      await expect(page.getByRole("button", { name: "New version" })).toBeVisible({ timeout: 3000 });
    }).toPass();
    await page.getByRole("button", { name: "New version" }).click();
    await expect.poll(() => page.evaluate(() => document.querySelector("script[type=module]")?.src ?? "")).toContain(next);
    complaints.length = 0; // the browser tells of the file whose hash did not fit
  });
});
