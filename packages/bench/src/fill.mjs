/**
 * Fills a table with millions of rows that are right by construction: foreign keys are not looked up row by row, and the
 * indexes beside the primary key are made once, afterwards.
 */
export async function fillTable(admin, table, fill) {
  const { rows: indexes } = await admin.query(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
       FROM pg_index WHERE indrelid = $1::regclass AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)`,
    [table],
  );
  await admin.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
  for (const { name } of indexes) await admin.query(`DROP INDEX ${name}`);
  await fill();
  for (const { definition } of indexes) await admin.query(definition);
  await admin.query(`ALTER TABLE ${table} ENABLE TRIGGER ALL`);
}
