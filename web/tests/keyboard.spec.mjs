// The whole page without a mouse: everything is reached, everything that has the focus shows it, nothing keeps it, and what closes gives it back.
import { expect, test } from "./playground.mjs";

// focused tells what has the focus, and whether that can be seen.
const focused = (page) => page.evaluate(() => {
  let e = document.activeElement;
  while (e.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const name = e.getAttribute("aria-label") ?? e.labels?.[0]?.textContent;
  const around = e.matches(".grip") ? Number(getComputedStyle(e, "::after").opacity) === 1
    : e.matches(".node") ? Number.parseFloat(getComputedStyle(e.querySelector("rect")).strokeWidth) >= 3
    : e.matches(".cm-content") ? e.closest(".cm-editor").matches(".cm-focused") // its caret blinks
    : style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
  const inside = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight && (box.width > 0 || e.matches(".grip"));
  return { name: `${e.localName} ${name || (e.textContent.trim() || e.id).replace(/\s+/g, " ").slice(0, 40)}`, shown: e === document.body || around && inside };
});

async function leave(page) {
  if ((await focused(page)).name.includes("Python code")) await page.keyboard.press("Escape");
}

for (const [width, height] of [[1440, 900], [800, 1000], [320, 700]]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height } });
    test("Tab goes once round the page, and the focus can always be seen", async ({ playground, page }) => {
      test.slow();
      await playground.open();
      const there = [];
      for (let i = 0; i < 80; i++) {
        await leave(page);
        await page.keyboard.press("Tab");
        const { name, shown } = await focused(page);
        if (name.startsWith("body") || name === there[0]) break;
        // The editor marks itself a moment after the focus came.
        if (!shown) await expect.poll(async () => (await focused(page)).shown, { message: `${name} shows its focus` }).toBe(true);
        there.push(name);
      }
      expect(there.length).toBeLessThan(60);
      expect(there[0]).toBe("a Go to the code");
      for (const name of ["button Examples", "button File", "button Share", "button Theme: system", "button Help", "button Run", "div Python code", "button + Add a layer", "button Output"]) {
        expect(there).toContain(name);
      }
      await leave(page);
      for (let i = 0; i < 3; i++) await page.keyboard.press("Shift+Tab"); // and back
      await expect.poll(async () => (await focused(page)).shown).toBe(true);
    });
  });
}

test("from the first key to a finished program", async ({ playground, page }) => {
  test.slow();
  await playground.open();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter"); // the skip link
  await expect(playground.editor).toBeFocused();
  await expect(page).not.toHaveURL(/#/);
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("from keras import layers\nlayer = layers.Dense(64)\n");
  await page.keyboard.press("Tab"); // indents
  await expect(playground.editor).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Control+Enter");
  await expect(playground.key("units")).toContainText("64");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Add a layer" })).toBeFocused();

  await page.keyboard.press("Enter"); // the builder
  await expect(page.getByRole("searchbox", { name: "Search the catalogue" })).toBeFocused();
  await page.keyboard.type("spatialdropout1d");
  await page.getByRole("button", { name: /^SpatialDropout1D / }).waitFor();
  await page.keyboard.press("Tab"); // the kind
  await page.keyboard.press("Tab");
  for (let i = 0; i < 3 && !(await focused(page)).name.includes("SpatialDropout1D"); i++) await page.keyboard.press("Tab");
  expect((await focused(page)).name).toContain("SpatialDropout1D");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("rate", { exact: true })).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("0.25");
  await expect(playground.editor).toContainText("SpatialDropout1D(rate=0.25)");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Add a layer" })).toBeFocused();
  await expect(playground.configuration.getByRole("tab", { name: /^spatial/ })).toBeVisible();
});

