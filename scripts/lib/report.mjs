const startedAt = Date.now();

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
