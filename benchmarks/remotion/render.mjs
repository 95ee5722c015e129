// Renders the yardstick with Remotion from a folder that `python -m benchmarks.yardstick hand-over` made.
// Whoever starts it measures it: Chrome and the encoder are its children.
import { bundle } from "@remotion/bundler";
import { renderMedia, selectComposition } from "@remotion/renderer";
import { cpSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const folder = path.resolve(process.argv[2]);
const here = path.dirname(fileURLToPath(import.meta.url));
const publicDir = mkdtempSync(path.join(tmpdir(), "remotion-"));
cpSync(folder, publicDir, { recursive: true });
const facts = JSON.parse(readFileSync(path.join(folder, "facts.json"), "utf8"));
cpSync(facts.font, path.join(publicDir, "caption.ttf"));

const serveUrl = await bundle({ entryPoint: path.join(here, "index.jsx"), publicDir });
const composition = await selectComposition({ serveUrl, id: "yardstick", inputProps: facts });
await renderMedia({
  composition,
  serveUrl,
  codec: "h264",
  crf: 20,
  x264Preset: "veryfast",
  inputProps: facts,
  outputLocation: path.join(folder, "remotion.mp4"),
});