test("an edit of a value, and a comparison", async ({ playground, page }) => {
  test.slow();
  await playground.open();
  await playground.run("from keras import layers\nfirst = layers.Dense(64)\nsecond = layers.Dense(32)\n");
  await playground.configuration.getByRole("tab", { name: /^second/ }).waitFor();
  await page.keyboard.press("Alt+2");
  await playground.configuration.getByRole("button", { name: "Edit" }).focus();
  await page.keyboard.press("Enter");
  const units = playground.configuration.getByLabel("units", { exact: true });
  await units.waitFor();
  for (let i = 0; i < 40 && !await units.evaluate((e) => e === document.activeElement); i++) {
    await page.keyboard.press("Tab");
    expect((await focused(page)).shown).toBe(true);
  }
  await expect(units).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("65");
  await expect(playground.recreated).toContainText("Edited: 1 value");
  await expect(units).toBeFocused();
  await playground.configuration.getByRole("button", { name: "Done" }).press("Enter");
  await expect(playground.configuration.getByRole("button", { name: "Edit" })).toBeFocused();
  await page.keyboard.press("Alt+3");
  await expect(playground.recreated.locator(":focus")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("combobox", { name: /against/ })).toBeFocused();
  await page.keyboard.press("End");
  await expect(playground.recreated).toContainText("32");
  await expect(page.getByRole("combobox", { name: /against/ })).toBeFocused();
});

test("what opens over the page gives the focus back when it closes", async ({ playground, page }) => {
  test.slow();
  await playground.open();
  for (const [name, shown] of [["Examples", page.getByRole("link", { name: /Built-in layers/ })], ["File", page.getByRole("button", { name: "Open a file" })], ["Help", page.getByText("How to read this page")]]) {
    const button = page.getByRole("button", { name, exact: true });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(shown).toBeVisible();
    await page.keyboard.press("Tab"); // into it
    expect((await focused(page)).shown, `the first stop in ${name}`).toBe(true);
    await page.keyboard.press("Escape");
    await expect(shown).toBeHidden();
    await expect(button).toBeFocused();
  }
  await playground.configuration.getByRole("treeitem").first().focus();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: /Find/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(playground.configuration.getByRole("treeitem").first()).toBeFocused();
  await playground.configuration.getByRole("button", { name: "Copy" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(playground.configuration.getByRole("button", { name: "Copy" })).toBeFocused();
});

test("an example is opened, a link is shared, and the notice lets go", async ({ playground, page }) => {
  await playground.open();
  await page.getByRole("button", { name: "Examples" }).focus();
  await page.keyboard.press("Enter");
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press("Tab");
    if ((await focused(page)).name.includes("Built-in layers")) break;
  }
  await page.keyboard.press("Enter");
  await expect(playground.configuration).toContainText("BatchNormalization");
  await expect(playground.editor).toBeFocused();
  const share = page.getByRole("button", { name: "Share" });
  await share.focus();
  await page.keyboard.press("Enter");
  const dismiss = page.getByRole("button", { name: "Dismiss" });
  await expect(dismiss).toBeVisible();
  await dismiss.focus();
  await page.keyboard.press("Enter");
  await expect(dismiss).toBeHidden();
  await expect(page.getByRole("region", { name: "Define" })).toBeFocused();
});

test("a graph is walked through and left", async ({ playground, page }) => {
  test.slow();
  await playground.open();
  await playground.run('import keras\ninputs = keras.Input((8,))\nx = keras.layers.Dense(4, name="middle")(inputs)\nmodel = keras.Model(inputs, keras.layers.Dense(1, name="last")(x))\n');
  await page.locator("[data-object=model]").press("Enter");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("show model");
  await page.keyboard.press("Enter");
  const first = page.getByRole("button", { name: /^input_layer/ });
  await first.waitFor();
  for (let i = 0; i < 20 && !await first.evaluate((e) => e === document.activeElement); i++) await page.keyboard.press("Tab");
  await expect(first).toBeFocused();
  expect((await focused(page)).shown).toBe(true);
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("button", { name: /^middle Dense/ })).toBeFocused();
  expect((await focused(page)).shown).toBe(true);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^middle Dense/ })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: /^middle Dense/ })).not.toBeFocused();
  expect((await focused(page)).shown).toBe(true);
});
