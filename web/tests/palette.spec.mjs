// One field finds layers, examples and commands, with keys alone.
import { expect, test } from "./playground.mjs";

const field = (page) => page.getByRole("combobox", { name: "Find a layer, example or command" });

test("a layer is found and written into the program", async ({ playground, page }) => {
  await playground.open();
  await playground.editor.focus();
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("maxpool");
  await expect(page.getByRole("option", { name: /^MaxPooling1D / })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("listbox", { name: "Found" }).getByRole("option", { selected: true })).toContainText("MaxPooling2D");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Find" })).toBeHidden();
  await expect(playground.editor).toContainText("MaxPooling2D(");
});

test("an example is found by what it teaches", async ({ playground, page }) => {
  await playground.open();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("nested models");
  await page.keyboard.press("Enter");
  await expect(playground.output).toContainText("frozen after");
});

test("a command is found, and Escape leaves all as it was", async ({ playground, page }) => {
  await playground.open();
  await playground.editor.focus();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("zebra");
  await expect(page.getByRole("listbox", { name: "Found" }).getByRole("option")).toHaveText("Nothing has that name.");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Find" })).toBeHidden();
  await expect(playground.editor).toBeFocused();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("show weights");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: /^Weights/ })).toHaveAttribute("aria-selected", "true");
});
