// Measures how long input that is large, broken or hostile holds the page: for each the longest task of the page's own thread, in milliseconds. The goal is 100.
// Other programs only make a task longer, so of several rounds the best counts. ONLY=word measures what has the word in its name; PROFILE=n tells what the n longest stretches went into.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { chromium } from "@playwright/test";

const rounds = Number(process.env.ROUNDS ?? 3), only = process.env.ONLY ?? "", profiled = Boolean(process.env.PROFILE);
const goal = 100;

const line = (i) => `def make_${i}():\n    return layers.Dense(${i % 97 + 1}, activation="relu", name="dense_${i}")  # the layer of number ${i}\n\n\n`;
const lines = (bytes) => {
  let text = "from keras import layers\n";
  for (let i = 0; text.length < bytes; i++) text += line(i);
  return text;
};
const pairs = (n) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`key_${i}`, i]));
const custom = (config) => `import keras


@keras.saving.register_keras_serializable()
class Large(keras.layers.Layer):
    def __init__(self, table=None, **kwargs):
        super().__init__(**kwargs)
        self.table = table

    def get_config(self):
        return {**super().get_config(), "table": self.table}


large = Large(${config})
`;
const dense = (n) => ({ module: "keras", class_name: "Sequential", registered_name: null, config: {
  name: "pasted", layers: Array.from({ length: n }, (_, i) => ({ module: "keras.layers", class_name: "Dense", registered_name: null, config: {
    name: `dense_${i}`, units: 8, activation: "relu", use_bias: true, kernel_initializer: { module: "keras.initializers", class_name: "GlorotUniform", config: { seed: null }, registered_name: null } } })) } });
const chain = (n) => `import keras
from keras import layers

inputs = keras.Input((8,))
x = inputs
for i in range(${n}):
    x = layers.Dense(8, name=f"dense_{i}")(x)
model = keras.Model(inputs, x)
`;
const blocks = (n) => `import keras
from keras import layers

inner_in = keras.Input((8,))
inner_out = layers.Dense(8)(inner_in)
inner = keras.Model(inner_in, inner_out, name="inner")
inputs = keras.Input((8,))
x = inner(inputs)
for i in range(${n}):
    y = layers.Dense(8, name=f"dense_{i}")(x)
    x = layers.Add(name=f"add_{i}")([x, y])
model = keras.Model(inputs, x)
`;

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

// Visit is a page with the few things that the scenarios do there.
class Visit {
  constructor(page) {
    this.page = page;
    this.editor = page.getByRole("textbox", { name: "Python code" });
    this.configuration = page.getByRole("region", { name: "Configuration" });
  }

  // copy puts a text on the clipboard; what that costs the page is not measured.
  async copy(text) {
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await this.page.waitForTimeout(100);
    await this.forget();
  }

  forget() { return this.page.evaluate(() => { globalThis.long.takeRecords?.(); globalThis.tasks = []; }); }

  // paste takes the place of the whole program, as a person does it.
  async paste(text) {
    await this.copy(text);
    await this.editor.focus();
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.press("Control+v");
  }

  async idle(after = 400) {
    await this.page.waitForTimeout(after);
    await this.page.waitForFunction(() => !document.documentElement.hasAttribute("data-busy"), undefined, { timeout: 60_000 });
    await this.page.waitForTimeout(after);
  }

  async program(text) {
    await this.paste(text);
    await this.page.waitForFunction(() => globalThis.layerglass.editor.unchanged() || /stopped\.|broke off/.test(document.getElementById("state").textContent), undefined, { timeout: 60_000 });
    await this.idle();
  }

  async prepared(text) {
    await this.program(text);
    await this.forget();
  }

  // drop drops a file on the page, as a file manager does.
  async drop(name, content) {
    await this.page.evaluate((base64) => { globalThis.content = Uint8Array.from(atob(base64), (c) => c.charCodeAt()); }, Buffer.from(content).toString("base64"));
    await this.forget();
    await this.page.evaluate((name) => {
      const data = new DataTransfer();
      data.items.add(new File([globalThis.content], name));
      for (const type of ["dragover", "drop"]) document.querySelector("#editor").dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }, name);
  }

