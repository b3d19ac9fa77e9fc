import { Injectable } from "@nestjs/common";

/** A column of a table, other than relations and the customer's own parts, that names a customer and moves in a merge. */
export interface CustomerReference {
  /** How its rows are called in the preview, e.g. 车辆关系. */
  label: string;
  table: string;
  column: string;
  /** Which rows, for tables that refer to several kinds of things: `x.owner_type = 'customer'`, the table as `x`. */
  only?: string;
  /**
   * When row `b` of the one customer says nothing beyond row `a` of the other, in SQL; a merge then keeps `a` alone. Left
   * out, all rows stay.
   */
  covers?: (a: string, b: string) => string;
}

/**
 * Where customers are named. A domain that stores a customer's id in rows it may change registers the column in
 * `onModuleInit`; a merge then moves its rows and an undo brings them back. Rows that never change (ledgers) are not
 * registered: their reads go through merged-customers.ts.
 */
@Injectable()
export class CustomerReferences {
  readonly all: CustomerReference[] = [
    { label: "收费对象", table: "payer", column: "customer_id" },
    { label: "家庭成员的户主", table: "room_relation", column: "head_id" },
    { label: "个人信息请求", table: "privacy_request", column: "customer_id" },
    { label: "附件", table: "file_object", column: "owner_id", only: "x.owner_type = 'customer'" },
  ];

  register(...references: CustomerReference[]): void {
    this.all.push(...references);
  }
}
