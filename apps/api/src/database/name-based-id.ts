/** SQL for the id of a row written in bulk, made from its business key: a uuid of version 5, the same for the same key. */
export const nameBasedId = (key: string): string =>
  `overlay(overlay(md5(${key}) placing '5' from 13) placing '8' from 17)::uuid`;
