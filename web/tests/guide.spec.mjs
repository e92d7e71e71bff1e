// The guide's program: both of its faults are told, and mended one after the other with a click.
import { example, expect, test } from "./playground.mjs";

const fix = (playground) => playground.problems.getByRole("button", { name: "Apply fix" }).first();

async function mend(playground) {
  await expect(playground.problems).toContainText("ValueError");
  await expect(playground.problems).toContainText("activation");
  await expect(playground.output).toContainText("ValueError");
  await fix(playground).click();

  await expect(playground.problems).toContainText("TypeError");
  await expect(playground.problems).toContainText("name");
  await expect(playground.recreated).toContainText("Cannot be recreated");
  await fix(playground).click();

  await expect(playground.recreated).toContainText("Equal");
  await expect(playground.output).toContainText("equal: True");
  await expect(playground.problems.getByRole("button", { name: "Apply fix" })).toHaveCount(0);
}

test("both faults are mended by clicking", async ({ playground }) => {
  await playground.open();
  await playground.example(/two faults/);
  await mend(playground);
  await expect(playground.key("units")).toContainText("64");
  await expect(playground.key("activation")).toContainText("'relu'");
});

test("a pasted program is the same as an example", async ({ playground }) => {
  await playground.open();
  await playground.write(example("custom_dense.py"));
  await mend(playground);
});

test("an applied fix can be undone", async ({ playground, page }) => {
  await playground.open();
  await playground.example(/two faults/);
  await expect(playground.problems).toContainText("ValueError");
  await fix(playground).click();
  await expect(playground.problems).toContainText("TypeError");
  await playground.editor.focus();
  await page.keyboard.press("Control+z");
  await expect(playground.problems).toContainText("ValueError");
});

test("a problem's place is a way to the code, and is underlined there", async ({ playground, page }) => {
  await playground.open();
  await playground.example(/two faults/);
  await expect(page.locator(".cm-lintRange-error").first()).toBeAttached();
  await playground.problems.getByRole("button", { name: /^line/ }).first().click();
  await expect(playground.editor).toBeFocused();
});

test("the mended example is equal from the start", async ({ playground }) => {
  await playground.open();
  await playground.example(/Both faults mended/);
  await expect(playground.output).toContainText("'activation': 'relu'}");
  await expect(playground.output).toContainText("equal: True");
  await expect(playground.recreated).toContainText("Equal");
});

test("a long message leaves the way to its place in sight, and Output shows all of it", async ({ playground }) => {
  await playground.open();
  await playground.write('values = list(range(400))\nraise ValueError(f"The values {values} cannot be used here")\n');
  const heading = playground.problems.getByRole("heading", { name: /^The values .*… .*cannot be used here\.$/ });
  await expect(heading).toBeVisible();
  await expect(playground.problems.getByRole("button", { name: /^line 2/ })).toBeInViewport();
  await expect(playground.output).toContainText("201, 202, 203");
});

test("a problem that asking found says so in one sentence", async ({ playground }) => {
  await playground.open();
  await playground.write('import keras\n\n\nclass Scale(keras.layers.Layer):\n    def __init__(self, factor, **kwargs):\n        super().__init__(**kwargs)\n        self.factor = factor\n\n    def get_config(self):\n        return {**super().get_config(), "factors": self.factor}\n\n\nscale = Scale(2.0)\n');
  const found = playground.problems.getByText(/found by asking/);
  await expect(found).toBeVisible();
  expect(await found.innerText()).toBe("found by asking scale for its configuration");
});
