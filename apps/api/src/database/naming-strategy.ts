import { DefaultNamingStrategy, type Table } from "typeorm";

const snake = (text: string) => text.replaceAll(/([a-z\d])([A-Z])/g, "$1_$2").toLowerCase();

/**
 * snake_case tables and columns, and readable constraint names that never change: pk_room, fk_room_project_id,
 * uq_room_code, ix_room_building. `project_id` stands in almost every key and is left out of the names.
 */
export class LinliNamingStrategy extends DefaultNamingStrategy {
  override tableName(className: string, customName: string | undefined): string {
    return customName ?? snake(className);
  }

  override columnName(propertyName: string, customName: string, embeddedPrefixes: string[]): string {
    return snake([...embeddedPrefixes, customName || propertyName].join("_"));
  }

  override relationName(propertyName: string): string {
    return snake(propertyName);
  }

  override joinColumnName(relationName: string, referencedColumnName: string): string {
    return snake(`${relationName}_${referencedColumnName}`);
  }

  override primaryKeyName(table: Table | string): string {
    return this.short("pk", table, []);
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return this.short("uq", table, columns);
  }

  override relationConstraintName(table: Table | string, columns: string[]): string {
    return this.short("uq", table, columns);
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return this.short("fk", table, columns);
  }

  override indexName(table: Table | string, columns: string[]): string {
    return this.short("ix", table, columns);
  }

  private short(kind: string, table: Table | string, columns: string[]): string {
    const telling = columns.filter((column) => column !== "project_id");
    const name = [
      kind,
      this.getTableName(table).replace(/^.*\./, ""),
      ...(telling.length > 0 ? telling : columns),
    ].join("_");
    if (name.length >= 50) throw new Error(`Constraint name ${name} is too long: name it in the entity`);
    return name;
  }
}
