import type { EntityManager } from "typeorm";

/** Rows read at a time. */
const PAGE = 1_000;

/** The rows of a statement page by page, through a cursor of the transaction: memory stays flat whatever their number. */
export async function* pagesOf<Row extends object>(
  tx: EntityManager,
  sql: string,
  params: readonly unknown[],
): AsyncGenerator<Row[]> {
  await tx.query(`DECLARE page_rows NO SCROLL CURSOR FOR ${sql}`, [...params]);
  for (;;) {
    const page = await tx.query<Row[]>(`FETCH ${PAGE} FROM page_rows`);
    if (page.length === 0) break;
    yield page;
  }
  await tx.query("CLOSE page_rows");
}
