// Strings that would be markup stay text wherever they appear.
import { expect, test } from "./playground.mjs";

const markup = `</script><img src=x onerror="document.title='owned'"><b>`;

async function isText(page) {
  await expect(page.locator("main img")).toHaveCount(0);
  expect(await page.title()).toContain("Layerglass");
}

test("in output and in an exception", async ({ playground, page }) => {
  await playground.open();
  const text = JSON.stringify(markup);
  await playground.write(`print(${text})\nraise ValueError(${text})\n`);
  await expect(playground.output).toContainText("</script><img src=x");
  await expect(playground.problems).toContainText("</script><img src=x");
  await isText(page);
});

test("in names, keys and values of a configuration", async ({ playground, page }) => {
  await playground.open();
  const text = JSON.stringify(markup);
  await playground.write(`
from keras import layers


class Odd(layers.Layer):
    def __init__(self, odd=None, **kwargs):
        kwargs.pop(${text}, None)
        super().__init__(**kwargs)

    def get_config(self):
        return {**super().get_config(), ${text}: ${text}, "odd": [${text}, {${text}: ("a" * 100, 1)}]}


layer = Odd(name="safe")
`);
  await expect(playground.configuration).toContainText("</script><img src=x");
  for (const form of ["Python", "JSON", "Object", "Tree"]) {
    await playground.configuration.getByRole("tab", { name: form }).click();
    await isText(page);
  }
  await playground.configuration.getByRole("treeitem", { name: /^<\/script>/ }).first().click();
  await isText(page);
});

test("in a shared program", async ({ playground, page }) => {
  await playground.open("/#v1=" + Buffer.from("\0# " + markup + "\nprint(1)").toString("base64url"));
  await expect(playground.editor).toContainText("</script><img src=x");
  await isText(page);
});

test("a megabyte of text neither blocks nor breaks the page", async ({ playground, page }) => {
  await playground.open();
  await playground.write("print('x' * 1_000_000)\nprint('end')");
  await expect(playground.output).toContainText("more characters are not drawn");
  await page.getByRole("button", { name: "Theme" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("a long program is kept to the last key, and the form follows it", async ({ playground, page }) => {
  await playground.open();
  await playground.write("# a long line of words\n".repeat(6000) + "from keras import layers\nlayer = layers.Dense(7)");
  await expect(playground.key("units")).toContainText("7");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\nother = 12345");
  await page.reload();
  await playground.ready();
  await playground.editor.focus();
  await page.keyboard.press("Control+End");
  await expect(playground.editor).toContainText("other = 12345");
  await page.keyboard.press("ArrowUp");
  await page.getByRole("button", { name: "Add a layer" }).click();
  const form = page.getByRole("region", { name: "Builder" });
  await form.getByRole("searchbox").fill("dropout");
  await form.getByRole("button", { name: /^Dropout / }).first().click();
  await form.getByLabel("rate", { exact: true }).fill("");
  await form.getByLabel("rate", { exact: true }).pressSequentially("0.125");
  await expect(playground.editor).toContainText("dropout = layers.Dropout(rate=0.125)");
});

test("what went wrong in a very long line is told, and the last good state stays", async ({ playground, page }) => {
  await playground.open();
  await playground.write(`config = {"units": null, ${Array.from({ length: 20_000 }, (_, i) => `"key_${i}": ${i}`).join(", ")}}\n`);
  await expect(playground.output).toContainText("NameError: name 'null' is not defined");
  await expect(playground.problems).toContainText("null");
  await expect(playground.configuration).toContainText("units");
  await expect(playground.configuration).toContainText("Older than the code");
});
