/** Joins what decides the scheme of the charge `c`: the price it was billed at, and the default of its item. */
export const CHOSEN_SCHEME = `
       LEFT JOIN rate_version lv ON lv.project_id = c.project_id AND lv.id = c.rate_version_id
       LEFT JOIN late_fee_item l ON l.project_id = c.project_id AND l.fee_item_id = c.fee_item_id`;

/**
 * The id of the scheme of the charge `c`, after `CHOSEN_SCHEME` (BIL-04): what the standard chose at the price it was billed
 * with, which may be none; else, and for what was billed without a standard, the scheme of its item. A price that was
 * billed is never edited, so a charge keeps what held when it was issued.
 */
export const SCHEME_ID = `CASE WHEN lv.late_fee = 'SCHEME' THEN lv.late_fee_scheme_id WHEN lv.late_fee = 'NONE' THEN NULL ELSE l.scheme_id END`;

/** Joins the charge `c` with its scheme `s`, if that is active. */
export const ACTIVE_SCHEME = `${CHOSEN_SCHEME}
       JOIN late_fee_scheme s ON s.project_id = c.project_id AND s.id = ${SCHEME_ID} AND s.active`;