  form(name) { return this.configuration.getByRole("tab", { name, exact: true }).click(); }
  button(name) { return this.page.getByRole("button", { name, exact: true }).click(); }
  async dock(name) { await this.page.getByRole("tab", { name: new RegExp(`^${name}`) }).click(); }

  async keys(text, delay = 90) {
    await this.page.keyboard.type(text, { delay });
    await this.idle();
  }

  async wheel(times, dy, over = "#forms") {
    await this.page.locator(over).hover();
    for (let i = 0; i < times; i++) {
      await this.page.mouse.wheel(0, dy);
      await this.page.waitForTimeout(30);
    }
  }
}

const large = (n) => custom(`{f"key_{i}": i for i in range(${n})}`);
const unfold = async (v) => { await v.page.getByRole("treeitem", { name: /^table / }).click(); await v.idle(100); };

// Each scenario's function does what is measured; what its preparation costs is forgotten.
const scenarios = {
  "1 MB of Python pasted": (v) => v.program(lines(1e6)),
  "1 MB of Python: typing": async (v) => { await v.prepared(lines(1e6)); await v.page.keyboard.press("Control+End"); await v.keys("layers.Den"); },
  "1 MB of Python: typing at its beginning": async (v) => { await v.prepared(lines(1e6)); await v.page.keyboard.press("Control+Home"); await v.keys("# new words"); },
  "1 MB of Python: call help": async (v) => { await v.prepared(lines(1e6)); await v.page.keyboard.press("Control+End"); await v.keys("x = layers.Dense(units=3, "); },
  "1 MB of Python: hover": async (v) => { await v.prepared(lines(1e6)); await v.wheel(3, 2000, "#editor"); await v.page.locator(".cm-line").nth(12).hover({ position: { x: 120, y: 8 } }); await v.idle(700); },
  "1 MB of Python: scrolling": async (v) => { await v.prepared(lines(1e6)); await v.wheel(20, 8000, "#editor"); await v.page.keyboard.press("Control+End"); await v.idle(); },
  "1 MB of Python: searching": async (v) => { await v.prepared(lines(1e6)); await v.page.keyboard.press("Control+f"); await v.keys("number 9999"); await v.page.keyboard.press("Enter"); await v.idle(); },
  "1 MB of Python: undo and redo": async (v) => { await v.prepared(lines(1e6)); await v.page.keyboard.press("Control+z"); await v.idle(); await v.page.keyboard.press("Control+y"); await v.idle(); },
  "1 MB of Python: share": async (v) => { await v.prepared(lines(1e6)); await v.button("Share"); await v.idle(); },
  "1 MB of Python: the builder": async (v) => { await v.prepared(lines(1e6)); await v.button("+ Add a layer"); await v.idle(); await v.page.locator("#build-search").fill("conv"); await v.idle(); },
  "1 MB of non-ASCII Python pasted": (v) => v.program(lines(1e6).replaceAll("the layer", "слой 𝔏")),
  "1 MB of one line": (v) => v.program(`x = [${"1, ".repeat(333_000)}]\nprint(len(x))\n`),
  "1 MB of one string": (v) => v.program(`x = "${"words ".repeat(170_000)}"\nprint(len(x))\n`),
  "1 MB of one string: typing": async (v) => { await v.prepared(`x = "${"words ".repeat(170_000)}"\nprint(len(x))\n`); await v.page.keyboard.press("Control+End"); await v.keys("print(1)"); },
  "1 MB of open brackets": (v) => v.program("x = " + "[".repeat(1e6)),
  "1 MB of quotes, half a string": (v) => v.program(`x = """${"words and words\n".repeat(64_000)}`),
  "1 MB of JSON pasted": (v) => v.program(JSON.stringify(dense(3800))),
  "1 MB of indented JSON pasted": (v) => v.program(JSON.stringify(dense(2000), null, 2)),
  "1 MB of JSON turned into Python": async (v) => { await v.prepared(JSON.stringify(dense(3800))); await v.page.getByRole("button", { name: "Turn it into Python" }).click(); await v.idle(2000); },
  "1 MB of JSON dropped as a file": async (v) => { await v.drop("layer.json", JSON.stringify(dense(3800))); await v.idle(2000); },
  "100,000 keys of JSON dropped": async (v) => { await v.drop("layer.json", JSON.stringify({ module: "keras.layers", class_name: "Dense", registered_name: null, config: { units: 3, ...pairs(1e5) } })); await v.idle(2000); },
  "100,000 keys of JSON pasted": (v) => v.program(JSON.stringify({ module: "keras.layers", class_name: "Dense", registered_name: null, config: { units: 3, ...pairs(1e5) } })),
  "a zip bomb of 100 MB dropped": async (v) => { await v.drop("bomb.keras", bomb(1e8)); await v.idle(2000); },
  "20 MB that is no zip dropped": async (v) => { await v.drop("odd.keras", Buffer.alloc(2e7, "no zip ")); await v.idle(2000); },
  "100,000 keys made by a program": (v) => v.program(large(1e5)),
  "100,000 keys: unfolding": async (v) => { await v.prepared(large(1e5)); await unfold(v); },
  "100,000 keys: scrolling": async (v) => { await v.prepared(large(1e5)); await unfold(v); await v.forget(); await v.wheel(20, 20_000); await v.idle(); },
  "100,000 keys: searching": async (v) => { await v.prepared(large(1e5)); await unfold(v); await v.forget(); await v.page.locator("#search").click(); await v.keys("9999"); },
  "100,000 keys: walking by keys": async (v) => { await v.prepared(large(1e5)); await unfold(v); await v.forget(); for (const key of ["ArrowDown", "ArrowDown", "End", "ArrowUp", "Home", "PageDown"]) { await v.page.keyboard.press(key); await v.idle(60); } },
  "100,000 keys: as JSON": async (v) => { await v.prepared(large(1e5)); await v.form("JSON"); await v.idle(1500); },
  "100,000 keys: as code": async (v) => { await v.prepared(large(1e5)); await v.form("Code"); await v.idle(1500); },
  "100,000 keys: copied as JSON": async (v) => { await v.prepared(large(1e5)); await v.button("Copy"); await v.page.locator("#copy-menu").getByRole("button", { name: /JSON/ }).first().click(); await v.idle(); },
  "100,000 keys: editing": async (v) => { await v.prepared(large(1e5)); await v.page.locator("#edit").click(); await v.idle(1000); await v.page.getByRole("textbox", { name: "name", exact: true }).click(); await v.keys("abc"); await v.idle(1500); },
  "100,000 keys: editing as text": async (v) => { await v.prepared(large(1e5)); await v.page.locator("#edit").click(); await v.idle(); await v.forget(); await v.form("Text"); await v.idle(2500); await v.page.getByRole("textbox", { name: "Configuration as text" }).click(); await v.keys(" "); await v.idle(1500); },
  "100,000 lines printed": (v) => v.program("for i in range(100_000):\n    print(i, 'a line of output')\n"),
  "100,000 keys printed": (v) => v.program("print({f'key_{i}': i for i in range(100_000)})\n"),
  "10,000 objects": (v) => v.program("from keras import layers\n\nfor i in range(10_000):\n    globals()[f'dense_{i}'] = layers.Dense(3)\n"),
  "1,000 problems": (v) => v.program("from keras import layers\n\n\n" + Array.from({ length: 300 }, (_, i) => `class A${i}(layers.Layer):\n    def __init__(self, a):\n        super().__init__()\n        self.a = a\n\n\na${i} = A${i}(1)\n`).join("")),
  "deep nesting of 90 lists": (v) => v.program(custom("eval('[' * 90 + ']' * 90)")),
  "deep nesting of 5,000 brackets": (v) => v.program("x = " + "[".repeat(5000) + "]".repeat(5000) + "\n"),
  "1,000 nodes: the graph": async (v) => { await v.prepared(chain(1000)); await v.dock("Model"); await v.idle(1500); },
  "1,000 nodes: pan and zoom": async (v) => {
    await v.prepared(chain(1000)); await v.dock("Model"); await v.idle(1500); await v.forget();
    await v.wheel(10, 300, "#stage"); await v.page.keyboard.down("Control"); await v.wheel(15, 200, "#stage"); await v.wheel(6, -200, "#stage"); await v.page.keyboard.up("Control");
    const box = await v.page.locator("#stage").boundingBox();
    await v.page.mouse.move(box.x + 100, box.y + 50); await v.page.mouse.down(); await v.page.mouse.move(box.x + 300, box.y + 120, { steps: 20 }); await v.page.mouse.up();
    await v.idle();
  },
  "1,000 nodes: choosing one": async (v) => { await v.prepared(chain(1000)); await v.dock("Model"); await v.idle(1500); await v.forget(); await v.page.locator("#stage [data-node]").nth(2).click(); await v.idle(); await v.page.keyboard.press("ArrowDown"); await v.page.keyboard.press("End"); await v.page.keyboard.press("Enter"); await v.idle(); },
  "1,000 nodes in blocks: the graph": async (v) => { await v.prepared(blocks(500)); await v.dock("Model"); await v.idle(1500); },
  "1,000 nodes in blocks: folding": async (v) => { await v.prepared(blocks(500)); await v.dock("Model"); await v.idle(1500); await v.forget(); await v.page.locator("#stage [data-fold]").first().click(); await v.idle(1500); },
  "1,000 nodes: their table": async (v) => { await v.prepared(chain(1000)); await v.dock("Model"); await v.idle(1500); await v.forget(); await v.page.locator("[data-as=table]").click(); await v.idle(); },
  "1,000 layers: weights": async (v) => { await v.prepared(chain(1000)); await v.dock("Weights"); await v.idle(1500); },
  "1,000 layers: Markdown and print": async (v) => { await v.prepared(chain(1000)); await v.page.evaluate(() => { dispatchEvent(new Event("beforeprint")); dispatchEvent(new Event("afterprint")); }); await v.idle(); },
};

