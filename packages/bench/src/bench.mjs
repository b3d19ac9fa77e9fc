import { benchAgeing } from "./ageing.mjs";
import { benchImports } from "./imports.mjs";
import { benchLists } from "./lists.mjs";
import { benchNotices } from "./notices.mjs";
import { benchPosting } from "./posting.mjs";
import { benchPublish } from "./publish.mjs";
import { benchRoomPage } from "./room-page.mjs";
import { openStage } from "./stage.mjs";

/**
 * `pnpm bench [a] [b] [c] [d] [e] [f] [g] [h] [--full]`: prints ratios measured in this run, the product against the bare engine on
 * the same database. Without --full the sizes are for every day; with it (a) publishes for 1,000 projects
 * and (g) looks through ten million charges.
 */
const args = process.argv.slice(2).filter((arg) => arg !== "--");
const full = args.includes("--full");
const chosen = args.filter((arg) => /^[abcdefgh]$/.test(arg));
const wants = (name) => chosen.length === 0 || chosen.includes(name);

const stage = await openStage();
const results = [];
try {
  if (wants("b") || wants("d")) results.push(...(await benchLists(stage, { charges: full ? 1_000_000 : 200_000 })));
  if (wants("c")) results.push(await benchPosting(stage, { postings: full ? 6000 : 1500 }));
  if (wants("e")) results.push(await benchRoomPage(stage, { rooms: full ? 1000 : 200, months: 120 }));
  if (wants("f")) results.push(await benchImports(stage, { rooms: full ? 100_000 : 20_000 }));
  if (wants("h")) results.push(await benchNotices(stage, { few: full ? 1000 : 200, many: full ? 10_000 : 2000 }));
  if (wants("g")) results.push(await benchAgeing(stage, { charges: full ? 10_000_000 : 500_000 }));
  if (wants("a")) results.push(await benchPublish(stage, { projects: full ? 1000 : 20, rooms: 1000 }));
} finally {
  await stage.close();
}

console.log("");
for (const { name, measured, ratio, limit, better } of results) {
  const kept = better === "lower" ? ratio <= limit : ratio >= limit;
  const sign = better === "lower" ? "at most" : "at least";
  console.log(
    `${kept ? "ok  " : "MISS"} ${name}: ratio ${ratio.toFixed(2)} (${sign} ${limit.toFixed(2)})  ${measured}`,
  );
}
