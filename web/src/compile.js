// compile fetches and compiles a binary, in the page or in a worker. came hears now and then how many bytes there are. A name that ends with z is of
// a file packed with gzip, for file servers that do not compress.
export async function compile(address, came) {
  const load = async () => {
    let response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    if (new URL(address).pathname.endsWith("z")) response = new Response(response.body.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": "application/wasm" } });
    if (came) listen(response.clone().body.getReader(), came).catch(() => {});
    return response;
  };
  try {
    return await WebAssembly.compileStreaming(load());
  } catch {
    // A plain file server may not know the type of .wasm. And what failed on its way may come at the second attempt.
    return WebAssembly.compile(await (await load()).arrayBuffer());
  }
}

const often = 50; // milliseconds between two tellings

async function listen(reader, came) {
  let sum = 0, told = performance.now();
  for (let piece; !(piece = await reader.read()).done;) {
    sum += piece.value.length;
    if (performance.now() - told < often) continue;
    told = performance.now();
    came(sum);
  }
}