const children = [];
function serve(dir, port) {
  const child = spawn("../.build/layerglass", ["-addr", `127.0.0.1:${port}`, "-web", dir, "-data", `../.build/links-${port}`], { stdio: ["ignore", "pipe", "ignore"] });
  children.push(child);
  return new Promise((resolve) => child.stdout.once("data", () => resolve(`http://127.0.0.1:${port}/`)));
}

// visit opens the page anew and waits until all of it has loaded.
async function visit(browser, address) {
  const context = await browser.newContext({ serviceWorkers: "block", permissions: ["clipboard-read", "clipboard-write"], viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.tasks = [];
    globalThis.long = new PerformanceObserver((list) => { for (const { duration, startTime } of list.getEntries()) globalThis.tasks.push([Math.round(startTime), Math.round(duration)]); });
    globalThis.long.observe({ type: "longtask" });
  });
  await page.goto(address);
  await page.waitForFunction(() => /ms/.test(document.getElementById("took").textContent) && document.querySelector("#editor").shadowRoot);
  await page.waitForTimeout(1000);
  return new Visit(page);
}

// named returns the names of the engine's functions by their numbers, which packing leaves as they are.
function named() {
  const b = readFileSync("../.build/app.wasm"), names = new Map();
  let at = 8;
  const number = () => {
    let value = 0, factor = 1, byte;
    do { byte = b[at++]; value += (byte & 127) * factor; factor *= 128; } while (byte & 128);
    return value;
  };
  const text = () => { const length = number(); return b.toString("utf8", at, at += length); };
  while (at < b.length) {
    const kind = b[at++], size = number(), end = at + size;
    if (kind === 0 && text() === "name") {
      while (at < end) {
        const part = b[at++], length = number(), next = at + length;
        if (part === 1) for (let n = number(); n > 0; n--) names.set(number(), text());
        at = next;
      }
    }
    at = end;
  }
  return names;
}

