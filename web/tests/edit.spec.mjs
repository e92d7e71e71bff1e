// A configuration edited in fields and as text: each edit is recreated at once, and costs nothing until it is kept.
import { expect, test } from "./playground.mjs";

const field = (playground, name) => playground.configuration.getByLabel(name, { exact: true });

async function edit(playground) {
  await playground.open();
  await playground.configuration.getByRole("button", { name: "Edit" }).click();
}

test("a changed value comes back from from_config at once, beside the original", async ({ playground }) => {
  await edit(playground);
  await field(playground, "units").fill("128");
  await field(playground, "activation").fill("tanh");
  await expect(playground.recreated).toContainText("Edited: 2 values");
  await expect(playground.recreated).toContainText("gives back what was edited");
  await expect(playground.recreated.getByRole("listitem").filter({ hasText: "original" }).first()).toContainText(/units\s*original\s*64\s*edited\s*128/);
  await expect(field(playground, "activation")).toHaveValue("tanh");
  await playground.configuration.getByRole("button", { name: "Done" }).click();
  await expect(playground.key("units")).toContainText("64");
  await playground.configuration.getByRole("button", { name: "Edit" }).click();
  await expect(field(playground, "units")).toHaveValue("128");
  await playground.configuration.getByRole("button", { name: "Reset" }).click();
  await expect(field(playground, "units")).toHaveValue("64");
  await expect(playground.recreated).toContainText("Configurations are equal");
});

test("keys are added and removed, and what Keras says of them is shown", async ({ playground, page }) => {
  await edit(playground);
  await playground.configuration.getByRole("textbox", { name: "New key", exact: true }).fill("colour");
  await playground.configuration.getByRole("textbox", { name: "Value of the new key" }).fill("'red'");
  await page.keyboard.press("Enter");
  await expect(field(playground, "colour")).toBeFocused();
  await expect(playground.recreated).toContainText("Cannot be recreated");
  await expect(playground.recreated).toContainText("colour");
  await playground.configuration.getByRole("button", { name: "Remove colour" }).click();
  await expect(field(playground, "colour")).toHaveCount(0);
  await playground.configuration.getByRole("button", { name: "Remove activation" }).click();
  await expect(playground.recreated).toContainText("1 differs");
  await playground.configuration.getByRole("button", { name: "Unfold dtype" }).click();
  await expect(field(playground, "class_name")).toHaveValue("DTypePolicy");
});

test("a field that cannot be read says why, and keeps what came back last", async ({ playground }) => {
  await edit(playground);
  await field(playground, "units").fill("12 monkeys");
  await expect(playground.configuration.getByRole("alert")).toContainText("This cannot be read");
  await expect(playground.recreated).toContainText("Equal");
  await field(playground, "units").fill("(1, 2)");
  await field(playground, "activation").focus();
  await expect(playground.configuration.getByRole("button", { name: /fold units/i })).toBeVisible();
  await expect(playground.configuration.getByRole("combobox", { name: "Kind of units" })).toHaveValue("tuple");
});

test("the configuration is edited as text, Python or JSON", async ({ playground, page }) => {
  await edit(playground);
  await playground.configuration.getByRole("tab", { name: "Text" }).click();
  const text = page.getByRole("textbox", { name: "Configuration as text" });
  await expect(text).toContainText("'units': 64");
  await text.fill(`{"name": "other", "trainable": false, "dtype": "float16", "units": 7, "activation": null}`);
  await expect(playground.recreated).toContainText("Edited: 5 values");
  await expect(playground.recreated).toContainText("float16");
  await playground.configuration.getByRole("tab", { name: "Fields" }).click();
  await expect(field(playground, "units")).toHaveValue("7");
  await playground.configuration.getByRole("tab", { name: "Text" }).click();
  await text.fill("{'units': ");
  await expect(playground.configuration.getByRole("alert")).toContainText("missing");
  await playground.configuration.getByRole("tab", { name: "Fields" }).click();
  await expect(text).toContainText("{'units':");
});

test("an edit outlives a change of the program", async ({ playground, page }) => {
  await edit(playground);
  await field(playground, "units").fill("9");
  await page.getByRole("textbox", { name: "Python code" }).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\nprint('again')\n");
  await expect(playground.output).toContainText("again");
  await expect(field(playground, "units")).toHaveValue("9");
  await expect(playground.recreated).toContainText("Edited: 1 value");
});

