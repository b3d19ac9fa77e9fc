/** What a merge moved and how it was before: enough to undo it. Stored as data. */
export interface MovedRows {
  /** Ids by `table.column`, of rows whose customer was exchanged. */
  references: Record<string, string[]>;
  /** Rows of registered tables that said nothing beyond one of the other customer, as they were, by table. */
  dropped?: Record<string, { id: string }[]>;
  relations: {
    moved: string[];
    /** Rows as they were before they were trimmed, dropped or marked. */
    before: object[];
    /** Rows that came in. */
    added: string[];
  };
  /** The merged customer's own parts by table, as they were. */
  parts: Record<string, { id: string }[]>;
  tags: { merged: string[]; added: string[] };
  /** Columns of the survivor that were empty, and what was filled in. */
  filled: Record<string, unknown>;
  /** The document went over from the merged customer; the kind of document the survivor named before. */
  document: { idType: string | null } | null;
  /** He was the developer of the project. */
  developer: boolean;
  /** Customers merged into him before. */
  earlier: string[];
}

/** The tables of what belongs to a customer, the column of their mark of the main one, and how they are called. */
export const PART_TABLES: readonly { table: string; mark: string | null; label: string }[] = [
  { table: "customer_phone", mark: "is_main", label: "电话" },
  { table: "customer_address", mark: null, label: "地址" },
  { table: "customer_invoice_title", mark: "is_default", label: "发票抬头" },
  { table: "customer_contact", mark: "is_main", label: "公司联系人" },
];

/** Columns of the survivor that are filled from the merged customer when they are empty. */
export const FILLED_COLUMNS = [
  "sex",
  "birthday",
  "registered_place",
  "emergency_name",
  "emergency_phone",
  "address",
  "remark",
  "confirmed_on",
  "confirmed_by",
  "confirmed_by_name",
  "contact_way",
  "contact_hours",
  "language",
] as const;
