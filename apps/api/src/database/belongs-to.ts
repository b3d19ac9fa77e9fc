import { JoinColumn, ManyToOne } from "typeorm";

/**
 * A reference to a row of the same project: the foreign key contains project_id, so the database itself refuses a
 * bill of project A on a room of project B. For reading (joins) only; writing goes through the id columns.
 */
export function BelongsTo(type: () => new () => object, column: string, constraint: string): PropertyDecorator {
  return (target, property) => {
    ManyToOne(type)(target, property);
    JoinColumn([
      { name: "project_id", referencedColumnName: "projectId", foreignKeyConstraintName: constraint },
      { name: column, referencedColumnName: "id", foreignKeyConstraintName: constraint },
    ])(target, property);
  };
}
