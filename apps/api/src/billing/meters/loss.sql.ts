/** The use of a meter `of` in the month of parameter `period`: all its readings, also those of a replacement or transfer. */
export const useOf = (of: string, period: string) => `(SELECT sum(r.use) FROM meter_reading r
  WHERE r.project_id = ${of}.project_id AND r.meter_id = ${of}.id AND r.period = ${period} AND r.status = 'VALID')`;

/** What the meters behind a master `m` used in the month of parameter `period`, and how many of them lack a reading. */
export const behindMaster = (period: string): string => `
           SELECT COALESCE(sum(u.use), 0) AS sub_use, count(*)::int AS sub_count,
                  (count(*) FILTER (WHERE u.use IS NULL))::int AS missing_count
             FROM (SELECT ${useOf("s", period)} AS use FROM meter s
                    WHERE s.project_id = m.project_id AND s.parent_id = m.id
                      AND (s.removed_on IS NULL OR to_char(s.removed_on, 'YYYY-MM') >= ${period})) u`;
