// For people with screen readers and for people without a mouse.
import { createRequire } from "node:module";
import { expect, test } from "./playground.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

for (const colorScheme of ["light", "dark"]) {
  for (const [width, height] of [[1440, 900], [768, 1024], [360, 740]]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height } });
      test("axe finds nothing", async ({ playground, page }) => {
        await page.addInitScript({ path: axe });
        await playground.open();
        await clean(page, "the first example");
        if (width < 720) {
          for (const pane of [/Config/, /Recreated/]) {
            await page.getByRole("tab", { name: pane }).click();
            await clean(page, `the tab ${pane}`);
          }
          await page.getByRole("button", { name: "Expand" }).click();
          await clean(page, "the sheet");
          await page.getByRole("button", { name: "Collapse" }).click();
          await page.getByRole("tab", { name: /Define/ }).click();
        }
        await playground.example(/two faults/);
        await expect(playground.problems).toContainText(/Error/);
        await clean(page, "a failing program");
        await page.getByRole("button", { name: "Examples" }).click();
        await clean(page, "the menu");
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "Help" }).click();
        await clean(page, "help");
      });
    });
  }
}

for (const colorScheme of ["light", "dark"]) {
  for (const [width, height] of [[1280, 800], [360, 740]]) {
    test.describe(`views, ${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height } });
      test("axe finds nothing in the builder, in edits and in the results", async ({ playground, page }) => {
        test.slow();
        const narrow = width < 720;
        const pane = async (name) => { if (narrow) await page.getByRole("tab", { name }).click(); };
        await page.addInitScript({ path: axe });
        await playground.open();
        await page.getByRole("button", { name: "Add a layer" }).click();
        await page.getByRole("button", { name: /^Dense / }).waitFor();
        await clean(page, "the catalogue");
        await page.getByRole("button", { name: /^Dense / }).click();
        await page.getByLabel("units", { exact: true }).fill("0");
        await expect(page.getByLabel("units", { exact: true })).toHaveAttribute("aria-invalid", "true");
        await clean(page, "a form with a refused field");
        await page.getByLabel("units", { exact: true }).fill("5");
        await page.getByRole("button", { name: "Add a layer" }).click();
        await pane(/Config/);
        await playground.configuration.getByRole("button", { name: "Copy" }).click();
        await clean(page, "the copy menu");
        await page.keyboard.press("Escape");
        for (const key of ["name", "units"]) { // one that Keras chose, and one from the code, whose line lights up
          await playground.key(key).hover();
          await clean(page, "a key pointed at");
        }
        await playground.configuration.getByRole("tab", { name: "Code" }).click();
        await expect(playground.configuration).toContainText("makes an object");
        await clean(page, "code");
        await playground.configuration.getByRole("button", { name: "Edit" }).click();
        await playground.configuration.getByLabel("units", { exact: true }).fill("7");
        await clean(page, "an edit in fields");
        await playground.configuration.getByRole("tab", { name: "Text" }).click();
        await clean(page, "an edit as text");
        await pane(/Recreated/);
        await expect(playground.recreated).toContainText("Edited: 1 value");
        await clean(page, "what came back of an edit");
        for (const tab of ["Model", "Weights", "Problems"]) {
          await page.getByRole("tab", { name: new RegExp("^" + tab) }).click();
          await clean(page, `the results' tab ${tab}`);
        }
      });
    });
  }
}

for (const colorScheme of ["light", "dark"]) {
  test.describe(`numbers, ${colorScheme}`, () => {
    test.use({ colorScheme });
    test("axe finds nothing in coloured numbers and in histograms", async ({ playground, page }) => {
      await page.addInitScript({ path: axe });
      await playground.open();
      await playground.write("import keras\nlayer = keras.layers.Dense(6)\nlayer(keras.ops.ones((4, 5)))\n");
      await expect(playground.recreated).toContainText("other weights");
      await page.getByRole("tab", { name: "Weights 2" }).click();
      await expect(page.getByRole("img", { name: /lie between/ })).toBeVisible();
      await clean(page, "numbers");
      await page.getByRole("button", { name: "Help" }).click();
      await page.getByRole("button", { name: "What is checked" }).click();
      await expect(page.getByRole("region", { name: "Table of classes" })).toBeVisible();
      await clean(page, "the table of classes");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await playground.configuration.getByRole("button", { name: "Edit" }).click();
      await playground.configuration.getByLabel("units", { exact: true }).fill("7");
      await playground.recreated.getByRole("button", { name: "Side by side" }).click();
      await expect(page.getByRole("textbox", { name: "edited" })).toBeVisible();
      await clean(page, "side by side");
    });
  });
}

for (const colorScheme of ["light", "dark"]) {
  test.describe(`notices, ${colorScheme}`, () => {
    test.use({ colorScheme });
    test("axe finds nothing in what is said of links and of an engine that does not come", async ({ playground, page, complaints }) => {
      await page.addInitScript({ path: axe });
      await playground.open();
      await playground.write("print('mine')\n");
      await expect(playground.output).toContainText("mine");
      await page.getByRole("button", { name: "Share" }).click();
      await expect(page.getByText("characters and holds all of this")).toBeVisible();
      await clean(page, "a link of one's own");
      await page.goto("about:blank");
      await playground.open("/#v1=" + Buffer.from("\0print('theirs')").toString("base64url"));
      await expect(page.getByText("This program came with a link")).toBeVisible();
      await clean(page, "somebody else's link");
      await page.goto("about:blank");
      await page.route("**/app.wasm*", (route) => route.abort());
      await page.goto("/");
      await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
      await clean(page, "no engine");
      complaints.length = 0; // the browser tells of the file that was held back
    });
  });
}