test("an edit outlives a reload", async ({ playground, page }) => {
  await edit(playground);
  await field(playground, "units").fill("9");
  await expect(playground.recreated).toContainText("Edited: 1 value");
  await page.reload();
  await playground.ready();
  await expect(field(playground, "units")).toHaveValue("9");
  await expect(playground.recreated).toContainText("Edited: 1 value");
  await playground.configuration.getByRole("button", { name: "Reset" }).click();
  await playground.configuration.getByRole("button", { name: "Done" }).click();
  await page.reload();
  await playground.ready();
  await expect(playground.key("units")).toContainText("64");
});

test("a configuration of ten thousand keys is searched, scrolled and edited", async ({ playground, page }) => {
  await playground.open();
  await playground.write(`
from keras import layers


class Table(layers.Layer):
    def __init__(self, table=None, **kwargs):
        super().__init__(**kwargs)
        self.table = table

    def get_config(self):
        return {**super().get_config(), "table": self.table}


table = Table(table={f"key_{i}": i for i in range(10_000)})
`);
  await playground.key("table").click();
  await expect(playground.key("key_0")).toBeVisible();
  expect(await playground.configuration.getByRole("treeitem").count()).toBeLessThan(200);
  await playground.key("key_0").focus();
  await page.keyboard.press("End");
  await expect(playground.key("key_9999")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(playground.key("name")).toBeFocused();
  await page.getByRole("searchbox").fill("key_777");
  await expect(playground.configuration.getByRole("status")).toHaveText("11 found");
  await expect(playground.key("key_7777")).toBeVisible();
  await page.getByRole("searchbox").fill("");
  await playground.configuration.getByRole("button", { name: "Edit" }).click();
  await field(playground, "key_3").fill("5");
  await expect(playground.recreated).toContainText("Edited: 1 value");
  await playground.configuration.getByRole("button", { name: "Done" }).click();
  await playground.configuration.getByRole("tab", { name: "JSON" }).click();
  await expect(page.getByRole("textbox", { name: "Configuration as text" })).toContainText('"name": "table"');
});

test("paths and values are copied", async ({ playground, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await playground.open();
  const copy = async (what) => {
    await playground.configuration.getByRole("button", { name: "Copy" }).click();
    await page.getByRole("dialog", { name: "Copy" }).getByRole("button", { name: what, exact: true }).click();
    await expect(playground.status).toContainText("copied");
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await playground.key("dtype").click();
  await playground.configuration.getByRole("treeitem", { name: /^config / }).click();
  expect(await copy("Path")).toBe('config["dtype"]["config"]');
  expect(await copy("Value as Python")).toBe("{'name': 'float32'}");
  expect(JSON.parse(await copy("As JSON")).units).toBe(64);
});

test("the results below are tabs; weights stand beside those that came back", async ({ playground, page }) => {
  await playground.open();
  await playground.write("from keras import layers\nlayer = layers.Dense(3)\nlayer.build((None, 4))\n");
  await page.getByRole("tab", { name: /Weights 2/ }).click();
  const weights = page.getByRole("region", { name: "Weights", exact: true });
  await expect(weights).toContainText("(4, 3)");
  await expect(weights).toContainText("15 values");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("tab", { name: "Model" })).toBeFocused();
  await expect(page.getByRole("region", { name: "Model", exact: true })).toContainText("is no model");
});

test("the lines between the panes move and stay where they were put", async ({ playground, page }) => {
  await playground.open();
  const line = page.getByRole("separator", { name: "Width of Define" });
  const define = page.getByRole("region", { name: "Define" });
  const before = (await define.boundingBox()).width;
  await line.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowLeft");
  const narrower = (await define.boundingBox()).width;
  expect(narrower).toBeLessThan(before - 60);
  await page.reload();
  await playground.ready();
  expect(Math.abs((await define.boundingBox()).width - narrower)).toBeLessThan(3);
  await line.dblclick();
  expect(Math.abs((await define.boundingBox()).width - before)).toBeLessThan(3);
});
