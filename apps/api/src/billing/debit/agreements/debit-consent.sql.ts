import { idsOf } from "../../../customer/merged-customers.js";

/** GIVEN, WITHDRAWN or null: what a customer said last of being debited (LAW-31), as a subselect. */
export const lastDebitConsent = (project: string, customer: string): string =>
  `(SELECT said.action FROM customer_consent said
     WHERE said.project_id = ${project} AND said.customer_id IN ${idsOf(project, customer)} AND said.purpose = 'DEBIT_ACCOUNT'
     ORDER BY said.given_on DESC, said.id DESC LIMIT 1)`;
