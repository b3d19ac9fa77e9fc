import type { EntityManager } from "typeorm";

/** Brings the kept sums of a batch up to date with its lines and exclusions. */
export async function keepSums(tx: EntityManager, projectId: string, batchId: string): Promise<void> {
  await tx.query(
    `UPDATE debit_batch b
        SET line_count = l.count, amount_fen = l.fen, succeeded_count = l.succeeded, collected_fen = l.paid,
            failed_count = l.failed, failed_fen = l.failed_fen, short_fen = l.short_fen,
            in_process_count = l.out, in_process_fen = l.out_fen, excluded_count = x.count, excluded_fen = x.fen
       FROM (SELECT count(*)::int AS count, coalesce(sum(amount_fen), 0) AS fen, coalesce(sum(paid_fen), 0) AS paid,
                    (count(*) FILTER (WHERE status IN ('SUCCEEDED', 'PARTIAL')))::int AS succeeded,
                    (count(*) FILTER (WHERE status = 'FAILED'))::int AS failed,
                    coalesce(sum(amount_fen) FILTER (WHERE status = 'FAILED'), 0) AS failed_fen,
                    coalesce(sum(amount_fen - paid_fen) FILTER (WHERE status = 'PARTIAL'), 0) AS short_fen,
                    (count(*) FILTER (WHERE status = 'IN_PROCESS'))::int AS out,
                    coalesce(sum(amount_fen) FILTER (WHERE status = 'IN_PROCESS'), 0) AS out_fen
               FROM debit_line WHERE project_id = $1 AND batch_id = $2) l,
            (SELECT count(*)::int AS count, coalesce(sum(amount_fen), 0) AS fen
               FROM debit_exclusion WHERE project_id = $1 AND batch_id = $2) x
      WHERE b.project_id = $1 AND b.id = $2`,
    [projectId, batchId],
  );
}
