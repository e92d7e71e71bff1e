// Configurations as code: the Python that makes an object, edits put into the program, and configurations pasted in its place.
import { expect, test } from "./playground.mjs";

test("an edit is put into the code, argument by argument, and can be undone", async ({ playground, page }) => {
  await playground.open();
  await playground.configuration.getByRole("button", { name: "Edit" }).click();
  await playground.configuration.getByLabel("units", { exact: true }).fill("128");
  await playground.configuration.getByLabel("name", { exact: true }).fill("mine");
  await expect(playground.recreated).toContainText("Edited: 2 values");
  await playground.configuration.getByRole("button", { name: "Put into code" }).click();
  await expect(playground.editor).toContainText(`layer = CustomDense(units=128, activation="relu", name="mine")`);
  await expect(playground.key("units")).toContainText("128");
  await expect(playground.recreated).toContainText("Configurations are equal");
  await playground.editor.focus();
  await page.keyboard.press("Control+z");
  await expect(playground.key("units")).toContainText("64");
});

test("an object's configuration is shown as the code that makes it", async ({ playground, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await playground.open();
  await playground.write("from keras import layers\nlayer = layers.Conv2D(4, (3, 3), padding='same', name='c')\n");
  await playground.configuration.getByRole("tab", { name: "Code" }).click();
  await expect(playground.configuration).toContainText(/Conv2D\(4, .*padding="same", name="c"\)/);
  await expect(playground.configuration).toContainText("makes an object with the same configuration");
  await playground.configuration.getByRole("button", { name: "Copy" }).click();
  await expect(playground.status).toContainText("copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("import layers");
});

test("a pasted configuration becomes a program that makes its object", async ({ playground, page }) => {
  await playground.open();
  await playground.write(JSON.stringify({ module: "keras.layers", class_name: "Dense", config: { name: "d", units: 12, activation: "relu" }, registered_name: null }, null, 2));
  await page.getByRole("button", { name: "Turn it into Python" }).click();
  await expect(playground.editor).toContainText("layers.Dense(12");
  await expect(playground.key("units")).toContainText("12");
  await expect(page.getByText("This is a configuration, not a program.")).toBeHidden();
});

test("what the code cannot say by itself, and what cannot be read, is told", async ({ playground, page }) => {
  await playground.open();
  const turn = () => page.getByRole("button", { name: "Turn it into Python" }).click();
  await playground.write(`{"module": "keras.layers", "class_name": "Dense", "config": }`);
  await turn();
  await expect(playground.status).not.toContainText("writing the code");
  await expect(playground.editor).toContainText(`"config": }`);
  await playground.write(`{"module": null, "class_name": "Mine", "config": {"a": 1}, "registered_name": "Mine"}`);
  await turn();
  await expect(page.locator("#notice")).toContainText("Mine");
});
