const startedAt = Date.now();

// A closed terminal or a reader that has gone must not keep things from being stopped in order.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

/** Prints one line of progress. */
export function say(line = "") {
  console.log(line);
}

/** Seconds since `from`, with one decimal. */
export function secondsSince(from) {
  return ((Date.now() - from) / 1000).toFixed(1);
}

/** Seconds since the program began. */
export function secondsSoFar() {
  return secondsSince(startedAt);
}

/** Announces a piece of work, does it, and says how long it took. */
export async function step(title, work) {
  const from = Date.now();
  say(`· ${title}…`);
  const result = await work();
  say(`  完成（${secondsSince(from)} 秒）`);
  return result;
}
