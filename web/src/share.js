// Links that hold a program: base64url of one format byte and the program, which is UTF-8 as it stands (0) or in raw
// deflate (1). The Go side puts "#v1=" in front and decides what to do with damaged ones.
const plain = 0, deflated = 1;
const limit = 1 << 20; // bytes of program text; a small link may unpack to a thousand times its size

async function drain(stream) {
  const parts = [];
  let size = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      throw new RangeError("the program in this link is larger than 1 MB");
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const through = (bytes, transform) => drain(new Blob([bytes]).stream().pipeThrough(transform));

export async function pack(bytes) {
  let format = plain, body = bytes;
  try {
    const small = await through(bytes, new CompressionStream("deflate-raw"));
    if (small.length < bytes.length) [format, body] = [deflated, small];
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // A browser without raw deflate shares the program as it stands.
  }
  let text = String.fromCharCode(format);
  for (let i = 0; i < body.length; i += 4096) text += String.fromCharCode(...body.subarray(i, i + 4096));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export async function unpack(payload) {
  if (!/^[\w-]+$/.test(payload)) throw new SyntaxError("the link holds characters that no link of this page has");
  if (payload.length > 2 * limit) throw new RangeError("the program in this link is larger than 1 MB");
  const all = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  const body = all.subarray(1);
  if (all[0] !== plain && all[0] !== deflated) throw new SyntaxError("the link has a format that this page does not know");
  const bytes = all[0] === deflated ? await through(body, new DecompressionStream("deflate-raw")) : body;
  new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  return bytes;
}
