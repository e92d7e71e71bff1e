// Takes pictures of the page in both themes at three widths, and of its start on a 4K screen, for looking at: as it starts, while it loads, with a failing
// program, and at work. They go to ../.build/screenshots. WIDTHS=320,1440 and SCHEMES=dark take fewer.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";

const folder = "../.build/screenshots", port = Number(process.env.PORT ?? 18913), base = `http://127.0.0.1:${port}/`;
const sizes = [[320, 640], [768, 1024], [1440, 900], [3840, 2160]].filter(([width]) => !process.env.WIDTHS || process.env.WIDTHS.split(",").includes(String(width)));
const model = 'import keras\nfrom keras import layers\n\ninputs = keras.Input((28, 28, 1))\nx = layers.Conv2D(16, 3, activation="relu")(inputs)\ny = layers.Conv2D(16, 3, padding="same", activation="relu")(x)\nx = layers.Add()([x, y])\nx = layers.GlobalAveragePooling2D()(x)\nmodel = keras.Model(inputs, layers.Dense(10, activation="softmax")(x))\n';
mkdirSync(folder, { recursive: true });
const server = spawn("../.build/layerglass", ["-addr", `127.0.0.1:${port}`, "-web", "dist", "-data", "../.build/links-screenshots"], { stdio: ["ignore", "pipe", "ignore"] });
await new Promise((resolve) => server.stdout.once("data", resolve));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });

async function pictures(width, height, colorScheme) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, serviceWorkers: "block", hasTouch: width < 720 });
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  const take = async (what) => {
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${folder}/${width}-${colorScheme}-${what}.png` });
  };
  const narrow = width < 720;
  const pane = async (name) => { if (narrow) await page.getByRole("tab", { name }).click(); };
  const write = async (program) => {
    await pane(/Define/);
    await page.getByRole("textbox", { name: "Python code" }).fill(program);
  };
  if (width < 3840) { // the engine fails, is tried again, and is on its way
    let held;
    await page.route("**/app.wasm*", (route) => route.abort());
    await page.goto(base);
    await page.getByRole("button", { name: "Try again" }).waitFor();
    await take("not-loaded");
    await page.unroute("**/app.wasm*");
    await page.route("**/app.wasm*", (route) => { held = route; });
    await page.reload();
    await page.evaluate(() => { document.getElementById("loading").value = 0.6; document.getElementById("took").textContent = " · 60 %"; });
    await take("loading");
    await page.unroute("**/app.wasm*");
    await held?.abort().catch(() => {});
  }
  await page.goto(base);
  await page.locator("html[data-engine=ready]").waitFor();
  await page.getByRole("textbox", { name: "Python code" }).waitFor();
  await take("start");
  if (width === 3840) return context.close();
  await page.getByRole("button", { name: "Examples" }).click();
  await take("menu");
  await page.getByRole("link", { name: /two faults/ }).click();
  await page.getByRole("region", { name: "Problems" }).getByText("ValueError").waitFor();
  await take("failing");
  await page.getByRole("button", { name: "Help" }).click();
  await take("help");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("conv");
  await take("palette");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("link", { name: /Built-in layers/ }).click();
  await page.locator("[data-object]").first().waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Add a layer" }).click();
  await page.getByRole("button", { name: /^Dense / }).click();
  await page.getByLabel("units", { exact: true }).waitFor();
  await take("builder");
  await page.getByRole("button", { name: "Add a layer" }).click();
  await pane(/Config/);
  await page.getByRole("region", { name: "Configuration" }).getByRole("button", { name: "Edit" }).click();
  await take("edit");
  await pane(/Recreated/);
  await take("recreated");
  await page.getByRole("button", { name: "Share" }).click();
  await pane(/Define/);
  await page.locator("#notice").waitFor();
  await take("shared");
  await write(model);
  await page.locator("[data-object=model]").waitFor({ state: "attached" });
  await pane(/Config/);
  await page.locator("[data-object=model]").click();
  await take("configuration");
  if (narrow) await page.getByRole("button", { name: "Expand" }).click();
  await page.getByRole("tab", { name: "Model", exact: true }).click();
  await page.locator(".node").first().waitFor();
  await take("model");
  await page.getByRole("tab", { name: /^Weights/ }).click();
  await take("weights");
  if (narrow) await page.getByRole("button", { name: "Collapse" }).click();
  await pane(/Recreated/);
  await take("numbers");
  await context.close();
}

try {
  for (const [width, height] of sizes) {
    for (const colorScheme of (process.env.SCHEMES ?? "light,dark").split(",")) await pictures(width, height, colorScheme);
  }
} finally {
  await browser.close();
  server.kill();
}
