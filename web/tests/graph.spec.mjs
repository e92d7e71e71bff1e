// A model as a picture: nodes with their shapes, nested models, keys, the way to code and config, and files of it.
import { readFileSync } from "node:fs";
import { expect, test } from "./playground.mjs";

const residual = `import keras
from keras import layers

inputs = keras.Input((8,), name="inputs")
inner = keras.Sequential([keras.Input((8,)), layers.Dense(8, name="inside")], name="block")
x = inner(inputs)
x = layers.Add(name="sum")([inputs, x])
outputs = layers.Dense(3, name="scores")(x)
model = keras.Model(inputs, outputs, name="net")
`;

async function draw(playground, page, program) {
  await playground.open();
  await playground.run(program);
  await page.getByRole("tab", { name: /^model/ }).first().click();
  await page.getByRole("tab", { name: "Model", exact: true }).click();
  await expect(page.getByRole("group", { name: /^Graph of the model/ })).toBeVisible();
}

test("nodes tell shapes and parameters, and lead to code and config", async ({ playground, page }) => {
  await draw(playground, page, residual);
  const node = page.getByRole("button", { name: "scores Dense (None, 3) · 27 parameters, the model's output" });
  await expect(node).toBeVisible();
  await node.click();
  await expect(node).toHaveAttribute("aria-pressed", "true");
  const about = page.getByRole("complementary", { name: "Chosen node" });
  await expect(about).toContainText("(None, 8)");
  await expect(about).toContainText("GlorotUniform");
  await expect(page.locator(".cm-lit")).toContainText(/Dense\(3, name="scores"\)/);
  await about.getByRole("button", { name: "Go to its code" }).click();
  await expect(playground.editor).toBeFocused();
});

test("a nested model opens and folds, and arrow keys follow the lines", async ({ playground, page }) => {
  await draw(playground, page, residual);
  const block = page.getByRole("button", { name: /^block Sequential/ });
  const inside = page.getByRole("button", { name: /^inside Dense/ });
  await expect(block).toHaveAttribute("aria-expanded", "false");
  await expect(inside).toHaveCount(0);
  await page.getByRole("button", { name: /^inputs InputLayer/ }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(block).toBeFocused();
  await page.keyboard.press("Space");
  await expect(inside).toBeVisible();
  await expect(block).toHaveAttribute("aria-expanded", "true");
  await block.focus();
  await page.keyboard.press("Space");
  await expect(inside).toHaveCount(0);
});

test("the picture is saved as SVG and PNG, and shown as table and summary", async ({ playground, page }) => {
  await draw(playground, page, residual);
  const saved = async (name) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
  };
  const svg = await saved("Save SVG");
  expect(svg.name).toBe("model.svg");
  expect(svg.content.toString()).toMatch(/^<svg [^>]*xmlns.*scores.*\(None, 3\).*<\/svg>$/s);
  const png = await saved("Save PNG");
  expect(png.name).toBe("model.png");
  expect(png.content.subarray(1, 4).toString()).toBe("PNG");
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await expect(page.getByRole("region", { name: "Layers of the model" }).getByRole("row", { name: /scores/ })).toContainText("27");
  await page.getByRole("button", { name: "Summary", exact: true }).click();
  await expect(page.getByRole("region", { name: "Summary of the model" })).toContainText("Total params");
});

test("a model of a thousand layers is drawn, moved and zoomed", async ({ playground, page }) => {
  await draw(playground, page, `import keras
from keras import layers
x = inputs = keras.Input((4,))
for i in range(500):
    x = layers.Add()([x, layers.ReLU()(x)])
model = keras.Model(inputs, x)
`);
  await expect(page.locator(".node")).toHaveCount(1001);
  const drawing = page.locator("#drawing"), before = await drawing.getAttribute("viewBox");
  const box = await page.locator("#stage").boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let i = 0; i < 10; i++) await page.mouse.wheel(0, 60);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(drawing).not.toHaveAttribute("viewBox", before);
});
