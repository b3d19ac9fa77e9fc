import type { MigrationInterface, QueryRunner } from "typeorm";

/** Codes sort as people read them: 2栋 before 10栋, 1-2-101 before 1-10-101. */
export class NaturalOrder1795436400000 implements MigrationInterface {
  name = "NaturalOrder1795436400000";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE COLLATION "natural_order" (provider = icu, locale = 'und-u-kn-true')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP COLLATION "natural_order"`);
  }
}
