/** The use of a meter `of` in the month of parameter `period`: all its readings, also those of a replacement or transfer. */
export const useOf = (of: string, period: string) => `(SELECT sum(r.use) FROM meter_reading r
  WHERE r.project_id = ${of}.project_id AND r.meter_id = ${of}.id AND r.period = ${period} AND r.status = 'VALID')`;

/** Whether a reading of the month is owed by a meter `of`: until the month that the reading it was taken out with belongs to. */
export const presentIn = (of: string, period: string) => `(to_char(${of}.installed_on, 'YYYY-MM') <= ${period}
  AND (${of}.removed_on IS NULL OR EXISTS (SELECT 1 FROM meter_reading e
        WHERE e.project_id = ${of}.project_id AND e.meter_id = ${of}.id AND e.kind = 'REMOVAL' AND e.status = 'VALID'
          AND e.period >= ${period})))`;

/** The use of a master meter `m` together with those it took the place of; null while one of them lacks its reading. */
export const useOfMaster = (period: string) => `(
  WITH RECURSIVE line AS (
    SELECT o.* FROM meter o WHERE o.project_id = m.project_id AND o.id = m.id
    UNION
    SELECT o.* FROM line n JOIN meter o ON o.project_id = n.project_id AND o.id = n.replaces_id)
  SELECT CASE WHEN count(*) FILTER (WHERE present AND use IS NULL) = 0 THEN sum(use) END
    FROM (SELECT ${presentIn("line", period)} AS present, ${useOf("line", period)} AS use FROM line) l)`;

/** What the meters behind a master `m` used in the month of parameter `period`, and how many of them lack a reading. */
export const behindMaster = (period: string): string => `
           SELECT COALESCE(sum(u.use), 0) AS sub_use, count(*)::int AS sub_count,
                  (count(*) FILTER (WHERE u.use IS NULL))::int AS missing_count
             FROM (SELECT ${presentIn("s", period)} AS present, ${useOf("s", period)} AS use FROM meter s
                    WHERE s.project_id = m.project_id AND s.parent_id = m.id) u
            WHERE u.present OR u.use IS NOT NULL`;
