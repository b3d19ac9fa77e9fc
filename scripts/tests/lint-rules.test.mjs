import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { root } from "../lib/paths.mjs";
import { folderFor } from "./support.mjs";

/** What lint says about one file of the given content, put at a path of a checkout with our rules. */
function lint(t, file, content) {
  const folder = folderFor(t);
  const target = path.join(folder, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, content);
  const rules = JSON.parse(fs.readFileSync(path.join(root, ".oxlintrc.json"), "utf8"));
  // One file without a project has no types; the rules tested here need none.
  fs.writeFileSync(path.join(folder, ".oxlintrc.json"), JSON.stringify({ ...rules, options: {} }));
  const { stdout, error } = spawnSync(path.join(root, "node_modules/.bin/oxlint"), ["--format=unix"], {
    cwd: folder,
    encoding: "utf8",
  });
  assert.equal(error, undefined);
  return stdout;
}

for (const [file, imported] of [
  ["apps/api/src/property/rooms/rooms.service.ts", "../../customer/customer.module.js"],
  ["apps/api/src/customer/customer.service.ts", "../billing/billing.module.js"],
  ["apps/api/src/billing/charges/charges.service.ts", "../../parking/parking.module.js"],
  ["apps/api/src/parking/parking.service.ts", "../move-in/move-in.module.js"],
  ["apps/api/src/dispatch/dispatch.service.ts", "../command-center/command-center.module.js"],
  ["apps/api/src/common/paging.ts", "../property/room.entity.js"],
  ["apps/api/src/billing/billing.service.ts", "../imports/imports.module.js"],
]) {
  test(`${file} may not import ${imported}`, (t) => {
    assert.match(lint(t, file, `import { x } from "${imported}";\n\nexport const y = x;\n`), /no-restricted-imports/);
  });
}

for (const [file, imported] of [
  ["apps/api/src/billing/charges/charges.service.ts", "../../property/property.module.js"],
  ["apps/api/src/parking/parking.service.ts", "../billing/billing.module.js"],
  ["apps/api/src/dispatch/dispatch.service.ts", "../services/services.module.js"],
  ["apps/api/src/imports/imports.service.ts", "../billing/billing.module.js"],
  ["apps/api/src/property/rooms/rooms.service.ts", "../../common/paging.js"],
]) {
  test(`${file} may import ${imported}`, (t) => {
    assert.doesNotMatch(
      lint(t, file, `import { x } from "${imported}";\n\nexport const y = x;\n`),
      /no-restricted-imports/,
    );
  });
}

const page = "apps/admin/src/features/billing/charges-page.tsx";

test("the console imports contracts as types, and constants from the half without decorators", (t) => {
  const value = 'import { CollectDto } from "@linli/contracts";\n\nexport const y = CollectDto;\n';
  const type = 'import type { CollectDto } from "@linli/contracts";\n\nexport type Y = CollectDto;\n';
  const constant = 'import { PaymentMethod } from "@linli/contracts/enums";\n\nexport const y = PaymentMethod;\n';
  assert.match(lint(t, page, value), /no-restricted-imports/);
  assert.doesNotMatch(lint(t, page, type), /no-restricted-imports/);
  assert.doesNotMatch(lint(t, page, constant), /no-restricted-imports/);
});

test("no default exports, no any", (t) => {
  assert.match(lint(t, page, "export default function page() {}\n"), /no-default-export/);
  assert.match(lint(t, page, "export const y: any = 1;\n"), /no-explicit-any/);
});
