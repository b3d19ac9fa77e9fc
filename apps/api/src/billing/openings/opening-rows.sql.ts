import { BY_RUN } from "./resolve-rows.js";

/** Kinds as a list of SQL. */
export const listed = (kinds: readonly string[]) => kinds.map((kind) => `'${kind}'`).join(", ");

/** Rows of an import that are posted; $1 project, $2 import. */
export const MINE = "r.project_id = $1 AND r.opening_id = $2 AND r.fault IS NULL";

/** Payment history that was paid short. */
export const PAID_SHORT = "(r.kind = 'HISTORY' AND r.amount_fen > r.paid_fen)";

/** Becomes arrears; $3 whether what was paid short does. */
export const OWES = `(r.kind = 'ARREARS' OR ($3::boolean AND ${PAID_SHORT}))`;

/** How much arrears it becomes, in fen. */
export const OWED_FEN = "(CASE WHEN r.kind = 'ARREARS' THEN r.amount_fen ELSE r.amount_fen - r.paid_fen END)";

/** Says up to which day the fee item `i` is paid; $4 whether payment history does. */
export const PAYS_TO = `(r.kind = 'PAID_THROUGH' OR ($4::boolean AND r.kind = 'HISTORY' AND i.kind IN (${listed(BY_RUN)}) AND r.paid_fen > 0))`;
