// Files that are opened and saved; a bad one is refused in words, and what was there stays.
import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { example, expect, test } from "./playground.mjs";

const archive = (name) => ({ name, mimeType: "application/octet-stream", buffer: readFileSync(new URL(`../../core/archive/testdata/${name}`, import.meta.url)) });

async function open(page, file) {
  await page.getByRole("button", { name: "File" }).click();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open a file" }).click()]);
  await chooser.setFiles(file);
}

// drop drops a file on the page as a file manager does.
async function drop(page, name, content) {
  await page.evaluate(([name, content]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(content)], name));
    for (const type of ["dragover", "drop"]) document.querySelector("#editor").dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [name, [...content]]);
}

const notice = (page) => page.locator("#notice");

for (const name of ["functional.keras", "functional.h5"]) {
  test(`${name} becomes a program`, async ({ playground, page }) => {
    await playground.open();
    const before = await playground.code();
    await open(page, archive(name));
    await expect(notice(page)).toContainText(`${name} holds a Functional`);
    await expect(notice(page)).toContainText("stay in the file");
    await expect(playground.editor).toContainText("keras.Model(");
    await expect(playground.recreated).toContainText("Equal");
    await playground.editor.focus();
    await page.keyboard.press("Control+z");
    expect(await playground.code()).toBe(before);
  });
}

test("a dropped config.json becomes a program", async ({ playground, page }) => {
  await playground.open();
  const config = { module: "keras.layers", class_name: "Dense", config: { units: 7, activation: "relu" }, registered_name: null };
  await drop(page, "layer.json", Buffer.from(JSON.stringify(config)));
  await expect(notice(page)).toContainText("layer.json holds a Dense");
  await expect(playground.key("units")).toContainText("7");
});

// bomb is a small zip whose config.json unpacks to very much.
function bomb(size) {
  const packed = deflateRawSync(Buffer.alloc(size, " "), { level: 9 }), name = Buffer.from("config.json");
  const sizes = (b, at) => { b.writeUInt32LE(packed.length, at); b.writeUInt32LE(size, at + 4); b.writeUInt16LE(name.length, at + 8); };
  const local = Buffer.alloc(30), entry = Buffer.alloc(46), end = Buffer.alloc(22);
  local.writeUInt32LE(0x04034b50, 0); local.writeUInt16LE(20, 4); local.writeUInt16LE(8, 8); sizes(local, 18);
  entry.writeUInt32LE(0x02014b50, 0); entry.writeUInt16LE(20, 4); entry.writeUInt16LE(20, 6); entry.writeUInt16LE(8, 10); sizes(entry, 20);
  const directory = local.length + name.length + packed.length;
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(1, 8); end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12); end.writeUInt32LE(directory, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

test("bad files are refused with the reason, and the program stays", async ({ playground, page }) => {
  await playground.open();
  const before = await playground.code();
  const bad = [
    ["no.keras", Buffer.from("this is no zip")],
    ["cut.keras", archive("functional.keras").buffer.subarray(0, 900)],
    ["bomb.keras", bomb(300_000_000)],
    ["cut.h5", archive("functional.h5").buffer.subarray(0, 900)],
    ["broken.json", Buffer.from('{"class_name": "Dense", ')],
    ["list.json", Buffer.from("[1, 2, 3]")],
    ["picture.png", Buffer.from([137, 80, 78, 71])],
  ];
  for (const [name, content] of bad) {
    await drop(page, name, content);
    await expect(notice(page)).toContainText(new RegExp(`${name} is not opened\\. \\S+`));
    expect(await playground.code()).toBe(before);
  }
});

test("an unknown class and a very large config leave the page usable", async ({ playground, page }) => {
  test.slow();
  await playground.open();
  const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`key_${i}`, i]));
  for (const [name, config] of [["unknown.json", { a: 1 }], ["large.json", many]]) {
    await drop(page, name, Buffer.from(JSON.stringify({ module: "mine", class_name: "Strange", config, registered_name: "mine>Strange" })));
    await expect(notice(page)).toContainText(name, { timeout: 40_000 });
    await page.getByRole("button", { name: "Dismiss" }).click();
  }
  await playground.run(example("first.py"));
  await expect(playground.recreated).toContainText("Equal", { timeout: 40_000 });
});

test("the chosen object is saved as JSON, Python and documentation", async ({ playground, page }) => {
  await playground.open();
  const saved = async (name) => {
    await page.getByRole("button", { name: "File" }).click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    return [file.suggestedFilename(), readFileSync(await file.path(), "utf8")];
  };
  const [json, content] = await saved("Serialized object");
  expect(json).toBe("layer.json");
  expect(JSON.parse(content).config.units).toBe(64);
  const [config, inner] = await saved("Configuration (.config");
  expect(config).toBe("layer.config.json");
  expect(JSON.parse(inner).activation).toBe("relu");
  expect((await saved("Python that makes it"))[1]).toContain("CustomDense(");
  expect((await saved("Documentation"))[1]).toMatch(/^## layer\n[^]*\| `units` \| \*\*`64`\*\*/);
  expect(await saved("program.py")).toEqual(["program.py", example("first.py")]);
});
