// What comes out on paper.
import { expect, test } from "./playground.mjs";

// onPaper shows what would be printed. A browser that prints to a file sends the same events.
async function onPaper(page) {
  await page.setViewportSize({ width: 700, height: 990 });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
}

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test(`program, configurations and results are readable on paper (${colorScheme})`, async ({ playground, page }) => {
      await playground.open();
      await page.getByRole("button", { name: /^Theme/ }).click(); // dark, which paper is not
      const lines = Array.from({ length: 200 }, (_, i) => `# line ${i + 1}`).join("\n");
      await playground.write(`from keras import layers\nfirst = layers.Dense(3, activation="relu")\nsecond = layers.LSTM(4)\nprint("on paper")\n${lines}\n`);
      await expect(playground.output).toContainText("on paper");
      await page.evaluate(() => { window.printed = []; addEventListener("afterprint", () => window.printed.push("after")); addEventListener("beforeprint", () => window.printed.push("before")); });
      const pdf = await page.pdf({ format: "A4" });
      expect(pdf.subarray(0, 4).toString()).toBe("%PDF");
      expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length).toBeGreaterThan(4);
      expect(await page.evaluate(() => window.printed)).toEqual(["before", "after"]);
      await onPaper(page);
      const paper = page.locator("#print");
      await expect(paper).toContainText("# line 200"); // the editor itself draws only what is in sight
      await expect(paper).toContainText("on paper");
      await expect(paper.getByRole("heading", { name: "second of LSTM" })).toBeVisible();
      await expect(paper).toContainText("Orthogonal"); // folded on the screen
      await expect(paper.locator(".verdict")).toHaveText([/Equal/, /Equal/]);
      expect(await page.getByRole("button").count()).toBe(0);
      const [text, ground] = await paper.evaluate((e) => [getComputedStyle(e).color, getComputedStyle(document.body).backgroundColor]);
      expect([text, ground]).toEqual(["rgb(23, 33, 43)", "rgb(255, 255, 255)"]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(700);
      await page.emulateMedia({ media: "screen" });
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await expect(paper).toBeEmpty();
      await expect(playground.editor).toBeVisible();
    });
  });
}

test("a model's graph and problems are printed", async ({ playground, page }) => {
  await playground.open();
  const program = 'import keras\ninputs = keras.Input((8,))\nx = keras.layers.Dense(4, name="middle")(inputs)\nmodel = keras.Model(inputs, x)\n';
  await playground.run(program);
  await page.locator("[data-object=model]").click();
  await page.getByRole("tab", { name: "Model", exact: true }).click();
  await page.getByRole("button", { name: /^middle Dense/ }).waitFor();
  await playground.run(program + "keras.layers.Dense(-1)\n");
  await expect(page.locator("#state")).toContainText("stopped at ValueError");
  await onPaper(page);
  const paper = page.locator("#print");
  await expect(paper.getByRole("heading", { name: "Problems" })).toBeVisible();
  await expect(paper.locator("svg .node")).toHaveCount(2);
  const box = await paper.locator("svg").boundingBox();
  expect(box.width).toBeLessThanOrEqual(700);
  expect(box.height).toBeGreaterThan(100);
});

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });
  test("the first example is printed as it stands", async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await page.goto("/");
    for (const words of ["class CustomDense(layers.Layer):", "'relu'", "Equal", "equal: True"]) await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(800);
  });
});
