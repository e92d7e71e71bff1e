// In numbers: the object and its copy called on the same input, and what weights hold.
import { expect, test } from "./playground.mjs";

const dense = "import keras\nlayer = keras.layers.Dense(8, activation='tanh')\nlayer(keras.ops.ones((2, 5)))\n";

test("the same config with other weights computes other numbers, until the weights are copied", async ({ playground, page }) => {
  await playground.open();
  await playground.write(dense);
  const { recreated } = playground;
  await expect(recreated).toContainText("Same config, other weights: the outputs differ. The largest difference is");
  await expect(recreated).toContainText("keras.random.normal((2, 5), seed=7)");
  const row = (table) => recreated.getByRole("table", { name: table }).getByRole("row").first().getByRole("cell").allInnerTexts();
  const original = await row(/Original/);
  expect(original).toHaveLength(6);
  expect(await row(/Recreated/)).not.toEqual(original);
  await recreated.getByRole("button", { name: "Copy the weights" }).click();
  await expect(recreated).toContainText("now the same weights: every output is equal");
  expect(await row(/Recreated/)).toEqual(original);
  expect(new Set(await row(/Difference/))).toEqual(new Set(["0"]));
  await expect(recreated.getByRole("button", { name: "Take new weights" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(recreated).toContainText("other weights: the outputs differ");
});

test("an edited config is tried beside the original", async ({ playground }) => {
  await playground.open();
  await playground.write(dense);
  await expect(playground.recreated).toContainText("other weights");
  await playground.configuration.getByRole("button", { name: "Edit" }).click();
  await playground.configuration.getByLabel("units", { exact: true }).fill("9");
  await playground.recreated.getByRole("button", { name: "Call both on the same input" }).click();
  await expect(playground.recreated).toContainText("The original gives an output of shape (2, 8), the copy one of (2, 9)");
});

test("what cannot be called says why", async ({ playground }) => {
  await playground.open();
  await playground.write("import keras\nclass C(keras.layers.Layer):\n    def build(self, shape):\n        self.w = self.add_weight((2,), name='w')\n" +
    "    def call(self, x):\n        raise ValueError('not now')\nlayer = C()\nlayer.build((2, 3))\n");
  await expect(playground.recreated).toContainText("raises an error when it is called");
  await expect(playground.recreated).toContainText("not now");
});

test("weights show their numbers and a histogram once they are looked at", async ({ playground, page }) => {
  await playground.open();
  await playground.write(dense);
  await expect(page.getByRole("tab", { name: "Weights 2" })).toBeVisible();
  await page.getByRole("tab", { name: "Weights 2" }).click();
  const weights = page.getByRole("region", { name: "Weights", exact: true });
  await expect(weights).toContainText("layer holds 2 weights with 48 values");
  await expect(weights.getByRole("img", { name: /^most, \d+ of 40, lie between/ })).toBeVisible();
  await expect(weights.getByRole("row", { name: /bias/ })).toContainText("all are 0");
  await playground.write(dense.replace("8", "4"));
  await expect(weights).toContainText("layer holds 2 weights with 24 values");
});

test("each class says how often it is checked, and a table lists all", async ({ playground, page }) => {
  await playground.open();
  await playground.write(dense);
  await expect(playground.configuration).toContainText(/checked against Keras 3\.15\.1: \d+ cases/);
  await page.getByRole("button", { name: "Help" }).click();
  await page.getByRole("button", { name: "What is checked" }).click();
  const table = page.getByRole("dialog", { name: "Checked against Keras 3.15.1" });
  await expect(table.getByRole("row", { name: /layers\.Conv2D \d+/ })).toBeVisible();
  await expect(table).toContainText(/\d+ classes, \d+,\d{3} constructor calls/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Add a layer" }).click();
  await page.getByRole("button", { name: /^Dropout / }).click();
  await expect(page.getByRole("region", { name: "Builder" })).toContainText(/Checked against Keras 3\.15\.1: \d+ cases/);
});
