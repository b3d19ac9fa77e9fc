import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root, toolsDir } from "../paths.mjs";
import { run } from "../processes.mjs";
import { say, step } from "../report.mjs";

const e2e = createRequire(path.join(root, "apps/e2e/package.json"));
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

/**
 * A Chromium for the stories and what it needs from the environment: an installed one, Playwright's own, the
 * distribution's, or the one that comes as an npm package, whichever is there first.
 * @param {{ node: string, env: NodeJS.ProcessEnv }} workspace
 * @returns {Promise<NodeJS.ProcessEnv>} variables for Playwright; CHROMIUM_PATH is the program
 */
export async function prepareBrowser(workspace) {
  const program =
    present() ?? (await playwrightsOwn(workspace)) ?? (await fromDistribution()) ?? (await fromNpm(workspace));
  if (!program) throw new Error("No browser: install Chromium and name it in CHROMIUM_PATH");
  say(`  browser: ${path.relative(root, program).startsWith("..") ? program : path.relative(root, program)}`);
  return { CHROMIUM_PATH: program, ...chineseFont() };
}

/** What is on the machine already, whatever brought it. */
function present() {
  const { chromium } = e2e("@playwright/test");
  const unpacked = [
    chromium.executablePath(),
    ...["chromium-with-libraries", "chromium"].map((name) => path.join(toolsDir, "chromium", name)),
  ];
  return installed() ?? unpacked.find(works);
}

function installed() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return works(chosen) ? chosen : undefined;
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const macs = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ];
  return [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...macs].find(works);
}

/** A program that is there may still be a stub that only says how to install it. */
function works(program) {
  return (
    fs.existsSync(program) &&
    /\d+\.\d+/.test(spawnSync(program, ["--version"], { encoding: "utf8", timeout: 30_000 }).stdout ?? "")
  );
}

async function playwrightsOwn({ node, env }) {
  const { chromium } = e2e("@playwright/test");
  const cli = path.join(path.dirname(e2e.resolve("@playwright/test/package.json")), "cli.js");
  try {
    const download = { ...env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" };
    await step("下载 Playwright 的 Chromium", () =>
      run(node, [cli, "install", "chromium"], { cwd: path.join(root, "apps/e2e"), env: download, timeout: 180_000 }),
    );
  } catch {
    say("  下载不可用，改用其他来源");
  }
  return works(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

async function fromDistribution() {
  if (process.getuid?.() !== 0 || !fs.existsSync("/usr/bin/apt-get")) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    await step("安装发行版的 Chromium（apt-get）", async () => {
      await run("apt-get", ["update", "-q"], { env });
      await run("apt-get", ["install", "-q", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"], { env });
    });
  } catch {
    say("  apt-get 不可用，改用其他来源");
  }
  return installed();
}

/** A headless Chromium packed in an npm package, with libraries a bare system lacks; unpacked on first use. */
async function fromNpm({ node, env }) {
  const folder = path.join(toolsDir, "chromium");
  const script =
    'const { default: chromium } = await import("@sparticuz/chromium"); console.log(await chromium.executablePath());';
  fs.mkdirSync(folder, { recursive: true });
  // The package brings its libraries along only where it believes to need them.
  const unpack = { ...env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" };
  try {
    const output = await run(node, ["--input-type=module", "-e", script], {
      cwd: path.join(root, "apps/e2e"),
      env: unpack,
    });
    const program = output.trim().split("\n").at(-1);
    return works(program) ? program : withItsLibraries(program, path.join(folder, "al2023/lib"));
  } catch {
    return undefined;
  }
}

function withItsLibraries(program, libraries) {
  const wrapper = `${program}-with-libraries`;
  fs.writeFileSync(wrapper, `#!/bin/sh\nLD_LIBRARY_PATH='${libraries}' exec '${program}' "$@"\n`, { mode: 0o755 });
  return works(wrapper) ? wrapper : undefined;
}

/** Without a Chinese font the console would show boxes: then the font of the API's PDFs is lent to the browser. */
function chineseFont() {
  const { stdout } = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  if (stdout?.trim()) return {};
  const folder = path.join(toolsDir, "fonts");
  fs.mkdirSync(folder, { recursive: true });
  const api = createRequire(path.join(root, "apps/api/package.json"));
  const fonts = path.dirname(api.resolve("@expo-google-fonts/noto-sans-sc/package.json"));
  for (const file of ["400Regular/NotoSansSC_400Regular.ttf", "700Bold/NotoSansSC_700Bold.ttf"]) {
    const target = path.join(folder, path.basename(file));
    if (!fs.existsSync(target)) fs.copyFileSync(path.join(fonts, file), target);
  }
  const config = path.join(folder, "fonts.conf");
  fs.writeFileSync(config, fontConfig(folder));
  return { FONTCONFIG_FILE: config };
}

function fontConfig(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}</dir>
  <cachedir>${path.join(folder, "cache")}</cachedir>
</fontconfig>
`;
}
