// The panes: what the first example shows, how a key leads to its code and back, what a failing program leaves standing.
import { expect, test } from "./playground.mjs";

test("the first example runs by itself, and the moments are marked", async ({ playground, page }) => {
  await playground.open();
  await expect(playground.output).toContainText("equal: True");
  await expect(playground.recreated).toContainText("Equal");
  await expect(playground.recreated).toContainText("Weights are not included");
  await expect(playground.status).toContainText("ready");
  await expect.poll(() => page.evaluate(() => performance.getEntriesByType("mark").map((m) => m.name)))
    .toEqual(expect.arrayContaining(["layerglass:ready", "layerglass:first-config"]));
});

test("results follow typing", async ({ playground }) => {
  await playground.open();
  await playground.write("print(6 * 7)");
  await expect(playground.output).toContainText("42");
});

test("every object has a tab under its variable's name", async ({ playground }) => {
  await playground.open();
  await playground.write("from keras import layers\na = layers.Dense(3)\nb = layers.Dropout(0.25)\n");
  await expect(playground.configuration.getByRole("tab", { name: /^a Dense/ })).toHaveAttribute("aria-selected", "true");
  await playground.configuration.getByRole("tab", { name: /^b Dropout/ }).click();
  await expect(playground.key("rate")).toContainText("0.25");
  await expect(playground.recreated).toContainText("Dropout.from_config");
});

test("a key and the code that set it light up together", async ({ playground, page }) => {
  await playground.open();
  const lit = page.locator(".cm-lit");
  await playground.key("units").hover();
  await expect(lit).toHaveText(/64$/);
  await page.mouse.move(0, 0);
  await expect(lit).toHaveCount(0);
  await playground.key("activation").click();
  await expect(lit).toHaveText(/"relu"$/);
  await expect(playground.key("activation")).toHaveAttribute("aria-selected", "true");
  await expect(playground.recreated.locator("[data-chosen]")).toContainText("activation");
  await page.locator(".cm-line", { hasText: "layer = CustomDense(units=64" }).getByText("64").click();
  await expect(playground.key("units")).toHaveAttribute("aria-selected", "true");
});

test("the configuration is shown as Python, as JSON and as a serialized object", async ({ playground, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await playground.open();
  await playground.configuration.getByRole("tab", { name: "Python" }).click();
  await expect(playground.configuration).toContainText("'units': 64,");
  await playground.configuration.getByRole("tab", { name: "JSON" }).click();
  await expect(playground.configuration).toContainText('"units": 64,');
  await playground.configuration.getByRole("button", { name: "Copy" }).click();
  await expect(playground.status).toContainText("copied");
  expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())).units).toBe(64);
  await playground.configuration.getByRole("tab", { name: "Object" }).click();
  await expect(playground.configuration).toContainText('"class_name": "CustomDense"');
});

test("any two objects are compared key by key", async ({ playground }) => {
  await playground.open();
  await playground.write("from keras import layers\na = layers.Dense(3)\nb = layers.Dense(4, activation='relu')\n");
  await playground.recreated.getByRole("combobox", { name: /against/ }).selectOption("b (Dense)");
  await expect(playground.recreated).toContainText("3 differ");
  await expect(playground.recreated.getByRole("listitem").filter({ hasText: "units" })).toContainText(/a\s*3\s*b\s*4/);
  await playground.recreated.getByRole("combobox", { name: /against/ }).selectOption("what from_config gives back");
  await expect(playground.recreated).toContainText("Configurations are equal");
});

test("an argument that the config forgets is found though no exception says so, and mended", async ({ playground }) => {
  await playground.open();
  await expect(playground.recreated).toContainText("2 of 2 arguments survive");
  await playground.example(/gets lost/);
  await expect(playground.recreated).toContainText("1 of 2 arguments survive a round trip: rate is lost");
  await expect(playground.problems).toContainText("takes no notice of rate");
  await playground.problems.getByRole("button", { name: "Apply fix" }).click();
  await expect(playground.recreated).toContainText("2 of 2 arguments survive");
  await expect(playground.output).toContainText("rate after:  0.5");
});

test("a lost argument is shown with both values", async ({ playground }) => {
  await playground.open();
  await playground.example(/gets lost/);
  await expect(playground.output).toContainText("rate after:  0.1");
});

test("a program that fails leaves the last good panes, marked as older", async ({ playground }) => {
  await playground.open();
  await expect(playground.recreated).toContainText("Equal");
  await playground.write("def broken(:\n");
  await expect(playground.problems).toContainText("SyntaxError");
  await expect(playground.configuration).toContainText("Older than the code");
  await expect(playground.key("units")).toContainText("64");
  await expect(playground.status).toContainText("SyntaxError");
});

test("what is typed is there after a reload, and the theme too", async ({ playground, page }) => {
  await playground.open();
  await playground.write("print('kept')");
  await expect(playground.output).toContainText("kept");
  await page.getByRole("button", { name: "Theme" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await playground.ready();
  await expect(playground.editor).toContainText("print('kept')");
  await expect(playground.output).toContainText("kept");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("an example never costs the own program", async ({ playground }) => {
  await playground.open();
  await playground.write("print('mine')");
  await expect(playground.output).toContainText("mine");
  await playground.example(/Built-in layers/);
  await expect(playground.output).toContainText("keys");
  await playground.example(/Your earlier program/);
  await expect(playground.output).toContainText("mine");
});

test("counts have a comma between groups of digits", async ({ playground }) => {
  await playground.open();
  await playground.write('from keras import layers\n\n\nclass Large(layers.Layer):\n    def get_config(self):\n        return {**super().get_config(), "table": {str(i): i for i in range(12_345)}, "list": list(range(1_000))}\n\n\nlarge = Large()\n');
  await expect(playground.key("table")).toContainText("12,345 keys");
  await expect(playground.key("list")).toContainText("1,000 items");
});

test("a copy without weights says so in words", async ({ playground }) => {
  await playground.open();
  await playground.write('from keras import layers\n\ndrop = layers.Dropout(0.2)\n');
  await expect(playground.recreated).toContainText("It has no weights.");
});

test.describe("on a narrow page", () => {
  test.use({ viewport: { width: 320, height: 640 } });
  test("a table that a program draws keeps its lines whole, and other output wraps", async ({ playground, page }) => {
    await playground.open();
    await playground.write('import keras\n\nmodel = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3)])\nmodel.summary()\nprint("words " * 40)\n');
    await page.getByRole("button", { name: "Expand" }).click();
    const words = playground.output.getByText("Dense", { exact: false }).first();
    await expect(words).toContainText("dense (Dense)");
    const lines = await words.evaluate((e) => [e.textContent.trimEnd().split("\n").length, Math.round(e.getBoundingClientRect().height / 20)]);
    expect(lines[1]).toBe(lines[0]);
    const [wide, seen, all] = await page.locator("#output-body").evaluate((e) => [e.scrollWidth, e.clientWidth, e.querySelector("pre").getBoundingClientRect().width]);
    expect(wide).toBeGreaterThan(seen); // the table is scrolled to
    expect(all).toBeLessThanOrEqual(seen); // and nothing else is
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