// spent prints which functions took the time of the longest stretch of work, themselves and with what they called.
function spent({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((n) => [n.id, n])), parent = new Map(), functions = named();
  for (const n of nodes) for (const c of n.children ?? []) parent.set(c, n.id);
  const name = ({ callFrame: { functionName, url, lineNumber, columnNumber } }) => functions.get(Number(/^wasm-function\[(\d+)\]$/.exec(functionName)?.[1])) ??
    (functionName || `${url.split("/").pop().split("?")[0]}:${lineNumber}:${columnNumber}`);
  const stretches = [];
  let stretch;
  samples.forEach((id, i) => {
    if (name(byId.get(id)) === "(idle)") return (stretch = undefined);
    if (!stretch) stretches.push(stretch = { took: 0, self: new Map(), whole: new Map() });
    const add = (map, key) => map.set(key, (map.get(key) ?? 0) + timeDeltas[i]), seen = new Set();
    stretch.took += timeDeltas[i];
    add(stretch.self, name(byId.get(id)));
    for (let at = id; at; at = parent.get(at)) seen.add(name(byId.get(at)));
    for (const s of seen) add(stretch.whole, s);
  });
  for (const { took, self, whole } of stretches.sort((a, b) => b.took - a.took).slice(0, Number(process.env.PROFILE))) {
    console.log(`    a stretch of ${(took / 1000).toFixed(0)} ms`);
    for (const [what, map] of [["self", self], ["whole", whole]]) {
      const top = [...map].filter(([n]) => n !== "(root)").sort((a, b) => b[1] - a[1]).slice(0, 28);
      console.log(`      ${what}: ` + top.map(([n, t]) => `${n} ${(t / 1000).toFixed(0)}`).join(" · "));
    }
  }
}

