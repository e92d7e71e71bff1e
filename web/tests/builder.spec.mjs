// The builder: forms that write Python, and Python that fills forms. The editor's help from the engine.
import { expect, test } from "./playground.mjs";

const builder = (page) => page.getByRole("region", { name: "Builder" });
const argument = (page, name) => builder(page).getByLabel(name, { exact: true });
const lastLine = async (page) => (await page.locator(".cm-line").allInnerTexts()).map((l) => l.trim()).filter(Boolean).at(-1);

async function add(playground, page, query, name) {
  await page.getByRole("button", { name: "Add a layer" }).click();
  await builder(page).getByRole("searchbox").fill(query);
  await builder(page).getByRole("button", { name: new RegExp(`^${name} `) }).first().click();
}

test("a layer is found, added and configured in a form that edits one argument at a time", async ({ playground, page }) => {
  await playground.open();
  await add(playground, page, "conv2d", "Conv2D");
  await expect(playground.configuration.getByRole("tab", { name: /^conv2d / })).toHaveAttribute("aria-selected", "true");
  expect(await lastLine(page)).toBe("conv2d = layers.Conv2D(filters=32, kernel_size=3)");
  await argument(page, "filters").fill("16");
  await argument(page, "activation").fill("relu");
  await argument(page, "padding").selectOption("'same'");
  await expect.poll(() => lastLine(page)).toBe("conv2d = layers.Conv2D(filters=16, kernel_size=3, activation='relu', padding='same')");
  await expect(playground.key("filters")).toContainText("16");
  await argument(page, "activation").fill("");
  await expect.poll(() => lastLine(page)).toBe("conv2d = layers.Conv2D(filters=16, kernel_size=3, padding='same')");
});

test("the engine judges each field", async ({ playground, page }) => {
  await playground.open();
  await add(playground, page, "conv2d", "Conv2D");
  await argument(page, "strides").fill("(0, 1)");
  await expect(argument(page, "strides")).toHaveAttribute("aria-invalid", "true");
  await expect(builder(page)).toContainText(/strides must be/);
  await argument(page, "strides").fill("(1,");
  await expect(builder(page)).toContainText("not closed");
  expect(await lastLine(page)).toContain("strides=(0, 1)");
  await argument(page, "strides").fill("2");
  await expect(argument(page, "strides")).not.toHaveAttribute("aria-invalid", "true");
  await expect(playground.key("strides")).toContainText("(2, 2)");
});

test("editing the code updates the form, and the caret chooses the call", async ({ playground, page }) => {
  await playground.open();
  await playground.write("from keras import layers\na = layers.Dense(3)\nb = layers.Dropout(0.25)\n");
  await page.getByRole("button", { name: "Add a layer" }).click();
  await page.locator(".cm-line", { hasText: "Dense" }).getByText("3").click();
  await expect(argument(page, "units")).toHaveValue("3");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("0, use_bias=False");
  await expect(argument(page, "units")).toHaveValue("30");
  await expect(argument(page, "use_bias")).toHaveValue("False");
  await page.locator(".cm-line", { hasText: "Dropout" }).getByText("0.25").click();
  await expect(argument(page, "rate")).toHaveValue("0.25");
  await argument(page, "rate").fill("0.5");
  await expect(playground.editor).toContainText("b = layers.Dropout(0.5)");
  await page.keyboard.press("Escape");
  await expect(builder(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Add a layer" })).toBeFocused();
});

test("other kinds are in the catalogue too", async ({ playground, page }) => {
  await playground.open();
  await page.getByRole("button", { name: "Add a layer" }).click();
  await builder(page).getByRole("combobox", { name: "Kind" }).selectOption("Optimizers");
  await builder(page).getByRole("button", { name: /^Adam / }).click();
  await expect.poll(() => lastLine(page)).toBe("adam = keras.optimizers.Adam()");
});

test("a field of a configuration offers the values that its argument allows", async ({ playground, page }) => {
  await playground.open();
  await playground.write("from keras import layers\nlayer = layers.Conv2D(4, 3, activation='relu')\n");
  await expect(playground.key("filters")).toContainText("4");
  await playground.configuration.getByRole("button", { name: "Edit" }).click();
  const padding = playground.configuration.getByLabel("padding", { exact: true });
  await expect(padding).toHaveRole("combobox");
  await padding.selectOption("'same'");
  await expect(playground.recreated).toContainText("Edited: 1 value");
  await expect(playground.configuration.getByLabel("activation", { exact: true })).toHaveAttribute("list", "choices-activation");
});

test("completion, the parameters of a call, and hover come from the engine", async ({ playground, page }) => {
  await playground.open();
  await playground.editor.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\nx = layers.Dens");
  const list = page.getByRole("listbox", { name: "Completions" });
  await expect(list.getByRole("option", { name: /^Dense/ }).first()).toBeVisible();
  await page.waitForTimeout(200); // a list that has only just opened takes no Enter, lest somebody meant a new line
  await page.keyboard.press("Enter");
  await page.keyboard.type("(");
  await expect(page.locator(".cm-signature b")).toHaveText("units");
  await page.keyboard.type("3, act");
  await expect(list.getByRole("option", { name: /^activation=/ })).toBeVisible();
  await expect(page.locator(".cm-signature")).toContainText("activation=None");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.locator(".cm-signature")).toHaveCount(0);
  await page.locator(".cm-line", { hasText: "layer = CustomDense(" }).getByText("CustomDense").hover();
  await expect(page.locator(".cm-title")).toContainText("CustomDense(units=32, activation=None, **kwargs)");
});
