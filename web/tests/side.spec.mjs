// Two configurations as text, side by side; what draws them is loaded when it is asked for.
import { expect, test } from "./playground.mjs";

const two = "from keras import layers\na = layers.Dense(3)\nb = layers.Dense(4, activation='relu')\n";

test("two objects are read side by side, and the script comes when it is asked for", async ({ playground, page }) => {
  const asked = [];
  page.on("request", (request) => { if (request.url().includes("merge.js")) asked.push(request.url()); });
  await playground.open();
  await playground.write(two);
  await playground.recreated.getByRole("combobox", { name: /against/ }).selectOption("b (Dense)");
  expect(asked).toEqual([]);
  await playground.recreated.getByRole("button", { name: "Side by side" }).click();
  const dialog = page.getByRole("dialog", { name: "Side by side" });
  await expect(dialog.getByRole("textbox", { name: "a", exact: true })).toContainText("'units': 3");
  await expect(dialog.getByRole("textbox", { name: "b", exact: true })).toContainText("'units': 4");
  await expect(dialog.locator(".cm-merge-b .cm-changedLine").filter({ hasText: "units" })).toBeVisible();
  expect(asked).toHaveLength(1);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(playground.recreated.getByRole("button", { name: "Side by side" })).toBeFocused();
});

test("an edit is read beside the original", async ({ playground, page }) => {
  await playground.open();
  await playground.write(two);
  await expect(playground.configuration.getByRole("tab", { name: /^a Dense/ })).toBeVisible();
  await playground.configuration.getByRole("button", { name: "Edit" }).click();
  await playground.configuration.getByLabel("units", { exact: true }).fill("77");
  await playground.recreated.getByRole("button", { name: "Side by side" }).click();
  const dialog = page.getByRole("dialog", { name: "Side by side" });
  await expect(dialog.getByRole("textbox", { name: "edited" })).toContainText("'units': 77");
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toBeHidden();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });
  test("both stand in one column", async ({ playground, page }) => {
    await playground.open();
    await playground.write(two);
    await page.getByRole("tab", { name: /Recreated/ }).click();
    await playground.recreated.getByRole("combobox", { name: /against/ }).selectOption("b (Dense)");
    await playground.recreated.getByRole("button", { name: "Side by side" }).click();
    const dialog = page.getByRole("dialog", { name: "Side by side" });
    await expect(dialog.locator(".cm-deletedChunk").first()).toBeVisible();
    await expect(dialog.getByRole("textbox", { name: "b", exact: true })).toContainText("'units': 4");
  });
});