async function measure(browser, address, act) {
  const v = await visit(browser, address);
  try {
    const cdp = profiled && await v.page.context().newCDPSession(v.page);
    if (cdp) {
      await cdp.send("Profiler.enable");
      const forget = v.forget.bind(v);
      v.forget = async () => { await forget(); await cdp.send("Profiler.stop").catch(() => {}); await cdp.send("Profiler.start"); };
    }
    await v.forget();
    await act(v);
    const tasks = await v.page.evaluate(() => globalThis.tasks);
    if (cdp) spent((await cdp.send("Profiler.stop")).profile);
    return tasks.map(([, took]) => took).sort((a, b) => b - a);
  } finally {
    await v.page.context().close();
  }
}

try {
  const address = await serve("dist", Number(process.env.PORT ?? 18913));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  let over = 0;
  for (const [name, act] of Object.entries(scenarios)) {
    if (!name.includes(only)) continue;
    let best;
    for (let i = 0; i < rounds && !(best?.[0] <= goal) && !(best?.length === 0); i++) {
      try {
        const tasks = await measure(browser, address, act);
        if (!best || (tasks[0] ?? 0) < (best[0] ?? 0)) best = tasks;
      } catch (error) {
        console.log(`  ${name}: ${error.message.split("\n").slice(0, 3).join(" ")}`);
      }
    }
    if (best?.[0] > goal) over++;
    console.log(`${name.padEnd(44)} ${String(best ? best[0] ?? "<50" : "failed").padStart(6)} ms` + (best?.length > 1 ? `   (then ${best.slice(1, 6).join(", ")})` : ""));
  }
  console.log(`${over} of these hold the page for more than ${goal} ms`);
  await browser.close();
} finally {
  for (const child of children) child.kill();
}
