// Measures forward passes of small models in one page of Chromium: ours in WebAssembly, and TensorFlow.js with its plain CPU backend.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { chromium } from "@playwright/test";
import { build } from "esbuild";

const dir = "../.build/values";
const runs = Number(process.env.RUNS ?? 30);

// The models, as Keras and as TensorFlow.js make them, and the shapes of their inputs.
const models = {
  "MLP 64-128-64-10, 32 rows": {
    shape: [32, 64],
    keras: ["layers.Dense(128, activation='relu')", "layers.Dense(64, activation='relu')", "layers.Dense(10, activation='softmax')"],
    tf: (l) => [l.dense({ units: 128, activation: "relu" }), l.dense({ units: 64, activation: "relu" }), l.dense({ units: 10, activation: "softmax" })],
  },
  "CNN of two convolutions, 8 images of 28x28": {
    shape: [8, 28, 28, 1],
    keras: ["layers.Conv2D(16, 3, activation='relu')", "layers.MaxPooling2D()", "layers.Conv2D(32, 3, activation='relu')", "layers.MaxPooling2D()", "layers.Flatten()", "layers.Dense(10, activation='softmax')"],
    tf: (l) => [l.conv2d({ filters: 16, kernelSize: 3, activation: "relu" }), l.maxPooling2d({}), l.conv2d({ filters: 32, kernelSize: 3, activation: "relu" }), l.maxPooling2d({}), l.flatten(), l.dense({ units: 10, activation: "softmax" })],
  },
  "LSTM(32), 20 steps of 8 rows": {
    shape: [8, 20, 16],
    keras: ["layers.LSTM(32)", "layers.Dense(10, activation='softmax')"],
    tf: (l) => [l.lstm({ units: 32 }), l.dense({ units: 10, activation: "softmax" })],
  },
};

const program = (m) => `import time
import numpy as np
import keras
from keras import layers
model = keras.Sequential([keras.Input(${JSON.stringify(m.shape.slice(1))}), ${m.keras.join(", ")}])
x = np.sin(np.arange(${m.shape.reduce((a, b) => a * b)}.0)).reshape(${JSON.stringify(m.shape)}).astype("float32")
times = []
for i in range(${runs} + 3):
    start = time.perf_counter()
    np.asarray(model(x))
    times.append(time.perf_counter() - start)
print(sorted(times[3:])[${runs >> 1}] * 1000)
`;

const host = `package main

import (
	"syscall/js"

	"layerglass/core"
	"layerglass/core/protocol"
)

func main() {
	js.Global().Set("run", js.FuncOf(func(_ js.Value, a []js.Value) any {
		out := ""
		core.NewSession(core.Options{NoObjects: true, Stdout: func(s string) { out += s }, Stderr: func(s string) { out += s }}).
			Run(protocol.RunRequest{File: "bench.py", Text: a[0].String(), Steps: 1 << 50})
		return out
	}))
	select {}
}
`;

// The page's side: both libraries in turn, run by run of the other's.
const page = `import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js";
import { sequential, layers } from "@tensorflow/tfjs-layers";
const models = { ${Object.entries(models).map(([name, m]) => `${JSON.stringify(name)}: { shape: ${JSON.stringify(m.shape)}, parts: ${m.tf} }`).join(", ")} };
globalThis.theirs = async (name) => {
  await tf.setBackend("cpu");
  const { shape, parts } = models[name];
  const model = sequential();
  parts(layers).forEach((layer, i) => { if (i === 0) layer.batchInputShape = [null, ...shape.slice(1)]; model.add(layer); });
  const n = shape.reduce((a, b) => a * b);
  const x = tf.tensor(Float32Array.from({ length: n }, (_, i) => Math.sin(i)), shape);
  const times = [];
  for (let i = 0; i < ${runs} + 3; i++) {
    const start = performance.now();
    tf.tidy(() => model.predict(x).dataSync());
    times.push(performance.now() - start);
  }
  return times.slice(3).sort((a, b) => a - b)[${runs >> 1}];
};
const go = new Go();
globalThis.ready = WebAssembly.instantiateStreaming(fetch("app.wasm"), go.importObject).then((r) => { go.run(r.instance); });
`;

mkdirSync(dir, { recursive: true });
writeFileSync(`${dir}/main.go`, host);
// As make build compiles it: without inlining but in the interpreter.
const small = ["layerglass/...=-l", "honnef.co/...=-l", "layerglass/core/python/interp=", "layerglass/core/python/object=", "layerglass/core/keras/special="].map((f) => `-gcflags=${f}`);
execFileSync("go", ["build", "-trimpath", "-ldflags=-s -w", ...small, "-o", `${dir}/app.wasm`, `${dir}/main.go`], { env: { ...process.env, GOOS: "js", GOARCH: "wasm" } });
copyFileSync(`${execFileSync("go", ["env", "GOROOT"]).toString().trim()}/lib/wasm/wasm_exec.js`, `${dir}/wasm_exec.js`);
await build({ stdin: { contents: page, resolveDir: "bench" }, bundle: true, format: "esm", outfile: `${dir}/page.js`, logLevel: "error" });
writeFileSync(`${dir}/index.html`, '<!doctype html><title>bench</title><script src="wasm_exec.js"></script><script type="module" src="page.js"></script>\n');

const types = { html: "text/html", js: "text/javascript", wasm: "application/wasm" };
const server = createServer((request, response) => {
  const name = request.url === "/" ? "index.html" : request.url.slice(1);
  try {
    const body = readFileSync(`${dir}/${name}`);
    response.writeHead(200, { "content-type": types[name.split(".").pop()] ?? "text/plain" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  await tab.waitForFunction(() => globalThis.ready && typeof globalThis.run === "function", undefined, { timeout: 120000 });
  for (const [name, m] of Object.entries(models)) {
    const [theirs, ours] = [await tab.evaluate((n) => globalThis.theirs(n), name), await tab.evaluate((text) => globalThis.run(text), program(m))];
    const time = Number(ours);
    console.log(Number.isNaN(time) ? `${name}: ${ours}` : `${name}: ${time.toFixed(2)} ms, TensorFlow.js on its CPU backend ${theirs.toFixed(2)} ms; ${(time / theirs).toFixed(2)} times that`);
  }
} finally {
  await browser.close();
  server.close();
}
