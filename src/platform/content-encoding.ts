/** Content-Encoding as pip's urllib3 undoes it: gzip and deflate, several in a row, everything else left as it is. */
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Failure } from '../model/observation.ts';

/** urllib3's own limit on chained encodings. */
const MAX_LAYERS = 5;

export type Decoded =
  | { readonly body: Buffer; readonly failure: null }
  | { readonly body: null; readonly failure: Failure };

/** Decodes a complete body; at most `maxBytes` come out of any layer, however small the input is. */
export function decodeBody(body: Buffer, contentEncoding: string | undefined, maxBytes: number): Decoded {
  const layers = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '' && word !== 'identity');
  if (layers.length > MAX_LAYERS) return failed('invalid-response', 'too many content encodings');
  let decoded = body;
  for (const layer of layers.reverse()) {
    if (decoded.length === 0) break;
    try {
      decoded = undo(layer, decoded, maxBytes);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ERR_BUFFER_TOO_LARGE') return failed('too-large', `more than ${maxBytes} bytes when decoded`);
      if (code === 'Z_BUF_ERROR') return failed('truncated', 'the compressed body ends early');
      return failed('invalid-response', `${layer}: ${code ?? 'not decodable'}`);
    }
  }
  return decoded.length > maxBytes
    ? failed('too-large', `more than ${maxBytes} bytes`)
    : { body: decoded, failure: null };
}

function undo(layer: string, body: Buffer, maxOutputLength: number): Buffer {
  if (layer === 'gzip' || layer === 'x-gzip') return gunzipSync(body, { maxOutputLength });
  if (layer !== 'deflate') return body;
  try {
    return inflateSync(body, { maxOutputLength });
  } catch (error) {
    // Some servers send raw deflate under this name, and urllib3 takes it.
    if ((error as NodeJS.ErrnoException).code !== 'Z_DATA_ERROR') throw error;
    return inflateRawSync(body, { maxOutputLength });
  }
}

function failed(code: Failure['code'], detail: string): Decoded {
  return { body: null, failure: { code, phase: 'body', detail } };
}
