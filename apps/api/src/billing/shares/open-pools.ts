/** Pools that a month is computed for and that nobody has confirmed for it. $1 project, $2 month. */
export const OPEN_POOLS = `
  SELECT p.name FROM share_pool p
   WHERE p.project_id = $1 AND p.active AND p.starts_period <= $2
     AND NOT EXISTS (SELECT 1 FROM month_share s WHERE s.project_id = p.project_id AND s.pool_id = p.id AND s.period = $2
                        AND s.status = 'CONFIRMED')
   ORDER BY p.name`;