async function clean(page, what) {
  await page.waitForTimeout(200); // transitions end
  const found = await page.evaluate(async () => {
    const { violations } = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160) + " " + n.any.map((a) => a.message).join("; ")).join(" | ")}`);
  });
  expect.soft(found, what).toEqual([]);
}

test("everything can be done with the keyboard", async ({ playground, page }) => {
  await playground.open();
  await expect(playground.recreated).toContainText("Equal");
  await page.keyboard.press("Alt+2");
  await expect(playground.configuration.locator(":focus")).toBeVisible();
  await playground.configuration.getByRole("tab", { selected: true }).first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(playground.configuration.getByRole("tab", { name: /^again/ })).toBeFocused();
  await page.keyboard.press("ArrowLeft");

  await playground.configuration.getByRole("treeitem").first().focus();
  await page.keyboard.press("End");
  await expect(playground.key("activation")).toBeFocused();
  await expect(page.locator(".cm-lit")).toHaveText(/"relu"$/);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(playground.key("dtype")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(playground.key("dtype")).toHaveAttribute("aria-expanded", "true");
  await expect(playground.key("dtype")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(playground.configuration.locator("[aria-level='2']:focus")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(playground.key("dtype")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(playground.key("dtype")).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(playground.editor).toBeFocused();

  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(playground.editor).not.toBeFocused();
  await page.keyboard.press("Alt+1");
  await expect(playground.editor).toBeFocused();
  await page.keyboard.press("F6");
  await expect(playground.configuration.locator(":focus")).toBeVisible();
  await page.keyboard.press("Shift+?");
  await expect(page.getByText("How to read this page")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Enter");
  await expect(playground.status).toContainText("ready");
  await page.keyboard.press("Control+s");
  await expect(page).toHaveURL(/#[\w-]{20,}$/);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  test("three tabs carry their verdict, and Output is a sheet", async ({ playground, page }) => {
    await playground.open();
    await expect(page.getByRole("tab", { name: "Recreated Equal" })).toBeVisible();
    await expect(page.getByRole("tab", { name: /Config 5 keys/ })).toBeVisible();
    await page.getByRole("tab", { name: /Config/ }).tap();
    await playground.key("units").tap();
    await expect(playground.key("units")).toHaveAttribute("aria-selected", "true");
    await page.getByRole("tab", { name: /Recreated/ }).tap();
    await expect(playground.recreated).toContainText("What came back");
    await page.getByRole("button", { name: "Expand" }).tap();
    await expect(playground.output).toContainText("equal: True");
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    for (const button of await page.getByRole("button").all()) {
      if (!await button.isVisible()) continue;
      const box = await button.boundingBox();
      expect(box.height, await button.textContent()).toBeGreaterThanOrEqual(44);
    }
  });
});

for (const colorScheme of ["light", "dark"]) {
  for (const [width, height] of [[1280, 800], [320, 740]]) {
    test.describe(`graph and menus, ${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height } });
      test("axe finds nothing in the graph, the palette and the menu of files", async ({ playground, page }) => {
        test.slow();
        await page.addInitScript({ path: axe });
        await playground.open();
        await playground.example(/frozen base/);
        await page.locator("[data-object=model]").waitFor({ state: "attached" });
        if (width < 720) await page.getByRole("tab", { name: /Config/ }).click();
        await page.getByRole("tab", { name: /^model/ }).click();
        if (width < 720) await page.getByRole("button", { name: "Expand" }).click();
        await page.getByRole("tab", { name: "Model", exact: true }).click();
        await page.getByRole("button", { name: /^base Sequential/ }).press("Enter");
        await clean(page, "the graph");
        await page.getByRole("button", { name: "Table", exact: true }).click();
        await clean(page, "the table");
        await page.getByRole("button", { name: "File" }).click();
        await clean(page, "the menu of files");
        await page.keyboard.press("Escape");
        await page.keyboard.press("Control+k");
        await clean(page, "the palette");
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });
    });
  }
}

test.describe("at 400 % on a laptop", () => {
  test.use({ viewport: { width: 320, height: 256 } });
  test("the page scrolls, and its panes have room", async ({ playground, page }) => {
    await playground.open();
    expect((await playground.editor.evaluate((e) => e.closest(".cm-scroller").getBoundingClientRect().height))).toBeGreaterThan(150);
    await page.getByRole("button", { name: "Add a layer" }).focus();
    await expect(page.getByRole("button", { name: "Add a layer" })).toBeInViewport();
    await page.getByRole("tab", { name: /Config/ }).click();
    await playground.key("activation").click();
    await expect(playground.key("activation")).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

test.describe("at 200 % on a laptop", () => {
  test.use({ viewport: { width: 720, height: 450 } });
  test("a configuration shows several keys, and its buttons stand in one line", async ({ playground, page }) => {
    await playground.open();
    await playground.key("activation").scrollIntoViewIfNeeded();
    await expect(playground.key("name")).toBeInViewport();
    await expect(playground.key("units")).toBeInViewport();
    const top = async (role, name) => Math.round((await playground.configuration.getByRole(role, { name, exact: true }).boundingBox()).y / 8);
    expect(await top("button", "✎ Edit")).toBe(await top("button", "Copy"));
    await page.getByRole("tab", { name: "Weights" }).click();
    await expect(page.getByRole("region", { name: "Weights" })).toBeInViewport();
  });
});

test.describe("in forced colours", () => {
  test.use({ forcedColors: "active" });
  test("only keys that open have a mark for it", async ({ playground }) => {
    await playground.open();
    const mark = (key) => playground.key(key).locator(".twist").evaluate((e) => getComputedStyle(e).backgroundColor);
    expect(await mark("units")).toMatch(/^rgba\(.*, 0\)$/);
    expect(await mark("dtype")).not.toMatch(/^rgba\(.*, 0\)$/);
  });
});
