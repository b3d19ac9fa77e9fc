/** The use of a meter `of` in the month of parameter `period`: all its readings, also those of a replacement or transfer. */
const useOf = (of: string, period: string) => `(SELECT sum(r.use) FROM meter_reading r
  WHERE r.project_id = ${of}.project_id AND r.meter_id = ${of}.id AND r.period = ${period} AND r.status = 'VALID')`;

/** Whether a reading of the month is owed by a meter `of`: until the month that the reading it was taken out with belongs to. */
const presentIn = (of: string, period: string) => `(to_char(${of}.installed_on, 'YYYY-MM') <= ${period}
  AND (${of}.removed_on IS NULL OR EXISTS (SELECT 1 FROM meter_reading e
        WHERE e.project_id = ${of}.project_id AND e.meter_id = ${of}.id AND e.kind = 'REMOVAL' AND e.status = 'VALID'
          AND e.period >= ${period})))`;

/** The ids of the meters that took the place of one another (换表, BIL-22), the meter `id` among them: they count as one. */
export const lineOf = (project: string, id: string) => `(
  WITH RECURSIVE line AS (
    SELECT o.project_id, o.id, o.replaces_id FROM meter o WHERE o.project_id = ${project} AND o.id = ${id}
    UNION
    SELECT o.project_id, o.id, o.replaces_id FROM line l
      JOIN meter o ON o.project_id = l.project_id AND (o.id = l.replaces_id OR o.replaces_id = l.id))
  SELECT id FROM line)`;

/**
 * What a public meter, with those before and after it, and the meters behind any of them used in a month (BIL-24, BIL-25):
 * one row of `id` (the newest that stood there in the month), `stood` (whether one did), `use` (null: no reading at all),
 * `unread` (of those that owe a reading), `subs`, `sub_use` and `subs_unread`.
 */
export const monthOfMeter = (project: string, id: string, period: string) => `
  WITH line AS ${lineOf(project, id)},
  used AS (
    SELECT o.own, ${presentIn("o", period)} AS present, ${useOf("o", period)} AS use
      FROM (SELECT true AS own, m.* FROM line JOIN meter m ON m.project_id = ${project} AND m.id = line.id
            UNION ALL
            SELECT false, m.* FROM line JOIN meter m ON m.project_id = ${project} AND m.parent_id = line.id) o)
  SELECT (SELECT o.id FROM line JOIN meter o ON o.project_id = ${project} AND o.id = line.id
           ORDER BY to_char(o.installed_on, 'YYYY-MM') <= ${period} DESC, o.removed_on DESC NULLS FIRST LIMIT 1) AS id,
         bool_or(own AND (present OR use IS NOT NULL)) AS stood,
         sum(use) FILTER (WHERE own) AS use,
         (count(*) FILTER (WHERE own AND present AND use IS NULL))::int AS unread,
         (count(*) FILTER (WHERE NOT own AND (present OR use IS NOT NULL)))::int AS subs,
         coalesce(sum(use) FILTER (WHERE NOT own), 0) AS sub_use,
         (count(*) FILTER (WHERE NOT own AND present AND use IS NULL))::int AS subs_unread
    FROM used`;

/**
 * The master meters of each month of `months` (a set with the column `period`) with what is behind them, each under the
 * meter that stood in that month. `master_use` is null while one of the line lacks its reading.
 */
export const lossesOf = (project: string, months: string) => `
  SELECT DISTINCT ON (y.period, l.id) y.period, l.id, CASE WHEN l.unread = 0 THEN l.use END AS master_use, l.sub_use,
         l.subs AS sub_count, l.subs_unread AS missing_count
    FROM (SELECT DISTINCT s.parent_id AS id FROM meter s WHERE s.project_id = ${project} AND s.parent_id IS NOT NULL) p
    CROSS JOIN (${months}) y
    CROSS JOIN LATERAL (${monthOfMeter(project, "p.id", "y.period")}) l
   WHERE l.stood AND l.subs > 0`;
